/** What a merger, split or closing would do: each line it touches, where posts go, what stops, who loses what; then the signature. */
import { DataTable, DateField, Empty, Name, Notice, Section, SelectField, useLanguage, type Column } from '../../../../web/design/index.ts'
import type { AnswerOf } from '../../../../platform/http/contract.ts'
import type { effectOfReorganisationContract } from '../../acts/reorganise-entities.ts'
import { LineList } from '../line-list.tsx'
import { Uncovered } from '../uncovered.tsx'
import { delegationHref, HolderName, Limits } from '../words.tsx'
import { fates, named, type Entered, type Fate, type LineChoice, type Plan } from './reorganise-plan.ts'
import { ReorganiseSign } from './reorganise-sign.tsx'

export type Effect = AnswerOf<typeof effectOfReorganisationContract>
type Line = Effect['lines'][number]
type Seat = Effect['posts'][number] & { readonly seat: string; readonly kind: 'post' | 'body' | 'entity' }

interface Props {
  readonly entered: Entered
  readonly plan: Plan
  readonly effect: Effect
  readonly onChange: (given: Partial<Entered>) => void
}

export function ReorganiseEffect({ entered, plan, effect, onChange }: Props) {
  const { t } = useLanguage()
  const { stops, people, moves, falls } = effect
  return (
    <>
      <Notice kind={stops + effect.vacant > 0 ? 'warning' : 'note'} title={t('reorganise.effect', { moves, falls, stops })}>
        {people > 0 ? <p>{t('reorganise.people', { count: people })}</p> : null}
        {effect.reissue > 0 ? <p>{t('reorganise.reissue', { count: effect.reissue })}</p> : null}
        {stops > 0 ? <Which title={t('reorganise.stops', { shown: effect.stopsFirst.length, count: stops })} lines={effect.stopsFirst} /> : null}
        {effect.vacant > 0 ? <Which title={t('reorganise.vacant', { shown: effect.vacantFirst.length, count: effect.vacant })} lines={effect.vacantFirst} /> : null}
      </Notice>
      <Uncovered uncovered={effect.uncovered} />
      <Lines entered={entered} effect={effect} onChange={onChange} />
      <Seats entered={entered} effect={effect} onChange={onChange} />
      <ReorganiseSign plan={plan} effect={effect} />
    </>
  )
}

const Which = ({ title, lines }: { readonly title: string; readonly lines: Effect['stopsFirst'] }) => (
  <details>
    <summary>{title}</summary>
    <LineList lines={lines} />
  </details>
)

function Lines({ entered, effect, onChange }: Omit<Props, 'plan'>) {
  const { t, has, name } = useLanguage()
  const { way, successors, lines, otherwise } = entered
  const goesOn = named(successors)
  const put = (id: string, choice: LineChoice | null): void => {
    const { [id]: _, ...others } = lines
    onChange({ lines: choice === null ? others : { ...others, [id]: choice } })
  }
  // One choice a successor; "falls on a date" carries a line on until then, so it too needs one.
  const choices = [
    ...goesOn.map(({ id, found }) => ({ value: `moves ${id}`, label: t('reorganise.fate-moves', { entity: name(found.name, found.names) }) })),
    ...fates.filter((fate) => fate === 'falls' || (fate === 'falls-on' && way !== 'close')).map((value) => ({ value, label: t(`reorganise.fate-${value}`) })),
  ]
  const read = (value: string): LineChoice | null =>
    value === '' ? null : value.startsWith('moves ') ? { fate: 'moves', to: value.slice(6), on: null } : { fate: value as Exclude<Fate, 'moves'>, to: null, on: null }
  const written = ({ fate, to }: LineChoice): string => (fate === 'moves' ? `moves ${to ?? goesOn[0]?.id ?? ''}` : fate)
  const columns: readonly Column<Line>[] = [
    {
      key: 'matter', head: t('home.column-matter'), names: true,
      cell: ({ delegation }) => (
        <>
          <a href={delegationHref(delegation.id)}><Name {...delegation.matter} /></a>
          <small><Limits limits={delegation.limits} /></small>
        </>
      ),
    },
    { key: 'to', head: t('home.column-to'), cell: ({ delegation }) => <HolderName holder={delegation.holder} /> },
    {
      key: 'choice', head: t('revoke.column-choice'),
      cell: ({ delegation: { id }, below }) => {
        const own = lines[id]
        return (
          <>
            <SelectField label={t('revoke.choice-for', { id })} value={own ? written(own) : ''} onChange={(value) => put(id, read(value))}
              none={t('reorganise.as-others', { otherwise: otherwise ?? 'none' })} choices={choices} />
            {own?.fate === 'falls-on' ? <DateField label={t('revoke.last-day')} value={own.on ?? ''} onChange={(on) => put(id, { ...own, on: on === '' ? null : on })} /> : null}
            {below > 0 ? <small>{t('revoke.below', { count: below })}</small> : null}
          </>
        )
      },
    },
    {
      key: 'against', head: t('reorganise.column-against'),
      cell: ({ fault, closed }) => (
        <>
          {fault === null ? null : <p>{has(`reorganise.fault-${fault}`) ? t(`reorganise.fault-${fault}`) : fault}</p>}
          {closed ? <p>{t('reorganise.closed')}</p> : null}
        </>
      ),
    },
  ]
  return (
    <Section title={t('reorganise.lines-title')}>
      <SelectField
        label={t('reorganise.otherwise')} value={otherwise ?? ''} none={t('reorganise.otherwise-none')} onChange={(value) => onChange({ otherwise: value === 'moves' || value === 'falls' ? value : null })}
        choices={(way === 'close' ? (['falls'] as const) : (['moves', 'falls'] as const)).map((value) => ({ value, label: t(`reorganise.otherwise-${value}`) }))}
      />
      <DataTable
        caption={t('reorganise.lines', { count: effect.linesTotal, shown: effect.lines.length })} columns={columns} rows={effect.lines} rowKey={({ delegation }) => delegation.id}
        empty={<Empty title={t('reorganise.no-lines')}>{t('reorganise.no-lines-detail')}</Empty>}
      />
    </Section>
  )
}

function Seats({ entered, effect, onChange }: Omit<Props, 'plan'>) {
  const { t, name } = useLanguage()
  const goesOn = named(entered.successors)
  const rows: readonly Seat[] = [
    ...effect.posts.map((each): Seat => ({ ...each, kind: 'post', seat: `post:${each.id}` })),
    ...effect.bodies.map((each): Seat => ({ ...each, kind: 'body', seat: `body:${each.id}` })),
    ...effect.units.map((each): Seat => ({ ...each, kind: 'entity', seat: `entity:${each.id}` })),
  ]
  if (rows.length === 0) return null
  const columns: readonly Column<Seat>[] = [
    { key: 'name', head: t('reorganise.column-seat'), cell: (row) => <><Name {...row} /><small>{t(`reorganise.seat-${row.kind}`)}</small></> },
    {
      key: 'to', head: t('reorganise.column-goes'),
      cell: ({ seat, to, name: own, names }) =>
        goesOn.length > 1 ? (
          <SelectField label={t('reorganise.goes-for', { name: name(own, names) })} value={to?.id ?? ''} onChange={(value) => onChange({ seats: { ...entered.seats, [seat]: value } })}
            choices={goesOn.map(({ id, found }) => ({ value: id, label: name(found.name, found.names) }))} />
        ) : to ? <Name {...to} /> : t('reorganise.ends-too'),
    },
  ]
  return <DataTable caption={t('reorganise.seats', { count: rows.length })} columns={columns} rows={rows} rowKey={({ seat }) => seat} />
}
