/** A plan of merger, split or closing as it is sent, and read into what the kernel carries out. */
import { z } from 'zod'

import type { EntityChoice, PlanFault, ReorganisationPlan, Seated } from '../../../kernel/authority/acts/reorganise.ts'
import type { EntityFact, Instant } from '../../../kernel/authority/model.ts'
import { endOfDay } from '../../../kernel/time/instants.ts'
import { calendarDate, identity, line, lines } from '../../../platform/http/parse.ts'
import { Problem, type FieldError } from '../../../platform/http/problem.ts'
import type { Services } from '../../../platform/services.ts'
import { zoneOf } from '../times.ts'

const fate = {
  fate: z.enum(['moves', 'falls', 'falls-on']),
  to: identity().nullable().default(null).describe('For moves: the entity it covers instead; null = what takes the place of its own.'),
  on: calendarDate().nullable().default(null).describe('For falls-on: the last day.'),
}

export const planBody = z.strictObject({
  ending: z.array(z.strictObject({
    entity: identity(), to: identity().nullable().describe('Where its posts, bodies and units go; null = they end with it.'),
  })).min(1, 'Name the entity that ends.').max(50),
  founded: z.array(z.strictObject({
    id: identity(), name: line(300), parent: identity(), like: identity().describe('The entity whose category and rules it takes.'),
  })).max(20).default([]).describe('Entities that begin with it.'),
  seats: z.array(z.strictObject({ kind: z.enum(['post', 'body', 'entity']), id: identity(), to: identity() })).max(2000).default([])
    .describe('Posts, bodies and units that go elsewhere than the rest of their entity, as in a split.'),
  lines: z.array(z.strictObject({ delegation: identity(), ...fate })).max(2000).default([]).describe('What becomes of a delegation, where it is not what becomes of the others.'),
  otherwise: z.strictObject(fate).nullable().default(null).describe('What becomes of every other delegation it touches; null = each needs a line.'),
})

export type PlanBody = z.infer<typeof planBody>

export const reasonField = lines(1000).pipe(z.string().min(1, 'Say why, in a sentence.'))

function choiceOf({ fate: kind, to, on }: PlanBody['lines'][number] | NonNullable<PlanBody['otherwise']>, field: string, zone: string, problems: FieldError[]): EntityChoice {
  if (kind === 'moves') return { kind, to }
  if (kind === 'falls') return { kind }
  if (on === null) problems.push({ field, code: 'date-missing', message: 'Falls on which date?', remedy: 'Give the last day, or choose another fate.' })
  return { kind, at: on === null ? 0 : endOfDay(on, zone) }
}

function foundedFact({ register, demonstration }: Services, { id, name, parent, like }: PlanBody['founded'][number], at: Instant, problems: FieldError[], field: string): EntityFact[] {
  const model = register.fact('entity', like)
  if (model === null) {
    problems.push({ field: `${field}.like`, code: 'no-such-entity', message: `There is no entity ${like}.`, remedy: 'Name an entity whose category and rules the new one takes.' })
    return []
  }
  return [{
    kind: 'entity', id, name, names: {}, parent, category: model.category, rules: model.rules,
    provenance: demonstration ? { kind: 'invented' } : { kind: 'own' }, effectiveFrom: at, effectiveTo: null,
  }]
}

/** The plan at `at`, when it would be signed. Throws a 422 that names each field that cannot be read. */
export function readPlan(services: Services, body: PlanBody, at: Instant): ReorganisationPlan {
  const zone = zoneOf(services, at)
  const problems: FieldError[] = []
  const twice = (field: string, ids: readonly string[]): void => {
    const found = ids.find((id, place) => ids.indexOf(id) !== place)
    if (found !== undefined) problems.push({ field, code: 'given-twice', message: `${found} is given twice.`, remedy: 'Give each once.' })
  }
  twice('ending', body.ending.map(({ entity }) => entity))
  twice('founded', body.founded.map(({ id }) => id))
  twice('lines', body.lines.map(({ delegation }) => delegation))
  twice('seats', body.seats.map(({ kind, id }) => `${kind} ${id}`))
  body.lines.forEach(({ delegation }, place) => {
    if (services.register.fact('delegation', delegation) === null) {
      problems.push({ field: `lines.${place}.delegation`, code: 'no-such-delegation', message: `The register holds no delegation ${delegation}.`, remedy: 'Give a line only for delegations shown with the effect.' })
    }
  })
  const seatsOf = (kind: Seated): Record<string, string> => Object.fromEntries(body.seats.filter((seat) => seat.kind === kind).map(({ id, to }) => [id, to]))
  const plan: ReorganisationPlan = {
    at, founded: body.founded.flatMap((each, place) => foundedFact(services, each, at, problems, `founded.${place}`)),
    ending: Object.fromEntries(body.ending.map(({ entity, to }) => [entity, to])),
    seats: { post: seatsOf('post'), body: seatsOf('body'), entity: seatsOf('entity') },
    choices: Object.fromEntries(body.lines.map((each, place) => [each.delegation, choiceOf(each, `lines.${place}.on`, zone, problems)])),
    otherwise: body.otherwise === null ? null : choiceOf(body.otherwise, 'otherwise.on', zone, problems),
  }
  if (problems.length > 0) throw new Problem(422, 'plan-cannot-be-read', 'The plan cannot be read', 'Nothing was changed. Correct the fields named.', problems)
  return plan
}

const remedies: Readonly<Record<PlanFault['code'], string>> = {
  'no-answer': 'Say what becomes of it, or of all that have no answer.',
  'moves-nowhere': 'Name an entity that is there and goes on.',
  'outside-parent': 'Move the delegation above it too, or let it fall and issue it anew.',
  'unit-left': 'Say under which entity the unit goes on, or end it too.',
  'date-past': 'Give a day to come.',
  'exists-already': 'Choose another code for the new entity.',
}

/** What a fault is about. */
export const subjectOf = (fault: PlanFault): string => ('delegation' in fault ? fault.delegation : 'entity' in fault ? fault.entity : fault.subject)

export function refuseFaults(faults: readonly PlanFault[]): void {
  if (faults.length === 0) return
  throw new Problem(422, 'plan-cannot-be-signed', 'The plan cannot be signed yet', 'Nothing was changed. Settle what is named.', faults.slice(0, 50).map((fault) => ({
    field: subjectOf(fault), code: fault.code, message: `This stands against it: ${fault.code}.`, remedy: remedies[fault.code],
  })))
}
