/** By what each kind of fact is found, besides its own id: the relation of a person, the rate of a currency, the acts on a contract. */
import type { Fact, FactKind, Instant } from './model.ts'

/** Acts on a matter in a calendar year (UTC) by which they are found: all, or those of one entity (null: nobody recorded which). */
export const actsInYear = (matter: string, year: number, entity?: string | null): string =>
  entity === undefined ? `year:${year}\n${matter}` : `year:${year}\n${matter}\n${entity ?? ''}`

export const yearOf = (at: Instant): number => new Date(at).getUTCFullYear()

/** Prefixed where one kind is found by several things, so that a contract and a case of the same number stay apart. */
const keys = {
  entity: fact => (fact.parent === null ? [] : [fact.parent]),
  post: fact => [fact.entity],
  assignment: fact => [`person:${fact.person}`, `post:${fact.post}`],
  credential: fact => [fact.person],
  matter: fact => fact.incompatible.map(({ matter }) => matter),
  'unit-fact': fact => [fact.entity],
  rate: fact => [fact.from],
  relation: fact => [fact.person, fact.other],
  absence: fact => [fact.person],
  waiver: fact => [fact.person],
  control: fact => [fact.entity],
  arrangement: fact => [`provider:${fact.provider}`, `client:${fact.client}`, ...fact.matters.map(matter => `matter:${matter}`)],
  minute: fact => [fact.body],
  exercise: fact => [
    ...(['contract', 'requirement', 'beneficiary', 'supplier', 'case', 'matter', 'person', 'delegation'] as const).flatMap(by =>
      fact[by] === null ? [] : [`${by}:${fact[by]}`],
    ),
    actsInYear(fact.matter, yearOf(fact.decidedAt)),
    actsInYear(fact.matter, yearOf(fact.decidedAt), fact.entity),
  ],
  ratification: fact => [fact.exercise],
  role: fact => [fact.person],
  'role-map': fact => [`role:${fact.system}/${fact.role}`, `matter:${fact.matter}`],
  mapping: fact => [...(fact.from === null ? [] : [`from:${fact.from}`]), ...(fact.to === null ? [] : [`to:${fact.to}`])],
} satisfies { readonly [K in FactKind]?: (fact: Extract<Fact, { kind: K }>) => readonly string[] }

/** Kinds that can be asked for by what they mention. */
export type MentioningKind = keyof typeof keys

export const isMentioning = (kind: FactKind): kind is MentioningKind => kind in keys

/** What a fact is found by. */
export const mentionsOf = (fact: Fact): readonly string[] =>
  isMentioning(fact.kind) ? (keys[fact.kind] as (fact: Fact) => readonly string[])(fact) : []
