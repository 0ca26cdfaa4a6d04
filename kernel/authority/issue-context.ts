/** What a draft is checked against: the register as it is now, or a file's own rows laid over it. */
import { lineOf, type Line } from './line.ts'
import { mentionsOf, type MentioningKind } from './mentions.ts'
import type { DelegationFact, Fact, FactKind, Instant, MatterFact } from './model.ts'
import type { Register } from './register.ts'
import { runsAt, type World } from './world.ts'

/** `issue`: an act of now, nothing backwards. `import`: a record of what was done before. */
export type IssueMode = 'issue' | 'import'

/** Current versions of facts, effective or not. */
export interface IssueWorld {
  get<K extends FactKind>(kind: K, id: string): Extract<Fact, { kind: K }> | null
  all<K extends FactKind>(kind: K): Iterable<Extract<Fact, { kind: K }>>
  /** Facts by what they mention (`mentions.ts`) without walking all; where a world has no index, `all` is walked. */
  mentioning?<K extends MentioningKind>(kind: K, key: string): Iterable<Extract<Fact, { kind: K }>>
  /** Delegations on a matter, likewise. */
  onMatter?(matter: string): Iterable<DelegationFact>
}

function* mentioning<K extends MentioningKind>(world: IssueWorld, kind: K, key: string): Iterable<Extract<Fact, { kind: K }>> {
  if (world.mentioning) return yield* world.mentioning(kind, key)
  for (const fact of world.all(kind)) if (mentionsOf(fact).includes(key)) yield fact
}

const ofPerson = <K extends 'assignment' | 'credential'>(world: IssueWorld, kind: K, person: string): Iterable<Extract<Fact, { kind: K }>> =>
  mentioning(world, kind, kind === 'assignment' ? `person:${person}` : person)

/** Assignments of a person, running or not. */
export const heldBy = (world: IssueWorld, person: string) => [...ofPerson(world, 'assignment', person)]

/** Assignments to a post, running or not. */
export const holdersIn = (world: IssueWorld, post: string) => [...mentioning(world, 'assignment', `post:${post}`)]

/** Matters that name this one as incompatible. */
export const mattersNaming = (world: IssueWorld, matter: string) => mentioning(world, 'matter', matter)

/** Delegations on a matter, in any state. */
export function* onMatter(world: IssueWorld, matter: string): Iterable<DelegationFact> {
  if (world.onMatter) return yield* world.onMatter(matter)
  for (const fact of world.all('delegation')) if (fact.matter === matter) yield fact
}

/** The register now, as a world to issue in. */
export const issueWorld = (register: Register): IssueWorld => ({
  get: (kind, id) => register.fact(kind, id),
  all: kind => register.facts(kind),
  mentioning: (kind, key) => register.mentioning(kind, key),
  onMatter: matter => register.delegationsOnMatter(matter),
})

export interface IssueContext {
  readonly world: IssueWorld
  readonly draft: Line & DelegationFact
  readonly now: Instant
  readonly mode: IssueMode
  /** When the draft begins to count. */
  readonly at: Instant
  readonly zone: string
  readonly matter: MatterFact | null
  readonly grades: readonly string[]
  readonly parent: Line | null
  /** Parent first, root last. */
  readonly ancestors: readonly Line[]
  readonly organisation: World
}

/** The organisation at an instant, as the world tells it. */
export const organisationAt = (world: IssueWorld, at: Instant): World => ({
  at,
  get(kind, id) {
    const fact = world.get(kind, id)
    return fact !== null && runsAt(fact, at) ? fact : null
  },
  assignmentsOf: person => [...ofPerson(world, 'assignment', person)].filter(held => runsAt(held, at)),
  credentialsOf: person => [...ofPerson(world, 'credential', person)],
  mentioning: (kind, key) => [...mentioning(world, kind, key)],
})

function ancestorsOf(world: IssueWorld, draft: DelegationFact): Line[] {
  const above: Line[] = []
  for (let id = draft.parent; id !== null && above.every(line => line.id !== id);) {
    const fact = world.get('delegation', id)
    if (fact === null) break
    above.push(lineOf(fact))
    id = fact.parent
  }
  return above
}

export function issueContext(world: IssueWorld, draft: DelegationFact, now: Instant, mode: IssueMode): IssueContext {
  const matter = world.get('matter', draft.matter)
  const framework = matter === null ? null : world.get('framework', matter.framework)
  const ancestors = ancestorsOf(world, draft)
  const at = mode === 'issue' ? Math.max(now, draft.effectiveFrom) : draft.effectiveFrom
  return {
    world, draft: { ...draft, ...lineOf(draft) }, now, mode, at,
    zone: framework?.zone ?? 'UTC',
    matter,
    grades: framework?.grades ?? [],
    parent: ancestors[0] ?? null,
    ancestors,
    organisation: organisationAt(world, at),
  }
}
