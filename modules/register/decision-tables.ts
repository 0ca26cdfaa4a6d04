/** How decisions that were taken are kept: exercises, the minutes of bodies, ratifications; as versions. */
import type { Answer, ExerciseFact, Instant, Provenance } from '../../kernel/authority/model.ts'
import type { FactColumns } from '../../platform/database/base-tables.ts'
import type { Migration } from '../../platform/database/database.ts'
import { factTableSql } from '../../platform/database/row-security.ts'
import { factTable, type AnyFactTable, type FactRow } from '../../platform/ledger/fact-table.ts'

interface ExerciseVersion extends FactColumns {
  person: string | null
  body: string | null
  capacity: string | null
  matter: string
  delegation: string | null
  entity: string | null
  amount_currency: string | null
  amount: string | null
  method: string | null
  category: string | null
  fund: string | null
  grade: string | null
  term: number | null
  place: string | null
  contract: string | null
  requirement: string | null
  beneficiary: string | null
  supplier: string | null
  case: string | null
  decided_at: Instant
  facts: ExerciseFact['facts']
  answer: Answer | null
  what: string
  provenance: Provenance
}

interface MinuteVersion extends FactColumns {
  body: string
  matter: string
  held_at: Instant
  circulated: boolean
  present: string[]
  recused: string[]
  subject: string | null
}

interface RatificationVersion extends FactColumns {
  exercise: string
  ratified_by: string
  delegation: string
  reason: string
}

declare module '../../platform/database/database.ts' {
  interface Tables {
    exercise_version: ExerciseVersion
    minute_version: MinuteVersion
    ratification_version: RatificationVersion
  }
}

const amountOf = (row: FactRow): ExerciseFact['amount'] =>
  row.amount === null ? null : { currency: row.amount_currency as string, value: row.amount as string }

const exerciseTable = factTable({
  kind: 'exercise',
  table: 'exercise_version',
  columns: [
    { name: 'person', type: 'text', of: (fact) => fact.person },
    { name: 'body', type: 'text', of: (fact) => fact.body },
    { name: 'capacity', type: 'text', of: (fact) => fact.capacity },
    { name: 'matter', type: 'text', of: (fact) => fact.matter },
    { name: 'delegation', type: 'text', of: (fact) => fact.delegation },
    { name: 'entity', type: 'text', of: (fact) => fact.entity },
    { name: 'amount_currency', type: 'text', of: (fact) => fact.amount?.currency ?? null },
    { name: 'amount', type: 'numeric', of: (fact) => fact.amount?.value ?? null },
    { name: 'method', type: 'text', of: (fact) => fact.method },
    { name: 'category', type: 'text', of: (fact) => fact.category },
    { name: 'fund', type: 'text', of: (fact) => fact.fund },
    { name: 'grade', type: 'text', of: (fact) => fact.grade },
    { name: 'term', type: 'integer', of: (fact) => fact.term },
    { name: 'place', type: 'text', of: (fact) => fact.place },
    { name: 'contract', type: 'text', of: (fact) => fact.contract },
    { name: 'requirement', type: 'text', of: (fact) => fact.requirement },
    { name: 'beneficiary', type: 'text', of: (fact) => fact.beneficiary },
    { name: 'supplier', type: 'text', of: (fact) => fact.supplier },
    { name: 'case', type: 'text', of: (fact) => fact.case },
    { name: 'decided_at', type: 'timestamptz', of: (fact) => fact.decidedAt },
    { name: 'facts', type: 'jsonb', of: (fact) => fact.facts },
    { name: 'answer', type: 'text', of: (fact) => fact.answer },
    { name: 'what', type: 'text', of: (fact) => fact.what },
    { name: 'provenance', type: 'jsonb', of: (fact) => fact.provenance },
  ],
  fromRow: (row) => ({
    kind: 'exercise', id: row.id, effectiveFrom: row.effective_from, effectiveTo: row.effective_to,
    person: row.person as string | null, body: row.body as string | null, capacity: row.capacity as string | null,
    matter: row.matter as string, delegation: row.delegation as string | null, entity: row.entity as string | null,
    amount: amountOf(row), method: row.method as string | null, category: row.category as string | null,
    fund: row.fund as string | null, grade: row.grade as string | null, term: row.term as number | null,
    place: row.place as string | null, contract: row.contract as string | null, requirement: row.requirement as string | null,
    beneficiary: row.beneficiary as string | null, supplier: row.supplier as string | null, case: row.case as string | null,
    decidedAt: row.decided_at as Instant, facts: row.facts as ExerciseFact['facts'], answer: row.answer as Answer | null,
    what: row.what as string, provenance: row.provenance as Provenance,
  }),
})

