/** How the catalogue is kept: frameworks and their matters, as versions. */
import type { MatterFact, FrameworkFact } from '../../kernel/authority/model.ts'
import type { FactColumns } from '../../platform/database/base-tables.ts'
import type { Migration } from '../../platform/database/database.ts'
import { factTableSql } from '../../platform/database/row-security.ts'
import { factTable, type AnyFactTable } from '../../platform/ledger/fact-table.ts'
import { rateMigration, rateTables } from './rate-tables.ts'

interface FrameworkVersion extends FactColumns {
  title: string
  zone: string
  grades: string[]
  fall_default: FrameworkFact['fallDefault']
  longest_acting_days: number | null
  accept_within_days: number
  supersedes: string | null
  transition_to: FrameworkFact['transitionTo']
  running_cases: FrameworkFact['runningCases']
  year_begins: number
  review_months: number | null
  unused_months: number | null
  personal_notice: boolean
}

interface MatterVersion extends FactColumns {
  framework: string
  area: string
  name: string
  names: MatterFact['names']
  description: string | null
  rules: MatterFact['rules']
  citation: string | null
  acceptance: MatterFact['acceptance']
  delegable: MatterFact['delegable']
  reserved_to: string
  personal_only: boolean
  dimensions: string[]
  basis: MatterFact['basis']
  prerequisites: MatterFact['prerequisites']
  preconditions: MatterFact['preconditions']
  advisers: string[]
  not_checked: string[]
  obligations: MatterFact['obligations']
  incompatible: MatterFact['incompatible']
  contract_kinds: string[]
  split_days: number | null
  silence_days: number | null
  authentic: string[]
  provenance: MatterFact['provenance']
}

declare module '../../platform/database/database.ts' {
  interface Tables {
    framework_version: FrameworkVersion
    matter_version: MatterVersion
  }
}

const frameworkTable = factTable({
  kind: 'framework',
  table: 'framework_version',
  columns: [
    { name: 'title', type: 'text', of: (fact) => fact.title },
    { name: 'zone', type: 'text', of: (fact) => fact.zone },
    { name: 'grades', type: 'text[]', of: (fact) => fact.grades },
    { name: 'fall_default', type: 'text', of: (fact) => fact.fallDefault },
    { name: 'longest_acting_days', type: 'integer', of: (fact) => fact.longestActingDays },
    { name: 'accept_within_days', type: 'integer', of: (fact) => fact.acceptWithinDays },
    { name: 'supersedes', type: 'text', of: (fact) => fact.supersedes },
    { name: 'transition_to', type: 'timestamptz', of: (fact) => fact.transitionTo },
    { name: 'running_cases', type: 'text', of: (fact) => fact.runningCases },
    { name: 'year_begins', type: 'integer', of: (fact) => fact.yearBegins },
    { name: 'review_months', type: 'integer', of: (fact) => fact.reviewMonths },
    { name: 'unused_months', type: 'integer', of: (fact) => fact.unusedMonths },
    { name: 'personal_notice', type: 'boolean', of: (fact) => fact.personalNotice },
  ],
  fromRow: (row) => ({
    kind: 'framework', id: row.id, effectiveFrom: row.effective_from, effectiveTo: row.effective_to,
    title: row.title as string, zone: row.zone as string, grades: row.grades as string[],
    fallDefault: row.fall_default as FrameworkFact['fallDefault'],
    longestActingDays: row.longest_acting_days as number | null, acceptWithinDays: row.accept_within_days as number,
    supersedes: row.supersedes as string | null, transitionTo: row.transition_to as number | null,
    runningCases: row.running_cases as FrameworkFact['runningCases'], yearBegins: row.year_begins as number,
    reviewMonths: row.review_months as number | null, unusedMonths: row.unused_months as number | null,
    personalNotice: row.personal_notice as boolean,
  }),
})

