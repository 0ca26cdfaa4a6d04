/** Answers, holders and reasons in words: whole sentences of the catalogues, for pages and the command line alike. Knows no page. */
import type { AnswerOf } from '../../platform/http/contract.ts'
import { limitSentence } from '../../platform/messages/limit-words.ts'
import { listed, type Speaker } from '../../platform/messages/speaker.ts'
import type { mayContract } from './views/ask.ts'
import type { DelegationSummary, HolderAnswer, Named } from './shapes.ts'

export type MayAnswer = AnswerOf<typeof mayContract>
type Limits = DelegationSummary['limits']
type Values = Readonly<Record<string, string | number>>

export type KnownNames = Readonly<Record<string, Named>>

/** The holder in words: a person, a post with whoever is in it, a body. */
export function holderWords({ kind, person, post, body, entity, grade, posts, needed, persons }: HolderAnswer, speaker: Speaker): string {
  const name = (named: Named | null): string => (named === null ? '' : speaker.name(named.name, named.names))
  if (kind === 'person') return name(person)
  if (kind === 'body') return name(body)
  if (kind === 'class') return speaker.t('holder.class', { grade: grade ?? '', entity: name(entity) })
  if (kind === 'joint') {
    return speaker.t('holder.joint', { needed: needed ?? 0, posts: listed(speaker, posts.map((each) => name(each)), 'conjunction') })
  }
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
    ['what', 'needs', 'because', 'kind', 'scope'].filter((name) => name in reason).map((name) => [`${name}Choice`, choiceOf(factsOf(reason)[name])]),
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
