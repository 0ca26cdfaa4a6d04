/** Evidence: a verdict with everything it stands on, signed, so that anybody can check it without this register. */
import { z } from 'zod'

import { databasePerson } from '../../../platform/access/admit.ts'
import { contract } from '../../../platform/http/contract.ts'
import { count } from '../../../platform/http/parse.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import type { Asker } from '../../../platform/access/asker.ts'
import type { SignedEvidence, UnsignedEvidence } from '../../../platform/evidence/document.ts'
import type { Services } from '../../../platform/services.ts'
import { questionOf } from '../evidence/acts.ts'
import { gatherAct, gatherVerdict } from '../evidence/gather.ts'
import { sealedEvents } from '../evidence/proven-facts.ts'
import { askMay, mayContract, mustBeFresh, presentVerdict } from './ask.ts'
import { may } from '../../../kernel/authority/may.ts'

const instrument = z.object({
  number: z.string(), signedHere: z.boolean(), document: z.string(), digest: z.string(), signedBy: z.string().nullable(), signedAt: z.number().nullable(),
  delegations: z.array(z.string()),
})

/** `docs/evidence.md` says what each part is, and how to check it. */
export const evidenceShape = z.object({
  document: z.object({
    format: z.string(), demonstration: z.boolean(), madeAt: z.number(), snapshot: z.number(), act: z.number().nullable(),
    asked: z.object({ question: z.looseObject({}), times: z.looseObject({}), verdict: z.looseObject({}), answer: mayContract.answer }).nullable(),
    instruments: z.array(instrument), facts: z.array(z.object({ kind: z.string(), id: z.string(), number: z.number() })),
    events: z.array(z.object({
      number: z.number(), recordedAt: z.number(), leaf: z.string(), kind: z.string(), subject: z.string(),
      actor: z.string(), payload: z.object({ facts: z.array(z.looseObject({ kind: z.string(), id: z.string() })), details: z.record(z.string(), z.unknown()) }),
    }).loose()),
  }),
  signature: z.object({ protected: z.string(), signature: z.string() }),
  key: z.object({ kty: z.string(), crv: z.string(), x: z.string(), kid: z.string() }),
})

type Answered = z.infer<typeof evidenceShape>

export const evidenceContract = contract({
  id: 'register.evidence', method: 'GET', path: '/api/v1/evidence', tag: 'evidence', query: mayContract.query,
  summary: 'The evidence for a verdict: asked as GET /api/v1/may, answered as a signed document that verifies offline.',
  answer: evidenceShape,
})

export const actEvidenceContract = contract({
  id: 'register.act-evidence', method: 'GET', path: '/api/v1/evidence/acts/{number}', tag: 'evidence', params: z.strictObject({ number: count(1, 999_999_999) }),
  summary: 'The evidence for a recorded act, by its ledger number: for a decision the verdict as it stood when it was taken.',
  answer: evidenceShape,
})

const evidence = route(evidenceContract, async ({ query, asker, services }) => {
  const { verdict, times, answer } = askMay(services, query)
  return signed(services, await gatherVerdict(services, asker, { question: verdict.question, times, answer, act: null }))
})

const signed = async (services: Services, document: UnsignedEvidence): Promise<Answered> =>
  (await services.signer.sign(document)) as unknown as Answered

/** The decision as it was judged: at its own instant, on what was recorded before it. */
export async function evidenceOfAct(services: Services, asker: Asker, number: number): Promise<SignedEvidence> {
  mustBeFresh(services)
  const [event] = await services.db.transaction({ role: 'app', person: databasePerson(asker) }, (tx) => sealedEvents(tx, [number]))
  if (!event) throw new Problem(404, 'no-such-entry', 'The ledger has no such entry', `Nothing was signed. The ledger holds entries 1 to ${services.ledger.head}; GET /api/v1/log lists them.`)
  const question = questionOf(event)
  if (question === null) return services.signer.sign(await gatherAct(services, asker, number))
  const times = { on: event.effectiveAt ?? event.recordedAt, known: number - 1, now: services.clock.now() }
  const { person: _person, body: _body, ...decided } = question
  const answer = presentVerdict(services, may(services.register, question, times), decided, times)
  return services.signer.sign(await gatherVerdict(services, asker, { question, times, answer, act: number }))
}

const actEvidence = route(actEvidenceContract, async ({ params, asker, services }) =>
  (await evidenceOfAct(services, asker, params.number)) as unknown as Answered)

export const evidenceRoutes: readonly Route[] = [evidence, actEvidence]
