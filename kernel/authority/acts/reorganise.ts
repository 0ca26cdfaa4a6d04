/** Entities merge, split or close: one dated plan says what becomes of every delegation that touches them (rule 13). */
import type { BodyFact, DelegationFact, EntityFact, Fact, Instant, PostFact } from '../model.ts'
import { inAnySubtree, type World } from '../world.ts'

export type EntityChoice =
  /** It covers this entity in place of those that end. */
  | { readonly kind: 'moves'; readonly to: string }
  | { readonly kind: 'falls' }
  | { readonly kind: 'falls-on'; readonly at: Instant }

export interface ReorganisationPlan {
  readonly at: Instant
  /** Entities that end, each with the entity its posts, bodies and units go to; null: they end with it. */
  readonly ending: Readonly<Record<string, string | null>>
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

export type Reorganised = { readonly facts: readonly Fact[] } | { readonly faults: readonly PlanFault[] }

/** Whether a delegation covers one of the entities, or is held by a class in one. */
export const touches = ({ entities, holder }: DelegationFact, ending: ReorganisationPlan['ending']): boolean =>
  entities.some(entity => entity in ending) || (holder.kind === 'class' && holder.entity in ending)

function moved(fact: DelegationFact, to: string, ending: ReorganisationPlan['ending']): DelegationFact {
  const entities = [...new Set(fact.entities.map(entity => (entity in ending ? to : entity)))]
  const { holder } = fact
  return { ...fact, entities, holder: holder.kind === 'class' && holder.entity in ending ? { ...holder, entity: to } : holder }
}

function follow(fact: DelegationFact, choice: EntityChoice, { at, ending }: ReorganisationPlan): DelegationFact {
  switch (choice.kind) {
    case 'moves':
      return moved(fact, choice.to, ending)
    case 'falls':
      return { ...fact, endedAt: at, endReason: 'fallen' }
    case 'falls-on':
      return { ...fact, fallsAt: choice.at }
  }
}

/** Where what sat in an ended entity goes; it ends too where it goes nowhere. */
function carriedAlong<F extends PostFact | BodyFact>(fact: F, { at, ending }: ReorganisationPlan): F {
  const to = ending[fact.entity]
  return to == null ? { ...fact, effectiveTo: at } : { ...fact, entity: to }
}

/**
 * All facts of the reorganisation, to be recorded as one act on its date, for a version counts from its recording; or everything that stands against the plan. `world` is the organisation at the
 * plan's date, before it. What hangs below a delegation follows it, unless it touches an entity itself.
 */
export function reorganise(plan: ReorganisationPlan, touched: Touched, world: World): Reorganised {
  const { at, ending, choices, otherwise } = plan
  const faults: PlanFault[] = []
  const stays = (id: string): boolean => world.get('entity', id) !== null && !(id in ending)
  const nowhere = (subject: string, to: string): boolean => !stays(to) && faults.push({ code: 'moves-nowhere', subject, to }) > 0
  for (const [entity, to] of Object.entries(ending)) {
    if (!stays(entity) && world.get('entity', entity) === null) faults.push({ code: 'moves-nowhere', subject: entity, to: entity })
    if (to !== null) nowhere(entity, to)
  }

  const next = new Map<string, DelegationFact>()
  const running = touched.delegations.filter(fact => (fact.endedAt === null || fact.endedAt > at) && touches(fact, ending))
  for (const fact of running) {
    const choice = choices[fact.id] ?? otherwise
    if (choice === null) faults.push({ code: 'no-answer', delegation: fact.id })
    else if (choice.kind === 'moves' && nowhere(fact.id, choice.to)) continue
    else if (choice.kind === 'falls-on' && choice.at <= at) faults.push({ code: 'date-past', delegation: fact.id })
    else next.set(fact.id, follow(fact, choice, plan))
  }
  const before = new Map(touched.delegations.map(fact => [fact.id, fact]))
  for (const fact of next.values()) {
    const parent = fact.parent === null ? undefined : (next.get(fact.parent) ?? before.get(fact.parent))
    const outside = parent === undefined || fact.endedAt !== null || parent.endedAt !== null ? undefined
      : fact.entities.find(entity => stays(entity) && !inAnySubtree(world, entity, parent.entities))
    if (parent !== undefined && outside !== undefined) faults.push({ code: 'outside-parent', delegation: fact.id, parent: parent.id, to: outside })
  }

  const units = touched.entities.filter(({ id, parent }) => !(id in ending) && parent !== null && parent in ending)
  for (const { id, parent } of units) if (ending[parent ?? ''] == null) faults.push({ code: 'unit-left', entity: id })
  if (faults.length > 0) return { faults }
  return {
    facts: [
      ...next.values(),
      ...touched.posts.filter(({ entity }) => entity in ending).map(post => carriedAlong(post, plan)),
      ...touched.bodies.filter(({ entity }) => entity in ending).map(body => carriedAlong(body, plan)),
      ...units.map(unit => ({ ...unit, parent: ending[unit.parent ?? ''] ?? null })),
      ...touched.entities.filter(({ id }) => id in ending).map(entity => ({ ...entity, effectiveTo: at })),
    ],
  }
}
