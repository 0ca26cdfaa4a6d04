/** The auditor's questions: a complete population of acts with control totals, a repeatable sample of it, and the evidence for the sample. */
import { Readable } from 'node:stream'
import { z } from 'zod'

import { databasePerson } from '../../../platform/access/admit.ts'
import type { Asker } from '../../../platform/access/asker.ts'
import { contract, type QueryOf } from '../../../platform/http/contract.ts'
import { calendarDate, count, currency, identity, line, page, paging } from '../../../platform/http/parse.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { FileAnswer, route, type Route } from '../../../platform/http/route.ts'
import { peopleWithRole } from '../../../platform/identity/identify.ts'
import { asFile, listFile } from '../../../platform/imports/list-file.ts'
import type { FileFormat } from '../../../platform/imports/read-file.ts'
import type { Services } from '../../../platform/services.ts'
import { endOfDay, startOfDay } from '../../../kernel/time/instants.ts'
import { actKinds, actsOf, type RecordedAct } from '../evidence/acts.ts'
import { actOrders, auditVerdict, auditVerdicts, controlTotals, within, type AuditVerdict } from '../evidence/population.ts'
import { monetaryUnits, simpleRandom } from '../evidence/sample.ts'
import { judgementsOf } from '../judgements.ts'
import { ordered } from '../ordered.ts'
import { iso, isoOrNull, named } from '../present.ts'
import { judge } from '../ratifying.ts'
import { named as namedShape } from '../shapes.ts'
import { zoneOf } from '../times.ts'
import { actorNamed } from '../timeline.ts'
import { evidenceOfAct } from './evidence.ts'

const filter = {
  kind: z.enum(actKinds).describe('Decisions taken, delegations issued, accepted, or revoked.'),
  entity: identity().optional().describe('Where it takes effect: the entity and all below it, as it stood then.'),
  matter: identity().optional(),
  currency: currency().optional().describe('Only acts with an amount in it.'),
  verdict: z.enum(auditVerdicts).optional().describe('Of decisions: what the register says of it, as known up to `known`.'),
  from: calendarDate().optional().describe('First day of recording.'),
  to: calendarDate().optional().describe('Last day of recording, inclusive.'),
  known: count(0, 999_999_999).optional().describe('Up to this ledger number: the same population again, whatever came later.'),
}

const draw = {
  seed: line(200).describe('Any text; the same seed draws the same sample again.'),
  size: count(1, 1000).describe('How many units to draw.'),
  method: z.enum(['simple-random', 'monetary-unit']).optional(),
}

const sorts = ['number', '-number', 'amount', '-amount', 'matter', '-matter', 'actor', '-actor', 'effective', '-effective'] as const

const unit = z.object({
  id: z.string(), number: z.int(), recordedAt: z.string(), effectiveAt: z.string().nullable(), event: z.string(), subject: z.string(),
  actor: namedShape, capacity: namedShape.nullable(), matter: namedShape, entities: z.array(namedShape),
  amount: z.object({ currency: z.string(), value: z.string() }).nullable(), delegation: z.string().nullable(),
  exercise: z.string().nullable(), decider: namedShape.extend({ kind: z.enum(['person', 'body']) }).nullable(), verdict: z.enum(auditVerdicts).nullable(),
})

const totals = z.object({
  count: z.int(), amounts: z.array(z.object({ currency: z.string(), value: z.string() })), withoutAmount: z.int(),
  first: z.int().nullable(), last: z.int().nullable(), digest: z.string(),
})

export const populationContract = contract({
  id: 'audit.population', method: 'GET', path: '/api/v1/audit/population', tag: 'audit', open: 'auditor',
  summary: 'Every recorded act of a kind, with control totals; paged, or with `format` whole as a file.',
  query: z.strictObject({ ...filter, sort: z.enum(sorts).optional(), ...paging, ...asFile }),
  answer: page(unit).extend({ totals, known: z.int() }),
})

export const totalsContract = contract({
  id: 'audit.totals', method: 'GET', path: '/api/v1/audit/totals', tag: 'audit', open: 'auditor',
  summary: 'The control totals of a population by themselves; with `format` as a file, to be held against another system.',
  query: z.strictObject({ ...filter, ...asFile }), answer: z.object({ totals, known: z.int() }),
})

export const auditorsContract = contract({
  id: 'audit.auditors', method: 'GET', path: '/api/v1/audit/auditors', tag: 'audit',
  summary: 'Who draws populations and samples: the auditors and monitors of the register.', answer: z.object({ people: z.array(namedShape) }),
})

