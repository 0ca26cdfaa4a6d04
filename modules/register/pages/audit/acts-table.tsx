/** Recorded acts as an auditor lists them: a population, and the sample drawn from it. */
import { fileLinks } from '../../../../web/app/file-links.ts'
import type { ListAddress } from '../../../../web/app/list-address.ts'
import { hrefOf } from '../../../../web/app/places.ts'
import { Amount, DataTable, Day, Empty, Name, Pager, State, useLanguage, type Column, type Tone } from '../../../../web/design/index.ts'
import type { AnswerOf } from '../../../../platform/http/contract.ts'
import type { populationContract } from '../../views/audit.ts'
import { evidenceOfEntry } from '../ask-query.ts'
import { exerciseHref } from '../changes/verdict.tsx'
import { Actor, delegationHref } from '../words.tsx'
import { kindOf, populationOf, type Search } from './asked.ts'
import { populationPlace } from './control-totals.tsx'

type Population = AnswerOf<typeof populationContract>
export type Act = Population['items'][number]

const tones: Readonly<Record<NonNullable<Act['verdict']>, Tone>> = { authorised: 'yes', unauthorised: 'no', ratified: 'wait', 'not-judged': 'none' }

export function useActColumns(decisions: boolean): readonly Column<Act>[] {
  const { t, rich, number } = useLanguage()
  return [
    {
      key: 'number',
      head: t('log.column-number'),
      names: true,
      sortable: true,
      cell: ({ id, number: entry }) => (
        <>
          <bdi>{number(entry)}</bdi>
          {id === String(entry) ? null : <small><bdi>{id}</bdi></small>}
        </>
      ),
    },
    {
      key: 'matter',
      head: t('register.column-matter'),
      sortable: true,
      cell: ({ matter, delegation }) => (
        <>
          <a href={hrefOf('matter', matter.id)}><Name {...matter} /></a>
          {delegation === null ? null : <small><a href={delegationHref(delegation)}>{delegation}</a></small>}
        </>
      ),
    },
    {
      key: 'entity',
      head: t('audit.column-entity'),
      cell: ({ entities }) => entities.map((entity) => <div key={entity.id}><a href={hrefOf('entity', entity.id)}><Name {...entity} /></a></div>),
    },
    {
      key: 'actor',
      head: t('log.column-actor'),
      sortable: true,
      cell: ({ actor, capacity, decider }) => (
        <>
          {decider === null ? <Actor actor={actor} /> : decider.kind === 'person' ? <Actor actor={decider} /> : <Name {...decider} />}
          {decider === null || decider.id === actor.id ? null : <small>{rich('audit.recorded-by', { who: <Actor actor={actor} /> })}</small>}
          {capacity ? <small><Name {...capacity} /></small> : null}
        </>
      ),
    },
    { key: 'amount', head: t('audit.column-amount'), numeric: true, sortable: true, cell: ({ amount }) => (amount ? <Amount money={amount} /> : <span className="quiet">{t('audit.no-amount')}</span>) },
    { key: 'effective', head: t('log.column-effective'), sortable: true, cell: ({ effectiveAt, recordedAt }) => <Day value={effectiveAt ?? recordedAt} /> },
    ...(decisions
      ? [{
          key: 'verdict',
          head: t('audit.column-verdict'),
          cell: ({ verdict, exercise }: Act) =>
            verdict === null || exercise === null ? null : <a href={exerciseHref(exercise)}><State tone={tones[verdict]}>{t(`audit.verdict-${verdict}`)}</State></a>,
        }]
      : []),
    { key: 'evidence', head: t('log.column-evidence'), cell: ({ number: entry }) => <a href={evidenceOfEntry(entry)}>{t('log.evidence', { entry: number(entry) })}</a> },
  ]
}

interface PopulationTableProps {
  readonly population: Population
  readonly search: Search
  readonly list: ListAddress
  readonly busy: boolean
}

export function PopulationTable({ population, search, list: { sorting, sortHref, pageHref }, busy }: PopulationTableProps) {
  const { t } = useLanguage()
  const columns = useActColumns(kindOf(search) === 'exercise')
  return (
    <div id={populationPlace}>
      <DataTable
        caption={t('audit.population')}
        columns={columns}
        rows={population.items}
        rowKey={({ id }) => id}
        busy={busy}
        sorting={sorting}
        sortHref={sortHref}
        empty={<Empty title={t('audit.none')}>{t('audit.none-detail')}</Empty>}
        exports={fileLinks('/api/v1/audit/population', { ...populationOf(search), known: population.known })}
        foot={<Pager page={population.page} size={population.size} total={population.total} href={pageHref} />}
      />
    </div>
  )
}
