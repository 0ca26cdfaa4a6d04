/**
 * Signing: the head signs all lines of a draft at once. First the instrument is laid out (its number given, its bytes fixed, its digest
 * shown); the signature is a confirmed act over that digest and is refused if anything moved since. What the lines take the place of, and
 * what is withdrawn, ends in the same act, or nothing happens.
 */
import { z } from 'zod'

import type { DelegationFact, Times } from '../../../kernel/authority/model.ts'
import { obligationsOfIssue } from '../../../kernel/authority/rules/obligations.ts'
import { actingPerson } from '../../../platform/access/admit.ts'
import type { Asker } from '../../../platform/access/asker.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity } from '../../../platform/http/parse.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import { assertCurrent, lockChainShared, lockExclusive } from '../../../platform/ledger/chain-locks.ts'
import type { Act } from '../../../platform/ledger/ledger.ts'
import type { Services } from '../../../platform/services.ts'
import { commit, type Told } from '../commit.ts'
import { changeDraft, deleteDraft, findDraft, movedOn, type Draft } from '../drafts.ts'
import { instrumentDocument, writeDocument, type DocumentParts } from '../instrument-document.ts'
import { nextNumber } from '../instrument-number.ts'
import { issued, prepareDraft, type PreparedDraft, type WholeLine } from '../prepare-draft.ts'
import { presentHolder } from '../present.ts'
import { sameHolder } from '../scheme/compare-lines.ts'
import { endedVersions } from '../scheme/endings.ts'
import { zoneOf } from '../times.ts'
import { toldOf } from '../told-of.ts'
import { draftChecks, presentChecks } from './check-draft.ts'

const byId = z.strictObject({ id: identity() })

export const layOutContract = contract({
  id: 'draft.lay-out', method: 'POST', path: '/api/v1/drafts/{id}/lay-out', tag: 'drafts',
  summary: 'Lay the instrument out for signature: its number, its exact text and the digest a signature covers.',
  params: byId, body: z.strictObject({ version: z.int() }),
  answer: z.object({ version: z.int(), number: z.string(), text: z.string(), digest: z.string(), document: instrumentDocument, ...draftChecks }),
})

export const signContract = contract({
  id: 'draft.sign', method: 'POST', path: '/api/v1/drafts/{id}/sign', tag: 'drafts',
  summary: 'Sign the instrument whose digest is given. Every line becomes a delegation, what it replaces or withdraws ends; delegates are told.',
  params: byId, body: z.strictObject({ digest: z.string().regex(/^[0-9a-f]{64}$/, 'Give the digest shown with the instrument.') }),
  answer: z.object({ instrument: z.string(), delegations: z.array(z.string()), ended: z.array(z.string()), number: z.int() }),
})

function signingContext(services: Services, asker: Asker, draft: Draft, number: string) {
  const { person, capacity } = actingPerson(asker)
  const now = services.clock.now()
  return { instrument: number, now, zone: zoneOf(services, now), preparedBy: draft.preparedBy, signatory: person, capacity, invented: services.demonstration }
}

function documentParts(services: Services, asker: Asker, draft: Draft, number: string, prepared: PreparedDraft): DocumentParts {
  const { person, capacity } = actingPerson(asker)
  return {
    number, title: draft.body.title, entity: draft.body.entity, signatory: person, capacity, preparedBy: draft.preparedBy,
    lines: issued(prepared), endings: prepared.endings, zone: zoneOf(services, services.clock.now()),
  }
}

const layOut = route(layOutContract, async ({ params, body, asker, services }) => {
  const { person } = actingPerson(asker)
  const year = new Date(services.clock.now()).getUTCFullYear()
  const draft = await services.db.transaction({ role: 'app', person }, async (tx) => {
    const found = await findDraft(tx, params.id, { lock: true })
    if (found.version !== body.version) throw movedOn('draft')
    if (found.number !== null) return found
    const number = await nextNumber(tx, year, person)
    return changeDraft(tx, found, { number }, services.clock.now())
  })
  const context = signingContext(services, asker, draft, draft.number!)
  const prepared = prepareDraft(services, draft.body, context)
  return {
    version: draft.version, number: draft.number!,
    ...writeDocument(services.register, documentParts(services, asker, draft, draft.number!, prepared)),
    ...presentChecks(services, prepared, { on: context.now, known: services.register.head, now: context.now }),
  }
})

