/** What a delegation says: its limits, its dates, its four people, and whether it may be passed on. */
import { hrefOf } from '../../../web/app/places.ts'
import { DataTable, Day, Facts, Name, Section, Until, useLanguage, type FactLine } from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import { limitSentence } from '../../../platform/messages/limit-words.ts'
import type { delegationContract } from '../views/delegation.ts'
import { lastDay } from './last-day.ts'
import { HolderName, Limits } from './words.tsx'
import './register.css'

type Delegation = AnswerOf<typeof delegationContract>['delegation']

export function Says({ delegation }: { readonly delegation: Delegation }) {
  const { t } = useLanguage()
  const speech = useLanguage()
  const person = (named: Delegation['signedBy']) =>
    named ? (
      <a href={hrefOf('person', named.id)}>
        <Name {...named} />
      </a>
    ) : (
      t('record.not-recorded')
    )
  const { subdelegation } = delegation
  const items: FactLine[] = [
    { term: t('record.holder'), value: <HolderName holder={delegation.holder} /> },
    {
      term: t('record.matter'),
      value: (
        <a href={hrefOf('matter', delegation.matter.id)}>
          <Name {...delegation.matter} />
        </a>
      ),
    },
    {
      term: t('record.where'),
      value: delegation.entities.map((entity, index) => (
        <span key={entity.id}>
          {index > 0 ? ' · ' : null}
          <a href={hrefOf('entity', entity.id)}>
            <Name {...entity} />
          </a>
        </span>
      )),
    },
    { term: t('record.from'), value: <Day value={delegation.effectiveFrom} /> },
    { term: t('record.until'), value: <Until end={delegation.effectiveTo} /> },
    { term: t('record.use'), value: t(delegation.mayExercise ? 'record.may-decide' : 'record.may-only-pass-on') },
    {
      term: t('record.passing-on'),
      value:
        subdelegation === null ? (
          t('record.not-passed-on')
        ) : (
          <>
            {t('record.passed-on', { depth: subdelegation.depth })}
            {subdelegation.ownEntityOnly ? <small>{t('record.own-entity')}</small> : null}
            {subdelegation.endRequired ? <small>{t('record.end-required')}</small> : null}
            {subdelegation.lowestGrade ? <small>{t('record.lowest-grade', { grade: subdelegation.lowestGrade })}</small> : null}
            {subdelegation.limits ? <small>{limitSentence(subdelegation.limits, speech)}</small> : null}
          </>
        ),
    },
    ...(delegation.conditions ? [{ term: t('record.conditions'), value: <bdi>{delegation.conditions}</bdi> }] : []),
    { term: t('record.prepared'), value: person(delegation.preparedBy) },
    { term: t('record.decided'), value: person(delegation.decidedBy) },
    {
      term: t('record.signed'),
      value: (
        <>
          {person(delegation.signedBy)}
          {delegation.signedAs ? (
            <small>
              <Name {...delegation.signedAs} />
            </small>
          ) : null}
          {delegation.signedAt ? (
            <small>
              <Day value={delegation.signedAt} />
            </small>
          ) : null}
        </>
      ),
    },
    {
      term: t('record.accepted'),
      value: delegation.acceptedAt ? (
        <>
          <Day value={delegation.acceptedAt} />
          <small>{person(delegation.acceptedBy)}</small>
        </>
      ) : (
        t(delegation.acceptance === 'after' ? 'record.accept-after' : 'record.accept-before')
      ),
    },
    { term: t('record.communicated'), value: person(delegation.communicatedBy) },
    ...(delegation.confirmedBy && delegation.confirmedBy.id !== delegation.signedBy?.id
      ? [{ term: t('record.confirmed'), value: person(delegation.confirmedBy) }]
      : []),
    ...(delegation.legalBasis ? [{ term: t('record.legal-basis'), value: <bdi>{delegation.legalBasis}</bdi> }] : []),
    ...(delegation.suspensions.length > 0
      ? [{ term: t('record.suspended'), value: <Suspensions suspensions={delegation.suspensions} /> }]
      : []),
    ...(delegation.endedAt ? [{ term: t('record.ended'), value: <Day value={delegation.endedAt} /> }] : []),
    ...(delegation.fallsAt ? [{ term: t('record.falls'), value: <Until end={delegation.fallsAt} /> }] : []),
  ]
  return (
    <>
      <LimitTable delegation={delegation} />
      <Section title={t('record.says')}>
        <Facts items={items} />
      </Section>
    </>
  )
}

function Suspensions({ suspensions }: Pick<Delegation, 'suspensions'>) {
  const { t, day } = useLanguage()
  return suspensions.map(({ from, to }) => (
    <small key={from}>
      {to === null
        ? t('record.suspended-from', { from: day(from) })
        : t('record.suspended-between', { from: day(from), until: day(lastDay(to)) })}
    </small>
  ))
}

function LimitTable({ delegation: { limits } }: { readonly delegation: Delegation }) {
  const { t } = useLanguage()
  if (limits.length === 0)
    return (
      <Section title={t('record.limits')}>
        <p>{t('limit.none')}</p>
      </Section>
    )
  const rows = limits.map((box, index) => ({ box, key: String(index) }))
  return (
    <DataTable
      caption={t('record.limits')}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[{ key: 'box', head: t('record.limit-one'), cell: ({ box }) => <Limits limits={[box]} /> }]}
    />
  )
}
