/**
 * The facts a verdict stands on (rule 26), gathered by what they mention, not by watching the engine: whoever uses them asks the engine
 * again of them alone, and reaches further where the answer differs.
 */
import { inForce } from './chain.ts'
import { groundOf } from './ground.ts'
import type { MentioningKind } from './mentions.ts'
import type { Fact, FactKind, LedgerNumber, Question, Times } from './model.ts'
import type { Register } from './register.ts'
import type { Verdict } from './verdict.ts'

/**
 * How far to look: what the question and the chain name; then the circumstances of everybody named there; then every delegation on the
 * matter.
 */
export const reaches = ['named', 'circumstances', 'matter'] as const
export type Reach = (typeof reaches)[number]

const referred: readonly FactKind[] = ['matter', 'framework', 'delegation', 'entity', 'post', 'person', 'body', 'place']
const ofPerson: readonly MentioningKind[] = ['credential', 'relation', 'absence', 'waiver']
const ofEntity: readonly MentioningKind[] = ['unit-fact', 'control']
/** What earlier acts are found by, where they count with the decision asked about. */
const countedBy = ['contract', 'requirement', 'beneficiary', 'supplier', 'case'] as const

function* textsIn(value: unknown): Iterable<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) yield* textsIn(each)
}

class Gathering {
  readonly #found = new Map<string, Fact>()

  constructor(private readonly register: Register, private readonly known: LedgerNumber) {}

  facts(): readonly Fact[] {
    return [...this.#found.values()]
  }

  /** With all it refers to, up to the roots of trees and chains. */
  take(fact: Fact | null): void {
    if (fact === null) return
    const key = `${fact.kind} ${fact.id}`
    if (this.#found.has(key)) return
    this.#found.set(key, fact)
    // From a rate to the rates of its other currency, and on, would lead to all there are.
    if (fact.kind !== 'rate') for (const text of textsIn(fact)) this.named(text)
    if (fact.kind === 'delegation') for (const text of textsIn(fact.holder)) this.mentioning('assignment', `post:${text}`)
    if (fact.kind === 'entity') for (const kind of ofEntity) this.mentioning(kind, fact.id)
    if (fact.kind === 'body') this.mentioning('minute', fact.id)
  }

  /** An id, a currency, or an amount in one. */
  named(text: string): void {
    for (const kind of referred) this.take(this.register.fact(kind, text, this.known))
    const [, currency] = /^([A-Z]{3})(?: |$)/.exec(text) ?? []
    if (currency !== undefined) this.mentioning('rate', currency)
  }

  mentioning(kind: MentioningKind, key: string): void {
    for (const fact of this.register.mentioning(kind, key, this.known)) this.take(fact)
  }

  person(id: string): void {
    this.mentioning('assignment', `person:${id}`)
    for (const kind of ofPerson) this.mentioning(kind, id)
    this.mentioning('exercise', `person:${id}`)
  }
}

/** Every delegation on the matter by which the asker might decide, in force or not. */
function takeCandidates(gathering: Gathering, register: Register, { person, body, matter }: Question, times: Times): void {
  const take = (linked: 'person' | 'post' | 'body', id: string): void => {
    for (const row of register.linked(linked, id, times)) if (row.matter === matter) gathering.take(row.fact())
  }
  if (body !== undefined) take('body', body)
  if (person === undefined) return
  take('person', person)
  for (const post of register.postsEverHeld(person, times.known)) {
    take('post', post)
    for (const row of register.heldJointly(post, times)) if (row.matter === matter) gathering.take(row.fact())
  }
}

/** Earlier acts that may count with this one (rules 4, 17, 19). */
function takeEarlierActs(gathering: Gathering, register: Register, question: Question, known: LedgerNumber): void {
  for (const by of countedBy) {
    const value = question[by]
    if (value !== undefined) gathering.mentioning('exercise', `${by}:${value}`)
  }
  if (register.fact('matter', question.matter, known)?.basis === 'financial-year') gathering.mentioning('exercise', `matter:${question.matter}`)
}

/** That the matter is not reserved, one delegation in force shows. */
function takeOneInForce(gathering: Gathering, register: Register, { matter }: Question, times: Times): void {
  const ground = groundOf(register, matter, times)
  for (const row of register.linked('matter', matter, times)) {
    if (!inForce(ground, row)) continue
    gathering.take(row.fact())
    return
  }
}

/** The facts, as known at R, from which the verdict can be found again; each once. */
export function standsOn(register: Register, { question, chain, reasons }: Verdict, times: Times, reach: Reach): readonly Fact[] {
  const { known } = times
  const gathering = new Gathering(register, known)
  for (const text of textsIn(question)) gathering.named(text)
  for (const text of textsIn([chain.map(({ id }) => id), reasons])) gathering.named(text)
  if (question.person !== undefined) gathering.person(question.person)
  gathering.mentioning('arrangement', `matter:${question.matter}`)
  takeCandidates(gathering, register, question, times)
  takeEarlierActs(gathering, register, question, known)
  takeOneInForce(gathering, register, question, times)
  if (reach === 'named') return gathering.facts()
  for (const fact of gathering.facts()) {
    if (fact.kind === 'person') gathering.person(fact.id)
    if (fact.kind === 'post') gathering.mentioning('assignment', `post:${fact.id}`)
  }
  if (reach === 'matter') for (const row of register.linked('matter', question.matter, times)) gathering.take(row.fact())
  return gathering.facts()
}
