/** The checks shown live while a form is filled: the same that signing makes. Writes nothing. */
import { z } from 'zod'

import type { Times } from '../../../kernel/authority/model.ts'
import { actingPerson } from '../../../platform/access/admit.ts'
import { contract } from '../../../platform/http/contract.ts'
import { route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { namesIn } from '../names-in.ts'
import { prepareLines, type PreparedLine } from '../prepare-lines.ts'
import { presentHolder, summary } from '../present.ts'
import { draftBody, lineChecks, named } from '../shapes.ts'
import { zoneOf } from '../times.ts'

export const checkDraftContract = contract({
  id: 'draft.check', method: 'POST', path: '/api/v1/drafts/check', tag: 'drafts',
  summary: 'What stands against each line, as if I signed now; nothing is written.',
  body: draftBody, answer: z.object({ canBeSigned: z.boolean(), lines: z.array(lineChecks), names: z.record(z.string(), named) }),
})

export function presentChecks({ register }: Services, prepared: readonly PreparedLine[], times: Times): z.infer<typeof lineChecks>[] {
  return prepared.map(({ line, parent, delegation, problems }) => {
    const holder = delegation && presentHolder(register, delegation.holder, times)
    const standing = delegation === null ? [] : register.delegationsOnMatter(delegation.matter)
      .filter((other) => other.endedAt === null && JSON.stringify(other.holder) === JSON.stringify(delegation.holder)).map((other) => other.id)
    return {
      key: line.key, problems: problems as z.infer<typeof lineChecks>['problems'],
      parent: parent && summary(register, parent, times),
      persons: holder?.persons ?? [],
      acceptance: parent ? (register.fact('matter', parent.matter)?.acceptance ?? null) : null,
      standing,
    }
  })
}

export const checkDraft = route(checkDraftContract, async ({ body, asker, services }) => {
  const { person, capacity } = actingPerson(asker)
  const now = services.clock.now()
  const prepared = prepareLines(services, body, {
    instrument: 'draft', now, zone: zoneOf(services, now), preparedBy: person, signatory: person, capacity, invented: services.demonstration,
  })
  return {
    canBeSigned: prepared.length > 0 && prepared.every(({ problems }) => problems.length === 0),
    lines: presentChecks(services, prepared, { on: now, known: services.register.head, now }),
    names: namesIn(services.register, prepared.flatMap(({ problems }) => problems)),
  }
})

