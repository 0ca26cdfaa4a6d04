/** Revoking: the effect first, a choice for each delegation passed on, the reason, then the act. */
import { useRef, useState } from 'react'

import { useAddress } from '../../../web/app/address.ts'
import { useAct, useAnswer } from '../../../web/app/api.ts'
import type { PageProps } from '../../../web/app/page.ts'
import { useSession } from '../../../web/app/session.ts'
import {
  Busy,
  Button,
  ButtonLink,
  DataTable,
  DateField,
  Empty,
  Notice,
  PageHead,
  ProblemNotice,
  Section,
  SelectField,
  Steps,
  TextArea,
  useLanguage,
  type Column,
} from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { effectContract, revokeContract } from '../acts/revoke-delegation.ts'
import type { delegationContract } from '../views/delegation.ts'
import { reasonSentence } from '../sentences.ts'
import { LineList } from './line-list.tsx'
import { Uncovered } from './uncovered.tsx'
import { delegationHref, DelegationState, HolderName, Limits, useHolderWords } from './words.tsx'
import './register.css'

type Effect = AnswerOf<typeof effectContract>
type Direct = Effect['direct'][number]
type Kind = Direct['choice']
type Choices = Readonly<Record<string, { readonly choice: Kind; readonly on: string | null }>>

export function Page({ param }: PageProps) {
  const speech = useLanguage()
  const { t } = speech
  const id = param('id')
  const record = useAnswer<typeof delegationContract>('GET', '/api/v1/delegations/{id}', { params: { id } })
  const [choices, setChoices] = useState<Choices>({})
  const given = Object.entries(choices).map(([child, made]) => ({ child, choice: made.choice, on: made.on }))
  const ready = given.every(({ choice, on }) => choice !== 'falls-on' || on !== null)
  const effect = useAnswer<typeof effectContract>(
    'POST',
    '/api/v1/delegations/{id}/effect-of-revocation',
    { params: { id }, body: { choices: ready ? given : [] } },
    { keepPrevious: true },
  )
  // A choice that cannot be taken leaves the last effect standing, so that the choice can be mended.
  const last = useRef<Effect | null>(null)
  if (effect.data) last.current = effect.data
  const shown = effect.data ?? last.current
  const step = record.data?.steps.find((each) => each.step === 'revoke')
  const notMine =
    record.data && step?.open !== true
      ? reasonSentence(step?.reasons[0] ?? { code: 'not-the-delegator' }, record.data.names, speech)
      : undefined
  if (record.error)
    return (
      <>
        <PageHead title={t('revoke.title')} />
        <ProblemNotice error={record.error} />
      </>
    )
  if (!record.data || (!shown && !effect.error)) return <Busy>{t('revoke.busy')}</Busy>
  return (
    <>
      <Head record={record.data} />
      {effect.error ? <ProblemNotice error={effect.error} onRetry={() => void effect.refetch()} /> : null}
      {shown ? (
        <>
          <Falls effect={shown} />
          <Direct effect={shown} choices={choices} onChoose={(child, made) => setChoices({ ...choices, [child]: made })} />
          <Uncovered uncovered={shown.uncovered} />
          <Act
            id={id}
            version={shown.version}
            choices={given}
            closed={notMine ?? (effect.error ? t('revoke.choice-first') : ready ? undefined : t('revoke.date-first'))}
          />
        </>
      ) : null}
    </>
  )
}

function Head({ record: { delegation } }: { readonly record: AnswerOf<typeof delegationContract> }) {
  const { t, name } = useLanguage()
  const holder = useHolderWords()
  return (
    <PageHead
      title={t('revoke.heading', { matter: name(delegation.matter.name, delegation.matter.names), holder: holder(delegation.holder) })}
      kicker={t('record.kicker', { id: delegation.id })}
      steps={<ButtonLink href={delegationHref(delegation.id)}>{t('revoke.back')}</ButtonLink>}
    >
      <p className="lead">{t('revoke.intro')}</p>
      <p>
        <DelegationState state={delegation.state} /> <Limits limits={delegation.limits} />
      </p>
    </PageHead>
  )
}

