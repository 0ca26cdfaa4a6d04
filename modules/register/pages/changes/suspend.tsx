/** Suspending and lifting: what stops is shown first, then the days and the reason, then the act. */
import { useState } from 'react'

import { useAddress } from '../../../../web/app/address.ts'
import { useAct, useAnswer } from '../../../../web/app/api.ts'
import type { PageProps } from '../../../../web/app/page.ts'
import { Reading } from '../../../../web/app/reading.tsx'
import { useSession } from '../../../../web/app/session.ts'
import {
  ButtonLink,
  DateField,
  FieldRow,
  Notice,
  PageHead,
  ProblemError,
  ProblemNotice,
  Section,
  useLanguage,
} from '../../../../web/design/index.ts'
import type { AnswerOf } from '../../../../platform/http/contract.ts'
import type { effectOfSuspensionContract, liftContract, suspendContract } from '../../acts/suspend-delegation.ts'
import { reasonSentence } from '../../sentences.ts'
import type { delegationContract } from '../../views/delegation.ts'
import { Elsewhere } from '../elsewhere.tsx'
import { LineList } from '../line-list.tsx'
import { Uncovered } from '../uncovered.tsx'
import { delegationHref, DelegationState, Limits, useHolderWords } from '../words.tsx'
import { Why } from './why.tsx'
import '../register.css'

type Record = AnswerOf<typeof delegationContract>

export function Page({ param }: PageProps) {
  const { t } = useLanguage()
  const answer = useAnswer<typeof delegationContract>('GET', '/api/v1/delegations/{id}', { params: { id: param('id') } })
  if (!answer.data) return <Reading answer={answer} title={t('suspend.title')} busy={t('suspend.busy')} elsewhere={<Elsewhere />} />
  const record = answer.data
  const lifting = record.steps.some(({ step, open }) => step === 'lift' && open)
  return (
    <>
      <Head record={record} lifting={lifting} />
      {lifting ? <Lift record={record} /> : <Suspend record={record} />}
    </>
  )
}

function Head({ record: { delegation }, lifting }: { readonly record: Record; readonly lifting: boolean }) {
  const { t, name } = useLanguage()
  const holder = useHolderWords()
  const what = { matter: name(delegation.matter.name, delegation.matter.names), holder: holder(delegation.holder) }
  return (
    <PageHead
      title={t(lifting ? 'suspend.heading-lift' : 'suspend.heading', what)}
      kicker={t('record.kicker', { id: delegation.id })}
      steps={<ButtonLink href={delegationHref(delegation.id)}>{t('revoke.back')}</ButtonLink>}
    >
      <p className="lead">{t(lifting ? 'suspend.intro-lift' : 'suspend.intro')}</p>
      <p>
        <DelegationState state={delegation.state} /> <Limits limits={delegation.limits} />
      </p>
    </PageHead>
  )
}

function useClosed({ steps, names }: Record, step: 'suspend' | 'lift'): string | undefined {
  const speech = useLanguage()
  const found = steps.find((each) => each.step === step)
  return found?.open === true ? undefined : reasonSentence(found?.reasons[0] ?? { code: 'not-the-delegator' }, names, speech)
}

function Suspend({ record }: { readonly record: Record }) {
  const { t } = useLanguage()
  const { go } = useAddress()
  const today = useSession().now.slice(0, 10)
  const { id } = record.delegation
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const span = { from: from === '' ? null : from, until: until === '' ? null : until }
  const effect = useAnswer<typeof effectOfSuspensionContract>(
    'POST',
    '/api/v1/delegations/{id}/effect-of-suspension',
    { params: { id }, body: span },
    { keepPrevious: true },
  )
  const act = useAct<typeof suspendContract>('POST', '/api/v1/delegations/{id}/suspend')
  const refused = effect.error ?? act.error
  const wrong = (field: string) => (refused instanceof ProblemError ? refused.field(field) : undefined)
  const closed = useClosed(record, 'suspend') ?? (effect.error || !effect.data ? t('suspend.days-first') : undefined)
  return (
    <>
      {effect.data ? <Stops effect={effect.data} /> : null}
      <Section title={t('revoke.decide')}>
        <Why
          busy={act.isPending}
          closed={closed}
          step={t('suspend.confirm')}
          onDecide={(reason) =>
            act.mutate(
              { params: { id }, body: { ...span, version: effect.data?.version ?? record.version, reason } },
              { onSuccess: () => go(delegationHref(id)) },
            )
          }
        >
          {refused ? <ProblemNotice error={refused} /> : null}
          <FieldRow>
            <DateField label={t('suspend.from')} hint={t('suspend.from-hint')} min={today} value={from} onChange={setFrom} error={wrong('from')} />
            <DateField label={t('suspend.until')} hint={t('suspend.until-hint')} min={today} value={until} onChange={setUntil} error={wrong('until')} />
          </FieldRow>
        </Why>
      </Section>
    </>
  )
}

function Stops({ effect }: { readonly effect: AnswerOf<typeof effectOfSuspensionContract> }) {
  const { t } = useLanguage()
  return (
    <>
      <Notice kind="warning" title={t('suspend.effect', { stops: effect.stops })}>
        <p>{t('suspend.nothing-ends')}</p>
        {effect.stops > 0 ? (
          <details>
            <summary>{t('revoke.which-fall', { shown: effect.stopsFirst.length, falls: effect.stops })}</summary>
            <LineList lines={effect.stopsFirst} />
          </details>
        ) : null}
      </Notice>
      <Uncovered uncovered={effect.uncovered} />
    </>
  )
}

function Lift({ record }: { readonly record: Record }) {
  const { t } = useLanguage()
  const { go } = useAddress()
  const { id } = record.delegation
  const act = useAct<typeof liftContract>('POST', '/api/v1/delegations/{id}/lift')
  return (
    <Section title={t('revoke.decide')}>
      <Why
        busy={act.isPending}
        closed={useClosed(record, 'lift')}
        step={t('suspend.confirm-lift')}
        onDecide={(reason) =>
          act.mutate({ params: { id }, body: { version: record.version, reason } }, { onSuccess: () => go(delegationHref(id)) })
        }
      >
        {act.error ? <ProblemNotice error={act.error} /> : null}
      </Why>
    </Section>
  )
}
