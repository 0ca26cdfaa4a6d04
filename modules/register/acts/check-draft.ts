/** The checks shown live while a form is filled: the same that signing makes. Writes nothing. */
import { z } from 'zod'

import type { Times } from '../../../kernel/authority/model.ts'
import { actingPerson } from '../../../platform/access/admit.ts'
import { contract } from '../../../platform/http/contract.ts'
import { route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { namesIn } from '../names-in.ts'
import { canBeSigned, prepareDraft, problemsOf, type PreparedDraft } from '../prepare-draft.ts'
import { named as nameOf, presentHolder, summary } from '../present.ts'
import { sameHolder } from '../scheme/compare-lines.ts'
import type { Ending } from '../scheme/endings.ts'
import { draftBody, ending, lineChecks, named, type EndingAnswer } from '../shapes.ts'
import { zoneOf } from '../times.ts'

/** What every look at a draft answers. */
export const draftChecks = { canBeSigned: z.boolean(), lines: z.array(lineChecks), endings: z.array(ending), names: z.record(z.string(), named) }

export const checkDraftContract = contract({
  id: 'draft.check', method: 'POST', path: '/api/v1/drafts/check', tag: 'drafts',
  summary: 'What stands against each line, as if I (or whoever `of` names) signed now, and what it would end; nothing is written.',
  body: draftBody, answer: z.object(draftChecks),
})

type LineChecks = z.infer<typeof lineChecks>

/** Enough to see what falls; the rest is counted. */
const mostShown = 50

export function presentChecks(services: Services, prepared: PreparedDraft, times: Times) {
  const { register } = services
  const ending = new Set(prepared.endings.map(({ fact }) => fact.id))
  const lines = prepared.lines.map(({ line, parent, delegation, problems, change }): LineChecks => {
    const holder = delegation && presentHolder(register, delegation.holder, times)
    const standing = delegation === null ? [] : register.delegationsOnMatter(delegation.matter)
      .filter((other) => other.endedAt === null && !ending.has(other.id) && sameHolder(other.holder, delegation.holder)).map((other) => other.id)
    return {
      key: line.key, problems: problems as LineChecks['problems'],
      parent: parent && summary(register, parent, times),
      persons: holder?.persons ?? [], holder,
      acceptance: parent ? (register.fact('matter', parent.matter)?.acceptance ?? null) : null,
      standing, change,
    }
  })
  return {
    canBeSigned: canBeSigned(prepared), lines, endings: prepared.endings.map((each) => presentEnding(services, each, times)),
    names: namesIn(register, problemsOf(prepared)),
  }
}

function presentEnding({ register }: Services, { fact, line, problems, below, falls, stands, uncovered }: Ending, times: Times): EndingAnswer {
  return {
    delegation: summary(register, fact, times), line, problems: problems as EndingAnswer['problems'], below,
    falls: falls.slice(0, mostShown).map((id) => summary(register, register.fact('delegation', id)!, times)), fallsTotal: falls.length, stands: stands.length,
    uncovered: line !== null ? [] : uncovered.slice(0, mostShown).map(({ matter, entity, nobodyElse }) =>
      ({ matter: nameOf(register, 'matter', matter), entity: nameOf(register, 'entity', entity), nobodyElse })),
  }
}

export const checkDraft = route(checkDraftContract, async ({ body, asker, services }) => {
  const { person, capacity } = actingPerson(asker)
  const now = services.clock.now()
  // A preparer is not the delegate, and need not be: the checks are those of whoever will sign.
  const signatory = body.of ?? person
  const prepared = prepareDraft(services, body, {
    instrument: 'draft', now, zone: zoneOf(services, now), preparedBy: person, signatory, capacity: signatory === person ? capacity : null, invented: services.demonstration,
  })
  return presentChecks(services, prepared, { on: now, known: services.register.head, now })
})
