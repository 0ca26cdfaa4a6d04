/** One delegation whole: what it says, where it comes from, what hangs below, what happened, and the steps open to me. */
import { useAct, useAnswer } from '../../../web/app/api.ts'
import type { PageProps } from '../../../web/app/page.ts'
import { Parts } from '../../../web/app/parts.tsx'
import { Reading } from '../../../web/app/reading.tsx'
import { useTimes } from '../../../web/app/times.ts'
import {
  AsOf,
  Button,
  ButtonLink,
  Chain,
  Columns,
  DataTable,
  Day,
  Empty,
  Notice,
  PageHead,
  ProblemNotice,
  Provenance,
  Section,
  Timeline,
  useLanguage,
  type Column,
} from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { confirmContract } from '../acts/confirm-inherited.ts'
import { reasonSentence } from '../sentences.ts'
import type { delegationContract } from '../views/delegation.ts'
import { AwaitsNotice } from './awaits-notice.tsx'
import { Elsewhere } from './elsewhere.tsx'
import { Says } from './record-says.tsx'
import { Actor, delegationHref, DelegationState, Ends, HolderName, instrumentHref, Limits, ReasonList, useHolderWords } from './words.tsx'
import './register.css'

type Record = AnswerOf<typeof delegationContract>
type Delegation = Record['delegation']
type Line = Record['children'][number]

export function Page({ param }: PageProps) {
  const { t } = useLanguage()
  const times = useTimes()
  const answer = useAnswer<typeof delegationContract>(
    'GET',
    '/api/v1/delegations/{id}',
    { params: { id: param('id') }, query: times.asked },
    { keepPrevious: true },
  )
  if (answer.error || !answer.data)
    return (
      <Reading answer={answer} title={t('record.title')} busy={t('record.busy')} elsewhere={<Elsewhere />}>
        <AsOf asked={times.asked} onChange={times.set} />
      </Reading>
    )
  const record = answer.data
  return (
    <>
      <AsOf asked={times.asked} onChange={times.set} standing={record.times.standing} />
      <Head record={record} changeable={times.now} />
      <AwaitsNotice record={record} />
      <Columns>
        <div className="stack">
          <Says delegation={record.delegation} />
          <Children record={record} />
          {record.times.standing === 'now' ? <Parts place="delegation" id={record.delegation.id} /> : null}
        </div>
        <div className="stack">
          <Section title={t('record.chain')}>
            <ChainOf record={record} />
          </Section>
          <Section title={t('record.happened')}>
            <Happened record={record} />
          </Section>
        </div>
      </Columns>
    </>
  )
}

function Head({ record: { delegation, steps, names }, changeable }: { readonly record: Record; readonly changeable: boolean }) {
  const { t, name } = useLanguage()
  const holder = useHolderWords()
  const { matter, id, instrument } = delegation
  return (
    <PageHead
      title={t('record.heading', { matter: name(matter.name, matter.names), holder: holder(delegation.holder) })}
      kicker={
        <>
          {t('record.kicker', { id })} · <a href={instrumentHref(instrument)}>{t('record.instrument', { number: instrument })}</a>
        </>
      }
      steps={
        changeable ? (
          <StepsOpen delegation={delegation} steps={steps} names={names} />
        ) : (
          <ButtonLink href={`${delegationHref(id)}/tree`}>{t('record.tree')}</ButtonLink>
        )
      }
    >
      <p className="marks">
        <DelegationState state={delegation.state} /> <Provenance provenance={delegation.provenance} />
      </p>
      {delegation.reasons.length > 0 ? (
        <Notice kind="warning" title={t('record.why')}>
          <ReasonList reasons={delegation.reasons} names={names} />
        </Notice>
      ) : null}
    </PageHead>
  )
}

