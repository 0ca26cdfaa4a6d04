/**
 * Cedar: one policy that walks the chain itself, unrolled to four levels because Cedar has no loops; policy set and schema parsed
 * beforehand. The application finds the delegations on the matter that could reach the person, and with each sends only what the question
 * needs: the person, the chain, the entity and those above it. A person with none is refused without a call, in Cedar's favour.
 */
import {
  preparsePolicySet, preparseSchema, statefulIsAuthorized, type CheckParseAnswer, type EntityJson, type EntityUidJson,
} from '@cedar-policy/cedar-wasm/nodejs'

import type { DelegationFact, Fact, Instant } from '../../kernel/authority/model.ts'
import { holdersOf } from './flattened.ts'
import type { Asked, Peer } from './peer.ts'

const schema = `
entity Holder;
entity Person in [Holder];
entity Place in [Place];
entity Matter;
entity Delegation = {
  holder: Holder, matter: Matter, places: Set<Place>, upTo: Long, acceptFirst: Bool, begins: Long,
  accepted?: Long, expires?: Long, ended?: Long, suspended?: Long, parent?: Delegation,
};
action decide appliesTo { principal: Person, resource: Delegation, context: { matter: Matter, place: Place, cents: Long, at: Long } };
`

const levels = 4

const inForce = (it: string): string => [
  `${it}.begins <= context.at`,
  `(!(${it} has expires) || context.at < ${it}.expires)`,
  `(!(${it} has ended) || context.at < ${it}.ended)`,
  `(!(${it} has suspended) || context.at < ${it}.suspended)`,
  `(!${it}.acceptFirst || (${it} has accepted && ${it}.accepted <= context.at))`,
].join(' && ')

/** In force, and so is all above it, as far as the unrolling reaches. */
const carried = (it: string, level: number): string => {
  const above = level === levels ? '' : ` || (${carried(`${it}.parent`, level + 1)})`
  return `${inForce(it)} && (!(${it} has parent)${above})`
}

const policy = `
permit (principal is Person, action == Action::"decide", resource is Delegation) when {
  resource.matter == context.matter && principal in resource.holder && context.place in resource.places &&
  context.cents <= resource.upTo && ${carried('resource', 1)}
};`

const policySet = 'mandate'
const schemaName = 'mandate'

function taken(answer: CheckParseAnswer): void {
  if (answer.type === 'failure') throw new Error(answer.errors.map(({ message }) => message).join('; '))
}

const uid = (type: string, id: string): EntityUidJson => ({ type, id })
const reference = (type: string, id: string) => ({ __entity: { type, id } })
const cents = (dollars: number): number => Math.round(dollars * 100)
const given = (name: string, value: number | null | undefined): Record<string, number> => (value == null ? {} : { [name]: value })

/** A delegation whose holder is a post or a person: both are what a person can be in. */
function entityOf(fact: DelegationFact, acceptFirst: boolean): EntityJson {
  const { holder } = fact
  const held = holder.kind === 'person' ? holder.person : holder.kind === 'post' ? holder.post : ''
  return {
    uid: uid('Delegation', fact.id), parents: [],
    attrs: {
      holder: reference('Holder', held), matter: reference('Matter', fact.matter),
      places: fact.entities.map((entity) => reference('Place', entity)),
      upTo: cents(Number(fact.limits[0]?.amount?.upTo)), acceptFirst, begins: fact.effectiveFrom,
      ...given('accepted', fact.acceptedAt), ...given('expires', fact.effectiveTo), ...given('ended', fact.endedAt),
      ...given('suspended', fact.suspensions[0]?.from),
      ...(fact.parent === null ? {} : { parent: reference('Delegation', fact.parent) }),
    },
  }
}

export class Cedar implements Peer {
  readonly name = 'Cedar'
  readonly #people = new Map<string, EntityJson>()
  /** An entity and all above it. */
  readonly #places = new Map<string, readonly EntityJson[]>()
  /** A delegation and all above it. */
  readonly #chains = new Map<string, readonly EntityJson[]>()
  readonly #held = new Map<string, Map<string, string[]>>()

  constructor(facts: readonly Fact[], private readonly now: Instant) {
    taken(preparseSchema(schemaName, schema))
    taken(preparsePolicySet(policySet, { staticPolicies: policy }))
    const holderOf = holdersOf(facts)
    const acceptFirst = new Set<string>()
    for (const fact of facts) {
      if (fact.kind === 'entity') {
        const place = { uid: uid('Place', fact.id), attrs: {}, parents: fact.parent === null ? [] : [uid('Place', fact.parent)] }
        this.#places.set(fact.id, [place, ...(fact.parent === null ? [] : (this.#places.get(fact.parent) ?? []))])
      }
      if (fact.kind === 'assignment') {
        const parents = [uid('Holder', fact.person), uid('Holder', fact.post)]
        this.#people.set(fact.person, { uid: uid('Person', fact.person), attrs: {}, parents })
      }
      if (fact.kind === 'matter' && fact.acceptance === 'before-use') acceptFirst.add(fact.id)
      if (fact.kind !== 'delegation') continue
      const above = fact.parent === null ? [] : (this.#chains.get(fact.parent) ?? [])
      this.#chains.set(fact.id, [entityOf(fact, acceptFirst.has(fact.matter)), ...above])
      const person = holderOf(fact)
      if (person === null) continue
      const byMatter = this.#held.get(person) ?? new Map<string, string[]>()
      this.#held.set(person, byMatter)
      byMatter.set(fact.matter, [...(byMatter.get(fact.matter) ?? []), fact.id])
    }
  }

  permits({ person, matter, entity, amount }: Asked): boolean {
    const who = this.#people.get(person)
    if (who === undefined) return false
    const where = this.#places.get(entity) ?? []
    const context = { matter: reference('Matter', matter), place: reference('Place', entity), cents: cents(amount), at: this.now }
    for (const id of this.#held.get(person)?.get(matter) ?? []) {
      const answer = statefulIsAuthorized({
        principal: who.uid, action: uid('Action', 'decide'), resource: uid('Delegation', id), context,
        preparsedSchemaName: schemaName, preparsedPolicySetId: policySet, validateRequest: false,
        entities: [who, ...where, ...(this.#chains.get(id) ?? [])],
      })
      if (answer.type === 'failure') throw new Error(answer.errors.map(({ message }) => message).join('; '))
      if (answer.response.decision === 'allow') return true
    }
    return false
  }
}