export const sampleContract = contract({
  id: 'audit.sample', method: 'GET', path: '/api/v1/audit/sample', tag: 'audit', open: 'auditor',
  summary: 'A seeded sample of a population: the same seed and population give the same sample.',
  query: z.strictObject({ ...filter, ...draw, ...asFile }),
  answer: z.object({ items: z.array(unit), totals, known: z.int(), seed: z.string(), method: z.enum(['simple-random', 'monetary-unit']) }),
})

export const packContract = contract({
  id: 'audit.evidence', method: 'GET', path: '/api/v1/audit/evidence', tag: 'audit', open: 'auditor',
  summary: 'The evidence for a sample: one JSON file with a signed document for every act in it.',
  query: z.strictObject({ ...filter, ...draw }), answer: z.any(),
})

type Filter = Pick<QueryOf<typeof populationContract>, keyof typeof filter>
type Draw = QueryOf<typeof packContract>

/** Complete as of a ledger number, which is answered, so that the same can be drawn again. */
async function population(services: Services, asker: Asker, asked: Filter): Promise<{ acts: readonly RecordedAct[]; known: number }> {
  const { register, clock, ledger } = services
  if (asked.known !== undefined && asked.known > ledger.head) {
    throw new Problem(400, 'wrong-time', 'The ledger does not reach that far', 'Nothing was drawn. Correct the ledger number and ask again.', [
      { field: 'query.known', code: 'wrong-time', message: `The ledger has ${ledger.head} entries.`, remedy: 'Give a ledger number that exists.' },
    ])
  }
  const known = asked.known ?? ledger.head
  const zone = zoneOf(services, clock.now())
  const period = {
    from: asked.from === undefined ? null : startOfDay(asked.from, zone), to: asked.to === undefined ? null : endOfDay(asked.to, zone), known,
  }
  const recorded = await services.db.transaction({ role: 'app', person: databasePerson(asker) }, (tx) => actsOf(tx, asked.kind, period))
  const acts = within(register, recorded, { entity: asked.entity ?? null, matter: asked.matter ?? null, currency: asked.currency ?? null })
  if (asked.verdict === undefined) return { acts, known }
  if (asked.kind !== 'exercise') {
    throw new Problem(400, 'no-verdict', 'Only decisions have a verdict', 'Nothing was drawn. Leave out the verdict, or ask for decisions.', [
      { field: 'query.verdict', code: 'no-verdict', message: 'The register judges decisions, not other acts.', remedy: 'Leave it out, or give exercise as kind.' },
    ])
  }
  return { acts: acts.filter((act) => verdictOf(services, act, known) === asked.verdict), known }
}

/** A decision of which no fact is kept was permitted when it was recorded, and cannot be asked again. */
function verdictOf(services: Services, { exercise, number }: RecordedAct, known: number): AuditVerdict | null {
  if (exercise === null) return null
  const { register, clock } = services
  const act = register.fact('exercise', exercise, known) ?? register.fact('exercise', exercise, number)
  if (act === null) return 'not-judged'
  const now = clock.now()
  return auditVerdict(known === register.head ? judgementsOf(services).of(act) : judge(register, act, { on: now, known, now }))
}

function present(services: Services, act: RecordedAct, known: number): z.infer<typeof unit> {
  const { register } = services
  return {
    ...act, decider: act.decider === null ? null : { kind: act.decider.kind, ...named(register, act.decider.kind, act.decider.id, act.number) }, recordedAt: iso(act.recordedAt), effectiveAt: isoOrNull(act.effectiveAt), actor: actorNamed(services, act.actor),
    capacity: act.capacity === null ? null : named(register, 'post', act.capacity, act.number), matter: named(register, 'matter', act.matter, act.number),
    entities: act.entities.map((entity) => named(register, 'entity', entity, act.number)),
    amount: act.amount === null ? null : { ...act.amount }, verdict: verdictOf(services, act, known),
  }
}

const shownTotals = (acts: readonly RecordedAct[]): z.infer<typeof totals> => {
  const control = controlTotals(acts)
  return { ...control, amounts: control.amounts.map((sum) => ({ ...sum })) }
}

const columns = [
  'id', 'number', 'recorded_at', 'effective_at', 'event', 'subject', 'actor', 'capacity', 'matter', 'entities', 'currency', 'amount', 'delegation',
  'exercise', 'decider', 'verdict',
] as const

const rowOf = (act: RecordedAct, verdict: AuditVerdict | null): Record<(typeof columns)[number], string> => ({
  id: act.id, number: String(act.number), recorded_at: iso(act.recordedAt), effective_at: isoOrNull(act.effectiveAt) ?? '', event: act.event,
  subject: act.subject, actor: act.actor, capacity: act.capacity ?? '', matter: act.matter, entities: act.entities.join(';'),
  currency: act.amount?.currency ?? '', amount: act.amount?.value ?? '', delegation: act.delegation ?? '',
  exercise: act.exercise ?? '', decider: act.decider === null ? '' : `${act.decider.kind}:${act.decider.id}`, verdict: verdict ?? '',
})

