/** Emergency authority (rule 12): what lies dormant with its declarations, and every use of it. */
import { z } from 'zod'

import type { DelegationFact, ExerciseFact, Times } from '../../../kernel/authority/model.ts'
import type { Register } from '../../../kernel/authority/register.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity, page, paging } from '../../../platform/http/parse.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import { asFile, listFile } from '../../../platform/imports/list-file.ts'
import type { Services } from '../../../platform/services.ts'
import { declarationOf, endOfDeclaration } from '../declaration-of.ts'
import { closedBy, type Step } from '../open-steps.ts'
import { ordered, type SortKeys } from '../ordered.ts'
import { iso, isoOrNull, named, summary } from '../present.ts'
import { delegationSummary, named as namedShape } from '../shapes.ts'

const use = z.object({ at: z.string(), by: namedShape.nullable(), what: z.string(), exercise: z.string() })
const declaration = z.object({ from: z.string(), until: z.string().nullable(), by: namedShape })

export const emergencyContract = contract({
  id: 'emergency.list', method: 'GET', path: '/api/v1/emergency', tag: 'register',
  summary: 'Every delegation that lies dormant until an emergency is declared, with its declarations and every use reported.',
  query: z.strictObject({
    trigger: identity().optional(), matter: identity().optional(), state: z.enum(['declared', 'dormant']).optional(),
    sort: z.enum(['id', '-id', 'matter', '-matter', 'trigger', '-trigger']).optional(), ...paging, ...asFile,
  }),
  answer: page(z.object({
    delegation: delegationSummary, trigger: z.string(), lapsesAfterDays: z.int().nullable(),
    running: declaration.nullable(), declared: z.array(declaration), uses: z.array(use), canDeclare: z.boolean(), canEnd: z.boolean(),
  })),
})

export const emergencyUsesContract = contract({
  id: 'emergency.uses', method: 'GET', path: '/api/v1/emergency/uses', tag: 'register',
  summary: 'Every decision taken under emergency authority, here or as other systems reported it; the latest first.',
  query: z.strictObject({
    delegation: identity().optional(), person: identity().optional(),
    sort: z.enum(['at', '-at', 'who', '-who', 'delegation', '-delegation']).optional(), ...paging, ...asFile,
  }),
  answer: page(use.extend({ delegation: z.string() })),
})

function presentTimes(services: Services): Times {
  const now = services.clock.now()
  return { on: now, known: services.register.head, now }
}

type Dormant = DelegationFact & { readonly emergency: NonNullable<DelegationFact['emergency']> }

const isDormant = (fact: DelegationFact): fact is Dormant => fact.emergency !== null

function lying(register: Register): readonly Dormant[] {
  const found: Dormant[] = []
  for (const row of register.delegations({ on: Infinity, known: register.head })) {
    if (row.emergency === null) continue
    const fact = row.fact()
    if (isDormant(fact)) found.push(fact)
  }
  return found
}

interface Use { readonly act: ExerciseFact; readonly delegation: string }

const usesOf = (register: Register, delegation: string): readonly Use[] =>
  register.mentioning('exercise', `delegation:${delegation}`).map((act) => ({ act, delegation })).sort((one, other) => other.act.decidedAt - one.act.decidedAt)

const takerOf = (register: Register, { person, body }: ExerciseFact) =>
  person !== null ? named(register, 'person', person) : body !== null ? named(register, 'body', body) : null

const presentUse = (register: Register, { act }: Use): z.infer<typeof use> =>
  ({ at: iso(act.decidedAt), by: takerOf(register, act), what: act.what, exercise: act.id })

const lineOrders = (register: Register): SortKeys<Dormant> => ({
  id: ({ id }) => id,
  matter: ({ matter }) => named(register, 'matter', matter).name,
  trigger: ({ emergency }) => emergency.trigger,
})

const lineColumns = ['id', 'matter', 'trigger', 'lapses_after_days', 'declared_from', 'declared_until', 'declared_by', 'uses'] as const

const list = route(emergencyContract, async ({ query, asker, services }) => {
  const { register } = services
  const times = presentTimes(services)
  const found = lying(register).filter((fact) =>
    (query.trigger ?? fact.emergency.trigger) === fact.emergency.trigger && (query.matter ?? fact.matter) === fact.matter &&
    (query.state === undefined || (query.state === 'declared') === (declarationOf(fact.emergency, times.on) !== null)))
  const all = ordered(found, query.sort ?? 'id', lineOrders(register))
  if (query.format !== undefined) {
    return listFile('emergency-authority', lineColumns, all.map(({ id, matter, emergency }): Record<(typeof lineColumns)[number], string> => {
      const running = declarationOf(emergency, times.on)
      return {
        id, matter, trigger: emergency.trigger, lapses_after_days: String(emergency.lapsesAfterDays ?? ''), declared_from: running === null ? '' : iso(running.from),
        declared_until: running === null ? '' : (isoOrNull(running.until) ?? ''), declared_by: running?.by ?? '', uses: String(usesOf(register, id).length),
      }
    }), query.format)
  }
  const { page: number = 1, size = 50 } = query
  const open = (step: Step, fact: DelegationFact) => asker.kind === 'person' && closedBy(step, register, fact, asker, times).length === 0
  const by = (person: string) => named(register, 'person', person)
  return {
    items: all.slice((number - 1) * size, number * size).map((fact) => {
      const { emergency } = fact
      const running = declarationOf(emergency, times.on)
      return {
        delegation: summary(register, fact, times), trigger: emergency.trigger, lapsesAfterDays: emergency.lapsesAfterDays,
        running: running === null ? null : { from: iso(running.from), until: isoOrNull(running.until), by: by(running.by) },
        declared: emergency.declared.map((span) => ({ from: iso(span.from), until: isoOrNull(endOfDeclaration(emergency, span)), by: by(span.by) })),
        uses: usesOf(register, fact.id).map((each) => presentUse(register, each)), canDeclare: open('declare-emergency', fact), canEnd: open('end-emergency', fact),
      }
    }),
    total: all.length, page: number, size,
  }
})

const useOrders = (register: Register): SortKeys<Use> => ({
  at: ({ act }) => act.decidedAt,
  who: ({ act }) => takerOf(register, act)?.name ?? null,
  delegation: ({ delegation }) => delegation,
})

const useColumns = ['exercise', 'what', 'by', 'at', 'delegation'] as const

const uses = route(emergencyUsesContract, async ({ query, services }) => {
  const { register } = services
  const found = lying(register).filter(({ id }) => (query.delegation ?? id) === id).flatMap(({ id }) => usesOf(register, id))
    .filter(({ act }) => query.person === undefined || act.person === query.person)
  const all = ordered(found, query.sort ?? '-at', useOrders(register))
  if (query.format !== undefined) {
    return listFile('emergency-uses', useColumns, all.map(({ act, delegation }): Record<(typeof useColumns)[number], string> =>
      ({ exercise: act.id, what: act.what, by: act.person ?? act.body ?? '', at: iso(act.decidedAt), delegation })), query.format)
  }
  const { page: number = 1, size = 50 } = query
  return {
    items: all.slice((number - 1) * size, number * size).map((each) => ({ ...presentUse(register, each), delegation: each.delegation })),
    total: all.length, page: number, size,
  }
})

export const emergencyViews: readonly Route[] = [list, uses]
