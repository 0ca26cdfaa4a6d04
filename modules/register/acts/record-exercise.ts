/**
 * An exercise: a decision taken under a delegation. It is decided inside its own transaction, at now, holding shared locks on its chain; a
 * revocation takes them exclusively, so both cannot win (SEMANTICS, Time). The verdict is kept as it stood.
 */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'

import { may } from '../../../kernel/authority/may.ts'
import type { ExerciseFact, Question } from '../../../kernel/authority/model.ts'
import type { Register } from '../../../kernel/authority/register.ts'
import type { Verdict } from '../../../kernel/authority/verdict.ts'
import { actingPerson } from '../../../platform/access/admit.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity, line, lines, money } from '../../../platform/http/parse.ts'
import type { Asker } from '../../../platform/access/asker.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route } from '../../../platform/http/route.ts'
import { assertCurrent, lockChainShared } from '../../../platform/ledger/chain-locks.ts'
import type { Json } from '../../../platform/ledger/ledger.ts'
import type { Services } from '../../../platform/services.ts'
import { commit, type Told } from '../commit.ts'
import { takeTurn } from '../counted-together.ts'
import { toldOf } from '../told-of.ts'
import { mustBeFresh } from '../views/ask.ts'

/** The decision, whoever takes it. */
export const decisionFields = {
  matter: identity(), amount: money().optional(), method: identity().optional(), category: identity().optional(), fund: identity().optional(),
  grade: line(40).optional(), term: z.int().min(1).max(1200).optional(), entity: identity().optional(), place: identity().optional(),
  contract: identity().optional(), requirement: identity().optional(), case: identity().optional(),
  beneficiary: identity().optional(), supplier: identity().optional(), cosigners: z.array(identity()).max(20).optional(),
  facts: z.record(line(100), line(500)).optional(),
}

export const whatWasDecided = () => lines(2000).pipe(z.string().min(1, 'Say what was decided.'))

const taken = z.object({ number: z.int(), delegation: z.string(), notChecked: z.array(z.string()), obligations: z.array(z.string()) })

export const exerciseContract = contract({
  id: 'exercise.record', method: 'POST', path: '/api/v1/exercises', tag: 'register', summary: 'Record a decision I take now, or one a body took by a minute I was present at. Refused unless it may be taken; kept with the chain it was taken under.',
  body: z.strictObject({ ...decisionFields, body: identity().optional().describe('The body that decided; `facts.minute` names its minute.'), what: whatWasDecided() }),
  answer: taken,
})

/** What else happens in the transaction of a decision. */
export interface Beside {
  readonly before: (tx: Tx) => Promise<void>
  readonly after: (tx: Tx, exercise: string) => Promise<void>
  readonly notices: readonly Told[]
  readonly details: Readonly<Record<string, Json>>
}

const nothingBeside: Beside = { before: async () => {}, after: async () => {}, notices: [], details: {} }

interface Taking {
  readonly services: Services
  readonly asker: Asker
  /** With a body: what it decided, by the minute its facts name. */
  readonly decision: Omit<Question, 'person'>
  readonly what: string
  readonly idempotencyKey: string | null
  readonly beside?: Beside
}

/** The decision as a fact: later totals, pairs and audits are read from it. */
function exerciseOf(register: Register, { question, capacity, chain, answer, on, known }: Verdict, what: string, invented: boolean): ExerciseFact {
  const { person = null, body = null, amount = null, method = null, category = null, fund = null, grade = null, term = null, place = null } = question
  const { contract = null, requirement = null, beneficiary = null, supplier = null, case: file = null, facts = {} } = question
  const seat = body !== null ? (register.fact('body', body, known)?.entity ?? null) : capacity === null ? null : (register.fact('post', capacity, known)?.entity ?? null)
  return {
    kind: 'exercise', id: randomUUID(), effectiveFrom: null, effectiveTo: null,
    person, body, capacity, matter: question.matter, delegation: chain.at(-1)?.id ?? null, entity: question.entity ?? seat,
    amount, method, category, fund, grade, term, place, contract, requirement, beneficiary, supplier, case: file,
    decidedAt: on, facts, answer, what, provenance: { kind: invented ? 'invented' : 'own' },
  }
}

