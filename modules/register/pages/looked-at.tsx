/** What a verdict looked at, and what it does not speak for. */
import type { ReactNode } from 'react'

import { hrefOf } from '../../../web/app/places.ts'
import { Facts, Name, useLanguage } from '../../../web/design/index.ts'
import { coded } from '../../../platform/messages/speaker.ts'
import type { MayAnswer } from '../sentences.ts'

export function LookedAt({ answer, grade }: { readonly answer: MayAnswer; readonly grade: string | undefined }) {
  const speech = useLanguage()
  const { t } = speech
  const line = (term: string, value: ReactNode) => ({ term, value })
  const items = [
    line(
      t('ask.matter'),
      <a href={hrefOf('matter', answer.matter.id)}>
        <Name {...answer.matter} />
      </a>,
    ),
    ...(answer.amount ? [line(t('ask.amount'), speech.money(answer.amount))] : []),
    ...(answer.method !== null ? [line(t('ask.method'), coded(speech, 'method', answer.method))] : []),
    ...(grade ? [line(t('ask.grade'), grade)] : []),
    line(t('ask.entity'), answer.entity ? <Name {...answer.entity} /> : t('ask.own-entity')),
    line(t('ask.capacity'), answer.capacity ? <Name {...answer.capacity} /> : t('ask.any-capacity')),
    ...(answer.obligations.length > 0
      ? [line(t('ask.obligations'), answer.obligations.map((each) => coded(speech, 'obligation', each)).join(' · '))]
      : []),
    line(
      t('ask.not-checked'),
      answer.notChecked.length > 0
        ? answer.notChecked.map((each) => coded(speech, 'not-checked', each)).join(' · ')
        : t('ask.everything-checked'),
    ),
  ]
  return <Facts items={items} />
}
