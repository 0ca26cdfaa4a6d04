/** All that one person may decide, or could once accepted: the register's answer, on the person's page. */
import { useAnswer } from '../../../web/app/api.ts'
import { Busy, DataTable, Empty, Name, ProblemNotice, State, useLanguage, type Column } from '../../../web/design/index.ts'
import { limitSentence } from '../../../platform/messages/limit-words.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { holdsContract } from '../../register/index.ts'
import { delegationAddress, entityAddress } from './addresses.ts'
import { LastDay } from './spans.tsx'

type Holding = AnswerOf<typeof holdsContract>['holds'][number]

export function MayDecide({ person }: { readonly person: string }) {
  const speech = useLanguage()
  const { locale, name, t } = speech
  const answer = useAnswer<typeof holdsContract>('GET', '/api/v1/holds', { query: { person } })
  if (answer.error) return <ProblemNotice error={answer.error} onRetry={() => void answer.refetch()} />
  if (!answer.data) return <Busy>{t('person.busy')}</Busy>
  const matterName = ({ delegation: { matter } }: Holding): string => name(matter.name, matter.names)
  const order = new Intl.Collator(locale)
  const sorted = [...answer.data.holds].sort((a, b) => order.compare(matterName(a), matterName(b)))
  const columns: readonly Column<Holding>[] = [
    {
      key: 'matter',
      head: t('person.column-matter'),
      cell: ({ delegation: { id, matter } }) => (
        <a href={delegationAddress(id)}>
          <Name {...matter} />
        </a>
      ),
    },
    { key: 'limits', head: t('person.column-limit'), cell: ({ delegation }) => limitSentence(delegation.limits, speech) },
    { key: 'where', head: t('person.column-where'), cell: (holding) => <Where holding={holding} /> },
    {
      key: 'capacity',
      head: t('person.column-capacity'),
      cell: ({ capacity }) => (capacity ? <Name {...capacity} /> : t('person.personally')),
    },
    { key: 'until', head: t('person.column-until'), cell: ({ delegation }) => <LastDay end={delegation.effectiveTo} /> },
    { key: 'state', head: t('person.column-state'), cell: (holding) => <Standing holding={holding} /> },
  ]
  return (
    <DataTable
      caption={t('person.may-decide')}
      columns={columns}
      rows={sorted}
      rowKey={({ delegation, capacity }) => `${delegation.id} ${capacity?.id}`}
      empty={<Empty title={t('person.may-decide-none')}>{t('person.may-decide-empty')}</Empty>}
      foot={<span className="quiet">{t('person.may-decide-count', { count: answer.data.holds.length })}</span>}
    />
  )
}

function Where({
  holding: {
    delegation: { entities },
  },
}: {
  readonly holding: Holding
}) {
  const { name, t } = useLanguage()
  const [first] = entities
  if (!first) return null
  if (entities.length > 1) return <>{t('person.more-entities', { first: name(first.name, first.names), more: entities.length - 1 })}</>
  return (
    <a href={entityAddress(first.id)}>
      <Name {...first} />
    </a>
  )
}

function Standing({ holding }: { readonly holding: Holding }) {
  const { t } = useLanguage()
  const { awaitsAcceptance, canExercise, canPassOn, passedOn } = holding
  return (
    <>
      {awaitsAcceptance ? (
        <State tone="wait">{t('person.awaits-acceptance')}</State>
      ) : canExercise ? (
        <State tone="yes">{t('person.can-decide')}</State>
      ) : canPassOn ? (
        <State tone="none">{t('person.can-only-pass-on')}</State>
      ) : (
        <State tone="no">{t('person.may-not-use')}</State>
      )}
      {passedOn > 0 ? <small>{t('person.passed-on', { count: passedOn })}</small> : null}
    </>
  )
}