const fileOf = (services: Services, name: string, acts: readonly RecordedAct[], known: number, format: FileFormat): Promise<FileAnswer> =>
  listFile(name, columns, acts.map((act) => rowOf(act, verdictOf(services, act, known))), format)

const wholePopulation = route(populationContract, async ({ query, asker, services }) => {
  const { acts, known } = await population(services, asker, query)
  if (query.format !== undefined) {
    return fileOf(services, `population-${query.kind}-${known}`, acts, known, query.format)
  }
  const size = query.size ?? 50
  const at = query.page ?? 1
  const items = ordered(acts, query.sort ?? 'number', actOrders).slice((at - 1) * size, at * size).map((act) => present(services, act, known))
  return { items, total: acts.length, page: at, size, totals: shownTotals(acts), known }
})

const totalColumns = ['total', 'currency', 'value'] as const

/** One figure a row, so that any system can hold its own against it. */
const totalRows = ({ count: units, amounts, withoutAmount, first, last, digest }: z.infer<typeof totals>, known: number): Record<(typeof totalColumns)[number], string>[] => [
  { total: 'count', currency: '', value: String(units) },
  ...amounts.map((sum) => ({ total: 'sum', ...sum })),
  { total: 'without_amount', currency: '', value: String(withoutAmount) },
  { total: 'first_entry', currency: '', value: String(first ?? '') }, { total: 'last_entry', currency: '', value: String(last ?? '') },
  { total: 'sha256_of_ids', currency: '', value: digest }, { total: 'known_up_to_entry', currency: '', value: String(known) },
]

const totalsAlone = route(totalsContract, async ({ query, asker, services }) => {
  const { acts, known } = await population(services, asker, query)
  const control = shownTotals(acts)
  return query.format === undefined ? { totals: control, known } : listFile(`control-totals-${query.kind}-${known}`, totalColumns, totalRows(control, known), query.format)
})

const auditors = route(auditorsContract, async ({ services }) => ({
  people: (await peopleWithRole(services, ['auditor', 'monitor'])).map((person) => named(services.register, 'person', person)),
}))

function drawn(acts: readonly RecordedAct[], { seed, size, method }: Draw): readonly RecordedAct[] {
  if (method !== 'monetary-unit') return simpleRandom(acts, seed, size)
  const currencies = new Set(acts.flatMap(({ amount }) => amount?.currency ?? []))
  if (currencies.size <= 1) return monetaryUnits(acts, seed, size)
  throw new Problem(400, 'one-currency', 'Monetary units are of one currency', 'Nothing was drawn. Draw a sample for each currency.', [
    { field: 'query.currency', code: 'one-currency', message: `The population has ${[...currencies].toSorted().join(', ')}.`, remedy: 'Give one of them as currency.' },
  ])
}

const sample = route(sampleContract, async ({ query, asker, services }) => {
  const { acts, known } = await population(services, asker, query)
  const taken = drawn(acts, query)
  if (query.format !== undefined) return fileOf(services, `sample-${query.kind}-${known}`, taken, known, query.format)
  const items = taken.map((act) => present(services, act, known))
  return { items, totals: shownTotals(acts), known, seed: query.seed, method: query.method ?? ('simple-random' as const) }
})

/** Written piece by piece as the documents are made; whoever breaks off the download stops the making. */
async function* pack(services: Services, asker: Asker, query: Draw, acts: readonly RecordedAct[], known: number): AsyncIterable<string> {
  const taken = drawn(acts, query)
  const head = { format: 'mandate-evidence-pack/1', drawn: { ...query, known }, totals: controlTotals(acts), sample: taken.map(({ id }) => id) }
  yield `${JSON.stringify(head).slice(0, -1)},"evidence":[`
  let before = '\n'
  for (const number of new Set(taken.map((act) => act.number))) {
    yield `${before}${JSON.stringify(await evidenceOfAct(services, asker, number))}`
    before = ',\n'
  }
  yield '\n]}\n'
}

const evidencePack = route(packContract, async ({ query, asker, services }) => {
  const { acts, known } = await population(services, asker, query)
  drawn(acts, query)
  // A missing key is said now, not in the middle of a file.
  await services.signer.ready()
  return new FileAnswer('application/json; charset=utf-8', `evidence-${query.kind}-${known}.json`, Readable.from(pack(services, asker, query, acts, known)))
})

export const auditRoutes: readonly Route[] = [wholePopulation, totalsAlone, auditors, sample, evidencePack]
