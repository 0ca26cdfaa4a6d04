/** A small table of facts for the tests of this house's ledger. For tests only. */
import type { PersonFact } from '../../kernel/authority/model.ts'
import type { Migration } from '../database/database.ts'
import { factTableSql } from '../database/row-security.ts'
import { factTable, type AnyFactTable } from './fact-table.ts'
import type { Act } from './ledger.ts'

export const trialTables: readonly AnyFactTable[] = [
  factTable({
    kind: 'person',
    table: 'trial_person',
    columnar: ['name', 'staff', 'email'],
    columns: [
      { name: 'name', type: 'text', of: ({ name }) => name },
      { name: 'staff', type: 'boolean', of: ({ staff }) => staff },
      { name: 'email', type: 'text', of: ({ email }) => email },
    ],
    fromRow: (row) => ({
      kind: 'person', id: row.id, effectiveFrom: row.effective_from, effectiveTo: row.effective_to,
      name: row.name as string, staff: row.staff as boolean, email: row.email as string | null,
    }),
  }),
]

export const trialMigrations: readonly Migration[] = [
  {
    name: '2000-01-01-trial-person',
    why: 'Facts to try the ledger on.',
    sql: factTableSql('trial_person', 'name text NOT NULL, staff boolean NOT NULL, email text'),
  },
]

export const person = (id: string, name = id): PersonFact =>
  ({ kind: 'person', id, name, staff: true, email: null, effectiveFrom: 0, effectiveTo: null })

export const naming = (id: string, name = id, more: Partial<Act> = {}): Act =>
  ({
    kind: 'person-named', subject: `person:${id}`, actor: 'ann', capacity: null, effectiveAt: null, facts: [person(id, name)], details: {}, ...more,
  })
