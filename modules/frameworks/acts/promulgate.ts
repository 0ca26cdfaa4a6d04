/**
 * Promulgation: the framework, its matters, the mappings and every delegation re-issued, in one transaction under one instrument, or nothing.
 * The effect is shown first; the signature names its digest and is refused if anything moved since.
 */
import canonicalize from 'canonicalize'
import { createHash } from 'node:crypto'
import { z } from 'zod'

import type { DelegationFact, FrameworkFact, MatterFact } from '../../../kernel/authority/model.ts'
import { actingPerson } from '../../../platform/access/admit.ts'
import type { Asker } from '../../../platform/access/asker.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { contract } from '../../../platform/http/contract.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import { lockEverything } from '../../../platform/ledger/chain-locks.ts'
import type { Act } from '../../../platform/ledger/ledger.ts'
import type { Services } from '../../../platform/services.ts'
import { named, namedShape } from '../../organisation/index.ts'
import { commit, nextNumber, presentHolder, type Told } from '../../register/index.ts'
import { bulletinMovedOn, changeBulletin, findBulletin } from '../bulletins.ts'
import { checkBulletin, type BulletinFault } from '../check-bulletin.ts'
import { lawFacts, transitionOf } from '../law-facts.ts'
import { byBulletin, type Bulletin } from '../model.ts'
import { planReissue, type LineFate } from '../plan-reissue.ts'
import { maySign, nowTimes, refuseClosedBulletin } from '../standing.ts'
import { frameworkBefore, mattersOf, surroundingsOf } from '../surroundings.ts'

const fates = { reissued: z.int(), decision: z.int(), lapses: z.int() }

export const effectContract = contract({
  id: 'bulletin.effect', method: 'GET', path: '/api/v1/bulletins/{id}/effect', tag: 'frameworks',
  summary: 'What promulgating it now would do: lines re-issued, waiting and lapsing, by matter, and whom each touches; the digest a signature covers.',
  params: byBulletin,
  answer: z.object({
    ready: z.boolean(), digest: z.string().nullable(), lines: z.object(fates), people: z.int(),
    matters: z.array(z.object({ matter: namedShape, ...fates, reasons: z.array(z.object({ reason: z.string(), lines: z.int() })), holders: z.array(namedShape), people: z.int() })),
  }),
})

export const promulgateContract = contract({
  id: 'bulletin.promulgate', method: 'POST', path: '/api/v1/bulletins/{id}/promulgate', tag: 'frameworks',
  summary: 'Sign the bulletin: framework, mappings and re-issued delegations in one act. Every holder is told.',
  params: byBulletin, body: z.strictObject({ digest: z.string().regex(/^[0-9a-f]{64}$/, 'Give the digest shown with the effect.') }),
  answer: z.object({ framework: z.string(), instrument: z.string(), lines: z.object(fates), told: z.int(), number: z.int() }),
})

interface Plan {
  readonly bulletin: Bulletin
  readonly before: FrameworkFact
  readonly oldMatters: readonly MatterFact[]
  readonly law: ReturnType<typeof lawFacts>
  readonly lines: readonly LineFate[]
  readonly digest: string
}

const stopping = (faults: readonly BulletinFault[]): readonly BulletinFault[] => faults.filter(({ weight }) => weight === 'stops')

/** What is covered: the bulletin as it stands and the fate of every line; the instant of signing is not. */
const digestOf = ({ version, id }: Bulletin, lines: readonly LineFate[]): string =>
  createHash('sha256').update(canonicalize([id, version, lines.map(({ line, fate, reason }) => [line.id, fate, reason])]) ?? '').digest('hex')

function planFor(services: Services, asker: Asker, bulletin: Bulletin, instrument: string): Plan | null {
  const before = frameworkBefore(services, bulletin)
  const oldMatters = mattersOf(services, before.id)
  const now = services.clock.now()
  const span = transitionOf(bulletin, before.zone, now)
  if (span === null) return null
  const law = lawFacts(bulletin, before, oldMatters, span)
  const signing = asker.kind === 'person' ? { signatory: asker.person, capacity: asker.capacity } : { signatory: bulletin.begunBy, capacity: null }
  const lines = planReissue(services.register, bulletin, oldMatters.map(({ id }) => id), law, { ...span, ...signing, instrument, now, preparedBy: bulletin.begunBy })
  return { bulletin, before, oldMatters, law, lines, digest: digestOf(bulletin, lines) }
}

const count = (lines: readonly LineFate[]) => ({
  reissued: lines.filter(({ fate }) => fate === 'reissued').length,
  decision: lines.filter(({ fate }) => fate === 'decision').length,
  lapses: lines.filter(({ fate }) => fate === 'lapses').length,
})

function holdersOf(services: Services, lines: readonly LineFate[]): ReadonlySet<string> {
  const times = nowTimes(services)
  return new Set(lines.flatMap(({ line }) => presentHolder(services.register, line.holder, times).persons.map(({ id }) => id)))
}

function byMatter(services: Services, { lines, oldMatters }: Plan) {
  const of = new Map<string, LineFate[]>()
  for (const each of lines) of.set(each.line.matter, [...(of.get(each.line.matter) ?? []), each])
  return oldMatters.map(({ id }) => {
    const its = of.get(id) ?? []
    const reasons = new Map<string, number>()
    for (const { fate, reason } of its) if (fate !== 'reissued') reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
    const holders = [...holdersOf(services, its)]
    return {
      matter: named(services.register, 'matter', id), ...count(its), reasons: [...reasons].map(([reason, found]) => ({ reason, lines: found })),
      holders: holders.slice(0, 50).map((person) => named(services.register, 'person', person)), people: holders.length,
    }
  })
}

