/** By these anybody can tell that a population is complete, and that another is the same. */
import type { ReactNode } from 'react'

import { useAddress } from '../../../../web/app/address.ts'
import { fileLinks } from '../../../../web/app/file-links.ts'
import { Amount, DataTable, useLanguage, type Column } from '../../../../web/design/index.ts'
import type { AnswerOf } from '../../../../platform/http/contract.ts'
import type { totalsContract } from '../../views/audit.ts'
import { evidenceOfEntry } from '../ask-query.ts'
import { populationOf, type Search } from './asked.ts'

interface Total {
  readonly key: string
  readonly what: string
  readonly value: ReactNode
}

/** The list whose rows the totals are of. */
export const populationPlace = 'population'

export function ControlTotals({ totals, known, search }: AnswerOf<typeof totalsContract> & { readonly search: Search }) {
  const { t, number } = useLanguage()
  const { href } = useAddress()
  const entry = (key: string, what: string, at: number | null): Total[] =>
    at === null ? [] : [{ key, what, value: <a href={evidenceOfEntry(at)}>{number(at)}</a> }]
  const rows: readonly Total[] = [
    { key: 'count', what: t('audit.total-count'), value: <a href={`#${populationPlace}`}>{number(totals.count)}</a> },
    ...totals.amounts.map((sum) => ({
      key: sum.currency,
      what: t('audit.total-sum', { currency: sum.currency }),
      value: <a href={href({ currency: sum.currency, page: undefined })}><Amount money={sum} /></a>,
    })),
    { key: 'without', what: t('audit.total-without-amount'), value: number(totals.withoutAmount) },
    ...entry('first', t('audit.total-first'), totals.first),
    ...entry('last', t('audit.total-last'), totals.last),
    { key: 'known', what: t('audit.total-known'), value: number(known) },
    { key: 'digest', what: t('audit.total-digest'), value: <span className="digest">{totals.digest}</span> },
  ]
  const columns: readonly Column<Total>[] = [
    { key: 'what', head: t('audit.column-total'), cell: ({ what }) => what },
    { key: 'value', head: t('audit.column-value'), cell: ({ value }) => value },
  ]
  return (
    <DataTable
      caption={t('audit.totals')}
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      exports={fileLinks('/api/v1/audit/totals', { ...populationOf(search), known })}
    />
  )
}
