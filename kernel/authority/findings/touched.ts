/** Which units a fact may change what is found at: never too few, seldom too many. */
import type {
  AssignmentFact, DelegationFact, ExerciseFact, Fact, FactKind, Holder, Instant, LedgerNumber, PostFact,
} from '../model.ts'
import { termsAt } from '../changing.ts'
import type { Register } from '../register.ts'
import { classKey } from '../store/shared-links.ts'
import type { DelegationRow } from '../store/delegation-row.ts'
import { unitKey, type Unit } from './unit.ts'

/** Facts that may change anything: they are few and change seldom. */
export const changesEverything: ReadonlySet<FactKind> = new Set<FactKind>(['entity', 'framework', 'matter', 'mapping'])

/** Facts that a verdict on a past decision may hang on, wherever it was taken. */
const changesDecisions: ReadonlySet<FactKind> = new Set<FactKind>(['rate', 'place', 'unit-fact', 'body', 'minute'])

/** From when two versions of a line read differently to a decision; Infinity: never. */
function differFrom(before: DelegationFact | null, after: DelegationFact, published: Instant): Instant {
  if (before === null) return Math.max(after.effectiveFrom, published)
  const whole = (fact: DelegationFact) => JSON.stringify([
    fact.matter, fact.mayExercise, fact.effectiveFrom, fact.emergency, fact.acceptedAt,
  ])
  if (whole(before) !== whole(after)) return -Infinity
  const ends = [[before.endedAt, after.endedAt], [before.fallsAt, after.fallsAt], [before.effectiveTo, after.effectiveTo]] as const
  const moved = ends.flatMap(([one, other]) => (one === other ? [] : [Math.min(one ?? Infinity, other ?? Infinity)]))
  const rests = JSON.stringify(before.suspensions) === JSON.stringify(after.suspensions) ? [] : [...before.suspensions, ...after.suspensions].map(({ from }) => from)
  const terms = (fact: DelegationFact, at: Instant) => {
    const { parent, holder, entities, limits, subdelegation } = termsAt(fact, at)
    return JSON.stringify([parent, holder, entities, limits, subdelegation])
  }
  const changes = [-Infinity, ...[before, after].flatMap(({ formerly = [] }) => formerly.map(({ until }) => until))]
  const changed = changes.filter(at => terms(before, at) !== terms(after, at))
  return Math.min(Infinity, ...moved, ...rests, ...changed)
}

/** Whether who answers for a line, or whether it runs, may have changed: what the one who passed it on has to confirm. */
const answersOtherwise = (before: DelegationFact, after: DelegationFact): boolean =>
  (['parent', 'matter', 'signedBy', 'signedAs', 'confirmedBy', 'effectiveFrom', 'effectiveTo', 'acceptedAt', 'endedAt', 'fallsAt'] as const)
    .some(key => before[key] !== after[key]) ||
  before.suspensions !== after.suspensions || before.emergency !== after.emergency

/** Gathers units; what follows from what is written once, here. */
class Touching {
  readonly units = new Map<string, Unit>()

  /** Whichever of its terms links a line. */
  readonly #ever: { readonly on: null; readonly known: LedgerNumber }

  constructor(private readonly register: Register, private readonly known: LedgerNumber) {
    this.#ever = { on: null, known }
  }

  add(kind: Unit['kind'], id: string): void {
    const unit: Unit = { kind, id }
    this.units.set(unitKey(unit), unit)
  }

  take(fact: Fact, before: Fact | null): void {
    for (const version of before === null ? [fact] : [before, fact]) this.#take(version)
    if (fact.kind === 'delegation') this.#delegation(fact, before?.kind === 'delegation' ? before : null)
  }

