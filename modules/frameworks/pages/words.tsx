/** Words that several pages about frameworks share. */
import { hrefOf } from '../../../web/app/places.ts'
import { Name, Tabs, useLanguage, type Tone } from '../../../web/design/index.ts'
import { limitSentence } from '../../../platform/messages/limit-words.ts'
import type { DelegationSummary } from '../../register/index.ts'
import type { BulletinState } from '../model.ts'

export const tones: Readonly<Record<BulletinState, Tone>> = { preparing: 'wait', consulting: 'soon', promulgated: 'yes', withdrawn: 'none' }

export const bulletinHref = (id: string): string => `/frameworks/${encodeURIComponent(id)}`

/** Why a line was not carried over: how its matter is mapped, or the rule of issue in the way. */
export function useReason(): (reason: string) => string {
  const { t, has } = useLanguage()
  return (reason) => (has(`reissue.reason.${reason}`) ? t(`reissue.reason.${reason}`) : t('reissue.reason-rule', { rule: reason }))
}

/** The pages of one bulletin. */
export function BulletinTabs({ id, promulgated, current }: { readonly id: string; readonly promulgated: boolean; readonly current: 'bulletin' | 'comments' | 'transition' | 'mine' }) {
  const { t } = useLanguage()
  const href = bulletinHref(id)
  const tabs = [
    { href, label: t('bulletin.tab'), current: current === 'bulletin' },
    { href: `${href}/comments`, label: t('comments.tab'), current: current === 'comments' },
    ...(promulgated ? [
      { href: `${href}/transition`, label: t('transition.tab'), current: current === 'transition' },
      { href: `${href}/what-changed`, label: t('changed.tab'), current: current === 'mine' },
    ] : []),
  ]
  return <Tabs label={t('bulletin.tabs')} tabs={tabs} />
}

/** A line in words: its matter, whoever holds it, how far it goes. */
export function Line({ line }: { readonly line: DelegationSummary }) {
  const speech = useLanguage()
  return (
    <>
      <a href={hrefOf('delegation', line.id)}><Name {...line.matter} /></a>
      <small>{limitSentence(line.limits, speech)}</small>
    </>
  )
}

export function HolderWords({ holder }: { readonly holder: DelegationSummary['holder'] }) {
  const { t } = useLanguage()
  const [first] = holder.persons
  const named = first ?? holder.post ?? holder.body
  return named ? <Name {...named} /> : <>{t('reissue.holder-several')}</>
}
