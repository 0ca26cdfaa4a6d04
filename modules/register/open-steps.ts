/** Which steps on a delegation are open to somebody now, and why the others are not: buttons and commands ask the same rules. */
import { checkAcceptance } from '../../kernel/authority/acceptance.ts'
import { issueWorld } from '../../kernel/authority/issue.ts'
import type { DelegationFact, Times } from '../../kernel/authority/model.ts'
import type { Register } from '../../kernel/authority/register.ts'
import type { Reason } from '../../kernel/authority/reasons.ts'
import type { Asker } from '../../platform/access/asker.ts'
import { declarationOf } from './declaration-of.ts'
import { isDelegate, mayPassOn, mayTakeBack } from './may-pass-on.ts'

export const stepNames = ['accept', 'decline', 'pass-on', 'narrow', 'revoke', 'confirm', 'suspend', 'lift', 'declare-emergency', 'end-emergency'] as const
export type Step = (typeof stepNames)[number]

/** Why a step is closed: the register's own reasons, and those of these steps, worded in the catalogues under `step-closed.<code>`. */
export type StepReason =
  | Reason
  | { readonly code: 'already-ended' | 'already-accepted' | 'already-suspended' | 'already-declared'; readonly since: number }
  | { readonly code: 'not-your-line' | 'not-the-delegator' | 'root-by-framework' | 'not-inherited' | 'not-the-successor' | 'already-confirmed' | 'not-suspended' | 'not-emergency' | 'not-declared' }
  | { readonly code: 'nothing-to-ratify' | 'own-act' | 'already-ratified' | 'not-competent' }

export interface OpenStep {
  readonly step: Step
  readonly open: boolean
  readonly reasons: readonly StepReason[]
}

type Person = Extract<Asker, { kind: 'person' }>
type Rule = (register: Register, fact: DelegationFact, asker: Person, times: Times) => readonly StepReason[]

const ended: Rule = (_register, { endedAt }, _asker, { on }) => (endedAt === null || endedAt > on ? [] : [{ code: 'already-ended', since: endedAt }])

/** Nothing more is issued under a line whose end is recorded, though it counts until then (SEMANTICS, Framework transition). */
const ending: Rule = (_register, { endedAt }) => (endedAt === null ? [] : [{ code: 'already-ended', since: endedAt }])

const alreadyAccepted: Rule = (_register, fact) => (fact.acceptedAt === null ? [] : [{ code: 'already-accepted', since: fact.acceptedAt }])

/** The delegate, or somebody whose assignment to the post is recorded and yet to begin: acceptance may precede arrival (rule 8). */
const isTheDelegate: Rule = (register, fact, { person }, times) => {
  if (isDelegate(register, fact, person, null, times)) return []
  const { holder } = fact
  const arriving = (holder.kind === 'post' || (holder.kind === 'person-in-post' && holder.person === person)) &&
    register.assignmentsBetween(person, holder.post, times.known)
      .some((held) => held.assignment === 'substantive' && held.effectiveFrom !== null && held.effectiveFrom > times.on)
  return arriving ? [] : [{ code: 'not-your-line' }]
}

/** What the matter asks of its recipient is asked again at acceptance (rules 6, 15, 17). */
const fitToAccept: Rule = (register, fact, { person }, times) => checkAcceptance(issueWorld(register), fact, person, times.on)

const canTakeBack: Rule = (register, fact, { person, capacity }, times) => {
  if (fact.parent === null) return [{ code: 'root-by-framework' }]
  return mayTakeBack(register, fact, person, capacity, times) ? [] : [{ code: 'not-the-delegator' }]
}

/** A suspension running, or recorded and yet to begin. */
const suspensionOf = (fact: DelegationFact, { on }: Times) => fact.suspensions.find(({ to }) => to === null || to > on)

const isSuspended: Rule = (_register, fact, _asker, times) => (suspensionOf(fact, times) === undefined ? [{ code: 'not-suspended' }] : [])

const notSuspended: Rule = (_register, fact, _asker, times) => {
  const running = suspensionOf(fact, times)
  return running === undefined ? [] : [{ code: 'already-suspended', since: running.from }]
}

const isEmergency: Rule = (_register, fact) => (fact.emergency === null ? [{ code: 'not-emergency' }] : [])

const isDeclared: Rule = (_register, fact, _asker, { on }) => (fact.emergency === null || declarationOf(fact.emergency, on) ? [] : [{ code: 'not-declared' }])

const notDeclared: Rule = (_register, fact, _asker, { on }) => {
  const running = fact.emergency === null ? null : declarationOf(fact.emergency, on)
  return running === null ? [] : [{ code: 'already-declared', since: running.from }]
}

const canPassOn: Rule = (register, fact, { person, capacity }, times) => {
  const matter = register.fact('matter', fact.matter)
  const may = fact.subdelegation === null || fact.subdelegation.depth < 1 || matter?.delegable !== 'yes' ? [{ code: 'no-subdelegation' as const, parent: fact.id }] : []
  return [...may, ...mayPassOn(register, fact, person, capacity, times)]
}

/** A successor confirms what the predecessor passed on from the post (rule 10). */
const inheritedUnconfirmed: Rule = (register, fact, { person }, times) => {
  const parent = fact.parent === null ? null : register.fact('delegation', fact.parent)
  if (!parent || !('post' in parent.holder) || fact.signedAs !== parent.holder.post) return [{ code: 'not-inherited' }]
  const holdsPost = register.incumbents(parent.holder.post, times).some((held) => held.person === person && held.assignment === 'substantive')
  if (!holdsPost) return [{ code: 'not-the-successor' }]
  return fact.confirmedBy === person ? [{ code: 'already-confirmed' }] : []
}

const rules: Record<Step, readonly Rule[]> = {
  accept: [ended, alreadyAccepted, isTheDelegate, fitToAccept],
  decline: [ended, alreadyAccepted, isTheDelegate],
  'pass-on': [ending, canPassOn],
  narrow: [ended, canTakeBack],
  revoke: [ended, canTakeBack],
  confirm: [ended, inheritedUnconfirmed],
  suspend: [ended, notSuspended, canTakeBack],
  lift: [ended, isSuspended, canTakeBack],
  'declare-emergency': [ended, isEmergency, notDeclared, canTakeBack],
  'end-emergency': [ended, isEmergency, isDeclared, canTakeBack],
}

export const closedBy = (step: Step, register: Register, fact: DelegationFact, asker: Person, times: Times): StepReason[] =>
  rules[step].flatMap((rule) => rule(register, fact, asker, times))

export function openSteps(register: Register, fact: DelegationFact, asker: Person, times: Times): OpenStep[] {
  return stepNames.map((step) => {
    const reasons = closedBy(step, register, fact, asker, times)
    return { step, open: reasons.length === 0, reasons }
  })
}
