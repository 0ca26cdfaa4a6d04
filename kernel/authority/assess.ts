/** Every check a decision must pass under one delegation, each a small rule; passing costs nothing, failing says why. */
import { scaledOrNull } from './amount.ts'
import type { Candidate } from './candidate.ts'
import { chainCarries, chainFaults, climb, stopOf } from './chain.ts'
import { allStops } from './in-force.ts'
import { exercising, postsExercised } from './exercising.ts'
import type { Inquiry } from './inquiry.ts'
import type { Asked } from './limits/dimension.ts'
import { insideLimit, outsideLimit } from './limits/dimensions.ts'
import type { EntityFact, MatterFact, Precondition } from './model.ts'
import { prerequisiteFaults } from './prerequisites.ts'
import { seatsFilled } from './shared-holders.ts'
import { openCode, type Reason } from './reasons.ts'
import type { DelegationRow } from './store/delegation-row.ts'
import type { PlainOutcome } from './store/limit-columns.ts'
import { fails, failsAll, type Told } from './told.ts'

/** Whether the check passes; if not, `told` hears why. */
export type Check = (inquiry: Inquiry, candidate: Candidate, told: Told) => boolean

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

const coversEntity: Check = ({ world, matter, register: { store }, times }, { row, entity }, told) => {
  if (entity === null) return fails(told, () => ({ code: 'cannot-evaluate', delegation: row.id, needs: 'entity' }))
  const fact = world.get('entity', entity)
  if (fact === null) return fails(told, () => ({ code: 'outside-framework', what: 'entity', id: entity }))
  if (matter !== null && !underRules(fact, matter)) return fails(told, () => ({ code: 'outside-framework', what: 'rules', id: entity }))
  if (store.entities.liesUnder(store.names.entities.find(entity), store.delegations.entityNumbers(row.row), times.on, times.known)) return true
  return fails(told, () => ({ code: 'wrong-entity', delegation: row.id, entity, entities: row.entities }))
}

/** The usual limit, one box with nothing but a band, against the usual amount; null: look at the boxes. */
const plainBand = ({ columns: { limits }, row }: DelegationRow, { amount, currency, amountNeeds }: Asked): PlainOutcome | null =>
  typeof amount === 'number' && currency !== null && amountNeeds === 'amount' ? limits.againstBand(row, currency, amount) : null

const insideLimits: Check = ({ asked }, { row }, told) => {
  const plainly = plainBand(row, asked)
  if (plainly === 'inside') return true
  if (plainly !== null) return fails(told, () => ({ code: plainly, delegation: row.id, limits: row.limits }))
  if (insideLimit(row.boxes, asked)) return true
  return failsAll(told, () =>
    outsideLimit(row.boxes, asked).map((outcome): Reason =>
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

const actingInCapacity: Check = ({ question }, { row, post }, told) =>
  question.capacity === undefined || row.holderKind === 'body' || post === question.capacity ||
  fails(told, () => ({ code: 'other-capacity', delegation: row.id, post }))

const hasPrerequisites: Check = (inquiry, { person }, told) => {
  const { world, matter, register: { store }, times } = inquiry
  if (person === null || matter === null || matter.prerequisites.length === 0) return true
  if (matter.prerequisites.every(({ credential }) => store.credentials.holds(person, credential, times.on, times.known))) return true
  const faults = prerequisiteFaults(world, matter, person, 'exercise')
  return faults.length === 0 || failsAll(told, () => faults)
}

const noConflict: Check = ({ question }, { person }, told) =>
  person === null || question.beneficiary !== person || fails(told, () => ({ code: 'conflict-of-interest', person }))

/** A threshold that cannot be compared might be passed: the precondition cannot be judged, so nothing is permitted. */
const preconditionsCanBeJudged: Check = ({ asked, matter }, _, told) => {
  for (const { over } of matter?.preconditions ?? []) {
    if (over === undefined) continue
    if (asked.amount === null) return fails(told, () => ({ code: 'cannot-evaluate', needs: asked.amountNeeds }))
    if (asked.currency !== over.currency) return fails(told, () => ({ code: 'cannot-evaluate', needs: `rate:${asked.currency}/${over.currency}` }))
  }
  return true
}

/** Checks of the delegation, whoever comes to exercise it. */
const ofTheDelegation: readonly Check[] = [
  inForceItself, mayExercise, actingInCapacity, coversEntity, insideLimits, rightRecipient, preconditionsCanBeJudged, carriedByItsChain,
]

/** Checks of the person who would decide. */
const ofThePerson: readonly Check[] = [exercisedBy, hasPrerequisites, noConflict]

function allPass(checks: readonly Check[], inquiry: Inquiry, candidate: Candidate): boolean {
  for (const check of checks) if (!check(inquiry, candidate, null)) return false
  return true
}

/** Whether the delegation covers the decision, leaving aside who takes it. */
export const delegationCovers = (inquiry: Inquiry, candidate: Candidate): boolean => allPass(ofTheDelegation, inquiry, candidate)

/** Whether the person may decide under it, given that it covers the decision. */
export const personQualifies = (inquiry: Inquiry, candidate: Candidate): boolean => allPass(ofThePerson, inquiry, candidate)

/** Tells everything in the way but preconditions. */
export function tellFaults(inquiry: Inquiry, candidate: Candidate, told: Reason[]): void {
  for (const check of ofThePerson) check(inquiry, candidate, told)
  for (const check of ofTheDelegation) check(inquiry, candidate, told)
}

const none: readonly Reason[] = []

const needed = ({ over }: Precondition, { asked }: Inquiry): boolean => {
  if (over === undefined || asked.amount === null) return true
  const threshold = scaledOrNull(over.value)
  return threshold === null || asked.amount > threshold
}

/** Preconditions of the matter that the question does not say are met (rule 16). */
export function openPreconditions(inquiry: Inquiry): readonly Reason[] {
  const { matter, question } = inquiry
  if (matter === null || matter.preconditions.length === 0) return none
  return matter.preconditions
    .filter(precondition => needed(precondition, inquiry) && question.facts?.[precondition.fact] !== 'true')
    .map(({ kind, fact, givenBy }) => ({ code: openCode[kind], fact, kind, who: givenBy }) as Reason)
}

/** Posts that hold jointly and have not signed, while those who sign with the asker are too few (rule 6). */
function openSignatures(inquiry: Inquiry, { row, person, entity }: Candidate): readonly Reason[] {
  const { holder } = row
  if (holder.kind !== 'joint' || person === null) return []
  const { capacity } = inquiry.question
  const own = postsExercised(inquiry, row, person).filter(post => capacity === undefined || post === capacity)
  const qualified = [...new Set(inquiry.question.cosigners)].filter(
    other => other !== person && inquiry.world.get('person', other)?.staff === true &&
      personQualifies(inquiry, { row, person: other, post: null, entity }),
  )
  const signing = [own, ...qualified.map(other => postsExercised(inquiry, row, other))]
  if (seatsFilled(signing) >= holder.needed) return []
  const others = holder.posts.filter(each => !signing.some(posts => posts.includes(each)))
  return [{ code: openCode.cosignature, delegation: row.id, fact: 'cosigners', kind: 'cosignature', who: others }]
}

/** Everything still open for this person under this delegation: what the matter wants first, and who must sign with them. */
export const openFor = (inquiry: Inquiry, candidate: Candidate): readonly Reason[] =>
  candidate.row.holderKind === 'joint'
    ? [...openPreconditions(inquiry), ...openSignatures(inquiry, candidate)]
    : openPreconditions(inquiry)
