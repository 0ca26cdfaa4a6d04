/** One access evaluation: may this subject take this decision there? Everything but a permit given now is `false`. */
import { contract } from '../../../platform/http/contract.ts'
import { route, WrittenAnswer } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { asFreshAs, knownHeader } from '../as-fresh-as.ts'
import { decide, presentTimes, type Asked, type Evaluation } from '../ask.ts'
import { actionOf, contextOf, optionsOf, resourceOf, subjectOf } from '../entities.ts'
import { objectOf, optionalFlag, type JsonObject } from '../misfit.ts'
import { evaluationAnswer, evaluationBody } from '../shapes.ts'
import { writtenBare, writtenWithReasons } from '../written.ts'

/** Throws a Problem that names the field. */
export function evaluationOf(body: unknown): Evaluation {
  const request = objectOf(body, 'body')
  return { subject: subjectOf(request.subject), action: actionOf(request.action), resource: resourceOf(request.resource), context: contextOf(request.context) }
}

/** Reasons unless asked to leave them out: a single answer's context is the client's to ignore. */
export function answerOne(services: Services, request: JsonObject, present: Asked): string {
  const evaluation = evaluationOf(request)
  const reasons = evaluation.context.reasons ?? optionalFlag(optionsOf(request.options).reasons, 'options.reasons') ?? true
  const decision = decide(services, evaluation, present)
  return reasons ? writtenWithReasons(decision) : writtenBare(decision)
}

export const stoodOn = ({ times }: Asked): Readonly<Record<string, string>> => ({ [knownHeader]: String(times.known) })

const evaluationContract = contract({
  id: 'authzen.evaluation', method: 'POST', path: '/access/v1/evaluation', tag: 'authzen', question: true, refusals: 'text',
  summary: 'AuthZEN 1.0 access evaluation. `decision` is true only for a permit that holds now.',
  body: evaluationBody, answer: evaluationAnswer,
})

export const evaluation = route(evaluationContract, async ({ body, services, header }) => {
  const request = objectOf(body, 'body')
  await asFreshAs(services, header(knownHeader))
  const present = presentTimes(services)
  return new WrittenAnswer(answerOne(services, request, present), stoodOn(present))
})
