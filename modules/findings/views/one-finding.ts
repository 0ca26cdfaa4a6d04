/** One finding: what made it so, whose it is, what happened to it, what one may do about it. */
import { z } from 'zod'

import { databasePerson } from '../../../platform/access/admit.ts'
import type { Asker } from '../../../platform/access/asker.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { contract } from '../../../platform/http/contract.ts'
import { count } from '../../../platform/http/parse.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { named, namedShape } from '../../organisation/index.ts'
import { timesOf } from '../../register/index.ts'
import { shown, visible, type FindingRow } from '../recorded.ts'
import { findingShape, iso, isoOrNull } from '../shapes.ts'
import { sightOf } from '../sight.ts'

export const findingParams = z.strictObject({ id: count(1, 999_999_999) })

export const findingContract = contract({
  id: 'findings.one', method: 'GET', path: '/api/v1/findings/{id}', tag: 'findings', summary: 'One finding with what happened to it.',
  params: findingParams,
  answer: findingShape.extend({
    /** Whether I may close it or pass it on. */
    mayAct: z.boolean(),
    /** Past decisions are closed by an act; what still stands closes by itself once it is mended. */
    closesByItself: z.boolean(),
    history: z.array(z.object({ at: z.string(), step: z.string(), by: namedShape.nullable(), words: z.string().nullable(), until: z.string().nullable(), to: namedShape.nullable() })),
  }),
})

/** The finding, if the asker may see it; otherwise it is as if it were not there. */
export async function findFinding(tx: Tx, services: Services, asker: Asker, id: number): Promise<FindingRow> {
  const sight = sightOf(services.register, asker, timesOf(services, {}))
  const row = await visible(tx.selectFrom('finding'), sight).selectAll().where('id', '=', String(id)).executeTakeFirst()
  if (row === undefined) {
    throw new Problem(404, 'no-such-finding', 'There is no such finding', 'Nothing was changed. It may not be yours to see; the list shows what is.')
  }
  return row
}

/** Its owner, and monitors. */
export const mayActOn = (asker: Asker, { owner }: Pick<FindingRow, 'owner'>): boolean =>
  asker.kind === 'person' && (owner === asker.person || asker.roles.includes('monitor'))

/** A decision that was taken stays taken: its finding does not go by itself. */
export const closesByItself = ({ subject_kind: kind }: Pick<FindingRow, 'subject_kind'>): boolean => kind !== 'exercise'

export const oneFinding = route(findingContract, async ({ params, asker, services }) =>
  services.db.transaction({ role: 'app', person: databasePerson(asker) }, async (tx) => {
    const { register } = services
    const row = await findFinding(tx, services, asker, params.id)
    const steps = await tx.selectFrom('finding_history').selectAll().where('finding', '=', row.id).orderBy('happened_at').limit(500).execute()
    const person = (id: string | null) => (id === null || id === 'monitor' ? null : named(register, 'person', id))
    return {
      ...shown(register, row), mayAct: mayActOn(asker, row), closesByItself: closesByItself(row),
      history: steps.map((step) => ({ at: iso(step.happened_at), step: step.step, by: person(step.by), words: step.words, until: isoOrNull(step.until_at), to: person(step.to_person) })),
    }
  }))
