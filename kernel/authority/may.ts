/** May this person (or body) decide this? The first answer that applies, with everything that was found (DESIGN §3.1). */
import { faultsOf, mayDecide, openPreconditions, underRules } from './assess.ts'
import { candidateOf, rowsOfBody, rowsOfPerson, type Candidate } from './candidate.ts'
import { inForce } from './chain.ts'
import { inquire, type Inquiry } from './inquiry.ts'
import type { Answer, Question, Times } from './model.ts'
import { inTellingOrder, type Reason } from './reasons.ts'
import type { Register } from './register.ts'
import { chainOf, standingOf, type Verdict } from './verdict.ts'

/** Answers that precede any look at delegations. */
interface Barred {
  readonly answer: Answer
  readonly reasons: readonly Reason[]
}

function personOutside({ world }: Inquiry, person: string): Reason | null {
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
  const { question, world } = inquiry
  const who =
    question.body !== undefined
      ? world.get('body', question.body) === null
        ? ({ code: 'outside-framework', what: 'body', id: question.body } as const)
        : null
      : personOutside(inquiry, question.person ?? '')
  const entities = entitiesAskedFor(inquiry).map(entity => entityOutside(inquiry, entity))
  const everywhere = entities.length > 0 && entities.every(reason => reason !== null)
  return [who, ...(everywhere ? entities : [])].filter(reason => reason !== null)
}

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
  const { register, times, matter } = inquiry
  if (matter === null || matter.delegable === 'no') return true
  for (const row of register.linked('matter', matter.id, times.known)) if (inForce(inquiry, row)) return false
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

const noFacts = { reasons: [], chain: [], missing: [], obligations: [], notChecked: [], capacity: null } as const

function verdict(inquiry: Inquiry, answer: Answer, found: Partial<Verdict>): Verdict {
  const { question, times } = inquiry
  return {
    ...noFacts,
    capacity: question.capacity ?? null,
    answer,
    standing: standingOf(times),
    question,
    on: times.on,
    known: times.known,
    ...found,
  }
}

/** Authority is there; what is open, if anything, decides between a permit and "not yet". */
function granted(inquiry: Inquiry, { row }: Candidate, open: readonly Reason[]): Verdict {
  return verdict(inquiry, open.length === 0 ? 'permitted' : 'not-yet', {
    reasons: inTellingOrder(open),
    chain: chainOf(inquiry, row),
    missing: open.map(reason => ({ code: reason.code, who: 'who' in reason ? reason.who : 'body' in reason ? [reason.body] : [] })),
    obligations: inquiry.matter?.obligations.filter(({ at }) => at === 'permit').map(({ duty }) => duty) ?? [],
    notChecked: inquiry.matter?.notChecked ?? [],
    capacity: row.post,
  })
}

function withheld(inquiry: Inquiry, candidates: readonly Candidate[], adviser: string | null): Verdict {
  const { matter, question } = inquiry
  const open = openPreconditions(inquiry)
  const found = candidates.map(candidate => ({ candidate, faults: faultsOf(inquiry, candidate) }))
  const nearest = found.reduce<(typeof found)[number] | null>(
    (best, next) => (best === null || next.faults.length < best.faults.length ? next : best),
    null,
  )
  const faults =
    nearest === null ? [{ code: 'constitutive', matter: question.matter } as const] : [...found.flatMap(({ faults }) => faults), ...open]
  const chain = nearest === null ? [] : chainOf(inquiry, nearest.candidate.row)
  const answered = (answer: Answer, own: readonly Reason[], more: Partial<Verdict> = {}): Verdict =>
    verdict(inquiry, answer, { reasons: inTellingOrder([...own, ...faults]), chain, ...more })
  if (matter !== null && isReserved(inquiry)) {
    return answered('reserved', [{ code: 'reserved', matter: matter.id, heldBy: matter.reservedTo }], { heldBy: matter.reservedTo })
  }
  return adviser === null ? answered('refused', []) : answered('refer', [{ code: 'adviser', post: adviser }])
}

/** May this person, or this body, take this decision at (D, R)? Only `permitted` with standing `now` authorises anything. */
export function may(register: Register, question: Question, times: Times): Verdict {
  const inquiry = inquire(register, question, times)
  const bar = barred(inquiry)
  if (bar !== null) return verdict(inquiry, bar.answer, { reasons: bar.reasons })
  const { person, body } = question
  const rows = body === undefined ? rowsOfPerson(inquiry, question.matter, person ?? '') : rowsOfBody(inquiry, question.matter, body)
  const candidates = Array.from(rows, row => candidateOf(inquiry, row, person ?? null))
  const adviser = person === undefined ? null : adviserPost(inquiry, person)
  if (adviser === null && inquiry.matter?.delegable !== 'no') {
    const candidate = candidates.find(each => mayDecide(inquiry, each))
    if (candidate !== undefined) {
      const quorum: readonly Reason[] = body === undefined ? [] : [{ code: 'quorum-missing', body }]
      return granted(inquiry, candidate, [...openPreconditions(inquiry), ...quorum])
    }
  }
  return withheld(inquiry, candidates, adviser)
}
