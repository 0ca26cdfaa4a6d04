/** How waivers, compensating controls, roles of other systems and their map are kept, as versions. */
import type { FactColumns } from '../../platform/database/base-tables.ts'
import type { Migration } from '../../platform/database/database.ts'
import { factTableSql } from '../../platform/database/row-security.ts'
import { factTable, type AnyFactTable } from '../../platform/ledger/fact-table.ts'

interface WaiverVersion extends FactColumns {
  person: string
  credential: string
  matter: string | null
  granted_by: string
  reason: string
}

interface ControlVersion extends FactColumns {
  entity: string
  matters: [string, string]
  owner: string
  description: string
}

interface RoleVersion extends FactColumns {
  system: string
  person: string
  role: string
  entity: string | null
}

interface RoleMapVersion extends FactColumns {
  system: string
  role: string
  matter: string
}

declare module '../../platform/database/database.ts' {
  interface Tables {
    waiver_version: WaiverVersion
    control_version: ControlVersion
    role_version: RoleVersion
    role_map_version: RoleMapVersion
  }
}

const waiverTable = factTable({
  kind: 'waiver',
  table: 'waiver_version',
  columns: [
    { name: 'person', type: 'text', of: (fact) => fact.person },
    { name: 'credential', type: 'text', of: (fact) => fact.credential },
    { name: 'matter', type: 'text', of: (fact) => fact.matter },
    { name: 'granted_by', type: 'text', of: (fact) => fact.grantedBy },
    { name: 'reason', type: 'text', of: (fact) => fact.reason },
  ],
  fromRow: (row) => ({
    kind: 'waiver', id: row.id, effectiveFrom: row.effective_from, effectiveTo: row.effective_to,
    person: row.person as string, credential: row.credential as string, matter: row.matter as string | null,
    grantedBy: row.granted_by as string, reason: row.reason as string,
  }),
})

const controlTable = factTable({
  kind: 'control',
  table: 'control_version',
  columns: [
    { name: 'entity', type: 'text', of: (fact) => fact.entity },
    { name: 'matters', type: 'text[]', of: (fact) => fact.matters },
    { name: 'owner', type: 'text', of: (fact) => fact.owner },
    { name: 'description', type: 'text', of: (fact) => fact.description },
  ],
  fromRow: (row) => ({
    kind: 'control', id: row.id, effectiveFrom: row.effective_from, effectiveTo: row.effective_to,
    entity: row.entity as string, matters: row.matters as [string, string], owner: row.owner as string,
    description: row.description as string,
  }),
})

const roleTable = factTable({
  kind: 'role',
  table: 'role_version',
  columns: [
    { name: 'system', type: 'text', of: (fact) => fact.system },
    { name: 'person', type: 'text', of: (fact) => fact.person },
    { name: 'role', type: 'text', of: (fact) => fact.role },
    { name: 'entity', type: 'text', of: (fact) => fact.entity },
  ],
  fromRow: (row) => ({
    kind: 'role', id: row.id, effectiveFrom: row.effective_from, effectiveTo: row.effective_to,
    system: row.system as string, person: row.person as string, role: row.role as string, entity: row.entity as string | null,
  }),
})

const roleMapTable = factTable({
  kind: 'role-map',
  table: 'role_map_version',
  columns: [
    { name: 'system', type: 'text', of: (fact) => fact.system },
    { name: 'role', type: 'text', of: (fact) => fact.role },
    { name: 'matter', type: 'text', of: (fact) => fact.matter },
  ],
  fromRow: (row) => ({
    kind: 'role-map', id: row.id, effectiveFrom: row.effective_from, effectiveTo: row.effective_to,
    system: row.system as string, role: row.role as string, matter: row.matter as string,
  }),
})

export const circumstanceTables: readonly AnyFactTable[] = [waiverTable, controlTable, roleTable, roleMapTable]

export const circumstanceMigration: Migration = {
  name: '2026-11-25-circumstances-register',
  why: 'Waivers (rule 15), compensating controls (rule 17), roles of other systems and which matter each exercises (drift).',
  sql: [
    factTableSql('waiver_version', `
      person text NOT NULL, credential text NOT NULL, matter text, granted_by text NOT NULL, reason text NOT NULL`),
    factTableSql('control_version', `
      entity text NOT NULL, matters text[] NOT NULL CHECK (cardinality(matters) = 2), owner text NOT NULL, description text NOT NULL`),
    factTableSql('role_version', 'system text NOT NULL, person text NOT NULL, role text NOT NULL, entity text'),
    factTableSql('role_map_version', 'system text NOT NULL, role text NOT NULL, matter text NOT NULL'),
    `CREATE INDEX waiver_version_person ON waiver_version (person) WHERE superseded_by IS NULL;
     CREATE INDEX control_version_entity ON control_version (entity) WHERE superseded_by IS NULL;
     CREATE INDEX control_version_owner ON control_version (owner) WHERE superseded_by IS NULL;
     CREATE INDEX role_version_person ON role_version (person) WHERE superseded_by IS NULL;
     CREATE INDEX role_version_role ON role_version (system, role) WHERE superseded_by IS NULL;
     CREATE INDEX role_version_entity ON role_version (entity) WHERE superseded_by IS NULL;
     CREATE INDEX role_map_version_role ON role_map_version (system, role) WHERE superseded_by IS NULL;
     CREATE INDEX role_map_version_matter ON role_map_version (matter) WHERE superseded_by IS NULL;`,
  ].join('\n'),
}