function StepsOpen({
  delegation,
  steps,
  names,
}: {
  readonly delegation: Delegation
  readonly steps: Record['steps']
  readonly names: Record['names']
}) {
  const speech = useLanguage()
  const { t } = speech
  const confirm = useAct<typeof confirmContract>('POST', '/api/v1/inherited/confirm')
  const why = (step: string): string | undefined => {
    const found = steps.find((each) => each.step === step)
    return !found || found.open ? undefined : reasonSentence(found.reasons[0] ?? { code: 'other' }, names, speech)
  }
  const link = (step: string, href: string, kind: 'plain' | 'main' | 'warn' = 'plain') =>
    why(step) === undefined ? (
      <ButtonLink kind={kind} href={href}>
        {t(`record.step-${step}`)}
      </ButtonLink>
    ) : (
      <Button closedBecause={why(step)}>{t(`record.step-${step}`)}</Button>
    )
  return (
    <>
      {why('accept') === undefined ? link('accept', instrumentHref(delegation.instrument), 'main') : null}
      {link('pass-on', `/pass-on?parent=${encodeURIComponent(delegation.id)}`)}
      {why('confirm') === undefined ? (
        <Button busy={confirm.isPending} onClick={() => confirm.mutate({ body: { delegations: [delegation.id] } })}>
          {t('record.step-confirm')}
        </Button>
      ) : null}
      {link(why('lift') === undefined ? 'lift' : 'suspend', `${delegationHref(delegation.id)}/suspend`)}
      {link('narrow', `${delegationHref(delegation.id)}/narrow`)}
      {link('revoke', `${delegationHref(delegation.id)}/revoke`, 'warn')}
      <ButtonLink href={`${delegationHref(delegation.id)}/tree`}>{t('record.tree')}</ButtonLink>
      {confirm.error ? <ProblemNotice error={confirm.error} /> : null}
    </>
  )
}

function ChainOf({ record: { chain, delegation } }: { readonly record: Record }) {
  const { t } = useLanguage()
  return (
    <Chain
      label={t('record.chain')}
      links={chain.map((line) => ({
        key: line.id,
        broken: line.state !== 'in-force' && line.state !== 'vacant',
        title:
          line.id === delegation.id ? (
            <b>
              <HolderName holder={line.holder} />
            </b>
          ) : (
            <HolderName holder={line.holder} />
          ),
        detail: (
          <>
            <a href={delegationHref(line.id)}>{line.id}</a> · <Limits limits={line.limits} />
            {line.legalBasis ? (
              <>
                {' '}
                · <bdi>{line.legalBasis}</bdi>
              </>
            ) : null}{' '}
            · <DelegationState state={line.state} />
          </>
        ),
      }))}
    />
  )
}

function Children({ record: { children, delegation } }: { readonly record: Record }) {
  const { t } = useLanguage()
  const columns: readonly Column<Line>[] = [
    { key: 'to', head: t('home.column-to'), cell: ({ holder }) => <HolderName holder={holder} /> },
    {
      key: 'limit',
      head: t('register.column-limit'),
      cell: (line) => (
        <>
          <a href={delegationHref(line.id)}>{line.id}</a>
          <small>
            <Limits limits={line.limits} />
          </small>
        </>
      ),
    },
    { key: 'until', head: t('register.column-until'), cell: (line) => <Ends end={line.endedAt ?? line.effectiveTo} /> },
    { key: 'state', head: t('register.column-state'), cell: ({ state }) => <DelegationState state={state} /> },
  ]
  return (
    <DataTable
      caption={t('record.passed-on-title')}
      columns={columns}
      rows={children}
      rowKey={({ id }) => id}
      empty={
        <Empty title={t('record.nothing-passed-on')}>
          {delegation.depth > 0 ? t('record.could-be-passed-on') : t('record.not-passed-on')}
        </Empty>
      }
    />
  )
}

function Happened({ record: { timeline } }: { readonly record: Record }) {
  const { t, has } = useLanguage()
  return (
    <Timeline
      label={t('record.happened')}
      items={timeline.map((entry) => ({
        key: String(entry.number),
        at: entry.recordedAt,
        what: (
          <>
            {has(`event.${entry.kind}`) ? t(`event.${entry.kind}`) : entry.kind}
            {entry.actor ? (
              <>
                {' '}
                · <Actor actor={entry.actor} />
              </>
            ) : null}
          </>
        ),
        detail: (
          <>
            {t('record.entry', { number: entry.number })}
            {entry.effectiveAt ? (
              <>
                {' '}
                · {t('record.effective')} <Day value={entry.effectiveAt} />
              </>
            ) : null}
            {typeof entry.details['reason'] === 'string' ? (
              <>
                {' '}
                · <bdi>{entry.details['reason']}</bdi>
              </>
            ) : null}
          </>
        ),
      }))}
    />
  )
}
