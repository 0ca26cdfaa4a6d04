/**
 * Merger, split and closing of entities (rule 13): one dated plan says what becomes of every delegation that touches them, of their posts,
 * bodies and units, and of the entities. The effect is shown first; the signature covers the digest of what was shown, and all of it is
 * recorded as one act under one instrument, or nothing.
 */
import { z } from 'zod'

import { reorganise, type PlanFault, type ReorganisationPlan, type Touched } from '../../../kernel/authority/acts/reorganise.ts'
import { ifReorganised, touchedBy, type IfReorganised } from '../../../kernel/authority/if-reorganised.ts'
import type { DelegationFact, Times } from '../../../kernel/authority/model.ts'
import { dateOf } from '../../../kernel/time/instants.ts'
import { actingPerson } from '../../../platform/access/admit.ts'
import type { Asker } from '../../../platform/access/asker.ts'
import { contract } from '../../../platform/http/contract.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import { lockEverything } from '../../../platform/ledger/chain-locks.ts'
import type { Services } from '../../../platform/services.ts'
import { commit, type Told } from '../commit.ts'
import { movedOn } from '../drafts.ts'
import { nextNumber } from '../instrument-number.ts'
import { named, presentHolder, summary } from '../present.ts'
import { seatsOf, writeReorganisation } from '../reorganisation/document.ts'
import { planBody, readPlan, reasonField, refuseFaults, subjectOf, type PlanBody } from '../reorganisation/plan.ts'
import { competenceOf, couldSign } from '../reorganisation/signatory.ts'
import { delegationSummary, named as namedShape } from '../shapes.ts'
import { zoneOf } from '../times.ts'
import { presentUncovered, uncoveredShape } from '../uncovered.ts'

const goes = namedShape.extend({ to: namedShape.nullable() })

export const effectOfReorganisationContract = contract({
  id: 'reorganisation.effect', method: 'POST', path: '/api/v1/reorganisations/effect', tag: 'register', question: true, bodyLimit: 1_000_000,
  summary: 'What merging, splitting or closing these entities by this plan would do, and what stands against it. Writes nothing.',
  body: planBody.extend({ reason: z.string().max(1000).default('') }),
  answer: z.object({
    /** What a signature covers; null while it cannot be signed by me. It covers the reason too. */
    digest: z.string().nullable(), text: z.string().nullable(),
    faults: z.array(z.object({ code: z.string(), subject: z.string(), to: namedShape.nullable() })),
    maySign: z.boolean(), couldSign: z.array(z.object({ person: namedShape, post: namedShape })),
    /** The first 500: those that cannot be signed as they stand before the others. `closed`: it is not mine to move or end. */
    lines: z.array(z.object({
      delegation: delegationSummary, fate: z.enum(['moves', 'falls', 'falls-on']).nullable(), to: namedShape.nullable(), on: z.string().nullable(),
      inForce: z.boolean(), below: z.int(), fault: z.string().nullable(), closed: z.boolean(),
    })),
    linesTotal: z.int(), moves: z.int(), falls: z.int(), unanswered: z.int(), reissue: z.int(),
    stops: z.int(), stopsFirst: z.array(delegationSummary), vacant: z.int(), vacantFirst: z.array(delegationSummary),
    people: z.int(), posts: z.array(goes), bodies: z.array(goes), units: z.array(goes),
    uncovered: uncoveredShape, uncoveredTotal: z.int(),
  }),
})

export const reorganiseContract = contract({
  id: 'reorganisation.sign', method: 'POST', path: '/api/v1/reorganisations', tag: 'register', bodyLimit: 1_000_000,
  summary: 'Sign the plan whose digest is given: entities end and begin, delegations follow, in one act under one instrument. Holders are told.',
  body: planBody.extend({ reason: reasonField, digest: z.string().regex(/^[0-9a-f]{64}$/, 'Give the digest shown with the effect.') }),
  answer: z.object({ instrument: z.string(), ended: z.array(z.string()), founded: z.array(z.string()), delegations: z.int(), stops: z.int(), number: z.int() }),
})