const effect = route(effectContract, async ({ params, asker, services }) => {
  const person = asker.kind === 'person' ? asker.person : 'operator'
  const { bulletin, faults } = await services.db.transaction({ role: 'app', person }, async (tx) => {
    const found = await findBulletin(tx, params.id)
    return { bulletin: found, faults: checkBulletin(found, await surroundingsOf(services, tx, found)) }
  })
  const open = bulletin.state === 'preparing' || bulletin.state === 'consulting'
  const plan = open ? planFor(services, asker, bulletin, 'draft') : null
  if (plan === null) return { ready: false, digest: null, lines: { reissued: 0, decision: 0, lapses: 0 }, people: 0, matters: [] }
  const ready = stopping(faults).length === 0
  return {
    ready, digest: ready ? plan.digest : null, lines: count(plan.lines), people: holdersOf(services, plan.lines).size,
    matters: byMatter(services, plan).filter(({ reissued, decision, lapses }) => reissued + decision + lapses > 0),
  }
})

function refuseFaults(faults: readonly BulletinFault[]): void {
  const against = stopping(faults)
  if (against.length === 0) return
  throw new Problem(422, 'bulletin-not-ready', 'The bulletin cannot be promulgated yet', 'Nothing was signed; the bulletin is kept. Settle what is named.', against.slice(0, 50).map(({ code, about, fields }) => ({
    field: about ?? 'bulletin', code, message: `This stands against it: ${code}${fields.length > 0 ? ` (${fields.join(', ')})` : ''}.`, remedy: 'Correct it on the page of the bulletin.',
  })))
}

/** One event for the law, one for each line: each carries the facts it changes, all in the one transaction. */
function actsOf({ bulletin, law, lines, digest }: Plan, signing: Pick<Act, 'actor' | 'capacity' | 'idempotencyKey'>, instrument: string): readonly Act[] {
  const { idempotencyKey, ...by } = signing
  const rescinded = ({ line, endsAt }: LineFate): DelegationFact => ({ ...line, endedAt: endsAt, endReason: 'rescinded' })
  const promulgated: Act = {
    ...by, kind: 'framework-promulgated', subject: `framework:${bulletin.id}`, effectiveAt: law.framework.effectiveFrom,
    facts: [law.framework, ...law.matters, ...law.mappings, ...law.ended], details: { instrument, digest, ...count(lines) },
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  }
  return [promulgated, ...lines.map((each): Act => ({
    ...by, kind: each.reissued === null ? 'delegation-rescinded' : 'delegation-reissued', subject: `delegation:${each.reissued?.id ?? each.line.id}`,
    effectiveAt: each.reissued?.effectiveFrom ?? each.endsAt, facts: [rescinded(each), ...(each.reissued === null ? [] : [each.reissued])],
    details: { framework: bulletin.id, reason: each.reason, instead: each.line.id },
  }))]
}

async function keepFates(tx: Tx, { bulletin, lines }: Plan): Promise<void> {
  const rows = lines.map(({ line, fate, reason, reissued }) => ({
    framework: bulletin.id, delegation: line.id, entity: line.entities[0] ?? '', matter: line.matter, fate, reason, reissued_as: reissued?.id ?? null,
  }))
  for (let from = 0; from < rows.length; from += 1000) await tx.insertInto('transition_line').values(rows.slice(from, from + 1000)).execute()
}

const promulgate = route(promulgateContract, async ({ params, body, asker, services, idempotencyKey }) => {
  const { person, capacity } = actingPerson(asker)
  let answer = { instrument: '', lines: { reissued: 0, decision: 0, lapses: 0 }, told: 0 }
  const number = await commit(services, asker, async (tx) => {
    const bulletin = await findBulletin(tx, params.id, { lock: true })
    refuseClosedBulletin(bulletin)
    if (!maySign(services, asker, bulletin.supersedes)) {
      throw new Problem(403, 'not-the-signatory', 'Only the head of the organisation promulgates a framework', 'Nothing was signed. Whoever holds what is not delegated signs it, in that capacity and in person.')
    }
    await lockEverything(tx, services.ledger.head)
    refuseFaults(checkBulletin(bulletin, await surroundingsOf(services, tx, bulletin)))
    const year = new Date(services.clock.now()).getUTCFullYear()
    const instrument = await nextNumber(tx, year, person)
    const plan = planFor(services, asker, bulletin, instrument)
    if (plan === null || plan.digest !== body.digest) throw bulletinMovedOn()
    await changeBulletin(tx, bulletin, { state: 'promulgated', instrument }, services.clock.now())
    const people = holdersOf(services, plan.lines)
    const notices: Told[] = [...people].map((told) => ({ person: told, kind: 'framework-promulgated', subject: `framework:${bulletin.id}` }))
    answer = { instrument, lines: count(plan.lines), told: people.size }
    return {
      acts: actsOf(plan, { actor: person, capacity, ...(idempotencyKey === null ? {} : { idempotencyKey }) }, instrument), notices,
      after: (within) => keepFates(within, plan),
    }
  })
  return { framework: params.id, ...answer, number }
})

export const promulgationRoutes: readonly Route[] = [effect, promulgate]
