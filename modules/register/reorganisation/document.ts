/**
 * The signed document of a merger, split or closing: canonical JSON (RFC 8785), with the version of every line seen, so that what was shown is
 * what is signed. Its number and instant are given at signing; it takes effect then.
 */
import canonicalize from 'canonicalize'
import { z } from 'zod'

import type { ReorganisationPlan, Touched } from '../../../kernel/authority/acts/reorganise.ts'
import type { LineFate } from '../../../kernel/authority/if-reorganised.ts'
import type { Instant } from '../../../kernel/authority/model.ts'
import { dateOf } from '../../../kernel/time/instants.ts'
import type { Register } from '../../../kernel/authority/register.ts'
import { runsAt } from '../../../kernel/authority/world.ts'
import { digestOf, partiesOf } from '../instrument-document.ts'
import { named } from '../present.ts'

const party = z.object({ id: z.string(), name: z.string() })
const goes = party.extend({ to: party.nullable() })

export const reorganisationDocument = z.object({
  kind: z.literal('reorganisation'),
  reason: z.string(),
  signatory: party.extend({ post: party.nullable() }),
  /** Each with what takes its place; null: it closes. */
  ends: z.array(goes),
  founded: z.array(party.extend({ parent: party, category: z.string(), rules: z.array(z.string()) })),
  posts: z.array(goes), bodies: z.array(goes), units: z.array(goes),
  lines: z.array(z.object({
    id: z.string(), version: z.int(), matter: party,
    holder: z.object({ kind: z.string(), person: party.nullable(), post: party.nullable(), body: party.nullable() }),
    fate: z.enum(['moves', 'falls', 'falls-on']), to: z.array(party), until: z.string().nullable(),
  })),
})

export type ReorganisationDocument = z.infer<typeof reorganisationDocument>

export interface DocumentParts {
  readonly plan: ReorganisationPlan
  readonly touched: Touched
  readonly lines: readonly LineFate[]
  readonly reason: string
  readonly signatory: string
  readonly capacity: string | null
  readonly zone: string
}

/** What sits in the entities that end, and where it goes. */
export function seatsOf({ ending, seats }: ReorganisationPlan, { posts, bodies, entities }: Touched, at: Instant) {
  const gone = (entity: string | null): entity is string => entity !== null && entity in ending
  const of = (kind: 'post' | 'body' | 'entity', id: string, entity: string) => ({ id, to: seats[kind][id] ?? ending[entity] ?? null })
  return {
    posts: posts.filter((post) => runsAt(post, at)).map(({ id, entity }) => of('post', id, entity)),
    bodies: bodies.filter((body) => runsAt(body, at)).map(({ id, entity }) => of('body', id, entity)),
    units: entities.filter((unit) => runsAt(unit, at) && gone(unit.parent) && !gone(unit.id)).map(({ id, parent }) => of('entity', id, parent ?? '')),
  }
}

export function writeReorganisation(register: Register, { plan, touched, lines, reason, signatory, capacity, zone }: DocumentParts): { text: string; digest: string } {
  const of = (kind: 'person' | 'post' | 'entity' | 'matter' | 'body', id: string) => ({ id, name: named(register, kind, id).name })
  const founded = new Map(plan.founded.map(({ id, name }) => [id, { id, name }]))
  const entity = (id: string) => founded.get(id) ?? of('entity', id)
  const to = (id: string | null) => (id === null ? null : entity(id))
  const seats = seatsOf(plan, touched, plan.at)
  const facts = new Map(touched.delegations.map((fact) => [fact.id, fact]))
  const document: ReorganisationDocument = {
    kind: 'reorganisation', reason, signatory: { ...of('person', signatory), post: capacity === null ? null : of('post', capacity) },
    ends: Object.entries(plan.ending).map(([id, successor]) => ({ ...entity(id), to: to(successor) })),
    founded: plan.founded.map(({ id, name, parent, category, rules }) => ({ id, name, parent: entity(parent ?? ''), category, rules: [...rules] })),
    posts: seats.posts.map((each) => ({ ...of('post', each.id), to: to(each.to) })),
    bodies: seats.bodies.map((each) => ({ ...of('body', each.id), to: to(each.to) })),
    units: seats.units.map((each) => ({ ...entity(each.id), to: to(each.to) })),
    lines: lines.flatMap(({ delegation, choice }) => {
      const fact = facts.get(delegation)
      if (fact === undefined || choice === null) return []
      const gone = fact.entities.filter((each) => each in plan.ending)
      const next = choice.kind === 'falls' ? [] : gone.flatMap((each) => (choice.kind === 'moves' ? choice.to : null) ?? plan.ending[each] ?? [])
      return [{
        id: fact.id, version: register.versions(fact.id).at(-1)?.number ?? 0, matter: of('matter', fact.matter), holder: partiesOf(register, fact.holder),
        fate: choice.kind, to: [...new Set(next)].map(entity), until: choice.kind === 'falls-on' ? dateOf(choice.at - 1, zone) : null,
      }]
    }).sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
  const text = canonicalize(document)
  if (text === undefined) throw new TypeError('an instrument is always an object')
  return { text, digest: digestOf(text) }
}
