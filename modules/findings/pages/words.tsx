/** Findings in words: what is wrong, what made it so, what mends it. */
import { hrefOf, pagedKinds } from '../../../web/app/places.ts'
import { Name, State, useLanguage, type Speech, type Tone } from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { findingsContract } from '../views/list-findings.ts'

export type FindingItem = AnswerOf<typeof findingsContract>['items'][number]
type Cause = FindingItem['cause'][string]
type Ref = FindingItem['subject']

export const findingHref = (id: string): string => `/findings/${id}`

const tones: Readonly<Record<FindingItem['severity'], Tone>> = { breach: 'no', 'stops-use': 'wait', attention: 'soon' }

export function Severity({ severity }: { readonly severity: FindingItem['severity'] }) {
  const { t } = useLanguage()
  return <State tone={tones[severity]}>{t(`finding.severity-${severity}`)}</State>
}

const stateTones: Readonly<Record<string, Tone>> = { open: 'wait', accepted: 'soon', lesson: 'none', mended: 'yes', gone: 'yes' }

export function FindingStateWord({ state }: { readonly state: string }) {
  const { t } = useLanguage()
  return <State tone={stateTones[state] ?? 'none'}>{t(`finding.state-${state}`)}</State>
}

const isList = (value: Cause): value is Ref[] => Array.isArray(value)
const isRef = (value: Cause): value is Ref => typeof value === 'object' && 'kind' in value

/** A list of codes is separated by spaces: "amount term". */
const codes = (speech: Speech, text: string): string =>
  text.split(' ').every((code) => speech.has(`finding.value-${code}`)) ? text.split(' ').map((code) => speech.t(`finding.value-${code}`)).join(' · ') : text

/** What the sentence of a cause is filled with: names for ids, dates for instants, words for codes. */
export function valuesOf({ cause, names }: Pick<FindingItem, 'cause' | 'names'>, speech: Speech): Record<string, string | number> {
  const label = ({ kind, id }: Ref): string => {
    const named = names[`${kind}:${id}`]
    return named ? speech.name(named.name, named.names) + (kind === 'delegation' ? ` (${id})` : '') : id
  }
  return Object.fromEntries(Object.entries(cause).map(([key, value]): [string, string | number] => {
    if (typeof value === 'number') return [key, value]
    if (typeof value === 'string') return [key, codes(speech, value)]
    if (isList(value)) return [key, value.map(label).join(' · ')]
    return [key, isRef(value) ? label(value) : speech.date(value.at)]
  }))
}

export const causeSentence = (item: FindingItem, speech: Speech): string => speech.t(`finding.cause-${item.rule}`, valuesOf(item, speech))

/** The records a cause speaks of, once each. */
export function refsOf({ cause, subject }: Pick<FindingItem, 'cause' | 'subject'>): readonly Ref[] {
  const all = [subject, ...Object.values(cause).flatMap((value) => (isList(value) ? value : isRef(value) ? [value] : []))]
  return [...new Map(all.map((each) => [`${each.kind}:${each.id}`, each])).values()]
}

export function RecordLink({ record, names }: { readonly record: Ref; readonly names: FindingItem['names'] }) {
  const { t, has } = useLanguage()
  const { kind, id } = record
  const named = names[`${kind}:${id}`]
  const paged = pagedKinds.find((each) => each === kind)
  const said = named ? <Name {...named} /> : <bdi>{id}</bdi>
  return (
    <>
      {paged ? <a href={hrefOf(paged, id)}>{said}</a> : said}{' '}
      <small>
        {has(`finding.kind-${kind}`) ? t(`finding.kind-${kind}`) : kind} {named ? <bdi>{id}</bdi> : null}
      </small>
    </>
  )
}

const firstOf = (item: FindingItem, kind: string): string | null => refsOf(item).find((each) => each.kind === kind)?.id ?? null

/** Where the act is taken that mends it. */
export function remedyHref(item: FindingItem): string | null {
  const { kind, id } = item.subject
  const person = firstOf(item, 'person')
  switch (item.remedy) {
    case 'end-line':
      return kind === 'delegation' ? `${hrefOf('delegation', id)}/revoke` : '/drift'
    case 'renew-credential':
      return person === null ? null : hrefOf('person', person)
    case 'fill-post':
      return hrefOf('post', id)
    case 'designate-acting':
    case 'record-acting':
      return '/acting'
    case 'confirm-inherited':
      return '/inherited'
    case 'remove-role':
    case 'add-role':
      return '/drift'
    default:
      return kind === 'delegation' ? hrefOf('delegation', id) : kind === 'exercise' ? `/log?subject=${encodeURIComponent(`exercise:${id}`)}` : null
  }
}
