/** Delegations in words and marks, as every page of the register shows them. */
import type { ReactNode } from 'react'

import { hrefOf } from '../../../web/app/places.ts'
import { Name, State, Until, useLanguage, type Tone } from '../../../web/design/index.ts'
import { limitSentence } from '../../../platform/messages/limit-words.ts'
import { holderWords, reasonSentence, type KnownNames } from '../sentences.ts'
import type { DelegationSummary, HolderAnswer } from '../shapes.ts'

const tones: Readonly<Record<string, Tone>> = {
  'in-force': 'yes',
  vacant: 'wait',
  'awaiting-acceptance': 'wait',
  'not-published': 'wait',
  'not-started': 'wait',
  suspended: 'wait',
  dormant: 'wait',
  expired: 'none',
  'not-recorded': 'none',
  revoked: 'no',
  fallen: 'no',
  withdrawn: 'no',
  declined: 'no',
  rescinded: 'no',
  'chain-broken': 'no',
  invalid: 'no',
}

export function DelegationState({ state }: { readonly state: string }) {
  const { t } = useLanguage()
  return <State tone={tones[state] ?? 'none'}>{t(`state.${state}`)}</State>
}

export function Limits({ limits }: { readonly limits: DelegationSummary['limits'] }) {
  const speech = useLanguage()
  return <span>{limitSentence(limits, speech)}</span>
}

/** Who holds it: the person, or the post with whoever is in it. */
export function HolderName({ holder }: { readonly holder: HolderAnswer }) {
  const speech = useLanguage()
  const { t } = speech
  const { kind, person, post, body, entity, persons } = holder
  const where = entity ? <Name {...entity} /> : null
  if (kind === 'body' && body)
    return (
      <>
        <Name {...body} />
        <small>{where}</small>
      </>
    )
  if (kind === 'person' && person)
    return (
      <>
        <a href={hrefOf('person', person.id)}>
          <Name {...person} />
        </a>
        {where ? <small>{where}</small> : null}
      </>
    )
  if (kind !== 'class' && kind !== 'joint' && !post) return null
  const names = (person ? [person] : persons).map((each) => (
    <a key={each.id} href={hrefOf('person', each.id)}>
      <Name {...each} />
    </a>
  ))
  return (
    <>
      {names.length > 0 ? joined(names) : t('holder.nobody')}
      <small>
        {post ? (
          <a href={hrefOf('post', post.id)}>
            <Name {...post} />
          </a>
        ) : (
          holderWords(holder, speech)
        )}
        {where && post ? (
          <>
            {' · '}
            {where}
          </>
        ) : null}
      </small>
    </>
  )
}

const joined = (parts: readonly ReactNode[]): ReactNode =>
  parts.map((part, index) => (
    <span key={index}>
      {index > 0 ? ' · ' : null}
      {part}
    </span>
  ))

/** A holder in one run of text, for captions and links. */
export function useHolderWords(): (holder: HolderAnswer | null) => string {
  const speech = useLanguage()
  return (holder) => (holder ? holderWords(holder, speech) : '')
}

export function ReasonList({ reasons, names }: { readonly reasons: DelegationSummary['reasons']; readonly names: KnownNames }) {
  const speech = useLanguage()
  if (reasons.length === 0) return null
  return (
    <ul className="reasons">
      {reasons.map((reason, index) => (
        <li key={index}>{reasonSentence(reason, names, speech)}</li>
      ))}
    </ul>
  )
}

/** Who did it: a person, or what acts where no person does. */
export function Actor({
  actor,
}: {
  readonly actor: { readonly id: string; readonly name: string; readonly names: DelegationSummary['matter']['names'] }
}) {
  const { t } = useLanguage()
  if (actor.id === 'operator') return <>{t('actor.operator')}</>
  if (actor.id.startsWith('import:')) return <>{t('actor.import')}</>
  return (
    <a href={hrefOf('person', actor.id)}>
      <Name {...actor} />
    </a>
  )
}

/** When it ends, in a cell: the words stay together in every script. */
export function Ends({ end }: { readonly end: string | null }) {
  return (
    <span className="nowrap">
      <Until end={end} />
    </span>
  )
}

/** The earliest of its ends, exclusive. */
export function endOf({ effectiveTo, endedAt }: Pick<DelegationSummary, 'effectiveTo' | 'endedAt'>): string | null {
  if (effectiveTo === null || endedAt === null) return effectiveTo ?? endedAt
  return effectiveTo < endedAt ? effectiveTo : endedAt
}

export const delegationHref = (id: string): string => hrefOf('delegation', id)
export const instrumentHref = (number: string): string => `/instruments/${encodeURIComponent(number)}`
export const schemeHref = (entity: string): string => `/schemes/${encodeURIComponent(entity)}`
/** A draft of a scheme has its own page; a sheet of its own another. */
export const draftHref = (draft: string, entity: string | null): string => (entity === null ? `/pass-on/${draft}` : `${schemeHref(entity)}/${draft}`)
