/** Every check a decision must pass under one delegation, each a small rule; passing costs nothing, failing says why. */
import { capacitiesOf, type Candidate } from './candidate.ts'
import type { Check } from './check.ts'
import { chainCarries, chainFaults, climb, stopOf } from './chain.ts'
import { allStops } from './in-force.ts'
import { exercising, postsExercised } from './exercising.ts'
import type { Inquiry } from './inquiry.ts'
import type { Asked } from './limits/dimension.ts'
import { insideLimit, outsideLimit } from './limits/dimensions.ts'
import type { EntityFact, MatterFact } from './model.ts'
import { prerequisiteFaults } from './prerequisites.ts'
import { rightContract } from './rules/contract-kind.ts'
import { keptApart } from './rules/incompatible-exercise.ts'
import { providerExecutes } from './rules/provider-decides.ts'
import { seatsFilled } from './shared-holders.ts'
import { openCode, type Reason } from './reasons.ts'
import { noConflict } from './rules/conflict-of-interest.ts'
import { nobodyConflicted } from './rules/minutes.ts'
import { openPreconditions, preconditionsCanBeJudged } from './rules/preconditions.ts'
import type { DelegationRow } from './store/delegation-row.ts'
import type { PlainOutcome } from './store/limit-columns.ts'
import { fails, failsAll } from './told.ts'

const inForceItself: Check = (inquiry, { row }, told) => {
  if (stopOf(inquiry, row) === null) return true
  const { register, times, acceptFirst } = inquiry
  return failsAll(told, () => allStops(row, register.publishedAt(row), acceptFirst, times.on, row.id))
}

const carriedByItsChain: Check = (inquiry, { row }, told) =>
  chainCarries(inquiry, row) || failsAll(told, () => chainFaults(inquiry, climb(inquiry, row)))

const rightRecipient: Check = ({ matter }, { row }, told) =>
  matter?.personalOnly !== true || row.holderKind === 'person' || row.holderKind === 'person-in-post' ||
  fails(told, () => ({ code: 'personal-only', delegation: row.id, matter: matter.id }))

const mayExercise: Check = (_, { row }, told) => row.mayExercise || fails(told, () => ({ code: 'designate-only', delegation: row.id }))

/** Whether the framework reaches an entity in this matter. */
export const underRules = (entity: EntityFact, matter: MatterFact): boolean =>
  matter.rules === null ? entity.rules.length > 0 : entity.rules.includes(matter.rules)

const coversEntity: Check = ({ matter, register: { store }, times }, { row, entity }, told) => {
  if (entity === null) return fails(told, () => ({ code: 'cannot-evaluate', delegation: row.id, needs: 'entity' }))
  const fact = store.entityAt(entity, times.on, times.known)
  if (fact === null) return fails(told, () => ({ code: 'outside-framework', what: 'entity', id: entity }))
  if (matter !== null && !underRules(fact, matter)) return fails(told, () => ({ code: 'outside-framework', what: 'rules', id: entity }))
  if (store.entities.liesUnder(store.names.entities.find(entity), store.delegations.entityNumbers(row.row), times.on, times.known)) return true
  return fails(told, () => ({ code: 'wrong-entity', delegation: row.id, entity, entities: row.entities }))
}

/** The usual limit, one box with nothing but a band, against the usual amount; null: look at the boxes. */
function plainBand({ columns: { limits }, row }: DelegationRow, { act, basis, question: { amount } }: Asked): PlainOutcome | null {
  return typeof act === 'number' && basis === 'act' && amount !== undefined ? limits.againstBand(row, amount.currency, act) : null
}

const insideLimits: Check = ({ asked }, { row, entity }, told) => {
  const plainly = plainBand(row, asked)
  if (plainly === 'inside') return true
  if (plainly !== null) return fails(told, () => ({ code: plainly, delegation: row.id, limits: row.limits }))
  if (insideLimit(row.boxes, asked, entity)) return true
  return failsAll(told, () =>
    outsideLimit(row.boxes, asked, entity).map((outcome): Reason =>
      outcome.code === 'cannot-evaluate'
        ? { code: outcome.code, delegation: row.id, needs: outcome.needs }
        : { code: outcome.code, delegation: row.id, limits: row.limits.slice(outcome.box, outcome.box + 1) },
    ),
  )
}

const exercisedBy: Check = (inquiry, { row, person }, told) => {
  const fault = person === null ? null : exercising(inquiry, row, person).fault
  return fault === null || fails(told, () => fault)
}

