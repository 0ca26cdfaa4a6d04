/** What becomes of each direct child of a delegation that is revoked or narrowed: asked for, shown and held against what may be (rule 11). */
import { z } from 'zod'

import type { ChildChoice } from '../../kernel/authority/acts/revoke.ts'
import type { IfRevoked } from '../../kernel/authority/if-revoked.ts'
import type { DelegationFact, Times } from '../../kernel/authority/model.ts'
import { endOfDay } from '../../kernel/time/instants.ts'
import { calendarDate, identity } from '../../platform/http/parse.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Services } from '../../platform/services.ts'
import type { Told } from './commit.ts'
import { namesIn } from './names-in.ts'
import { presentHolder, summary } from './present.ts'
import { delegationSummary, named as namedShape, reason } from './shapes.ts'
import { zoneOf } from './times.ts'
import { presentUncovered, uncoveredShape } from './uncovered.ts'

const choice = z.strictObject({
  child: identity(), choice: z.enum(['falls', 'stands', 'falls-on']), on: calendarDate().nullable().optional().describe('Last day, for falls-on.'),
})
export const choices = z.array(choice).max(2000)
export type Choices = z.infer<typeof choices>

export const presentTimes = (services: Services): Times => {
  const now = services.clock.now()
  return { on: now, known: services.register.head, now }
}

export const versionOf = ({ register }: Services, id: string): number => register.versions(id).at(-1)!.number

export function readChoices(services: Services, delegation: string, given: Choices, now: number): Record<string, ChildChoice> {
  const children = new Set(services.register.children(delegation).map(({ id }) => id))
  const zone = zoneOf(services, now)
  const wrong = (child: string, code: string, message: string, remedy: string) =>
    new Problem(422, code, 'A choice cannot be taken', 'Nothing was changed. Correct the choice named.', [{ field: `choices.${child}`, code, message, remedy }])
  return Object.fromEntries(given.map(({ child, choice, on }) => {
    if (!children.has(child)) throw wrong(child, 'not-a-child', `${child} was not passed on from it.`, 'Give a choice only for delegations passed on from it.')
    if (choice !== 'falls-on') return [child, { kind: choice }]
    if (!on) throw wrong(child, 'date-missing', 'Falls on which date?', 'Give the last day, or choose falls or stands.')
    const at = endOfDay(on, zone)
    if (at <= now) throw wrong(child, 'date-past', 'The date lies in the past.', 'Give a day to come, or choose falls.')
    return [child, { kind: 'falls-on', at }]
  }))
}

export const childrenEffect = {
  direct: z.array(z.object({ delegation: delegationSummary, choice: z.enum(['falls', 'stands', 'falls-on']), standsProblem: z.array(reason), below: z.int() })),
  names: z.record(z.string(), namedShape),
  falls: z.int(), stands: z.int(),
  fallsFirst: z.array(delegationSummary),
  uncovered: uncoveredShape,
}

export function presentChildren({ register }: Services, found: IfRevoked, times: Times): z.infer<z.ZodObject<typeof childrenEffect>> {
  const show = (id: string) => summary(register, register.fact('delegation', id)!, times)
  return {
    direct: found.direct.map(({ delegation, choice: made, standsProblem }) => ({
      delegation: show(delegation), choice: made.kind, standsProblem: standsProblem as z.infer<typeof reason>[], below: register.children(delegation).length,
    })),
    names: namesIn(register, found.direct.flatMap(({ standsProblem }) => standsProblem)),
    falls: found.falls.length, stands: found.stands.length, fallsFirst: found.falls.slice(0, 100).map(show),
    uncovered: presentUncovered(register, found.uncovered),
  }
}

/** A choice to let stand what does not fit above is refused; what the framework's default cannot let stand falls. */
export function settleChoices(direct: IfRevoked['direct'], made: Readonly<Record<string, ChildChoice>>): Record<string, ChildChoice> {
  const settled: Record<string, ChildChoice> = {}
  for (const { delegation, choice: taken, standsProblem } of direct) {
    if (standsProblem.length > 0 && made[delegation] !== undefined) {
      throw new Problem(422, 'cannot-stand', 'A delegation cannot stand under the one above', 'Nothing was changed. Let it fall, or reissue it.', standsProblem.map(({ code }) => ({
        field: `choices.${delegation}`, code, message: `It would not fit: ${code}.`, remedy: 'Choose falls, and issue it anew within what the one above gives.',
      })))
    }
    settled[delegation] = standsProblem.length > 0 ? { kind: 'falls' } : taken
  }
  return settled
}

/** What each holder of a version written is told; `own` of the delegation the act is about. */
export function noticesOfVersions({ register }: Services, versions: readonly DelegationFact[], about: string, own: string, times: Times): Told[] {
  return versions.flatMap((fact) => {
    const before = register.fact('delegation', fact.id)!
    const kind = fact.id === about ? own : fact.endedAt !== null ? 'delegation-fallen' : 'delegation-stands'
    return presentHolder(register, before.holder, times).persons.map(({ id }) => ({ person: id, kind, subject: fact.id }))
  })
}

/** As they are kept with the act. */
export const choicesKept = (given: Choices) => given.map(({ child, choice: made, on }) => ({ child, choice: made, on: on ?? null }))
