/** Drift: what other systems would have to add and take away, as a list and as the one file they load. */
import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'

import { drift, type DriftStep } from '../../../kernel/authority/findings/drift.ts'
import type { Times } from '../../../kernel/authority/model.ts'
import type { Register } from '../../../kernel/authority/register.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity, page, paging } from '../../../platform/http/parse.ts'
import { FileAnswer, route } from '../../../platform/http/route.ts'
import { named, namedShape } from '../../organisation/index.ts'
import { answerTimes, timesAnswered, timesAsked, timesOf } from '../../register/index.ts'
import { entitiesUnder, sees, sightOf, type Sight } from '../sight.ts'

const reasons = ['role-without-delegation', 'delegation-without-role', 'active-leaver'] as const

const step = z.object({
  system: z.string(), person: namedShape, role: z.string(), entity: namedShape.nullable(), action: z.enum(['add', 'remove']), reason: z.enum(reasons), subject: z.string(),
})

export const driftContract = contract({
  id: 'findings.drift', method: 'GET', path: '/api/v1/drift', tag: 'findings',
  summary: 'Roles imported from other systems against the register; format=csv is the file a system loads: system, person, role, entity, action, reason.',
  query: z.strictObject({ system: identity().optional(), entity: identity().optional(), reason: z.enum(reasons).optional(), format: z.enum(['csv', 'json']).optional(), ...paging, ...timesAsked }),
  answer: page(step).extend({
    counts: z.array(z.object({ system: z.string(), reason: z.enum(reasons), count: z.int() })),
    unmapped: z.array(z.object({ system: z.string(), role: z.string(), persons: z.int() })), times: timesAnswered,
  }),
})

/** Where a step belongs: the role's entity, or where the person sits. */
function placeOf(register: Register, { entity, person }: DriftStep, times: Times): string | null {
  const seat = register.assignmentsOf(person, times).find(({ assignment }) => assignment === 'substantive')
  return entity ?? (seat === undefined ? null : (register.fact('post', seat.post, times.known)?.entity ?? null))
}

const seen = (register: Register, sight: Sight, each: DriftStep, times: Times): boolean =>
  sight.all || sees(sight, { entity: placeOf(register, each, times), persons: [each.person], posts: [], owner: null })

export const driftView = route(driftContract, async ({ query, asker, services }) => {
  const times = timesOf(services, query)
  const { register } = services
  const sight = sightOf(register, asker, times)
  const under = query.entity === undefined ? null : new Set(entitiesUnder(register, [query.entity], times))
  const { steps, unmapped } = drift(register, times)
  const visible = steps.filter((each) => seen(register, sight, each, times) && (query.system === undefined || each.system === query.system) &&
    (under === null || under.has(placeOf(register, each, times) ?? '')))
  const chosen = visible.filter(({ reason }) => query.reason === undefined || reason === query.reason)
  if (query.format === 'csv') {
    const rows = chosen.map((each) => [each.system, each.person, each.role, each.entity ?? '', each.action, each.reason])
    return new FileAnswer('text/csv; charset=utf-8', 'drift.csv', Buffer.from(stringify([['system', 'person', 'role', 'entity', 'action', 'reason'], ...rows])))
  }
  const counts = new Map<string, { system: string; reason: (typeof reasons)[number]; count: number }>()
  for (const { system, reason } of visible) {
    const key = `${system}\n${reason}`
    counts.set(key, { system, reason, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  const size = query.size ?? 50
  const number = query.page ?? 1
  return {
    items: chosen.slice((number - 1) * size, number * size).map((each) => ({
      ...each, person: named(register, 'person', each.person), entity: each.entity === null ? null : named(register, 'entity', each.entity),
    })),
    total: chosen.length, page: number, size, counts: [...counts.values()], unmapped: sight.all ? [...unmapped] : [], times: answerTimes(services, times),
  }
})
