/**
 * What an application must do before a library that knows no delegation can decide: find who sits in each post, walk every chain, and keep
 * of each delegation only what its whole chain leaves of it. Done once, and not counted against the library.
 */
import type { DelegationFact, Fact, Instant } from '../../kernel/authority/model.ts'

/** One delegation after its chain: between these instants, up to this amount, in these entities and what lies below them. */
export interface Grant {
  readonly id: string
  readonly person: string
  readonly matter: string
  /** Every entity covered, not only the roots of the trees. */
  readonly entities: readonly string[]
  readonly upTo: number
  readonly from: Instant
  readonly to: Instant
}

type Window = Pick<Grant, 'upTo' | 'from' | 'to'>

/** A suspension that ends would need two windows; the organisation measured has none. */
function ownWindow(fact: DelegationFact, acceptFirst: boolean): Window {
  if (fact.suspensions.some(({ to }) => to !== null)) throw new Error(`${fact.id} has a suspension that ends`)
  const accepted = acceptFirst ? (fact.acceptedAt ?? Infinity) : -Infinity
  const ends = [fact.effectiveTo, fact.endedAt, fact.fallsAt, ...fact.suspensions.map(({ from }) => from)]
  return {
    upTo: Number(fact.limits[0]?.amount?.upTo ?? Infinity),
    from: Math.max(fact.effectiveFrom, accepted),
    to: Math.min(...ends.map((end) => end ?? Infinity)),
  }
}

/** Who holds each delegation: by name, or by sitting in the post. */
export function holdersOf(facts: readonly Fact[]): (fact: DelegationFact) => string | null {
  const inPost = new Map<string, string>()
  for (const fact of facts) if (fact.kind === 'assignment') inPost.set(fact.post, fact.person)
  return ({ holder }) => (holder.kind === 'person' ? holder.person : holder.kind === 'post' ? (inPost.get(holder.post) ?? null) : null)
}

/** Each entity with all that lie below it, itself included. */
function subtrees(facts: readonly Fact[]): ReadonlyMap<string, readonly string[]> {
  const parents = new Map<string, string | null>()
  for (const fact of facts) if (fact.kind === 'entity') parents.set(fact.id, fact.parent)
  const below = new Map<string, string[]>()
  for (const entity of parents.keys()) {
    for (let at: string | null = entity; at !== null; at = parents.get(at) ?? null) {
      const inside = below.get(at)
      if (inside === undefined) below.set(at, [entity])
      else inside.push(entity)
    }
  }
  return below
}

/** The grants that can ever be used, of an organisation whose facts are recorded once each. */
export function flattened(facts: readonly Fact[]): readonly Grant[] {
  const below = subtrees(facts)
  const holderOf = holdersOf(facts)
  const delegations = new Map<string, DelegationFact>()
  const acceptFirst = new Set<string>()
  for (const fact of facts) {
    if (fact.kind === 'delegation') delegations.set(fact.id, fact)
    if (fact.kind === 'matter' && fact.acceptance === 'before-use') acceptFirst.add(fact.id)
  }
  const grants: Grant[] = []
  for (const fact of delegations.values()) {
    const person = holderOf(fact)
    let window: Window = { upTo: Infinity, from: -Infinity, to: Infinity }
    for (let at: DelegationFact | undefined = fact; at !== undefined; at = at.parent === null ? undefined : delegations.get(at.parent)) {
      const own = ownWindow(at, acceptFirst.has(at.matter))
      window = { upTo: Math.min(window.upTo, own.upTo), from: Math.max(window.from, own.from), to: Math.min(window.to, own.to) }
    }
    if (person === null || window.from >= window.to) continue
    const entities = [...new Set(fact.entities.flatMap((entity) => below.get(entity) ?? []))]
    grants.push({ id: fact.id, person, matter: fact.matter, entities, ...window })
  }
  return grants
}
