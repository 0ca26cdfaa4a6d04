/** Findings as records: one row a finding, for as long as its rule and subject are the same; and what happened to each. */
import type { Generated } from 'kysely'

import type { Cause, FindingRule, Severity, SubjectKind } from '../../kernel/authority/findings/finding.ts'
import type { Instant } from '../../kernel/authority/model.ts'
import type { Migration } from '../../platform/database/database.ts'
import { closed, signedIn } from '../../platform/database/row-security.ts'

/**
 * `open`: somebody's to close. `accepted`: the risk is borne until a date, with a reason. `lesson`: an honest mistake, told for others.
 * `mended`: put right by an act. `gone`: closed by itself, the cause is no more.
 */
export type FindingState = 'open' | 'accepted' | 'lesson' | 'mended' | 'gone'
export const findingStates = ['open', 'accepted', 'lesson', 'mended', 'gone'] as const satisfies readonly FindingState[]

export type HistoryStep = 'opened' | 'reopened' | 'gone' | 'accepted' | 'lesson' | 'mended' | 'ratified' | 'passed-on'

interface FindingTable {
  id: Generated<string>
  rule: FindingRule
  subject_kind: SubjectKind
  subject: string
  entity: string | null
  matter: string | null
  severity: Severity
  since_at: Instant | null
  cause: Cause
  ratification: string | null
  persons: string[]
  posts: string[]
  /** Whether the cause is there now. */
  present: boolean
  state: FindingState
  owner: string | null
  opened_at: Instant
  accepted_to: Instant | null
  words: string | null
  closed_at: Instant | null
  closed_by: string | null
}

interface FindingHistoryTable {
  finding: string
  happened_at: Instant
  step: HistoryStep
  /** A person; "monitor" where nobody acted. */
  by: string
  words: string | null
  until_at: Instant | null
  to_person: string | null
}

interface FindingWatchTable {
  single: boolean
  /** The ledger number up to which findings are reconciled. */
  head: string
  looked_at: Instant
}

declare module '../../platform/database/database.ts' {
  interface Tables {
    finding: FindingTable
    finding_history: FindingHistoryTable
    finding_watch: FindingWatchTable
  }
}

export const findingMigrations: readonly Migration[] = [
  {
    name: '2026-11-24-findings',
    why: 'Findings of the register’s monitor (A/75/201 ¶14), each somebody’s to close, with what happened to it.',
    sql: `
      CREATE TABLE finding (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        rule text NOT NULL, subject_kind text NOT NULL, subject text NOT NULL, entity text, matter text,
        severity text NOT NULL CHECK (severity IN ('breach', 'stops-use', 'attention')), since_at timestamptz, cause jsonb NOT NULL, ratification text,
        persons text[] NOT NULL, posts text[] NOT NULL, present boolean NOT NULL,
        state text NOT NULL CHECK (state IN ('open', 'accepted', 'lesson', 'mended', 'gone')), owner text,
        opened_at timestamptz NOT NULL, accepted_to timestamptz, words text, closed_at timestamptz, closed_by text,
        UNIQUE (rule, subject_kind, subject));
      CREATE INDEX finding_subject ON finding (subject_kind, subject);
      CREATE INDEX finding_open ON finding (entity, rule) WHERE state = 'open';
      CREATE INDEX finding_owner ON finding (owner) WHERE state = 'open';
      CREATE INDEX finding_accepted ON finding (accepted_to) WHERE state = 'accepted';
      CREATE TABLE finding_history (
        finding bigint NOT NULL REFERENCES finding, happened_at timestamptz NOT NULL, step text NOT NULL, by text NOT NULL,
        words text, until_at timestamptz, to_person text);
      CREATE INDEX finding_history_of ON finding_history (finding, happened_at);
      CREATE TABLE finding_watch (single boolean PRIMARY KEY DEFAULT true CHECK (single), head bigint NOT NULL, looked_at timestamptz NOT NULL);
      ${['finding', 'finding_history', 'finding_watch'].map((table) => `${closed(table)}
      CREATE POLICY ${table}_signed_in ON ${table} USING (${signedIn}) WITH CHECK (${signedIn});
      GRANT SELECT, INSERT, UPDATE ON ${table} TO mandate_app;`).join('\n')}`,
  },
]
