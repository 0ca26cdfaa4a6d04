/** The lines of an instrument as sentences, numbered, as they would stand on paper. */
import type { ReactNode } from 'react'

import { useLanguage } from '../../../web/design/index.ts'
import { limitSentence } from '../../../platform/messages/limit-words.ts'
import type { DraftLine } from '../shapes.ts'

export interface DocumentLine {
  readonly key: string
  readonly number: number
  readonly holder: string
  readonly matter: string
  readonly limits: DraftLine['limits']
  readonly places: readonly string[]
  /** First day; null = from signature. */
  readonly from: string | null
  /** Last day, inclusive; null = no end of its own. */
  readonly until: string | number | null
  readonly mayExercise: boolean
  /** Levels it may be passed on; 0 = not at all. */
  readonly depth: number
  readonly conditions: string | null
  /** What became of it. */
  readonly aside?: ReactNode
}

export function DocumentLines({ label, lines }: { readonly label: string; readonly lines: readonly DocumentLine[] }) {
  return (
    <ol className="document-lines" aria-label={label}>
      {lines.map((line) => (
        <Sentence key={line.key} line={line} />
      ))}
    </ol>
  )
}

function Sentence({ line }: { readonly line: DocumentLine }) {
  const speech = useLanguage()
  const { t, rich, locale } = speech
  const { holder, matter, limits, places, from, until, mayExercise, depth, conditions, aside } = line
  const said = rich('document.line', {
    b: (content) => <b>{content}</b>,
    holder,
    matter,
    limit: limitSentence(limits, speech),
    where: new Intl.ListFormat(locale, { type: 'conjunction' }).format(places),
    begins: from === null ? 'signature' : 'day',
    from: from === null ? '' : speech.date(from),
    ends: until === null ? 'never' : 'day',
    until: until === null ? '' : speech.date(until),
  })
  return (
    <li value={line.number}>
      <p>
        {said} {t('document.use', { use: mayExercise ? (depth > 0 ? 'both' : 'decide') : 'pass-on', depth })}
      </p>
      {conditions ? (
        <p>
          {t('document.conditions')} <bdi>{conditions}</bdi>
        </p>
      ) : null}
      {aside ? <div className="document-aside">{aside}</div> : null}
    </li>
  )
}
