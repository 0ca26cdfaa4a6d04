/** Revoked, and not ended until its holder has been told in person: who waits for it, and the step that records it. */
import { useState } from 'react'

import { useAct } from '../../../web/app/api.ts'
import { Button, Moment, Notice, ProblemNotice, Steps, TextArea, useLanguage } from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { giveNoticeContract } from '../acts/give-notice.ts'
import type { delegationContract } from '../views/delegation.ts'

type Record = AnswerOf<typeof delegationContract>

export function AwaitsNotice({ record: { awaitsNotice, delegation, version } }: { readonly record: Record }) {
  const { t, name, rich } = useLanguage()
  const [how, setHow] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAct<typeof giveNoticeContract>('POST', '/api/v1/delegations/{id}/notice')
  if (awaitsNotice === null) return null
  const { by, since, mayGive } = awaitsNotice
  return (
    <Notice kind="warning" title={t('record.awaits-notice')}>
      <p>{rich('record.awaits-notice-since', { by: by ? name(by.name, by.names) : '', since: <Moment value={since} /> })}</p>
      {mayGive ? (
        <form
          className="spaced"
          onSubmit={(event) => {
            event.preventDefault()
            setTried(true)
            if (how.trim() !== '') act.mutate({ params: { id: delegation.id }, body: { version, how: how.trim() } })
          }}
        >
          {act.error ? <ProblemNotice error={act.error} /> : null}
          <TextArea
            label={t('record.told')} hint={t('record.told-hint')} value={how} onChange={setHow} required
            error={tried && how.trim() === '' ? { message: t('record.told-missing') } : undefined}
          />
          <Steps><Button type="submit" kind="warn" busy={act.isPending}>{t('record.give-notice')}</Button></Steps>
        </form>
      ) : null}
    </Notice>
  )
}
