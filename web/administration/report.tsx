/** What became of a file, row by row. */
import { useEffect, useRef } from 'react'

import { saveFile } from '../app/save-file.ts'
import { Button, Count, DataTable, Notice, Steps, useLanguage, type Column, type Speech } from '../design/index.ts'
import { reportAsCsv } from './report-file.ts'
import type { FileToSend, ImportReport } from './send-file.ts'

type Problem = ImportReport['refused'][number]

const mostShown = 200

const rowsOf = (problems: readonly Problem[]): number => new Set(problems.map(({ row }) => row)).size

function outcome({ t }: Speech, { dryRun, mode }: FileToSend, { taken, refused }: ImportReport): string {
  const nothing = mode === 'whole' && refused.length > 0
  if (nothing)
    return t(dryRun ? 'administration.report-tried-whole-refused' : 'administration.report-nothing', { refused: rowsOf(refused) })
  return t(dryRun ? 'administration.report-tried' : 'administration.report-taken', { taken })
}

interface ReportProps {
  readonly asked: FileToSend
  readonly report: ImportReport
  /** After a trial: take it now. */
  readonly onTake: () => void
}

/** Receives the focus when it appears, so that it is read out. */
export function Report({ asked, report, onTake }: ReportProps) {
  const speech = useLanguage()
  const { t } = speech
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [report])
  const { read, refused, unchanged, warnings, number } = report
  const promising = asked.dryRun && report.taken > 0
  return (
    <section className="section report" aria-labelledby="report-heading">
      <div className="section-head">
        <h2 id="report-heading" ref={heading} tabIndex={-1}>
          {outcome(speech, asked, report)}
        </h2>
      </div>
      <p>{t('administration.report-counts', { read, unchanged, refused: rowsOf(refused), name: asked.file.name })}</p>
      {number === null ? null : <p className="quiet">{t('administration.report-number', { number })}</p>}
      <Steps>
        {promising ? (
          <Button kind="main" onClick={onTake}>
            {t('administration.report-next')}
          </Button>
        ) : null}
        {refused.length + warnings.length > 0 ? (
          <Button onClick={() => download(speech, asked, report)}>{t('administration.report-download')}</Button>
        ) : null}
      </Steps>
      {refused.length > 0 ? <Problems caption={t('administration.report-problems')} problems={refused} /> : null}
      {warnings.length > 0 ? <Problems caption={t('administration.report-warnings')} problems={warnings} /> : null}
    </section>
  )
}

function download({ t }: Speech, asked: FileToSend, report: ImportReport): void {
  const headings = ['row', 'column', 'code', 'problem', 'remedy'] as const
  const text = reportAsCsv(
    headings.map((heading) => t(`administration.column-${heading}`)),
    report,
  )
  saveFile(`${asked.file.name}.report.csv`, [text], 'text/csv')
}

function Problems({ caption, problems }: { readonly caption: string; readonly problems: readonly Problem[] }) {
  const { t } = useLanguage()
  const columns: readonly Column<Problem & { readonly at: number }>[] = [
    { key: 'row', head: t('administration.column-row'), numeric: true, cell: ({ row }) => <Count value={row} /> },
    {
      key: 'column',
      head: t('administration.column-column'),
      cell: ({ column }) => (column === null ? <span className="quiet">{t('administration.whole-row')}</span> : <code>{column}</code>),
    },
    {
      key: 'problem',
      head: t('administration.column-problem'),
      cell: (problem) => <Worded kind="problem" code={problem.code} words={problem.message} />,
    },
    {
      key: 'remedy',
      head: t('administration.column-remedy'),
      cell: (problem) => <Worded kind="remedy" code={problem.code} words={problem.remedy} />,
    },
  ]
  const rows = problems.slice(0, mostShown).map((problem, at) => ({ ...problem, at }))
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ at }) => String(at)}
      foot={
        problems.length > mostShown ? <Notice>{t('administration.report-more', { shown: mostShown, all: problems.length })}</Notice> : null
      }
    />
  )
}

/** The report speaks English, with names and figures; other languages say the kind of problem, and keep the report's words beneath. */
function Worded({ kind, code, words }: { readonly kind: 'problem' | 'remedy'; readonly code: string; readonly words: string }) {
  const { has, language, t } = useLanguage()
  const key = `administration.${kind}.${code}`
  if (language === 'en' || !has(key))
    return (
      <span lang="en">
        <bdi>{words}</bdi>
      </span>
    )
  return (
    <>
      {t(key)}
      <small lang="en">
        <bdi>{words}</bdi>
      </small>
    </>
  )
}
