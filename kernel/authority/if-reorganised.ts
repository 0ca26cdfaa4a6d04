/** What a merger, split or closing would do to authority, before anybody signs it (rule 13). */
import { entitiesAfter, fateOf, reorganise, touches, worldWith, type EntityChoice, type PlanFault, type ReorganisationPlan, type Touched } from './acts/reorganise.ts'
import { groundOf, type Ground } from './ground.ts'
import type { Times } from './model.ts'
import type { Register } from './register.ts'
import type { DelegationRow } from './store/delegation-row.ts'
import { inForceByItsLaw, subtree, uncoveredWithout, type Cover, type Uncovered } from './uncovered.ts'
import { runsAt } from './world.ts'

export interface LineFate {
  readonly delegation: string
  /** Null: it wants an answer. */
  readonly choice: EntityChoice | null
  /** In force now, and what is in force below it. */
  readonly inForce: boolean
  readonly below: number
}

export interface IfReorganised {
  /** Every line that covers an entity that ends, or has a choice of its own. */
  readonly lines: readonly LineFate[]
  /** In force now; would stop at once, by its own end or by that of a line above it. */
  readonly stops: readonly string[]
  /** In force now; held by a post or body that would end with its entity. Nothing falls: a vacancy breaks no chain. */
  readonly vacant: readonly string[]
  /** Counted where the work goes; what a closed entity decided is decided nowhere. */
  readonly uncovered: readonly Uncovered[]
  /** Why it cannot be signed. */
  readonly faults: readonly PlanFault[]
}

/**
 * What the register holds of a plan, as `reorganise` wants it: all entities, what sits in those that end, and every line that touches them or
 * has a choice, with those right above and below it.
 */
export function touchedBy(register: Register, plan: ReorganisationPlan, { known }: Pick<Times, 'known'>): Touched {
  const ending = Object.keys(plan.ending)
  const seen = { on: plan.at, known }
  const lines = new Map<string, DelegationRow>()
  for (const row of register.delegations(seen)) {
    if (row.id in plan.choices || touches(row, plan.ending)) lines.set(row.id, row)
  }
  for (const row of [...lines.values()]) {
    const parent = register.parentOf(row, seen)
    if (parent !== null) lines.set(parent.id, parent)
    for (const child of register.linked('parent', row.id, seen)) lines.set(child.id, child)
  }
  return {
    entities: [...register.facts('entity', known)],
    posts: ending.flatMap(entity => register.mentioning('post', entity, known)),
    bodies: [...register.facts('body', known)].filter(({ entity }) => entity in plan.ending),
    delegations: [...lines.values()].map(row => row.fact()),
  }
}

/** Lines in force that posts and bodies hold which end with their entity. */
function heldByEnded(ground: Ground, plan: ReorganisationPlan, { posts, bodies }: Touched): DelegationRow[] {
  const { register, times } = ground
  const ends = (kind: 'post' | 'body', id: string, entity: string): boolean => (plan.seats[kind][id] ?? plan.ending[entity] ?? null) === null
  const rows = [
    ...posts.filter(post => runsAt(post, plan.at) && ends('post', post.id, post.entity)).flatMap(({ id }) => [...register.linked('post', id, times)]),
    ...bodies.filter(body => runsAt(body, plan.at) && ends('body', body.id, body.entity)).flatMap(({ id }) => [...register.linked('body', id, times)]),
  ]
  return rows.filter(row => inForceByItsLaw(ground, row))
}

/** The effect of the plan at D; nobody need have answered for every line yet. */
export function ifReorganised(register: Register, plan: ReorganisationPlan, times: Times): IfReorganised {
  const touched = touchedBy(register, plan, times)
  const world = register.world(times)
  const result = reorganise(plan, touched, world)
  const ground = groundOf(register, '', times)
  const stops = new Map<string, DelegationRow>()
  const lines: LineFate[] = []
  for (const fact of touched.delegations) {
    const { choice, next } = fateOf(fact, plan)
    const row = register.delegation(fact.id, times)
    if (row === null || (next === null && !wantsAnswer(fact.id, result))) continue
    const inForce = [...subtree(ground, row)].filter(each => inForceByItsLaw(ground, each))
    lines.push({ delegation: fact.id, choice, inForce: inForce.some(({ id }) => id === fact.id), below: inForce.filter(({ id }) => id !== fact.id).length })
    if (choice?.kind === 'falls') for (const each of inForce) stops.set(each.id, each)
  }
  const vacant = heldByEnded(ground, plan, touched).filter(({ id }) => !stops.has(id))
  const after = worldWith(world, entitiesAfter(plan, touched.entities))
  const entitiesOf = (row: DelegationRow): readonly string[] => {
    const next = row.id in plan.choices || touches(row, plan.ending) ? fateOf(row.fact(), plan).next : null
    return next?.entities ?? row.entities
  }
  const cover: Cover = {
    places: row => [...new Set(row.entities.flatMap(entity => (entity in plan.ending ? (plan.ending[entity] ?? []) : entity)))],
    roots: entitiesOf, world: after,
  }
  return {
    lines, stops: [...stops.keys()], vacant: vacant.map(({ id }) => id),
    uncovered: uncoveredWithout(ground, [...stops.values(), ...vacant], cover), faults: 'faults' in result ? result.faults : [],
  }
}

const wantsAnswer = (delegation: string, result: ReturnType<typeof reorganise>): boolean =>
  'faults' in result && result.faults.some(fault => fault.code === 'no-answer' && fault.delegation === delegation)