interface Prepared {
  readonly plan: ReorganisationPlan
  readonly touched: Touched
  readonly effect: IfReorganised
  /** Versions of the lines that would change. */
  readonly changed: readonly DelegationFact[]
  readonly times: Times
}

function prepare(services: Services, body: PlanBody): Prepared {
  const { register } = services
  const now = services.clock.now()
  const times = { on: now, known: register.head, now }
  const plan = readPlan(services, body, now)
  for (const [place, entity] of Object.keys(plan.ending).entries()) {
    if (register.fact('entity', entity) !== null) continue
    throw new Problem(404, 'no-such-entity', 'No such entity', 'Nothing was changed. Look at the list of entities.', [
      { field: `ending.${place}.entity`, code: 'no-such-entity', message: `There is no entity ${entity}.`, remedy: 'Name an entity of the organisation.' }])
  }
  const touched = touchedBy(register, plan, times)
  const effect = ifReorganised(register, plan, times)
  const ids = new Set(effect.lines.map(({ delegation }) => delegation))
  return { plan, touched, effect, changed: touched.delegations.filter(({ id }) => ids.has(id)), times }
}

function written(services: Services, asker: Extract<Asker, { kind: 'person' }>, { plan, touched, effect }: Prepared, reason: string) {
  return writeReorganisation(services.register, { plan, touched, lines: effect.lines, reason, signatory: asker.person, capacity: asker.capacity, zone: zoneOf(services, plan.at) })
}

const faultOf = (faults: readonly PlanFault[], delegation: string): string | null => faults.find((fault) => subjectOf(fault) === delegation)?.code ?? null

const personsUnder = ({ register }: Services, lines: readonly string[], times: Times): ReadonlySet<string> =>
  new Set(lines.flatMap((id) => presentHolder(register, register.fact('delegation', id)!.holder, times).persons.map((person) => person.id)))

const effectOf = route(effectOfReorganisationContract, async ({ body, asker, services }) => {
  const { register } = services
  const prepared = prepare(services, body)
  const { plan, touched, effect, changed, times } = prepared
  const entity = (id: string | null) => {
    const begun = plan.founded.find((each) => each.id === id)
    return id === null ? null : begun ? { id, name: begun.name, names: begun.names } : named(register, 'entity', id)
  }
  const show = (id: string) => summary(register, register.fact('delegation', id)!, times)
  const mine = asker.kind === 'person' ? competenceOf(register, plan, changed, asker.person, asker.capacity, times) : { competent: false, notTheirs: [] }
  const maySign = mine.competent && mine.notTheirs.length === 0
  const signed = asker.kind === 'person' && maySign && effect.faults.length === 0 ? written(services, asker, prepared, body.reason.trim()) : null
  const lines = effect.lines.map((each) => ({ ...each, fault: faultOf(effect.faults, each.delegation) })).sort((a, b) => Number(b.fault !== null) - Number(a.fault !== null))
  const count = (kind: string) => effect.lines.filter(({ choice }) => choice?.kind === kind).length
  const seats = seatsOf(plan, touched, plan.at)
  return {
    digest: signed?.digest ?? null, text: signed?.text ?? null,
    faults: effect.faults.slice(0, 100).map((fault) => ({ code: fault.code, subject: subjectOf(fault), to: entity('to' in fault ? fault.to : null) })),
    maySign, couldSign: couldSign(register, plan, changed, times).map(({ person, post }) => ({ person: named(register, 'person', person), post: named(register, 'post', post) })),
    lines: lines.slice(0, 500).map(({ delegation, choice, inForce, below, fault }) => ({
      delegation: show(delegation), fate: choice?.kind ?? null, to: entity(choice?.kind === 'moves' ? choice.to : null),
      on: choice?.kind === 'falls-on' ? dateOf(choice.at - 1, zoneOf(services, plan.at)) : null, inForce, below, fault, closed: mine.notTheirs.includes(delegation),
    })),
    linesTotal: lines.length, moves: count('moves') + count('falls-on'), falls: count('falls'), unanswered: lines.filter(({ choice }) => choice === null).length,
    reissue: lines.filter(({ fault }) => fault === 'outside-parent').length,
    stops: effect.stops.length, stopsFirst: effect.stops.slice(0, 100).map(show), vacant: effect.vacant.length, vacantFirst: effect.vacant.slice(0, 100).map(show),
    people: personsUnder(services, [...effect.stops, ...effect.vacant], times).size,
    posts: seats.posts.slice(0, 500).map(({ id, to }) => ({ ...named(register, 'post', id), to: entity(to) })),
    bodies: seats.bodies.slice(0, 500).map(({ id, to }) => ({ ...named(register, 'body', id), to: entity(to) })),
    units: seats.units.slice(0, 500).map(({ id, to }) => ({ ...named(register, 'entity', id), to: entity(to) })),
    uncovered: presentUncovered(register, effect.uncovered), uncoveredTotal: effect.uncovered.length,
  }
})