const matterTable = factTable({
  kind: 'matter',
  table: 'matter_version',
  columns: [
    { name: 'framework', type: 'text', of: (fact) => fact.framework },
    { name: 'area', type: 'text', of: (fact) => fact.area },
    { name: 'name', type: 'text', of: (fact) => fact.name },
    { name: 'names', type: 'jsonb', of: (fact) => fact.names },
    { name: 'description', type: 'text', of: (fact) => fact.description },
    { name: 'rules', type: 'text', of: (fact) => fact.rules },
    { name: 'citation', type: 'text', of: (fact) => fact.citation },
    { name: 'acceptance', type: 'text', of: (fact) => fact.acceptance },
    { name: 'delegable', type: 'text', of: (fact) => fact.delegable },
    { name: 'reserved_to', type: 'text', of: (fact) => fact.reservedTo },
    { name: 'personal_only', type: 'boolean', of: (fact) => fact.personalOnly },
    { name: 'dimensions', type: 'text[]', of: (fact) => fact.dimensions },
    { name: 'basis', type: 'text', of: (fact) => fact.basis },
    { name: 'prerequisites', type: 'jsonb', of: (fact) => fact.prerequisites },
    { name: 'preconditions', type: 'jsonb', of: (fact) => fact.preconditions },
    { name: 'advisers', type: 'text[]', of: (fact) => fact.advisers },
    { name: 'not_checked', type: 'text[]', of: (fact) => fact.notChecked },
    { name: 'obligations', type: 'jsonb', of: (fact) => fact.obligations },
    { name: 'incompatible', type: 'jsonb', of: (fact) => fact.incompatible },
    { name: 'contract_kinds', type: 'text[]', of: (fact) => fact.contractKinds },
    { name: 'split_days', type: 'integer', of: (fact) => fact.splitDays },
    { name: 'silence_days', type: 'integer', of: (fact) => fact.silenceDays },
    { name: 'authentic', type: 'text[]', of: (fact) => fact.authentic },
    { name: 'provenance', type: 'jsonb', of: (fact) => fact.provenance },
  ],
  fromRow: (row) => ({
    kind: 'matter', id: row.id, effectiveFrom: row.effective_from, effectiveTo: row.effective_to,
    framework: row.framework as string, area: row.area as string, name: row.name as string, names: row.names as MatterFact['names'],
    description: row.description as string | null, rules: row.rules as MatterFact['rules'], citation: row.citation as string | null,
    acceptance: row.acceptance as MatterFact['acceptance'], delegable: row.delegable as MatterFact['delegable'],
    reservedTo: row.reserved_to as string, personalOnly: row.personal_only as boolean,
    dimensions: row.dimensions as MatterFact['dimensions'], basis: row.basis as MatterFact['basis'],
    prerequisites: row.prerequisites as MatterFact['prerequisites'], preconditions: row.preconditions as MatterFact['preconditions'],
    advisers: row.advisers as string[], notChecked: row.not_checked as string[], obligations: row.obligations as MatterFact['obligations'],
    incompatible: row.incompatible as MatterFact['incompatible'], contractKinds: row.contract_kinds as string[],
    splitDays: row.split_days as number | null, silenceDays: row.silence_days as number | null,
    authentic: row.authentic as MatterFact['authentic'],
    provenance: row.provenance as MatterFact['provenance'],
  }),
})

export const catalogueTables: readonly AnyFactTable[] = [frameworkTable, matterTable, ...rateTables]

export const catalogueMigrations: readonly Migration[] = [
  {
    name: '2026-11-24-facts-catalogue',
    why: 'Frameworks and matters, as versions; lists of rare shape (prerequisites, preconditions) are JSON, for nothing queries inside them.',
    sql: [
      factTableSql('framework_version', `
        title text NOT NULL,
        zone text NOT NULL,
        grades text[] NOT NULL,
        fall_default text NOT NULL CHECK (fall_default IN ('falls', 'stands')),
        longest_acting_days integer,
        accept_within_days integer NOT NULL`),
      factTableSql('matter_version', `
        framework text NOT NULL,
        area text NOT NULL,
        name text NOT NULL,
        names jsonb NOT NULL,
        description text,
        rules text CHECK (rules IN ('staff', 'financial')),
        citation text,
        acceptance text NOT NULL CHECK (acceptance IN ('before-use', 'after')),
        delegable text NOT NULL CHECK (delegable IN ('yes', 'once', 'no')),
        reserved_to text NOT NULL,
        personal_only boolean NOT NULL,
        dimensions text[] NOT NULL,
        basis text NOT NULL,
        prerequisites jsonb NOT NULL,
        preconditions jsonb NOT NULL,
        advisers text[] NOT NULL,
        not_checked text[] NOT NULL,
        obligations text[] NOT NULL,
        provenance jsonb NOT NULL`),
      `CREATE INDEX matter_version_area ON matter_version (framework, area) WHERE superseded_by IS NULL;
       CREATE INDEX matter_version_name ON matter_version USING gin (name gin_trgm_ops) WHERE superseded_by IS NULL;`,
    ].join('\n'),
  },
  {
    name: '2026-11-24-law-catalogue',
    why: 'Framework transitions, financial year and review; obligations with thresholds, incompatible pairs, kinds of contract, split, silence.',
    sql: `
      ALTER TABLE framework_version
        ADD supersedes text, ADD transition_to timestamptz, ADD review_months integer, ADD unused_months integer,
        ADD running_cases text NOT NULL DEFAULT 'keep' CHECK (running_cases IN ('keep', 'move')),
        ADD year_begins integer NOT NULL DEFAULT 1 CHECK (year_begins BETWEEN 1 AND 12),
        ADD personal_notice boolean NOT NULL DEFAULT false;
      ALTER TABLE matter_version
        ALTER obligations TYPE jsonb USING to_jsonb(obligations),
        ADD incompatible jsonb NOT NULL DEFAULT '[]', ADD contract_kinds text[] NOT NULL DEFAULT '{}',
        ADD split_days integer, ADD silence_days integer, ADD authentic text[] NOT NULL DEFAULT '{}';
      UPDATE matter_version SET obligations = coalesce((
        SELECT jsonb_agg(jsonb_build_object('duty', duty, 'at', 'permit', 'tells', '[]'::jsonb) ORDER BY place)
        FROM jsonb_array_elements_text(obligations) WITH ORDINALITY AS each(duty, place)), '[]');`,
  },
  rateMigration,
]