  #take(fact: Fact): void {
    if (changesDecisions.has(fact.kind)) return this.#decisions()
    switch (fact.kind) {
      case 'post': return this.#post(fact.id, fact)
      case 'person': return this.#person(fact.id)
      case 'assignment': return this.#assignment(fact)
      case 'credential':
      case 'waiver':
      case 'absence': return this.#person(fact.person)
      case 'relation':
        this.#person(fact.person)
        return this.#person(fact.other)
      case 'control':
        for (const matter of fact.matters) {
          this.#matter(matter)
          this.#decisionsOn(matter, -Infinity)
        }
        return
      case 'arrangement':
        for (const matter of fact.matters) this.#decisionsOn(matter, -Infinity)
        return
      case 'exercise': return this.#exercise(fact)
      case 'ratification': return this.add('exercise', fact.exercise)
      case 'role':
        this.add('role', fact.id)
        return this.#person(fact.person)
      case 'role-map':
        this.#matter(fact.matter)
        for (const role of this.register.facts('role', this.known)) if (role.system === fact.system && role.role === fact.role) this.add('role', role.id)
        return
      default: return
    }
  }

  #delegation(fact: DelegationFact, before: DelegationFact | null): void {
    const row = this.register.delegation(fact.id, { on: Infinity, known: this.known })
    if (row === null) return
    const structure = (version: DelegationFact) => JSON.stringify([version.parent, version.subdelegation?.depth])
    const deep = before === null || structure(before) !== structure(fact) || this.register.mentioning('role-map', `matter:${fact.matter}`, this.known).length > 0
    this.add('delegation', fact.id)
    for (const below of deep ? this.#subtree(row) : this.#children(fact.id)) {
      this.add('delegation', below.id)
      this.#rolesOf(below.holder)
    }
    // Decisions may name a line that is recorded later, or one of another matter: its limit is the one they are held against.
    if (differFrom(before, fact, -Infinity) < Infinity) for (const act of this.register.mentioning('exercise', `delegation:${fact.id}`, this.known)) this.#sharing(act)
    for (const version of [before ?? [], fact].flat().flatMap(one => [...(one.formerly ?? []).map(({ until: _, ...terms }) => ({ ...one, ...terms })), one])) {
      this.#holder(version.holder)
      const parent = version.parent === null ? null : this.register.delegation(version.parent, { on: Infinity, known: this.known })
      if (parent?.post != null && (before === null || answersOtherwise(before, fact))) this.add('post', parent.post)
      const from = differFrom(before, fact, this.register.publishedAt(row))
      if (from < Infinity) this.#decisionsOn(version.matter, from)
    }
  }

  *#children(id: string): Iterable<DelegationRow> {
    yield* this.register.linked('parent', id, this.#ever)
  }

  /** Everything below, each once however the chain turns. */
  *#subtree(top: DelegationRow): Iterable<DelegationRow> {
    const seen = new Set<string>([top.id])
    const open = [top.id]
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      for (const child of this.#children(id)) {
        if (seen.has(child.id)) continue
        seen.add(child.id)
        open.push(child.id)
        yield child
      }
    }
  }

  /** Lines of one holder are looked at together: what follows, what does not go together, whether the post is empty. */
  #holder(holder: Holder): void {
    if (holder.kind === 'post' || holder.kind === 'person-in-post') {
      this.add('post', holder.post)
      this.#linesOf('post', holder.post, false)
      for (const { person } of this.register.assignmentsTo(holder.post, this.known)) this.#linesOfPerson(person)
    }
    if ('person' in holder) this.#linesOfPerson(holder.person)
    if (holder.kind === 'body') this.#linesOf('body', holder.body, false)
    this.#rolesOf(holder)
  }

  #rolesOf(holder: Holder): void {
    const persons = 'person' in holder ? [holder.person] : holder.kind === 'post' ? this.register.assignmentsTo(holder.post, this.known).map(held => held.person) : []
    for (const person of persons) for (const role of this.register.mentioning('role', person, this.known)) this.add('role', role.id)
  }

  #linesOf(linked: 'post' | 'person' | 'body', id: string, below: boolean): void {
    for (const row of this.register.linked(linked, id, this.#ever)) {
      this.add('delegation', row.id)
      if (!below) continue
      // Whether a recipient sits in the delegate's own unit hangs on where the delegate sits.
      for (const child of this.#children(row.id)) {
        this.add('delegation', child.id)
        this.#decisionsUnder(child)
      }
    }
  }

  #linesOfPerson(person: string): void {
    this.#linesOf('person', person, false)
    for (const post of this.register.postsEverHeld(person, this.known)) this.#linesOf('post', post, false)
  }

  #person(person: string): void {
    this.#linesOf('person', person, true)
    for (const held of this.register.mentioning('assignment', `person:${person}`, this.known)) {
      this.add('assignment', held.id)
      this.add('post', held.post)
      this.#linesOf('post', held.post, false)
    }
    for (const act of this.register.mentioning('exercise', `person:${person}`, this.known)) this.add('exercise', act.id)
    for (const role of this.register.mentioning('role', person, this.known)) this.add('role', role.id)
  }

  #assignment(held: AssignmentFact): void {
    this.add('assignment', held.id)
    this.#person(held.person)
    this.#post(held.post, this.register.fact('post', held.post, this.known))
  }

  #post(id: string, fact: PostFact | null): void {
    this.add('post', id)
    this.#linesOf('post', id, true)
    for (const row of this.register.heldJointly(id, this.#ever)) this.add('delegation', row.id)
    if (fact?.grade != null) this.#classes(fact.entity, fact.grade)
    for (const held of this.register.assignmentsTo(id, this.known)) {
      this.add('assignment', held.id)
      this.#linesOf('person', held.person, true)
      for (const act of this.register.mentioning('exercise', `person:${held.person}`, this.known)) this.add('exercise', act.id)
      for (const role of this.register.mentioning('role', held.person, this.known)) this.add('role', role.id)
      this.#linesOfPerson(held.person)
    }
  }

  /** Lines to everybody of a grade in a unit or one above it. */
  #classes(entity: string, grade: string): void {
    for (let at: string | null = entity, depth = 0; at !== null && depth < 100; depth++) {
      for (const row of this.register.linked('class', classKey({ grade, entity: at }), this.#ever)) this.add('delegation', row.id)
      at = this.register.fact('entity', at, this.known)?.parent ?? null
    }
  }

  #matter(matter: string): void {
    for (const row of this.register.linked('matter', matter, this.#ever)) {
      this.add('delegation', row.id)
      this.#rolesOf(row.holder)
    }
  }

  #exercise(act: ExerciseFact): void {
    this.add('exercise', act.id)
    if (act.delegation !== null) this.add('delegation', act.delegation)
    // What was decided later may count with it; what lies on the same case may not have gone together.
    this.#decisionsOn(act.matter, act.decidedAt)
    this.#sharing(act)
  }

  /** Decisions on the same contract, requirement, beneficiary, supplier or case, or by the same person: a pair may not go together. */
  #sharing(act: ExerciseFact): void {
    for (const by of ['contract', 'requirement', 'beneficiary', 'supplier', 'case', 'person'] as const) {
      if (act[by] === null) continue
      for (const other of this.register.mentioning('exercise', `${by}:${act[by]}`, this.known)) this.add('exercise', other.id)
    }
  }

  #decisions(): void {
    for (const act of this.register.facts('exercise', this.known)) this.add('exercise', act.id)
  }

  #decisionsOn(matter: string, from: Instant): void {
    for (const act of this.register.mentioning('exercise', `matter:${matter}`, this.known)) if (act.decidedAt >= from) this.add('exercise', act.id)
  }

  #decisionsUnder(row: DelegationRow): void {
    for (const act of this.register.mentioning('exercise', `delegation:${row.id}`, this.known)) this.add('exercise', act.id)
    const { holder } = row
    const persons = 'person' in holder ? [holder.person] : holder.kind === 'post' ? this.register.assignmentsTo(holder.post, this.known).map(held => held.person) : []
    for (const person of persons) {
      for (const act of this.register.mentioning('exercise', `person:${person}`, this.known)) if (act.matter === row.matter) this.add('exercise', act.id)
    }
  }
}

/** Units to look at again after `facts` were applied as `number`; null: all of them. */
export function touchedBy(register: Register, facts: readonly Fact[], number: LedgerNumber): readonly Unit[] | null {
  if (facts.some(fact => changesEverything.has(fact.kind))) return null
  const touching = new Touching(register, register.head)
  for (const fact of facts) touching.take(fact, register.fact(fact.kind, fact.id, number - 1))
  return [...touching.units.values()]
}