const actingInCapacity: Check = ({ question }, candidate, told) =>
  question.capacity === undefined || candidate.row.holderKind === 'body' || candidate.post === question.capacity ||
  fails(told, () => ({ code: 'other-capacity', delegation: candidate.row.id, post: candidate.post }))

const hasPrerequisites: Check = (inquiry, { person }, told) => {
  const { world, matter, register: { store }, times } = inquiry
  if (person === null || matter === null || matter.prerequisites.length === 0) return true
  if (matter.prerequisites.every(({ credential }) => store.credentials.holds(person, credential, times.on, times.known))) return true
  const faults = prerequisiteFaults(world, matter, person, 'exercise')
  return faults.length === 0 || failsAll(told, () => faults)
}

/*
 * Each list is written twice, to stop at the first fault and to hear them all: called by name one after the other the compiler makes one
 * piece of them, which it cannot of functions in a list, and every question passes here.
 */

/** Whether the delegation covers the decision, leaving aside who takes it. */
export const delegationCovers = (inquiry: Inquiry, candidate: Candidate): boolean =>
  inForceItself(inquiry, candidate, null) && mayExercise(inquiry, candidate, null) && actingInCapacity(inquiry, candidate, null) &&
  coversEntity(inquiry, candidate, null) && insideLimits(inquiry, candidate, null) && rightRecipient(inquiry, candidate, null) &&
  preconditionsCanBeJudged(inquiry, candidate, null) && nobodyConflicted(inquiry, candidate, null) && carriedByItsChain(inquiry, candidate, null)

/** Whether the person may decide under it, given that it covers the decision. */
export const personQualifies = (inquiry: Inquiry, candidate: Candidate): boolean =>
  exercisedBy(inquiry, candidate, null) && hasPrerequisites(inquiry, candidate, null) && rightContract(inquiry, candidate, null) &&
  noConflict(inquiry, candidate, null) && keptApart(inquiry, candidate, null) && providerExecutes(inquiry, candidate, null)

/** Tells everything in the way but preconditions: of the person who would decide, then of the delegation, whoever comes to exercise it. */
export function tellFaults(inquiry: Inquiry, candidate: Candidate, told: Reason[]): void {
  exercisedBy(inquiry, candidate, told)
  hasPrerequisites(inquiry, candidate, told)
  rightContract(inquiry, candidate, told)
  noConflict(inquiry, candidate, told)
  keptApart(inquiry, candidate, told)
  providerExecutes(inquiry, candidate, told)
  inForceItself(inquiry, candidate, told)
  mayExercise(inquiry, candidate, told)
  actingInCapacity(inquiry, candidate, told)
  coversEntity(inquiry, candidate, told)
  insideLimits(inquiry, candidate, told)
  rightRecipient(inquiry, candidate, told)
  preconditionsCanBeJudged(inquiry, candidate, told)
  nobodyConflicted(inquiry, candidate, told)
  carriedByItsChain(inquiry, candidate, told)
}

/** Posts that hold jointly and have not signed, while those who sign with the asker are too few (rule 6). */
function openSignatures(inquiry: Inquiry, { row, person, entity }: Candidate): readonly Reason[] {
  const { holder } = row
  if (holder.kind !== 'joint' || person === null) return []
  const own = capacitiesOf(inquiry, row, person)
  // The capacity asked about is the asker's own; the others sign in theirs.
  const { capacity: _, ...question } = inquiry.question
  const qualified = [...new Set(question.cosigners)].filter(
    other => other !== person && inquiry.world.get('person', other)?.staff === true &&
      personQualifies({ ...inquiry, question }, { row, person: other, post: null, entity }),
  )
  const signing = [own, ...qualified.map(other => postsExercised(inquiry, row, other))]
  if (seatsFilled(signing) >= holder.needed) return []
  const others = holder.posts.filter(each => !signing.some(posts => posts.includes(each)))
  return [{ code: openCode.cosignature, delegation: row.id, fact: 'cosigners', kind: 'cosignature', who: others }]
}

/** Everything still open for this person under this delegation: what the matter wants first, and who must sign with them. */
export const openFor = (inquiry: Inquiry, candidate: Candidate): readonly Reason[] =>
  candidate.row.holderKind === 'joint'
    ? [...openPreconditions(inquiry, candidate.entity), ...openSignatures(inquiry, candidate)]
    : openPreconditions(inquiry, candidate.entity)
