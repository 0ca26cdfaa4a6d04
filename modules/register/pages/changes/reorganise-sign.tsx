/** The end of a merger, split or closing: what stands against it, who could sign, the reason; then the digest and one signature over it. */
import { useState } from 'react'

import { useAddress } from '../../../../web/app/address.ts'
import { useAct } from '../../../../web/app/api.ts'
import { hrefOf } from '../../../../web/app/places.ts'
import { Button, Dialog, Name, Notice, ProblemNotice, Section, useLanguage } from '../../../../web/design/index.ts'
import type { effectOfReorganisationContract, reorganiseContract } from '../../acts/reorganise-entities.ts'
import { delegationHref } from '../words.tsx'
import type { Effect } from './reorganise-effect.tsx'
import type { Plan } from './reorganise-plan.ts'
import { Why } from './why.tsx'

export function ReorganiseSign({ plan, effect }: { readonly plan: Plan; readonly effect: Effect }) {
  const { t } = useLanguage()
  const [reason, setReason] = useState('')
  const layOut = useAct<typeof effectOfReorganisationContract>('POST', '/api/v1/reorganisations/effect')
  const closed = effect.faults.length > 0 ? t('reorganise.mend-first') : effect.maySign ? undefined : t('reorganise.not-yours')
  return (
    <Section title={t('revoke.decide')}>
      <Faults effect={effect} />
      {effect.maySign ? null : <Signatories effect={effect} />}
      <Why
        busy={layOut.isPending} closed={closed} step={t('reorganise.lay-out')}
        onDecide={(why) => {
          setReason(why)
          layOut.mutate({ body: { ...plan, reason: why } })
        }}
      >
        {layOut.error ? <ProblemNotice error={layOut.error} /> : null}
      </Why>
      {layOut.data && layOut.data.digest !== null ? <Sign plan={plan} reason={reason} laidOut={layOut.data} digest={layOut.data.digest} onClose={layOut.reset} /> : null}
    </Section>
  )
}

function Faults({ effect: { faults, lines } }: { readonly effect: Effect }) {
  const { t, has } = useLanguage()
  if (faults.length === 0) return null
  const isLine = (id: string): boolean => lines.some(({ delegation }) => delegation.id === id)
  return (
    <Notice kind="warning" title={t('reorganise.faults', { count: faults.length })}>
      <ul>
        {faults.map(({ code, subject }) => (
          <li key={`${code} ${subject}`}>
            {isLine(subject) ? <a href={delegationHref(subject)}>{subject}</a> : <bdi>{subject}</bdi>}: {has(`reorganise.fault-${code}`) ? t(`reorganise.fault-${code}`) : code}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Signatories({ effect: { couldSign, lines } }: { readonly effect: Effect }) {
  const { t } = useLanguage()
  return (
    <Notice kind="note" title={t(lines.some(({ closed }) => closed) ? 'reorganise.some-not-yours' : 'reorganise.not-yours')}>
      {couldSign.length === 0 ? <p>{t('reorganise.nobody-could')}</p> : (
        <>
          <p>{t('reorganise.could-sign')}</p>
          <ul>{couldSign.map(({ person, post }) => <li key={post.id}><a href={hrefOf('person', person.id)}><Name {...person} /></a> <small><Name {...post} /></small></li>)}</ul>
        </>
      )}
    </Notice>
  )
}

interface SignProps {
  readonly plan: Plan
  readonly reason: string
  readonly laidOut: Effect
  readonly digest: string
  readonly onClose: () => void
}

function Sign({ plan, reason, laidOut, digest, onClose }: SignProps) {
  const { t } = useLanguage()
  const { go } = useAddress()
  const act = useAct<typeof reorganiseContract>('POST', '/api/v1/reorganisations')
  const { moves, falls, stops } = laidOut
  return (
    <Dialog
      open title={t('reorganise.sign')} onClose={onClose}
      steps={<Button kind="main" busy={act.isPending} onClick={() => act.mutate({ body: { ...plan, reason, digest } }, { onSuccess: ({ instrument }) => go(`/instruments/${encodeURIComponent(instrument)}`) })}>{t('reorganise.sign-now')}</Button>}
    >
      {act.error ? <ProblemNotice error={act.error} /> : null}
      <Notice kind="warning" title={t('reorganise.one-act')}><p>{t('reorganise.effect', { moves, falls, stops })}</p></Notice>
      <p><bdi>{reason}</bdi></p>
      <p><small>{t('reorganise.digest')} <bdi dir="ltr" className="digest">{digest}</bdi></small></p>
    </Dialog>
  )
}
