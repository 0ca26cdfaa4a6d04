/** Entities merge, split or close: one dated plan says what becomes of every delegation that touches them (rule 13). */
import { changedFrom } from '../changing.ts'
import type { BodyFact, DelegationFact, EntityFact, Fact, FactKind, Instant, PostFact } from '../model.ts'
import { inAnySubtree, type World } from '../world.ts'

export type EntityChoice =
  /** It covers this entity in place of those that end; null: in place of each, what that one ends into. */
  | { readonly kind: 'moves'; readonly to: string | null }
  | { readonly kind: 'falls' }
  /** Until then it covers whatever takes the place of its entity, or nobody could use it there. */
  | { readonly kind: 'falls-on'; readonly at: Instant }

/** What sits in an entity, and goes somewhere when it ends. */
export type Seated = 'post' | 'body' | 'entity'

export interface ReorganisationPlan {
  readonly at: Instant
  /** Entities that begin with it. */
  readonly founded: readonly EntityFact[]
  /** Entities that end, each with the entity its posts, bodies and units go to; null: they end with it. */
  readonly ending: Readonly<Record<string, string | null>>
  /** Posts, bodies and units that go elsewhere than the rest of their entity, as in a split. */
  readonly seats: Readonly<Record<Seated, Readonly<Record<string, string>>>>
  /** By delegation. */
  readonly choices: Readonly<Record<string, EntityChoice>>
  /** For delegations without a choice of their own; null: each must have one. */
  readonly otherwise: EntityChoice | null
}

/** What the register holds of the entities that end; delegations are all that have not ended. */
export interface Touched {
  readonly entities: readonly EntityFact[]
  readonly posts: readonly PostFact[]
  readonly bodies: readonly BodyFact[]
  readonly delegations: readonly DelegationFact[]
}

/** Why a plan cannot be carried out. Nothing is changed while there is one. */
export type PlanFault =
  /** Give it an answer, or the plan a default. */
  | { readonly code: 'no-answer'; readonly delegation: string }
  /** What it should move to does not exist, or ends too. */
  | { readonly code: 'moves-nowhere'; readonly subject: string; readonly to: string }
  /** It would cover what the delegation above it does not. */
  | { readonly code: 'outside-parent'; readonly delegation: string; readonly parent: string; readonly to: string }
  /** A unit below what ends has nowhere to go. */
  | { readonly code: 'unit-left'; readonly entity: string }
  | { readonly code: 'date-past'; readonly delegation: string }
  /** An entity of that id is or was there. */
  | { readonly code: 'exists-already'; readonly entity: string }

export type Reorganised = { readonly facts: readonly Fact[] } | { readonly faults: readonly PlanFault[] }

/** What is over before the plan's date is left as it is. */
const goesOn = ({ effectiveTo }: { readonly effectiveTo: Instant | null }, at: Instant): boolean => effectiveTo === null || effectiveTo > at

const lineGoesOn = (fact: DelegationFact, at: Instant): boolean =>
  goesOn(fact, at) && (fact.endedAt === null || fact.endedAt > at) && (fact.fallsAt === null || fact.fallsAt > at)

/** Whether a delegation covers one of the entities, or is held by a class in one. */
export const touches = ({ entities, holder }: Pick<DelegationFact, 'entities' | 'holder'>, ending: ReorganisationPlan['ending']): boolean =>
  entities.some(entity => entity in ending) || (holder.kind === 'class' && holder.entity in ending)

const mapped = (fact: DelegationFact, at: Instant, successor: (entity: string) => string): DelegationFact => {
  const { holder } = fact
  return changedFrom(fact, at, {
    entities: [...new Set(fact.entities.map(successor))],
    holder: holder.kind === 'class' ? { ...holder, entity: successor(holder.entity) } : holder,
  })
}