function refuseStrangers({ register }: Services, { plan, changed, times }: Prepared, person: string, capacity: string | null): void {
  const { competent, notTheirs } = competenceOf(register, plan, changed, person, capacity, times)
  if (!competent) {
    throw new Problem(403, 'not-the-signatory', 'Only a head above these entities signs this', 'Nothing was changed. The head of an entity above all that end and all they go to, or whoever holds what is not delegated, signs it in that capacity and in person.')
  }
  if (notTheirs.length === 0) return
  throw new Problem(422, 'plan-cannot-be-signed', 'Some delegations are not yours to move or end', 'Nothing was changed. Let somebody above sign it, or have these revoked first.', notTheirs.slice(0, 50).map((id) => ({
    field: id, code: 'not-the-delegator', message: `${id} was given by somebody else.`, remedy: 'Only its delegator, or somebody above in its chain, can move or end it.',
  })))
}

/** Everybody whose line moves, ends or stops is told; who holds several is told of each. */
function noticesOf({ register }: Services, { effect, times }: Prepared): Told[] {
  const own = new Map(effect.lines.map(({ delegation, choice }) => [delegation, choice?.kind === 'falls' ? 'delegation-lost-entity' : 'delegation-moved']))
  const kinds = new Map([...effect.stops.map((id): [string, string] => [id, 'delegation-fallen']), ...own])
  return [...kinds].flatMap(([id, kind]) => presentHolder(register, register.fact('delegation', id)!.holder, times).persons.map((person) => ({ person: person.id, kind, subject: id })))
}

const sign = route(reorganiseContract, async ({ body, asker, services, idempotencyKey }) => {
  const acting = actingPerson(asker)
  const { person, capacity } = acting
  let answer = { instrument: '', ended: [] as string[], founded: [] as string[], delegations: 0, stops: 0 }
  const number = await commit(services, asker, async (tx) => {
    await lockEverything(tx, services.ledger.head)
    const prepared = prepare(services, body)
    const { plan, touched, effect, times } = prepared
    refuseFaults(effect.faults)
    refuseStrangers(services, prepared, person, capacity)
    const { text, digest } = written(services, acting, prepared, body.reason)
    if (digest !== body.digest) throw movedOn('plan')
    const result = reorganise(plan, touched, services.register.world(times))
    if (!('facts' in result)) throw movedOn('plan')
    const instrument = await nextNumber(tx, new Date(plan.at).getUTCFullYear(), person)
    answer = {
      instrument, ended: Object.keys(plan.ending), founded: plan.founded.map(({ id }) => id), delegations: effect.lines.length, stops: effect.stops.length,
    }
    return {
      acts: [{
        kind: 'entities-reorganised', subject: `entity:${answer.ended[0]}`, actor: person, capacity, effectiveAt: plan.at, facts: result.facts,
        details: { instrument, digest, reason: body.reason, ended: answer.ended, founded: answer.founded },
        ...(idempotencyKey === null ? {} : { idempotencyKey }),
      }],
      notices: noticesOf(services, prepared),
      after: async (within, [event]) => {
        await within.insertInto('instrument').values({ number: instrument, document: text, digest, signed_by: person, signed_at: plan.at, event: event! }).execute()
      },
    }
  })
  return { ...answer, number }
})

export const reorganisationRoutes: readonly Route[] = [effectOf, sign]
