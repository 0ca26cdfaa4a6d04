/** How places, facts about units, relations, absences and service arrangements are kept, as versions. */
import type { Names } from '../../kernel/authority/model.ts'
import type { FactColumns } from '../../platform/database/base-tables.ts'
import type { Migration } from '../../platform/database/database.ts'
import { factTableSql } from '../../platform/database/row-security.ts'
import { factTable, type AnyFactTable } from '../../platform/ledger/fact-table.ts'

interface PlaceVersion extends FactColumns {
  name: string
  names: Names
  parent: string | null
}

interface UnitFactVersion extends FactColumns {
  entity: string
  key: string
  value: string
}

interface RelationVersion extends FactColumns {
  person: string
  other: string
  relation: string
}

interface AbsenceVersion extends FactColumns {
  person: string
  absence: string
}

interface ArrangementVersion extends FactColumns {
  provider: string
  client: string
  matters: string[]
  decides: boolean
}

declare module '../../platform/database/database.ts' {
  interface Tables {
    place_version: PlaceVersion
    unit_fact_version: UnitFactVersion
    relation_version: RelationVersion
    absence_version: AbsenceVersion
    arrangement_version: ArrangementVersion
  }
}

const placeTable = factTable({
  kind: 'place',
  table: 'place_version',
  columns: [
    { name: 'name', type: 'text', of: (fact) => fact.name },
    { name: 'names', type: 'jsonb', of: (fact) => fact.names },
    { name: 'parent', type: 'text', of: (fact) => fact.parent },
  ],
  fromRow: (row) => ({
    kind: 'place', id: row.id, effectiveFrom: row.effective_from, effectiveTo: row.effective_to,
    name: row.name as string, names: row.names as Names, parent: row.parent as string | null,
  }),
})

const unitFactTable = factTable({
  kind: 'unit-fact',
  table: 'unit_fact_version',
  columns: [
    { name: 'entity', type: 'text', of: (fact) => fact.entity },
    { name: 'key', type: 'text', of: (fact) => fact.key },
    { name: 'value', type: 'text', of: (fact) => fact.value },
  ],
  fromRow: (row) => ({
    kind: 'unit-fact', id: row.id, effectiveFrom: row.effective_from, effectiveTo: row.effective_to,
    entity: row.entity as string, key: row.key as string, value: row.value as string,
  }),
})

const relationTable = factTable({
  kind: 'relation',
  table: 'relation_version',
  columns: [
    { name: 'person', type: 'text', of: (fact) => fact.person },
    { name: 'other', type: 'text', of: (fact) => fact.other },
    { name: 'relation', type: 'text', of: (fact) => fact.relation },
  ],
  fromRow: (row) => ({
    kind: 'relation', id: row.id, effectiveFrom: row.effective_from, effectiveTo: row.effective_to,
    person: row.person as string, other: row.other as string, relation: row.relation as string,
  }),
})

const absenceTable = factTable({
  kind: 'absence',
  table: 'absence_version',
  columns: [
    { name: 'person', type: 'text', of: (fact) => fact.person },
    { name: 'absence', type: 'text', of: (fact) => fact.absence },
  ],
  fromRow: (row) => ({
    kind: 'absence', id: row.id, effectiveFrom: row.effective_from, effectiveTo: row.effective_to,
    person: row.person as string, absence: row.absence as string,
  }),
})

const arrangementTable = factTable({
  kind: 'arrangement',
  table: 'arrangement_version',
  columns: [
    { name: 'provider', type: 'text', of: (fact) => fact.provider },
    { name: 'client', type: 'text', of: (fact) => fact.client },
    { name: 'matters', type: 'text[]', of: (fact) => fact.matters },
    { name: 'decides', type: 'boolean', of: (fact) => fact.decides },
  ],
  fromRow: (row) => ({
    kind: 'arrangement', id: row.id, effectiveFrom: row.effective_from, effectiveTo: row.effective_to,
    provider: row.provider as string, client: row.client as string, matters: row.matters as string[], decides: row.decides as boolean,
  }),
})

export const circumstanceTables: readonly AnyFactTable[] = [placeTable, unitFactTable, relationTable, absenceTable, arrangementTable]

export const circumstanceMigration: Migration = {
  name: '2026-11-25-circumstances-organisation',
  why: 'Places (rule 3), facts about units (rule 4), relations (rule 18), absences (rule 14) and service arrangements (rule 20).',
  sql: [
    factTableSql('place_version', 'name text NOT NULL, names jsonb NOT NULL, parent text'),
    factTableSql('unit_fact_version', 'entity text NOT NULL, key text NOT NULL, value text NOT NULL'),
    factTableSql('relation_version', 'person text NOT NULL, other text NOT NULL, relation text NOT NULL'),
    factTableSql('absence_version', 'person text NOT NULL, absence text NOT NULL'),
    factTableSql('arrangement_version', `
      provider text NOT NULL, client text NOT NULL, matters text[] NOT NULL CHECK (cardinality(matters) > 0), decides boolean NOT NULL`),
    `CREATE INDEX place_version_parent ON place_version (parent) WHERE superseded_by IS NULL;
     CREATE INDEX unit_fact_version_entity ON unit_fact_version (entity) WHERE superseded_by IS NULL;
     CREATE INDEX relation_version_person ON relation_version (person) WHERE superseded_by IS NULL;
     CREATE INDEX relation_version_other ON relation_version (other) WHERE superseded_by IS NULL;
     CREATE INDEX absence_version_person ON absence_version (person) WHERE superseded_by IS NULL;
     CREATE INDEX absence_version_from ON absence_version (effective_from) WHERE superseded_by IS NULL;
     CREATE INDEX arrangement_version_provider ON arrangement_version (provider) WHERE superseded_by IS NULL;
     CREATE INDEX arrangement_version_client ON arrangement_version (client) WHERE superseded_by IS NULL;`,
  ].join('\n'),
}