function follow(fact: DelegationFact, choice: EntityChoice, { at, ending }: ReorganisationPlan): DelegationFact {
  switch (choice.kind) {
    case 'moves':
      return mapped(fact, at, entity => (entity in ending ? (choice.to ?? ending[entity] ?? entity) : entity))
    case 'falls':
      return { ...fact, endedAt: at, endReason: 'fallen' }
    case 'falls-on':
      return { ...mapped(fact, at, entity => ending[entity] ?? entity), fallsAt: choice.at }
  }
}

/** What the plan makes of a delegation: its next version, or null where it goes on as it was, or still wants an answer. */
export function fateOf(fact: DelegationFact, plan: ReorganisationPlan): { readonly choice: EntityChoice | null; readonly next: DelegationFact | null } {
  if (!lineGoesOn(fact, plan.at)) return { choice: null, next: null }
  const choice = plan.choices[fact.id] ?? (touches(fact, plan.ending) ? plan.otherwise : null)
  return { choice, next: choice === null ? null : follow(fact, choice, plan) }
}

/** Where what sat in an ended entity goes; null: it ends with it. */
const seatAfter = (kind: Seated, id: string, entity: string, { ending, seats }: ReorganisationPlan): string | null => seats[kind][id] ?? ending[entity] ?? null

function carriedAlong<F extends PostFact | BodyFact>(fact: F, plan: ReorganisationPlan): F {
  const to = seatAfter(fact.kind, fact.id, fact.entity, plan)
  return to === null ? { ...fact, effectiveTo: plan.at } : { ...fact, entity: to }
}

/** Entities as the plan leaves them: those that begin, end, or hang elsewhere. A unit with nowhere to go is not among them. */
export function entitiesAfter(plan: ReorganisationPlan, entities: readonly EntityFact[]): readonly EntityFact[] {
  const { at, ending, founded } = plan
  return [
    ...founded,
    ...entities.flatMap(entity => {
      if (!goesOn(entity, at) || entity.id in ending || entity.parent === null || !(entity.parent in ending)) return []
      const parent = seatAfter('entity', entity.id, entity.parent, plan)
      return parent === null ? [] : [{ ...entity, parent }]
    }),
    ...entities.filter(({ id }) => id in ending).map(entity => ({ ...entity, effectiveTo: at })),
  ]
}

/** The organisation once these entities are recorded. */
export function worldWith(world: World, entities: readonly EntityFact[]): World {
  const changed = new Map(entities.map(entity => [entity.id, entity]))
  const get = <K extends Exclude<FactKind, 'delegation'>>(kind: K, id: string): Extract<Fact, { kind: K }> | null => {
    const entity = kind === 'entity' ? changed.get(id) : undefined
    if (entity === undefined) return world.get(kind, id)
    // The kind asked for is that of an entity.
    return entity.effectiveTo !== null && entity.effectiveTo <= world.at ? null : (entity as Extract<Fact, { kind: K }>)
  }
  return {
    at: world.at, get, assignmentsOf: person => world.assignmentsOf(person), credentialsOf: person => world.credentialsOf(person),
    mentioning: (kind, key) => world.mentioning(kind, key),
  }
}

/** Where the organisation cannot be so: what ends is not there, or what goes somewhere goes nowhere. */
function placeFaults({ ending, founded, seats }: ReorganisationPlan, { entities, posts, bodies }: Touched, world: World, stays: (id: string) => boolean): PlanFault[] {
  const gone = (entity: string): boolean => entity in ending
  const seated = [
    ...posts.filter(({ entity }) => gone(entity)).map(({ id }) => seats.post[id]),
    ...bodies.filter(({ entity }) => gone(entity)).map(({ id }) => seats.body[id]),
    ...entities.filter(({ parent }) => parent !== null && gone(parent)).map(({ id }) => seats.entity[id]),
  ].flatMap(to => to ?? [])
  const wanted: [string, string][] = [
    ...Object.entries(ending).flatMap(([entity, to]): [string, string][] => (to === null ? [] : [[entity, to]])),
    ...founded.flatMap(({ id, parent }): [string, string][] => (parent === null ? [] : [[id, parent]])),
    ...seated.map((to): [string, string] => [to, to]),
  ]
  return [
    ...Object.keys(ending).filter(entity => world.get('entity', entity) === null).map((entity): PlanFault => ({ code: 'moves-nowhere', subject: entity, to: entity })),
    ...founded.filter(({ id }) => entities.some(each => each.id === id)).map(({ id }): PlanFault => ({ code: 'exists-already', entity: id })),
    ...wanted.filter(([, to]) => !stays(to)).map(([subject, to]): PlanFault => ({ code: 'moves-nowhere', subject, to })),
  ]
}

