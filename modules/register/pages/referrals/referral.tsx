/** One decision referred: what is asked, what the register says of taking it now, and the steps that close it. */
import { useState } from 'react'

import { useAct, useAnswer } from '../../../../web/app/api.ts'
import type { PageProps } from '../../../../web/app/page.ts'
import { hrefOf } from '../../../../web/app/places.ts'
import { Reading } from '../../../../web/app/reading.tsx'
import { useSession } from '../../../../web/app/session.ts'
import { Amount, Button, ButtonLink, Facts, Moment, Name, Notice, PageHead, ProblemNotice, Section, State, Steps, TextArea, useLanguage } from '../../../../web/design/index.ts'
import type { AnswerOf } from '../../../../platform/http/contract.ts'
import type { decideReferralContract, declineReferralContract, withdrawReferralContract } from '../../acts/refer-decision.ts'
import type { referralContract } from '../../views/referrals.ts'
import { exerciseHref, VerdictPanel } from '../changes/verdict.tsx'
import { referralTones } from './referrals.tsx'
import '../register.css'

type Referral = AnswerOf<typeof referralContract>

export function Page({ param }: PageProps) {
  const { t } = useLanguage()
  const me = useSession().person?.id
  const answer = useAnswer<typeof referralContract>('GET', '/api/v1/referrals/{id}', { params: { id: param('id') } })
  const toList = <ButtonLink href="/referrals">{t('referral.list-title')}</ButtonLink>
  if (answer.error || !answer.data) return <Reading answer={answer} title={t('referral.title')} busy={t('referral.busy')} elsewhere={toList} />
  const referral = answer.data
  return (
    <>
      <PageHead title={t('referral.title')} steps={toList}>
        <p className="lead">
          <bdi>{referral.what}</bdi>
        </p>
        <State tone={referralTones[referral.state]}>{t(`referral.state-${referral.state}`)}</State>
      </PageHead>
      <Asked referral={referral} />
      {referral.verdict ? <VerdictPanel answer={referral.verdict} /> : null}
      {referral.state !== 'open' ? null : referral.askedOf.id === me ? <Decide referral={referral} /> : <Withdraw id={referral.id} />}
    </>
  )
}

function Asked({ referral: { matter, amount, entity, askedBy, askedOf, askedAt, closedAt, reason, exercise, digest } }: { readonly referral: Referral }) {
  const { t } = useLanguage()
  const items = [
    { term: t('register.column-matter'), value: <a href={hrefOf('matter', matter.id)}><Name {...matter} /></a> },
    ...(amount ? [{ term: t('exercise.amount'), value: <Amount money={amount} /> }] : []),
    ...(entity ? [{ term: t('ask.entity'), value: <a href={hrefOf('entity', entity.id)}><Name {...entity} /></a> }] : []),
    { term: t('referral.by'), value: <a href={hrefOf('person', askedBy.id)}><Name {...askedBy} /></a> },
    { term: t('referral.of'), value: <a href={hrefOf('person', askedOf.id)}><Name {...askedOf} /></a> },
    { term: t('referral.at'), value: <Moment value={askedAt} /> },
    ...(closedAt ? [{ term: t('referral.closed-at'), value: <Moment value={closedAt} /> }] : []),
    ...(reason ? [{ term: t('referral.reason'), value: <bdi>{reason}</bdi> }] : []),
    ...(exercise ? [{ term: t('referral.decision'), value: <a href={exerciseHref(exercise)}>{t('exercise.title')}</a> }] : []),
    { term: t('referral.digest'), value: <span className="digest">{digest}</span> },
  ]
  return (
    <Section title={t('referral.asked')}>
      <Facts items={items} />
      <p className="quiet">{t('referral.between')}</p>
    </Section>
  )
}

function Decide({ referral: { id, askedBy, verdict } }: { readonly referral: Referral }) {
  const { t } = useLanguage()
  const [reason, setReason] = useState('')
  const decide = useAct<typeof decideReferralContract>('POST', '/api/v1/referrals/{id}/decide')
  const decline = useAct<typeof declineReferralContract>('POST', '/api/v1/referrals/{id}/decline')
  const error = decide.error ?? decline.error
  return (
    <Section title={t('referral.yours')}>
      {error ? <ProblemNotice error={error} /> : null}
      <p>{t('referral.own-right', { person: askedBy.name })}</p>
      <Steps>
        <Button
          kind="main"
          busy={decide.isPending}
          closedBecause={verdict?.authorises ? undefined : t('referral.not-permitted')}
          onClick={() => decide.mutate({ params: { id }, body: {} })}
        >
          {t('referral.decide')}
        </Button>
      </Steps>
      <TextArea label={t('referral.why-decline')} value={reason} onChange={setReason} />
      <Steps>
        <Button
          busy={decline.isPending}
          closedBecause={reason.trim() === '' ? t('instrument.reason-first') : undefined}
          onClick={() => decline.mutate({ params: { id }, body: { reason: reason.trim() } })}
        >
          {t('referral.decline')}
        </Button>
      </Steps>
    </Section>
  )
}

function Withdraw({ id }: { readonly id: string }) {
  const { t } = useLanguage()
  const withdraw = useAct<typeof withdrawReferralContract>('POST', '/api/v1/referrals/{id}/withdraw')
  return (
    <Notice kind="note" title={t('referral.waits')}>
      {withdraw.error ? <ProblemNotice error={withdraw.error} /> : null}
      <Steps>
        <Button busy={withdraw.isPending} onClick={() => withdraw.mutate({ params: { id }, body: {} })}>
          {t('referral.withdraw')}
        </Button>
      </Steps>
    </Notice>
  )
}
