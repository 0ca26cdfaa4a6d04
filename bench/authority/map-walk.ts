/**
 * What a programmer writes in an afternoon: maps from person and matter to lines, and a walk up the chain that looks at dates, state,
 * entity and amount, and builds a reason. It knows one time only, no prerequisites, preconditions, grades, methods or union of limits,
 * and counts in floating point.
 */
import type { DelegationFact, Fact, Instant } from '../../kernel/authority/model.ts'
import { holdersOf } from './flattened.ts'
import type { Asked, Peer } from './peer.ts'

interface Line {
  readonly fact: DelegationFact
  readonly acceptFirst: boolean
  readonly entities: ReadonlySet<string>
  readonly upTo: number
  parent: Line | null
}

export interface Walked {
  readonly permitted: boolean
  readonly reasons: readonly string[]
  readonly chain: readonly string[]
}

export class MapWalk implements Peer {
  readonly name = 'a walk over maps'
  readonly #lines = new Map<string, Line>()
  readonly #held = new Map<string, Map<string, Line[]>>()
  readonly #parentOfEntity = new Map<string, string | null>()

  constructor(facts: readonly Fact[], private readonly now: Instant) {
    const holderOf = holdersOf(facts)
    const acceptFirst = new Set<string>()
    for (const fact of facts) {
      if (fact.kind === 'entity') this.#parentOfEntity.set(fact.id, fact.parent)
      if (fact.kind === 'matter' && fact.acceptance === 'before-use') acceptFirst.add(fact.id)
    }
    for (const fact of facts) if (fact.kind === 'delegation') this.#add(fact, holderOf(fact), acceptFirst.has(fact.matter))
    for (const line of this.#lines.values()) line.parent = line.fact.parent === null ? null : (this.#lines.get(line.fact.parent) ?? null)
  }

  #add(fact: DelegationFact, person: string | null, acceptFirst: boolean): void {
    const upTo = Number(fact.limits[0]?.amount?.upTo ?? Infinity)
    const line: Line = { fact, acceptFirst, entities: new Set(fact.entities), upTo, parent: null }
    this.#lines.set(fact.id, line)
    if (person === null) return
    const byMatter = this.#held.get(person) ?? new Map<string, Line[]>()
    this.#held.set(person, byMatter)
    byMatter.set(fact.matter, [...(byMatter.get(fact.matter) ?? []), line])
  }

  #covers({ entities }: Line, entity: string): boolean {
    for (let at: string | null = entity; at !== null; at = this.#parentOfEntity.get(at) ?? null) if (entities.has(at)) return true
    return false
  }

  /** Why a line does not hold by itself; null: it does. */
  #stop({ fact, acceptFirst }: Line, now: number): string | null {
    if (fact.endedAt !== null && fact.endedAt <= now) return `${fact.id} was ended`
    if (fact.suspensions.some(({ from, to }) => from <= now && (to === null || now < to))) return `${fact.id} is suspended`
    if (acceptFirst && (fact.acceptedAt === null || now < fact.acceptedAt)) return `${fact.id} is not accepted`
    if (now < fact.effectiveFrom) return `${fact.id} has not begun`
    return fact.effectiveTo !== null && fact.effectiveTo <= now ? `${fact.id} has run out` : null
  }

  permits(asked: Asked): boolean {
    return this.may(asked, this.now).permitted
  }

  may({ person, matter, entity, amount }: Asked, now: Instant): Walked {
    const reasons: string[] = []
    for (const line of this.#held.get(person)?.get(matter) ?? []) {
      const before = reasons.length
      const chain: string[] = []
      if (!this.#covers(line, entity)) reasons.push(`${line.fact.id} does not cover ${entity}`)
      if (amount > line.upTo) reasons.push(`${line.fact.id} ends at ${line.upTo}`)
      for (let at: Line | null = line; at !== null; at = at.parent) {
        const stop = this.#stop(at, now)
        if (stop !== null) reasons.push(stop)
        chain.push(at.fact.instrument)
      }
      if (reasons.length === before) return { permitted: true, reasons: [], chain }
    }
    if (reasons.length === 0) reasons.push(`${person} holds nothing on ${matter}`)
    return { permitted: false, reasons, chain: [] }
  }
}
