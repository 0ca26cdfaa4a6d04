/** May this person (or body) decide this? The first answer that applies, with everything that was found (DESIGN §3.1). */
import { openFor, tellFaults, underRules } from './assess.ts'
import { candidateOf, rowsOfBody, rowsOfPerson, rowsOnMatter, type Candidate } from './candidate.ts'
import { inForce } from './chain.ts'
import { inquire, type Inquiry } from './inquiry.ts'
import type { Answer, Question, Times } from './model.ts'
import { inTellingOrder, type Reason } from './reasons.ts'
import type { Register } from './register.ts'
import { minuteOf, openQuorum } from './rules/minutes.ts'
import { obligationsOfPermit } from './rules/obligations.ts'
import { DelegationRow } from './store/delegation-row.ts'
import { Given, type Verdict } from './verdict.ts'

/** Answers that precede any look at delegations. */
interface Barred {
  readonly answer: Answer
  readonly reasons: readonly Reason[]
}

function personOutside({ world, register: { store }, times }: Inquiry, person: string): Reason | null {
  if (store.persons.isStaff(store.names.persons.find(person), times.on, times.known)) return null
  const fact = world.get('person', person)
  if (fact === null) return { code: 'outside-framework', what: 'person', id: person }
  return fact.staff ? null : { code: 'outside-framework', what: 'partner', id: person }
}

function entityOutside({ world, matter }: Inquiry, entity: string): Reason | null {
  const fact = world.get('entity', entity)
  if (fact === null) return { code: 'outside-framework', what: 'entity', id: entity }
  return matter === null || underRules(fact, matter) ? null : { code: 'outside-framework', what: 'rules', id: entity }
}

/** Where the asker would decide: as asked, else every entity they act in. */
function entitiesAskedFor({ question, world }: Inquiry): readonly string[] {
  if (question.entity !== undefined) return [question.entity]
  if (question.body !== undefined) return [world.get('body', question.body)?.entity ?? []].flat()
  const held = world
    .assignmentsOf(question.person ?? '')
    .filter(({ post }) => question.capacity === undefined || post === question.capacity)
  return held.flatMap(({ post }) => world.get('post', post)?.entity ?? [])
}

function outside(inquiry: Inquiry): readonly Reason[] {
  const { question, world, matter, register, times } = inquiry
  const who =
    question.body !== undefined
      ? world.get('body', question.body) === null
        ? ({ code: 'outside-framework', what: 'body', id: question.body } as const)
        : null
      : personOutside(inquiry, question.person ?? '')
  if (question.entity !== undefined && who === null) {
    const fact = register.store.entityAt(question.entity, times.on, times.known)
    if (fact !== null && matter !== null && underRules(fact, matter)) return inside
  }
  const entities = entitiesAskedFor(inquiry).map(entity => entityOutside(inquiry, entity))
  const everywhere = entities.length > 0 && entities.every(reason => reason !== null)
  return [who, ...(everywhere ? entities : [])].filter(reason => reason !== null)
}

const inside: readonly Reason[] = []

/** Before the register, no such matter: there is nothing to ask, whoever asks. */
export function unanswerable({ register, times, matter, question }: Inquiry): Barred | null {
  const { openedAt } = register
  if (openedAt === null || times.on < openedAt) return { answer: 'before-register', reasons: [{ code: 'before-register', openedAt }] }
  return matter === null ? { answer: 'no-such-matter', reasons: [{ code: 'no-such-matter', matter: question.matter }] } : null
}

/** What is answered without looking at any delegation. */
export function barred(inquiry: Inquiry): Barred | null {
  const unasked = unanswerable(inquiry)
  if (unasked !== null) return unasked
  const reasons = outside(inquiry)
  return reasons.length === 0 ? null : { answer: 'outside', reasons }
}

/** Nobody at all holds the matter: it is the reserved authority's. */
export function isReserved(inquiry: Inquiry): boolean {
  const { register: { store: { names, delegations } }, times: { on, known }, matter } = inquiry
  if (matter === null || matter.delegable === 'no') return true
  if (inquiry.carried !== null) return !rowsOnMatter(inquiry, matter.id).some(row => inForce(inquiry, row))
  const holds = (row: number): boolean => delegations.versions.isKnownAt(row, known, on) && inForce(inquiry, new DelegationRow(delegations, row))
  const onMatter = names.matters.find(matter.id)
  if (onMatter < 0) return true
  const first = delegations.firstOnMatter.get(onMatter)
  if (first >= 0 && holds(first)) return false
  for (let row = delegations.onMatter.first(onMatter); row >= 0; row = delegations.onMatter.next(row)) if (holds(row)) return false
  return true
}

