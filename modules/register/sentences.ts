/** Answers, reasons and limits in words: whole sentences of the catalogues, for pages and the command line alike. Knows no page. */
import type { AnswerOf } from '../../platform/http/contract.ts'
import type { mayContract } from './views/ask.ts'
import type { DelegationSummary, HolderAnswer, Named } from './shapes.ts'

export type MayAnswer = AnswerOf<typeof mayContract>
type Limits = DelegationSummary['limits']
type Box = Limits[number]
type Values = Readonly<Record<string, string | number>>

/** What a sentence needs of a language. The browser's own speech is one. */
export interface Speaker {
  readonly locale: string
  has(key: string): boolean
  t(key: string, values?: Values): string
  name(name: string, names?: Named['names']): string
  money(money: { readonly currency: string; readonly value: string }): string
  date(value: string | number): string
}

export type KnownNames = Readonly<Record<string, Named>>

const listed = ({ locale }: Speaker, parts: readonly string[], type: 'conjunction' | 'disjunction'): string =>
  new Intl.ListFormat(locale, { type }).format(parts)

/** A code in words where the catalogues know it: `method.open-tender`. */
export const coded = ({ has, t }: Speaker, group: string, code: string): string => (has(`${group}.${code}`) ? t(`${group}.${code}`) : code)

function bandWords(speaker: Speaker, { currency, over, overIncluded, upTo, upToIncluded }: NonNullable<Box['amount']>): string {
  const money = (value: string | undefined): string => (value === undefined ? '' : speaker.money({ currency, value }))
  return speaker.t('limit.amount', {
    lower: over === undefined ? 'none' : overIncluded ? 'from' : 'over',
    from: money(over),
    upper: upTo === undefined ? 'none' : upToIncluded === false ? 'under' : 'upTo',
    to: money(upTo),
  })
}

function boxWords(speaker: Speaker, box: Box): string {
  const codes = (group: string, values: readonly string[] | undefined): string | null =>
    values === undefined || values.length === 0
      ? null
      : speaker.t(`limit.${group}s`, {
          list: listed(
            speaker,
            values.map((code) => coded(speaker, group, code)),
            'disjunction',
          ),
        })
  const parts = [
    box.amount ? bandWords(speaker, box.amount) : null,
    box.grade === undefined ? null : speaker.t('limit.grade', { grade: box.grade }),
    codes('method', box.methods),
    codes('category', box.categories),
    codes('fund', box.funds),
    box.term === undefined ? null : speaker.t('limit.term', { months: box.term }),
  ].filter((part) => part !== null)
  return parts.length === 0 ? speaker.t('limit.none') : parts.reduce((first, next) => speaker.t('limit.and', { first, next }))
}

/** "up to USD 250,000, by open tender; or up to USD 50,000, by sole source". */
export function limitSentence(limits: Limits, speaker: Speaker): string {
  if (limits.length === 0) return speaker.t('limit.none')
  return limits.map((box) => boxWords(speaker, box)).reduce((first, next) => speaker.t('limit.or', { first, next }))
}

/** The holder in words: a person, a post with whoever is in it, a body. */
export function holderWords({ kind, person, post, body, persons }: HolderAnswer, speaker: Speaker): string {
  const name = (named: Named | null): string => (named === null ? '' : speaker.name(named.name, named.names))
  if (kind === 'person') return name(person)
  if (kind === 'body') return name(body)
  if (kind === 'person-in-post') return speaker.t('holder.in-post', { person: name(person), post: name(post) })
  return persons.length === 0
    ? speaker.t('holder.vacant', { post: name(post) })
    : speaker.t('holder.in-post', {
        person: listed(
          speaker,
          persons.map((each) => name(each)),
          'conjunction',
        ),
        post: name(post),
      })
}

/** Any reason: the kernel's, typed; or one that came as JSON. */
interface AnyReason {
  readonly code: string
  readonly delegation?: string | undefined
}

