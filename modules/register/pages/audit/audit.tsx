/** The auditor's page: a complete population with its control totals, a seeded sample of it, and the evidence for the sample. */
import { useState } from 'react'

import { useAnswer } from '../../../../web/app/api.ts'
import { useListAddress } from '../../../../web/app/list-address.ts'
import type { PageProps } from '../../../../web/app/page.ts'
import { Reading } from '../../../../web/app/reading.tsx'
import { useSession } from '../../../../web/app/session.ts'
import { Button, DateField, FieldRow, FilterChoice, FilterSentence, PageHead, useLanguage } from '../../../../web/design/index.ts'
import type { AnswerOf } from '../../../../platform/http/contract.ts'
import type { populationContract } from '../../views/audit.ts'
import { Chosen } from '../chosen.tsx'
import { kindOf, kinds, populationOf, verdicts } from './asked.ts'
import { ForAuditors } from './for-auditors.tsx'
import { PopulationTable } from './acts-table.tsx'
import { Sample } from './sample.tsx'
import { ControlTotals } from './control-totals.tsx'
import '../register.css'

type Population = AnswerOf<typeof populationContract>

export function Page(props: PageProps) {
  const { roles } = useSession()
  return roles.some((role) => role === 'auditor' || role === 'monitor') ? <Audit {...props} /> : <ForAuditors />
}

function Audit({ search, setSearch }: Pick<PageProps, 'search' | 'setSearch'>) {
  const { t, number } = useLanguage()
  const list = useListAddress('number')
  const answer = useAnswer<typeof populationContract>(
    'GET',
    '/api/v1/audit/population',
    { query: { ...populationOf(search), sort: list.sort as never, page: list.page } },
    { keepPrevious: true },
  )
  if (answer.error || !answer.data) return <Reading answer={answer} title={t('audit.title')} busy={t('audit.busy')} />
  const { totals, known } = answer.data
  return (
    <>
      <PageHead title={t('audit.title')}>
        <p className="lead">{t('audit.intro')}</p>
        <Filters search={search} setSearch={setSearch} totals={totals} />
        <p className="quiet" role="status">
          {t('audit.count', { count: totals.count })} {t('audit.known', { entry: number(known) })}{' '}
          {search['known'] === undefined ? null : (
            <Button onClick={() => setSearch({ known: undefined, page: undefined }, 'push')}>{t('audit.up-to-now')}</Button>
          )}
        </p>
      </PageHead>
      <ControlTotals totals={totals} known={known} search={search} />
      <PopulationTable population={answer.data} search={search} list={list} busy={answer.isPlaceholderData} />
      <Sample search={search} setSearch={setSearch} population={answer.data} />
    </>
  )
}

interface FiltersProps extends Pick<PageProps, 'search' | 'setSearch'> {
  readonly totals: Population['totals']
}

function Filters({ search, setSearch, totals }: FiltersProps) {
  const { t, rich } = useLanguage()
  const [from, setFrom] = useState(search['from'] ?? '')
  const [to, setTo] = useState(search['to'] ?? '')
  const choose = (name: string) => (value: string | undefined): void => setSearch({ [name]: value === '' ? undefined : value, page: undefined }, 'push')
  const currencies = [...new Set([...totals.amounts.map(({ currency }) => currency), ...(search['currency'] ? [search['currency']] : [])])].sort()
  const kind = kindOf(search)
  const words = {
    kind: (
      <FilterChoice label={t('audit.filter-kind')} value={kind} options={kinds.map((value) => ({ value, label: t(`audit.kind-${value}`) }))} onChoose={choose('kind')} />
    ),
    verdict: (
      <FilterChoice
        label={t('audit.filter-verdict')}
        value={search['verdict'] ?? ''}
        options={[{ value: '', label: t('audit.any-verdict') }, ...verdicts.map((value) => ({ value, label: t(`audit.verdict-${value}`) }))]}
        onChoose={choose('verdict')}
      />
    ),
    currency: (
      <FilterChoice
        label={t('audit.filter-currency')}
        value={search['currency'] ?? ''}
        options={[{ value: '', label: t('audit.any-currency') }, ...currencies.map((value) => ({ value, label: value }))]}
        onChoose={choose('currency')}
      />
    ),
  }
  return (
    <>
      <FilterSentence>{rich(kind === 'exercise' ? 'audit.sentence-decisions' : 'audit.sentence', words)}</FilterSentence>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          setSearch({ from: from === '' ? undefined : from, to: to === '' ? undefined : to, page: undefined }, 'push')
        }}
      >
        <FieldRow>
          <Chosen kind="entity" label={t('audit.filter-entity')} id={search['entity']} onChoose={choose('entity')} />
          <Chosen kind="matter" label={t('register.filter-matter')} id={search['matter']} onChoose={choose('matter')} />
          <DateField label={t('audit.from')} value={from} onChange={setFrom} />
          <DateField label={t('audit.to')} value={to} onChange={setTo} />
          <Button type="submit">{t('audit.show')}</Button>
        </FieldRow>
      </form>
    </>
  )
}