const minuteTable = factTable({
  kind: 'minute',
  table: 'minute_version',
  columns: [
    { name: 'body', type: 'text', of: (fact) => fact.body },
    { name: 'matter', type: 'text', of: (fact) => fact.matter },
    { name: 'held_at', type: 'timestamptz', of: (fact) => fact.heldAt },
    { name: 'circulated', type: 'boolean', of: (fact) => fact.circulated },
    { name: 'present', type: 'text[]', of: (fact) => fact.present },
    { name: 'recused', type: 'text[]', of: (fact) => fact.recused },
    { name: 'subject', type: 'text', of: (fact) => fact.subject },
  ],
  fromRow: (row) => ({
    kind: 'minute', id: row.id, effectiveFrom: row.effective_from, effectiveTo: row.effective_to,
    body: row.body as string, matter: row.matter as string, heldAt: row.held_at as Instant, circulated: row.circulated as boolean,
    present: row.present as string[], recused: row.recused as string[], subject: row.subject as string | null,
  }),
})

const ratificationTable = factTable({
  kind: 'ratification',
  table: 'ratification_version',
  columns: [
    { name: 'exercise', type: 'text', of: (fact) => fact.exercise },
    { name: 'ratified_by', type: 'text', of: (fact) => fact.ratifiedBy },
    { name: 'delegation', type: 'text', of: (fact) => fact.delegation },
    { name: 'reason', type: 'text', of: (fact) => fact.reason },
  ],
  fromRow: (row) => ({
    kind: 'ratification', id: row.id, effectiveFrom: row.effective_from, effectiveTo: row.effective_to,
    exercise: row.exercise as string, ratifiedBy: row.ratified_by as string, delegation: row.delegation as string,
    reason: row.reason as string,
  }),
})

export const decisionTables: readonly AnyFactTable[] = [minuteTable, exerciseTable, ratificationTable]

/** What totals and splits look an act up by. */
const foundBy = ['person', 'body', 'matter', 'delegation', 'entity', 'contract', 'requirement', 'beneficiary', 'supplier', '"case"']

/** `numeric` without a scale keeps an amount's digits as they were written. */
export const decisionMigration: Migration = {
  name: '2026-11-25-decisions-register',
  why: 'Decisions taken: acts with what their totals are counted on, minutes of bodies (rule 6), ratifications (rule 23).',
  sql: [
    factTableSql('exercise_version', `
      person text,
      body text,
      capacity text,
      matter text NOT NULL,
      delegation text,
      entity text,
      amount_currency text,
      amount numeric,
      method text,
      category text,
      fund text,
      grade text,
      term integer,
      place text,
      contract text,
      requirement text,
      beneficiary text,
      supplier text,
      "case" text,
      decided_at timestamptz NOT NULL,
      facts jsonb NOT NULL,
      answer text,
      what text NOT NULL,
      provenance jsonb NOT NULL,
      CHECK ((person IS NULL) <> (body IS NULL)),
      CHECK ((amount IS NULL) = (amount_currency IS NULL))`),
    factTableSql('minute_version', `
      body text NOT NULL,
      matter text NOT NULL,
      held_at timestamptz NOT NULL,
      circulated boolean NOT NULL,
      present text[] NOT NULL,
      recused text[] NOT NULL,
      subject text`),
    factTableSql('ratification_version', `
      exercise text NOT NULL,
      ratified_by text NOT NULL,
      delegation text NOT NULL,
      reason text NOT NULL`),
    ...foundBy.map((column) => {
      const index = `exercise_version_${column.replaceAll('"', '')}`
      return `CREATE INDEX ${index} ON exercise_version (${column}, decided_at) WHERE superseded_by IS NULL AND ${column} IS NOT NULL;`
    }),
    `CREATE INDEX exercise_version_decided ON exercise_version (decided_at) WHERE superseded_by IS NULL;
     CREATE INDEX minute_version_body ON minute_version (body, held_at) WHERE superseded_by IS NULL;
     CREATE INDEX ratification_version_exercise ON ratification_version (exercise) WHERE superseded_by IS NULL;`,
  ].join('\n'),
}
