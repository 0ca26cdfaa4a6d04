/** What a re-issued framework changed for the person who asks: each of their lines before and after, and what is left to do by T1. */
import { z } from 'zod'

import { delegationsOfPerson } from '../../../kernel/authority/holds.ts'
import { actingPerson, databasePerson } from '../../../platform/access/admit.ts'
import { contract } from '../../../platform/http/contract.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { delegationSummary, summary } from '../../register/index.ts'
import { byBulletin } from '../model.ts'
import { nowTimes } from '../standing.ts'

export const transition = z.object({ framework: z.object({ id: z.string(), title: z.string() }), before: z.string(), from: z.string().nullable(), to: z.string().nullable(), runningCases: z.enum(['keep', 'move']) })

export const whatChangedContract = contract({
  id: 'framework.what-changed', method: 'GET', path: '/api/v1/frameworks/{id}/what-changed', tag: 'frameworks',
  summary: 'What the re-issue of the framework changed for you: your lines before and after.',
  params: byBulletin,
  answer: transition.extend({
    lines: z.array(z.object({
      before: delegationSummary, after: delegationSummary.nullable(), fate: z.enum(['reissued', 'decision', 'lapses']), reason: z.string(),
      /** `nothing`, `accept` the new line, or ask for a decision by T1; `over` once it has ended otherwise. */
      toDo: z.enum(['nothing', 'accept', 'ask', 'over']),
    })),
  }),
})

export function reissuedFramework({ register }: Services, id: string) {
  const framework = register.fact('framework', id)
  const before = framework?.supersedes == null ? null : register.fact('framework', framework.supersedes)
  if (framework && before) return { framework, before }
  throw new Problem(404, 'no-such-reissue', 'No framework of this id took the place of another', `Bulletins are listed at GET /api/v1/bulletins; ${id} is not among those promulgated.`)
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

export function presentTransition(services: Services, id: string): z.infer<typeof transition> {
  const { framework, before } = reissuedFramework(services, id)
  return {
    framework: { id, title: framework.title }, before: before.title, from: iso(framework.effectiveFrom), to: iso(framework.transitionTo), runningCases: framework.runningCases,
  }
}

const whatChanged = route(whatChangedContract, async ({ params, asker, services }) => {
  const { person } = actingPerson(asker)
  const { register } = services
  const times = nowTimes(services)
  const header = presentTransition(services, params.id)
  const mine = delegationsOfPerson(register, person, times).map(({ id }) => id)
  const rows = await services.db.transaction({ role: 'app', person: databasePerson(asker) }, (tx) =>
    mine.length === 0 ? Promise.resolve([]) : tx.selectFrom('transition_line').select(['delegation', 'fate', 'reason', 'reissued_as'])
      .where('framework', '=', params.id).where('delegation', 'in', mine).orderBy('matter').orderBy('delegation').execute())
  const { framework } = reissuedFramework(services, params.id)
  return {
    ...header,
    lines: rows.flatMap(({ delegation, fate, reason, reissued_as: next }) => {
      const before = register.fact('delegation', delegation)
      const after = next === null ? null : register.fact('delegation', next)
      if (!before) return []
      const early = before.endedAt !== null && before.endedAt <= times.on && before.endedAt < (framework.transitionTo ?? Infinity)
      const awaits = after !== null && after.acceptedAt === null && register.fact('matter', after.matter)?.acceptance === 'before-use'
      const toDo = fate === 'reissued' ? (awaits ? 'accept' as const : 'nothing' as const) : early || fate === 'lapses' ? 'over' as const : 'ask' as const
      return [{ before: summary(register, before, times), after: after && summary(register, after, times), fate, reason, toDo }]
    }),
  }
})

export const whatChangedRoutes: readonly Route[] = [whatChanged]