/** Lines that would cover what the line above them does not, once both follow the plan. What hangs below and touches nothing is looked at too: its unit may have moved away. */
function parentFaults(next: ReadonlyMap<string, DelegationFact>, delegations: readonly DelegationFact[], after: World): PlanFault[] {
  const before = new Map(delegations.map(fact => [fact.id, fact]))
  return delegations.flatMap((fact): PlanFault[] => {
    const [line, parent] = [next.get(fact.id) ?? fact, fact.parent === null ? undefined : (next.get(fact.parent) ?? before.get(fact.parent))]
    if (parent === undefined || (!next.has(line.id) && !next.has(parent.id)) || !lineGoesOn(line, after.at) || line.endedAt !== null || parent.endedAt !== null) return []
    const outside = line.entities.find(entity => after.get('entity', entity) !== null && !inAnySubtree(after, entity, parent.entities))
    return outside === undefined ? [] : [{ code: 'outside-parent', delegation: line.id, parent: parent.id, to: outside }]
  })
}

/**
 * All facts of the reorganisation, to be recorded as one act on its date, for a version counts from its recording; or everything that stands against the plan. `world` is the organisation at the
 * plan's date, before it; `touched` has all entities, and the lines above and below those touched. What hangs below a delegation follows it, unless it touches an entity itself.
 */
export function reorganise(plan: ReorganisationPlan, touched: Touched, world: World): Reorganised {
  const { at, ending, founded } = plan
  const stays = (id: string): boolean => !(id in ending) && (world.get('entity', id) !== null || founded.some(entity => entity.id === id))
  const faults = placeFaults(plan, touched, world, stays)
  const movedNowhere = ({ entities, holder }: DelegationFact, to: string | null): string | undefined =>
    [...(to === null ? [] : [to]), ...entities, ...(holder.kind === 'class' ? [holder.entity] : [])].find(entity => entity in ending || (entity === to && !stays(entity)))
  const next = new Map<string, DelegationFact>()
  for (const fact of touched.delegations) {
    const { choice, next: version } = fateOf(fact, plan)
    if (version === null || choice === null) {
      if (touches(fact, ending) && lineGoesOn(fact, at)) faults.push({ code: 'no-answer', delegation: fact.id })
      continue
    }
    const nowhere = choice.kind === 'moves' ? movedNowhere(version, choice.to) : undefined
    if (nowhere !== undefined) faults.push({ code: 'moves-nowhere', subject: fact.id, to: nowhere })
    else if (choice.kind === 'falls-on' && choice.at <= at) faults.push({ code: 'date-past', delegation: fact.id })
    else next.set(fact.id, version)
  }
  const entities = entitiesAfter(plan, touched.entities)
  faults.push(...parentFaults(next, touched.delegations, worldWith(world, entities)))
  for (const { id, parent, effectiveTo } of touched.entities) {
    if (goesOn({ effectiveTo }, at) && !(id in ending) && parent !== null && parent in ending && seatAfter('entity', id, parent, plan) === null) faults.push({ code: 'unit-left', entity: id })
  }
  if (faults.length > 0) return { faults }
  return {
    facts: [
      ...next.values(),
      ...touched.posts.filter(post => post.entity in ending && goesOn(post, at)).map(post => carriedAlong(post, plan)),
      ...touched.bodies.filter(body => body.entity in ending && goesOn(body, at)).map(body => carriedAlong(body, plan)),
      ...entities,
    ],
  }
}