function Falls({ effect }: { readonly effect: Effect }) {
  const { t } = useLanguage()
  return (
    <Notice kind={effect.falls > 0 ? 'warning' : 'note'} title={t('revoke.effect', { falls: effect.falls, stands: effect.stands })}>
      <p>{t('revoke.on-notice')}</p>
      {effect.falls > 0 ? (
        <details>
          <summary>{t('revoke.which-fall', { shown: effect.fallsFirst.length, falls: effect.falls })}</summary>
          <LineList lines={effect.fallsFirst} />
        </details>
      ) : null}
    </Notice>
  )
}

function Direct({
  effect,
  choices,
  onChoose,
}: {
  readonly effect: Effect
  readonly choices: Choices
  readonly onChoose: (child: string, made: Choices[string]) => void
}) {
  const speech = useLanguage()
  const { t } = speech
  const today = useSession().now.slice(0, 10)
  const kinds: readonly Kind[] = ['falls', 'stands', 'falls-on']
  const columns: readonly Column<Direct>[] = [
    { key: 'to', head: t('home.column-to'), cell: ({ delegation }) => <HolderName holder={delegation.holder} /> },
    {
      key: 'limit',
      head: t('register.column-limit'),
      cell: ({ delegation, below }) => (
        <>
          <a href={delegationHref(delegation.id)}>{delegation.id}</a>
          <small>
            <Limits limits={delegation.limits} />
          </small>
          {below > 0 ? <small>{t('revoke.below', { count: below })}</small> : null}
        </>
      ),
    },
    {
      key: 'choice',
      head: t('revoke.column-choice'),
      cell: ({ delegation, choice, standsProblem }) => {
        const made = choices[delegation.id] ?? { choice, on: null }
        return (
          <div className="choice-row">
            <SelectField
              label={t('revoke.choice-for', { id: delegation.id })}
              value={made.choice}
              choices={kinds.map((kind) => ({ value: kind, label: t(`revoke.choice-${kind}`) }))}
              onChange={(value) => onChoose(delegation.id, { choice: value as Kind, on: made.on })}
              error={
                standsProblem[0] && made.choice !== 'falls'
                  ? { message: reasonSentence(standsProblem[0], effect.names, speech) }
                  : undefined
              }
            />
            {made.choice === 'falls-on' ? (
              <DateField
                label={t('revoke.last-day')}
                min={today}
                value={made.on ?? ''}
                onChange={(on) => onChoose(delegation.id, { choice: 'falls-on', on: on === '' ? null : on })}
              />
            ) : null}
          </div>
        )
      },
    },
  ]
  return (
    <DataTable
      caption={t('revoke.direct')}
      columns={columns}
      rows={effect.direct}
      rowKey={({ delegation }) => delegation.id}
      empty={<Empty title={t('revoke.no-children')}>{t('revoke.no-children-detail')}</Empty>}
    />
  )
}

interface ActProps {
  readonly id: string
  readonly version: number
  readonly choices: readonly { readonly child: string; readonly choice: Kind; readonly on: string | null }[]
  readonly closed: string | undefined
}

function Act({ id, version, choices, closed }: ActProps) {
  const { t } = useLanguage()
  const { go } = useAddress()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAct<typeof revokeContract>('POST', '/api/v1/delegations/{id}/revoke')
  const missing = tried && reason.trim() === ''
  return (
    <Section title={t('revoke.decide')}>
      <form
        className="spaced"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (reason.trim() !== '')
            act.mutate(
              { params: { id }, body: { version, reason: reason.trim(), choices: [...choices] } },
              { onSuccess: () => go(delegationHref(id)) },
            )
        }}
      >
        {act.error ? <ProblemNotice error={act.error} /> : null}
        <TextArea
          label={t('revoke.reason')}
          hint={t('revoke.reason-hint')}
          value={reason}
          onChange={setReason}
          required
          error={missing ? { message: t('revoke.reason-missing') } : undefined}
        />
        <Steps>
          <Button type="submit" kind="warn" busy={act.isPending} closedBecause={closed}>
            {t('revoke.confirm')}
          </Button>
        </Steps>
      </form>
    </Section>
  )
}