const factsOf = (reason: AnyReason): Readonly<Record<string, unknown>> => reason as object as Record<string, unknown>

const isInstant = (key: string, value: unknown): value is number =>
  typeof value === 'number' && ['since', 'openedAt', 'from', 'until', 'now'].includes(key)

/** A reason's facts as texts: names for ids, dates for instants, words for limits. */
function valuesOf(reason: AnyReason, names: KnownNames, speaker: Speaker): Values {
  const label = (id: string): string => (names[id] ? speaker.name(names[id].name, names[id].names) : id)
  const values: Record<string, string | number> = { delegation: reason.delegation ?? '' }
  for (const [key, value] of Object.entries(factsOf(reason))) {
    if (isInstant(key, value)) values[key] = speaker.date(value)
    else if (key === 'limits' && Array.isArray(value)) values[key] = limitSentence(value as Limits, speaker)
    else if (Array.isArray(value))
      values[key] =
        value.length === 0
          ? ''
          : listed(
              speaker,
              value.map((each) => label(String(each))),
              'conjunction',
            )
    else if (typeof value === 'string') values[key] = label(value)
    else if (typeof value === 'number') values[key] = value
    else if (value === null) values[key] = ''
  }
  const { dimension } = factsOf(reason)
  if (typeof dimension === 'string') values['dimension'] = speaker.t(`dimension.${dimension}`)
  return values
}

/** Choices inside a sentence, from facts that are codes: ICU select keys hold no hyphens. */
const choiceOf = (value: unknown): string =>
  typeof value === 'string' ? value.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) : 'none'

export function reasonSentence(reason: AnyReason, names: KnownNames, speaker: Speaker): string {
  const key = speaker.has(`reason.${reason.code}`)
    ? `reason.${reason.code}`
    : speaker.has(`step-closed.${reason.code}`)
      ? `step-closed.${reason.code}`
      : 'reason.other'
  const raw = Object.fromEntries(
    ['what', 'needs', 'because', 'kind'].filter((name) => name in reason).map((name) => [`${name}Choice`, choiceOf(factsOf(reason)[name])]),
  )
  return speaker.t(key, {
    ...valuesOf(reason, names, speaker),
    ...raw,
    dated: factsOf(reason)['since'] == null ? 'no' : 'yes',
    code: reason.code,
  })
}

/** Of a union, the boxes that speak of the method asked about; all, where none does or none was asked about. */
function boxesFor(limits: Limits, method: string | null): Limits {
  const about = method === null ? [] : limits.filter(({ methods }) => methods === undefined || methods.includes(method))
  return about.length > 0 ? about : limits
}

/** "Amina Diallo may decide this: award of contracts, up to USD 250,000." */
export function answerSentence(answer: MayAnswer, speaker: Speaker): string {
  const name = (named: Named | null): string => (named === null ? '' : speaker.name(named.name, named.names))
  const own = answer.chain.at(-1)
  const giver = answer.chain.at(-2)
  const first = answer.reasons[0]
  return speaker.t(`answer.${answer.answer}${answer.standing === 'now' ? '' : '-then'}`, {
    who: name(answer.person ?? answer.body),
    matter: name(answer.matter),
    day: speaker.date(answer.times.on),
    asked: answer.amount === null ? 'no' : 'yes',
    amount: answer.amount === null ? '' : speaker.money(answer.amount),
    limit: own ? limitSentence(boxesFor(own.limits, answer.method), speaker) : '',
    heldBy: name(answer.heldBy),
    given: giver ? 'yes' : 'no',
    giver: giver ? holderWords(giver.holder, speaker) : '',
    basis: own?.legalBasis ?? answer.chain[0]?.legalBasis ?? '',
    reason: first === undefined ? '' : reasonSentence(first, answer.names, speaker),
    missing: listed(
      speaker,
      answer.missing.map(({ code }) => speaker.t(`missing.${code}`)),
      'conjunction',
    ),
  })
}
