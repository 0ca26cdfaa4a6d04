/** All examples of the design system, in the order of the gallery. */
import { answerPanelExamples } from './answer-panel/examples.tsx'
import { asOfExamples } from './as-of/examples.tsx'
import { buttonExamples } from './button/examples.tsx'
import { chainExamples } from './chain/examples.tsx'
import { comboboxExamples } from './combobox/examples.tsx'
import { dataTableExamples } from './data-table/examples.tsx'
import { dialogExamples } from './dialog/examples.tsx'
import { emptyExamples } from './empty/examples.tsx'
import type { Examples } from './example.ts'
import { factsExamples } from './facts/examples.tsx'
import { fieldExamples } from './field/examples.tsx'
import { filterSentenceExamples } from './filter-sentence/examples.tsx'
import { noticeExamples } from './notice/examples.tsx'
import { pageHeadExamples } from './page-head/examples.tsx'
import { pagerExamples } from './pager/examples.tsx'
import { printDocumentExamples } from './print-document/examples.tsx'
import { progressExamples } from './progress/examples.tsx'
import { provenanceExamples } from './provenance/examples.tsx'
import { stateExamples } from './state/examples.tsx'
import { tabsExamples } from './tabs/examples.tsx'
import { timelineExamples } from './timeline/examples.tsx'
import { treeExamples } from './tree/examples.tsx'
import { valuesExamples } from './values/examples.tsx'

export const allExamples: readonly Examples[] = [
  answerPanelExamples,
  chainExamples,
  factsExamples,
  dataTableExamples,
  filterSentenceExamples,
  treeExamples,
  timelineExamples,
  asOfExamples,
  stateExamples,
  provenanceExamples,
  valuesExamples,
  buttonExamples,
  fieldExamples,
  comboboxExamples,
  noticeExamples,
  dialogExamples,
  progressExamples,
  pagerExamples,
  tabsExamples,
  emptyExamples,
  pageHeadExamples,
  printDocumentExamples,
]
