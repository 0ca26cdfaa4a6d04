/** An instrument as a document: its lines as signed, the exact text and digest, and what became of each line. */
import { z } from 'zod'

import { databasePerson } from '../../../platform/access/admit.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity } from '../../../platform/http/parse.ts'
import { route } from '../../../platform/http/route.ts'
import { findInstrument } from '../instruments.ts'
import { instrumentDocument } from '../instrument-document.ts'
import { openSteps } from '../open-steps.ts'
import { isoOrNull, named, summary } from '../present.ts'
import { reorganisationDocument } from '../reorganisation/document.ts'
import { delegationSummary, named as namedShape, timesAnswered, timesAsked } from '../shapes.ts'
import { answerTimes, timesOf } from '../times.ts'

export const instrumentContract = contract({
  id: 'register.instrument', method: 'GET', path: '/api/v1/instruments/{number}', tag: 'register', summary: 'An instrument: what was signed, and what became of each line.',
  params: z.strictObject({ number: identity() }), query: z.strictObject(timesAsked),
  answer: z.object({
    number: z.string(), digest: z.string(), text: z.string(), signedHere: z.boolean(),
    /** Null when it came by import: then the lines speak for themselves. */
    document: instrumentDocument.nullable(),
    /** Of a merger, split or closing: it gives nothing anew, and says what becomes of what was given. */
    reorganisation: reorganisationDocument.nullable(),
    signedBy: namedShape.nullable(), signedAs: namedShape.nullable(), signedAt: z.string().nullable(), preparedBy: namedShape.nullable(),
    lines: z.array(delegationSummary.extend({ conditions: z.string().nullable() })),
    /** Lines I can accept or decline now. */
    awaitsMe: z.array(z.string()),
    times: timesAnswered,
  }),
})

const signedDocument = z.discriminatedUnion('kind', [instrumentDocument, reorganisationDocument])

export const oneInstrument = route(instrumentContract, async ({ params, query, asker, services }) => {
  const { register } = services
  const times = timesOf(services, query)
  const instrument = await services.db.transaction({ role: 'app', person: databasePerson(asker) }, (tx) => findInstrument(tx, services, params.number))
  const lines = instrument.delegations.flatMap((id) => register.fact('delegation', id, times.known) ?? [])
  const first = lines[0]
  const signed = instrument.signedHere ? signedDocument.parse(JSON.parse(instrument.text)) : null
  const document = signed?.kind === 'delegation-of-authority' ? signed : null
  const signedAs = first?.signedAs ?? signed?.signatory.post?.id
  const person = (id: string | null | undefined) => (id == null ? null : named(register, 'person', id))
  return {
    number: instrument.number, digest: instrument.digest, text: instrument.text, signedHere: instrument.signedHere,
    document, reorganisation: signed?.kind === 'reorganisation' ? signed : null,
    signedBy: person(instrument.signedBy), preparedBy: person(first?.preparedBy ?? document?.preparedBy.id),
    signedAs: signedAs == null || signedAs === 'person' ? null : named(register, 'post', signedAs), signedAt: isoOrNull(instrument.signedAt),
    lines: lines.map((fact) => ({ ...summary(register, fact, times), conditions: fact.conditions })),
    awaitsMe: asker.kind === 'person'
      ? lines.filter((fact) => openSteps(register, fact, asker, times).some(({ step, open }) => step === 'accept' && open)).map(({ id }) => id) : [],
    times: answerTimes(services, times),
  }
})
