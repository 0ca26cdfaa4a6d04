/** Findings out of the database: who may see which, and how one is shown. */
import { sql, type Selectable, type SelectQueryBuilder } from 'kysely'

import { findingRules } from '../../kernel/authority/findings/finding.ts'
import type { Tables } from '../../platform/database/database.ts'
import type { Register } from '../../kernel/authority/register.ts'
import { named } from '../organisation/index.ts'
import { causeAnswer, isoOrNull, namesIn, type FindingAnswer } from './shapes.ts'
import type { Sight } from './sight.ts'

export type FindingRow = Selectable<Tables['finding']>
export type Findings<O = object> = SelectQueryBuilder<Tables, 'finding', O>

export function visible<O>(query: Findings<O>, sight: Sight): Findings<O> {
  if (sight.all) return query
  return query.where(sql<boolean>`(owner = ${sight.person} OR persons && ${[sight.person]}::text[] OR posts && ${[...sight.posts]}::text[]
    OR entity = ANY(${[...sight.entities]}::text[]))`)
}

export function shown(register: Register, row: FindingRow): FindingAnswer {
  const subject = { kind: row.subject_kind, id: row.subject }
  return {
    id: row.id, rule: row.rule, severity: row.severity, remedy: findingRules[row.rule].remedy, subject,
    entity: row.entity === null ? null : named(register, 'entity', row.entity), matter: row.matter === null ? null : named(register, 'matter', row.matter),
    since: isoOrNull(row.since_at), openedAt: isoOrNull(row.opened_at), state: row.state,
    owner: row.owner === null ? null : named(register, 'person', row.owner), cause: causeAnswer(row.cause), names: namesIn(register, row.cause, subject),
    ratification: row.ratification, acceptedUntil: isoOrNull(row.accepted_to), words: row.words, closedAt: isoOrNull(row.closed_at),
    closedBy: row.closed_by === null || row.closed_by === 'monitor' ? null : named(register, 'person', row.closed_by),
  }
}
