/** A large invented organisation for measurements: 200 entities, 40,000 people, some 20,000 delegations in chains of up to four. */
import { seededRandom, type Random } from '../../demo/random.ts'
import type { DelegationFact, Fact, Holder, MatterFact } from '../../kernel/authority/model.ts'
import {
  assignment, credential, delegation, entity, framework, matter, on, passable, person, post,
} from '../../kernel/authority/proof/example-facts.ts'

const entityCount = 200
const peopleEach = 200
const matterCount = 60
/** Of 200 posts of an entity: its head, five directors, fourteen officers; the others hold no authority. */
const directors = { from: 1, to: 5 }
const officers = { from: 6, to: 19 }

export const begun = on('2020-01-01')
export const today = on('2026-06-01')

const entityId = (place: number): string => (place === 0 ? 'organisation' : `entity-${place}`)
export const postId = (place: number, rank: number): string => `post-${place}-${rank}`
/** Everybody sits in the post of their number. */
export const personIn = (post: string): string => post.replace('post', 'person')

function organisation(): Fact[] {
  const facts: Fact[] = []
  for (let place = 0; place < entityCount; place++) {
    const parent = place === 0 ? null : entityId(place <= 20 ? 0 : 1 + (place % 20))
    facts.push(entity({ id: entityId(place), parent }))
    for (let rank = 0; rank < peopleEach; rank++) {
      const id = postId(place, rank)
      facts.push(post({ id, entity: entityId(place), grade: rank === 0 ? 'USG' : 'P-4', heads: rank === 0 }))
      facts.push(person({ id: personIn(id) }), assignment({ person: personIn(id), post: id, effectiveFrom: begun }))
      if (rank <= officers.to) facts.push(credential({ person: personIn(id), credential: 'certified', effectiveFrom: begun }))
    }
  }
  return facts
}

const matters = (): MatterFact[] =>
  Array.from({ length: matterCount }, (_, place) => matter({
    id: `matter-${place}`, acceptance: place % 2 === 0 ? 'before-use' : 'after',
    prerequisites: place % 3 === 0 ? [{ credential: 'certified', onLapse: 'blocks-exercise' }] : [],
  }))

/** Most are simply in force; some have ended, lie ahead, wait or rest. */
function fate(random: Random): Partial<DelegationFact> {
  const drawn = random.int(1, 100)
  if (drawn <= 3) return { endedAt: on('2025-01-01'), endReason: 'revoked' }
  if (drawn <= 6) return { effectiveTo: on('2024-01-01') }
  if (drawn <= 8) return { effectiveFrom: on('2027-01-01') }
  if (drawn <= 11) return { acceptedAt: null, acceptedBy: null }
  if (drawn <= 12) return { suspensions: [{ from: on('2026-01-01'), to: null }] }
  return {}
}

function delegations(random: Random): DelegationFact[] {
  const made: DelegationFact[] = []
  const give = (
    place: number, rank: number, parent: DelegationFact | null, onMatter: string, upTo: number, depth: number,
  ): DelegationFact => {
    const held = postId(place, rank)
    const inPerson = rank >= officers.from && random.chance(0.1)
    const holder: Holder = inPerson ? { kind: 'person', person: personIn(held) } : { kind: 'post', post: held }
    const given = delegation({
      id: `delegation-${made.length}`, parent: parent?.id ?? null, matter: onMatter, holder, entities: [entityId(place)],
      limits: [{ amount: { currency: 'USD', upTo: String(upTo) } }], subdelegation: depth > 0 ? passable(depth) : null,
      effectiveFrom: begun, acceptedAt: begun, acceptedBy: personIn(held), ...(parent === null ? {} : fate(random)),
    })
    made.push(given)
    return given
  }
  const roots = Array.from({ length: matterCount }, (_, each) => give(0, 0, null, `matter-${each}`, 10_000_000, 3))
  for (let place = 1; place < entityCount; place++) {
    for (const root of roots.filter(() => random.chance(0.41))) {
      const head = give(place, 0, root, root.matter, random.int(5, 50) * 100_000, 2)
      for (let rank = directors.from; rank <= directors.to; rank++) {
        if (!random.chance(0.3)) continue
        const director = give(place, rank, head, root.matter, random.int(5, 50) * 10_000, 1)
        for (let under = officers.from; under <= officers.to; under++) {
          if (random.chance(0.085)) give(place, under, director, root.matter, random.int(5, 50) * 1000, 0)
        }
      }
    }
  }
  return made
}

export interface LargeOrganisation {
  readonly facts: readonly Fact[]
  readonly delegations: readonly DelegationFact[]
}

export function largeOrganisation(seed: number): LargeOrganisation {
  const made = delegations(seededRandom(seed))
  return { facts: [framework({ id: 'framework', effectiveFrom: begun }), ...matters(), ...organisation(), ...made], delegations: made }
}
