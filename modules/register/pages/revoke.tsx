/** Revoking: the effect first, a choice for each delegation passed on, the reason, then the act. */
import { useRef, useState } from 'react'

import { useAddress } from '../../../web/app/address.ts'
import { useAct, useAnswer } from '../../../web/app/api.ts'
import type { PageProps } from '../../../web/app/page.ts'
import {
  Busy,
  Button,
  ButtonLink,
  Empty,
  PageHead,
  ProblemNotice,
  Section,
  Steps,
  TextArea,
  useLanguage,
} from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { effectContract, revokeContract } from '../acts/revoke-delegation.ts'
import type { delegationContract } from '../views/delegation.ts'
import { reasonSentence } from '../sentences.ts'
import { ChildChoices, choicesGiven, WhatFalls, type Choices, type Kind } from './child-choices.tsx'
import { Uncovered } from './uncovered.tsx'
import { delegationHref, DelegationState, Limits, useHolderWords } from './words.tsx'
import './register.css'

type Effect = AnswerOf<typeof effectContract>

export function Page({ param }: PageProps) {
  const speech = useLanguage()
  const { t } = speech
  const id = param('id')
  const record = useAnswer<typeof delegationContract>('GET', '/api/v1/delegations/{id}', { params: { id } })
  const [choices, setChoices] = useState<Choices>({})
  const { given, ready } = choicesGiven(choices)
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
          <WhatFalls effect={shown} personal={shown.personalNotice} />
          <ChildChoices
            effect={shown} choices={choices} onChoose={(child, made) => setChoices({ ...choices, [child]: made })}
            empty={<Empty title={t('revoke.no-children')}>{t('revoke.no-children-detail')}</Empty>}
          />
          <Uncovered uncovered={shown.uncovered} />
          <Act
            id={id}
            version={shown.version}
            choices={given}
            personal={shown.personalNotice}
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

interface ActProps {
  readonly id: string
  readonly version: number
  readonly choices: readonly { readonly child: string; readonly choice: Kind; readonly on: string | null }[]
  /** Its holder is to be told in person before it ends. */
  readonly personal: boolean
  readonly closed: string | undefined
}

function Act({ id, version, choices, personal, closed }: ActProps) {
  const { t } = useLanguage()
  const { go } = useAddress()
  const [reason, setReason] = useState('')
  const [told, setTold] = useState('')
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
              { params: { id }, body: { version, reason: reason.trim(), choices: [...choices], notice: told.trim() === '' ? null : told.trim() } },
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
        {personal ? <TextArea label={t('revoke.told')} hint={t('revoke.told-hint')} value={told} onChange={setTold} /> : null}
        <Steps>
          <Button type="submit" kind="warn" busy={act.isPending} closedBecause={closed}>
            {t('revoke.confirm')}
          </Button>
        </Steps>
      </form>
    </Section>
  )
}
