/** An instrument as a document: its lines as signed, the exact text and digest, and what became of each line. */
import { z } from 'zod'

import type { DelegationFact, Times } from '../../../kernel/authority/model.ts'
import type { Register } from '../../../kernel/authority/register.ts'
import { databasePerson } from '../../../platform/access/admit.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity, paging } from '../../../platform/http/parse.ts'
import { route } from '../../../platform/http/route.ts'
import { findInstrument } from '../instruments.ts'
import { instrumentDocument } from '../instrument-document.ts'
import { closedBy } from '../open-steps.ts'
import { isoOrNull, named, presentHolder, summary } from '../present.ts'
import { reorganisationDocument } from '../reorganisation/document.ts'
import { delegationSummary, holder, named as namedShape, timesAnswered, timesAsked } from '../shapes.ts'
import { answerTimes, timesOf } from '../times.ts'

export const instrumentContract = contract({
  id: 'register.instrument', method: 'GET', path: '/api/v1/instruments/{number}', tag: 'register', summary: 'An instrument: what was signed, and what became of each line.',
  params: z.strictObject({ number: identity() }), query: z.strictObject({ lines: z.enum(['all', 'awaiting-me']).optional(), ...paging, ...timesAsked }),
  answer: z.object({
    number: z.string(), digest: z.string(), /** Null where the lines are asked page by page: it is had whole without. */
    text: z.string().nullable(), signedHere: z.boolean(),
    /** Null when it came by import: then the lines speak for themselves. */
    document: instrumentDocument.nullable(),
    /** Of a merger, split or closing: it gives nothing anew, and says what becomes of what was given. */
    reorganisation: reorganisationDocument.nullable(),
    signedBy: namedShape.nullable(), signedAs: namedShape.nullable(), signedAt: z.string().nullable(), preparedBy: namedShape.nullable(),
    lines: z.array(delegationSummary.extend({ conditions: z.string().nullable() })),
    /** Of all lines, whichever page is asked. */
    total: z.int(), page: z.int(), size: z.int(),
    /** Lines I can accept or decline now. */
    awaitsMe: z.array(z.string()),
    /** Whose acceptance is wanted, and for how many lines. */
    awaited: z.array(z.object({ holder, count: z.int() })),
    times: timesAnswered,
  }),
})

const signedDocument = z.discriminatedUnion('kind', [instrumentDocument, reorganisationDocument])

/** Asked without a page, so many lines come at once. */
const usualSize = 1000

/** Whose acceptance the lines still want. */
function awaitedOf(register: Register, lines: readonly DelegationFact[], times: Times): z.infer<typeof instrumentContract.answer>['awaited'] {
  const byHolder = new Map<string, { fact: DelegationFact; count: number }>()
  for (const fact of lines) {
    if (summary(register, fact, times).state !== 'awaiting-acceptance') continue
    const key = JSON.stringify(fact.holder)
    const seen = byHolder.get(key)
    if (seen) seen.count++
    else byHolder.set(key, { fact, count: 1 })
  }
  return [...byHolder.values()].map(({ fact, count }) => ({ holder: presentHolder(register, fact.holder, times), count }))
}

export const oneInstrument = route(instrumentContract, async ({ params, query, asker, services }) => {
  const { register } = services
  const times = timesOf(services, query)
  const instrument = await services.db.transaction({ role: 'app', person: databasePerson(asker) }, (tx) => findInstrument(tx, services, params.number))
  const lines = instrument.delegations.flatMap((id) => register.fact('delegation', id, times.known) ?? [])
  const first = lines[0]
  const acceptable = asker.kind === 'person' ? lines.filter((fact) => closedBy('accept', register, fact, asker, times).length === 0) : []
  const listed = query.lines === 'awaiting-me' ? acceptable : lines
  const byPage = query.page !== undefined || query.size !== undefined
  const { page = 1, size = usualSize } = query
  const signed = instrument.signedHere ? signedDocument.parse(JSON.parse(instrument.text)) : null
  const document = signed?.kind === 'delegation-of-authority' ? signed : null
  const signedAs = first?.signedAs ?? signed?.signatory.post?.id
  const person = (id: string | null | undefined) => (id == null ? null : named(register, 'person', id))
  return {
    number: instrument.number, digest: instrument.digest, text: byPage ? null : instrument.text, signedHere: instrument.signedHere,
    document, reorganisation: signed?.kind === 'reorganisation' ? signed : null,
    signedBy: person(instrument.signedBy), preparedBy: person(first?.preparedBy ?? document?.preparedBy.id),
    signedAs: signedAs == null || signedAs === 'person' ? null : named(register, 'post', signedAs), signedAt: isoOrNull(instrument.signedAt),
    lines: listed.slice((page - 1) * size, page * size).map((fact) => ({ ...summary(register, fact, times), conditions: fact.conditions })),
    total: listed.length, page, size, awaitsMe: acceptable.map(({ id }) => id), awaited: awaitedOf(register, lines, times),
    times: answerTimes(services, times),
  }
})
