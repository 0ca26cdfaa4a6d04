/**
 * Large invented organisations for measurements: entities of 200 posts, everybody in the post of their number, delegations in chains of up
 * to four. Facts come one after the other, so that a million can be recorded without ever being held together.
 */
import { seededRandom, type Random } from '../../demo/random.ts'
import type { DelegationFact, Fact, Holder, MatterFact } from '../../kernel/authority/model.ts'
import {
  assignment, credential, delegation, entity, framework, matter, on, passable, person, post,
} from '../../kernel/authority/proof/example-facts.ts'

export interface Size {
  readonly entities: number
  /** Share of the roots that the head of an entity holds a part of: 0.41 makes some 100 delegations an entity. */
  readonly passedOn: number
}

/** 200 entities, 40,000 people, some 20,000 delegations. */
export const ordinarySize: Size = { entities: 200, passedOn: 0.41 }
/** 5,000 entities, 1,000,000 people, some 1,000,000 delegations. */
export const largeSize: Size = { entities: 5000, passedOn: 0.83 }

export const peopleEach = 200
export const matterCount = 60
/** Of 200 posts of an entity: its head, five directors, fourteen officers; the others hold no authority. */
const directors = { from: 1, to: 5 }
const officers = { from: 6, to: 19 }

export const begun = on('2020-01-01')
export const today = on('2026-06-01')

export const entityId = (place: number): string => (place === 0 ? 'organisation' : `entity-${place}`)
export const postId = (place: number, rank: number): string => `post-${place}-${rank}`
/** Everybody sits in the post of their number. */
export const personIn = (post: string): string => post.replace('post', 'person')

function* organisation({ entities }: Size): Generator<Fact> {
  for (let place = 0; place < entities; place++) {
    const parent = place === 0 ? null : entityId(place <= 20 ? 0 : 1 + (place % 20))
    yield entity({ id: entityId(place), parent })
    for (let rank = 0; rank < peopleEach; rank++) {
      const id = postId(place, rank)
      yield post({ id, entity: entityId(place), grade: rank === 0 ? 'USG' : 'P-4', heads: rank === 0 })
      yield person({ id: personIn(id) })
      yield assignment({ person: personIn(id), post: id, effectiveFrom: begun })
      if (rank <= officers.to) yield credential({ person: personIn(id), credential: 'certified', effectiveFrom: begun })
    }
  }
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

function* delegations({ entities, passedOn }: Size, random: Random): Generator<DelegationFact> {
  let made = 0
  const give = (
    place: number, rank: number, parent: DelegationFact | null, onMatter: string, upTo: number, depth: number,
  ): DelegationFact => {
    const held = postId(place, rank)
    const inPerson = rank >= officers.from && random.chance(0.1)
    const holder: Holder = inPerson ? { kind: 'person', person: personIn(held) } : { kind: 'post', post: held }
    return delegation({
      id: `delegation-${made++}`, parent: parent?.id ?? null, matter: onMatter, holder, entities: [entityId(place)],
      limits: [{ amount: { currency: 'USD', upTo: String(upTo) } }], subdelegation: depth > 0 ? passable(depth) : null,
      effectiveFrom: begun, acceptedAt: begun, acceptedBy: personIn(held), ...(parent === null ? {} : fate(random)),
    })
  }
  const roots = Array.from({ length: matterCount }, (_, each) => give(0, 0, null, `matter-${each}`, 10_000_000, 3))
  yield* roots
  for (let place = 1; place < entities; place++) {
    for (const root of roots.filter(() => random.chance(passedOn))) {
      const head = give(place, 0, root, root.matter, random.int(5, 50) * 100_000, 2)
      yield head
      for (let rank = directors.from; rank <= directors.to; rank++) {
        if (!random.chance(0.3)) continue
        const director = give(place, rank, head, root.matter, random.int(5, 50) * 10_000, 1)
        yield director
        for (let under = officers.from; under <= officers.to; under++) {
          if (random.chance(0.085)) yield give(place, under, director, root.matter, random.int(5, 50) * 1000, 0)
        }
      }
    }
  }
}

/** Everything there is to record, the organisation before what is delegated in it. */
export function* factsOf(size: Size, seed: number): Generator<Fact> {
  yield framework({ id: 'framework', effectiveFrom: begun })
  yield* matters()
  yield* organisation(size)
  yield* delegations(size, seededRandom(seed))
}