function refuseOpenProblems(prepared: PreparedDraft): void {
  if (issued(prepared).length + prepared.endings.length === 0 && prepared.lines.every(({ problems }) => problems.length === 0)) {
    throw new Problem(422, 'no-lines', 'The instrument changes nothing', 'Nothing was signed. Add a line, or withdraw one, first.')
  }
  const errors = prepared.lines.flatMap(({ line, problems }) => problems.map((problem) => ({
    field: `lines.${line.key}`, code: problem.code, message: `This line cannot be issued: ${problem.code}.`, remedy: 'Correct the line or take it out; POST /api/v1/drafts/check says what stands against it.',
  })))
  const kept = prepared.endings.flatMap(({ fact, problems }) => problems.map(({ code }) => ({
    field: `withdraws.${fact.id}`, code, message: `${fact.id} cannot be ended by this signature: ${code}.`, remedy: 'Leave it as it is, or have it signed by whoever passed it on.',
  })))
  if (errors.length + kept.length > 0) {
    throw new Problem(422, 'cannot-be-issued', 'A line cannot be issued', 'Nothing was signed; the draft is kept. Correct or take out the lines named.', [...errors, ...kept])
  }
}

/** Who is told: everybody who would exercise a line now, whom the catalogue names, and everybody who loses one or holds it from somebody else. */
function noticesFor({ register }: Services, lines: readonly WholeLine[], ended: readonly DelegationFact[], times: Times): Told[] {
  const tell = (holder: DelegationFact['holder'], kind: string, subject: string): Told[] =>
    presentHolder(register, holder, times).persons.map(({ id }) => ({ person: id, kind, subject }))
  const followed = (fact: DelegationFact) => lines.some(({ line, delegation }) => line.replaces === fact.id && sameHolder(delegation.holder, fact.holder))
  return [
    ...lines.flatMap(({ delegation }) => tell(delegation.holder, 'delegation-received', delegation.id)),
    ...lines.flatMap(({ delegation }) => toldOf(register, obligationsOfIssue(register, delegation, times), 'delegation-copied', delegation.id, times)),
    ...ended.filter((fact) => !followed(fact)).flatMap((fact) =>
      tell(fact.holder, fact.endReason === 'revoked' ? 'delegation-revoked' : fact.endedAt !== null ? 'delegation-fallen' : 'delegation-stands', fact.id)),
  ]
}

const sign = route(signContract, async ({ params, body, asker, services, idempotencyKey }) => {
  const { person, capacity } = actingPerson(asker)
  let answer = { instrument: '', delegations: [] as string[], ended: [] as string[] }
  const number = await commit(services, asker, async (tx) => {
    const draft = await findDraft(tx, params.id, { lock: true })
    if (draft.number === null) throw movedOn('draft')
    const context = signingContext(services, asker, draft, draft.number)
    const known = services.register.head
    const prepared = prepareDraft(services, draft.body, context)
    refuseOpenProblems(prepared)
    const lines = issued(prepared)
    const { text, digest } = writeDocument(services.register, documentParts(services, asker, draft, draft.number, prepared))
    if (digest !== body.digest) throw movedOn('instrument')
    const ended = endedVersions(services, prepared.endings)
    // What ends, and its children, are this act's alone; a decision under them waits, and then sees the end.
    await lockExclusive(tx, ended.map(({ id }) => id))
    await assertCurrent(tx, ended, known)
    await lockParents(tx, lines, known)
    answer = {
      instrument: draft.number, delegations: lines.map(({ delegation }) => delegation.id),
      ended: ended.filter(({ endedAt }) => endedAt !== null).map(({ id }) => id),
    }
    const act: Act = {
      kind: 'instrument-signed', subject: `instrument:${draft.number}`, actor: person, capacity, effectiveAt: context.now,
      facts: [...ended, ...lines.map(({ delegation }) => delegation)],
      details: { digest, preparedBy: draft.preparedBy, ...(answer.ended.length > 0 ? { ended: answer.ended } : {}) },
      ...(idempotencyKey === null ? {} : { idempotencyKey }),
    }
    const signed = { number: draft.number, document: text, digest, signed_by: person, signed_at: context.now }
    await deleteDraft(tx, draft.id)
    return {
      acts: [act], notices: noticesFor(services, lines, ended, { on: context.now, known, now: context.now }),
      after: async (within, [event]) => { await within.insertInto('instrument').values({ ...signed, event: event! }).execute() },
    }
  })
  return { ...answer, number }
})

/** A revocation of a parent and a signature under it cannot both win: share its lock, and see that it is still the version checked. */
async function lockParents(tx: Tx, lines: readonly WholeLine[], known: number): Promise<void> {
  const parents = [...new Map(lines.map(({ parent }) => [parent.id, parent])).values()]
  await lockChainShared(tx, parents.map(({ id }) => id))
  await assertCurrent(tx, parents, known)
}

export const signingRoutes: readonly Route[] = [layOut, sign]