/** A body’s decision is recorded by somebody who was there, and only on a minute. */
function mustHaveBeenThere(register: Register, { body, facts }: Omit<Question, 'person'>, person: string): void {
  const minute = facts?.['minute'] === undefined ? null : register.fact('minute', facts['minute'])
  const refused = (code: string, message: string, remedy: string) =>
    new Problem(422, 'minute-needed', 'The decision of a body is recorded with its minute', 'Nothing was recorded. Correct the field named.', [{ field: 'facts.minute', code, message, remedy }])
  if (minute === null || minute.body !== body) throw refused('no-such-minute', 'This names no minute of the body.', 'Record it first: POST /api/v1/bodies/{id}/minutes.')
  if (!minute.present.includes(person)) throw refused('not-present', 'You were not present, by this minute.', 'Somebody who was present records it.')
}

export async function takeDecision({ services, asker, decision, what, idempotencyKey, beside = nothingBeside }: Taking): Promise<z.infer<typeof taken>> {
  const acting = actingPerson(asker)
  const { person } = acting
  mustBeFresh(services)
  const question: Question = decision.body === undefined ? { ...decision, person } : decision
  if (decision.body !== undefined) mustHaveBeenThere(services.register, decision, person)
  let answer = { delegation: '', notChecked: [] as string[], obligations: [] as string[] }
  const number = await commit(services, asker, async (tx) => {
    await beside.before(tx)
    const before = services.clock.now()
    const known = services.register.head
    const { chain } = may(services.register, question, { on: before, known, now: before })
    await lockChainShared(tx, chain.map(({ id }) => id))
    await assertCurrent(tx, chain, known)
    await takeTurn(tx, services.register, question, chain.flatMap(({ limits }) => limits), known)
    const now = services.clock.now()
    const verdict = may(services.register, question, { on: now, known, now })
    if (verdict.answer !== 'permitted') {
      throw new Problem(422, verdict.answer, 'You may not take this decision', 'Nothing was recorded. Ask "may I?" to see why, and who could.', verdict.reasons.map(({ code }) => ({
        field: 'matter', code, message: `It is not permitted: ${code}.`, remedy: 'Refer it to somebody who may; GET /api/v1/who-may names them.',
      })))
    }
    const { id } = verdict.chain.at(-1)!
    const exercise = exerciseOf(services.register, verdict, what, services.demonstration)
    const duties = services.register.fact('matter', question.matter)?.obligations.filter(({ duty }) => verdict.obligations.includes(duty)) ?? []
    answer = { delegation: id, notChecked: [...verdict.notChecked], obligations: [...verdict.obligations] }
    return {
      acts: [{
        kind: 'authority-exercised', subject: `delegation:${id}`, actor: person, capacity: verdict.capacity ?? (decision.body === undefined ? null : acting.capacity), effectiveAt: now, facts: [exercise],
        details: { what, exercise: exercise.id, question: { ...question, act: exercise.id } as unknown as Json, chain: verdict.chain.map((link) => link.id), notChecked: answer.notChecked, obligations: answer.obligations, ...beside.details },
        ...(idempotencyKey === null ? {} : { idempotencyKey }),
      }],
      notices: [...toldOf(services.register, duties, 'authority-exercised', id, { on: now, known, now }), ...beside.notices],
      after: (written) => beside.after(written, exercise.id),
    }
  })
  return { number, ...answer }
}

export const recordExercise = route(exerciseContract, ({ body: { what, ...decision }, asker, services, idempotencyKey }) =>
  takeDecision({ services, asker, decision, what, idempotencyKey }))