/** The adviser post of the matter in which the person acts: who advises does not decide. */
export function adviserPost({ matter, question, world }: Inquiry, person: string): string | null {
  if (matter === null || matter.advisers.length === 0) return null
  const acting = world
    .assignmentsOf(person)
    .find(({ post }) => matter.advisers.includes(post) && (question.capacity === undefined || post === question.capacity))
  return acting?.post ?? null
}

/** Authority is there; what is open, if anything, decides between a permit and "not yet". */
function granted(inquiry: Inquiry, candidate: Candidate, open: readonly Reason[]): Verdict {
  const { row, entity } = candidate
  const free = open.length === 0
  const duties = obligationsOfPermit(inquiry, row, entity)
  const minute = free ? minuteOf(inquiry) : null
  return new Given(inquiry, free ? 'permitted' : 'not-yet', {
    reasons: open,
    leaf: row,
    missing: free ? nothing : open.map(reason => ({ code: reason.code, who: 'who' in reason ? reason.who : 'body' in reason ? [reason.body] : [] })),
    obligations: duties.length === 0 ? nothing : [...new Set(duties.map(({ duty }) => duty))],
    notChecked: inquiry.matter?.notChecked ?? nothing,
    decides: candidate,
    evidence: minute === null ? null : { minute: minute.id },
  })
}

const nothing: readonly never[] = []
const inNone = { post: null }

const inCapacityOf = ({ capacity }: Question): { readonly post: string | null } => (capacity === undefined ? inNone : { post: capacity })

/** Nobody may decide under what was looked at: everything that was found, and the chain that came nearest. */
function withheld(
  inquiry: Inquiry, faults: readonly Reason[], open: readonly Reason[], nearest: Candidate | null, adviser: string | null,
): Verdict {
  const { matter, question } = inquiry
  const reserved = matter !== null && isReserved(inquiry)
  const first: readonly Reason[] = reserved
    ? [{ code: 'reserved', matter: matter.id, heldBy: matter.reservedTo }]
    : adviser === null ? nothing : [{ code: 'adviser', post: adviser }]
  const last = nearest === null ? [{ code: 'constitutive', matter: question.matter } as const] : open
  return new Given(inquiry, reserved ? 'reserved' : adviser === null ? 'refused' : 'refer', {
    reasons: inTellingOrder(first, faults, last), leaf: nearest?.row ?? null, missing: nothing, obligations: nothing, notChecked: nothing,
    decides: inCapacityOf(question), ...(reserved ? { heldBy: matter.reservedTo } : {}),
  })
}

/** A delegation under which nothing but this is open. */
interface Almost {
  readonly candidate: Candidate
  /** How much is open under it; what others that want as much are waiting for is told with it. */
  readonly wants: number
  readonly open: readonly Reason[]
}

/** The one with the least still open; where two have as much, what either wants is told. */
const nearer = (one: Almost | null, other: Almost): Almost =>
  one === null || other.wants < one.wants ? other : one.wants < other.wants ? one : { ...one, open: [...one.open, ...other.open] }

/** May this person, or this body, take this decision at (D, R)? Only `permitted` with standing `now` authorises anything. */
export function may(register: Register, question: Question, times: Times): Verdict {
  const inquiry = inquire(register, question, times)
  const bar = barred(inquiry)
  if (bar !== null) {
    return new Given(inquiry, bar.answer, {
      reasons: bar.reasons, leaf: null, missing: nothing, obligations: nothing, notChecked: nothing, decides: inCapacityOf(question),
    })
  }
  const { person, body } = question
  const rows = body === undefined ? rowsOfPerson(inquiry, question.matter, person ?? '') : rowsOfBody(inquiry, question.matter, body)
  const adviser = person === undefined ? null : adviserPost(inquiry, person)
  const faults: Reason[] = []
  const open: Reason[] = []
  let nearest: Candidate | null = null
  let fewest = Infinity
  let almost: Almost | null = null
  for (const row of rows) {
    const candidate = candidateOf(inquiry, row, person ?? null)
    const before = faults.length
    tellFaults(inquiry, candidate, faults)
    const found = faults.length - before
    const wanting = openFor(inquiry, candidate)
    if (found === 0 && adviser === null && inquiry.matter?.delegable !== 'no') {
      const still = body === undefined ? wanting : [...wanting, ...openQuorum(inquiry)]
      if (still.length === 0) return granted(inquiry, candidate, nothing)
      almost = nearer(almost, { candidate, wants: still.length, open: still })
    }
    if (wanting.length > 0) open.push(...wanting)
    if (found < fewest) [fewest, nearest] = [found, candidate]
  }
  return almost === null ? withheld(inquiry, faults, open, nearest, adviser) : granted(inquiry, almost.candidate, inTellingOrder(almost.open))
}
