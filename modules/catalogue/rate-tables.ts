/** How rates of exchange are kept, and how the matters of one framework answer to those of another; as versions. */
import type { MappingFact } from '../../kernel/authority/model.ts'
import type { FactColumns } from '../../platform/database/base-tables.ts'
import type { Migration } from '../../platform/database/database.ts'
import { factTableSql } from '../../platform/database/row-security.ts'
import { factTable, type AnyFactTable } from '../../platform/ledger/fact-table.ts'

interface RateVersion extends FactColumns {
  from_currency: string
  to_currency: string
  rate: string
}

interface MappingVersion extends FactColumns {
  from_matter: string | null
  to_matter: string | null
  how: MappingFact['how']
}

declare module '../../platform/database/database.ts' {
  interface Tables {
    rate_version: RateVersion
    mapping_version: MappingVersion
  }
}

const rateTable = factTable({
  kind: 'rate',
  table: 'rate_version',
  columns: [
    { name: 'from_currency', type: 'text', of: (fact) => fact.from },
    { name: 'to_currency', type: 'text', of: (fact) => fact.to },
    { name: 'rate', type: 'numeric', of: (fact) => fact.rate },
  ],
  fromRow: (row) => ({
    kind: 'rate', id: row.id, effectiveFrom: row.effective_from, effectiveTo: row.effective_to,
    from: row.from_currency as string, to: row.to_currency as string, rate: row.rate as string,
  }),
})

const mappingTable = factTable({
  kind: 'mapping',
  table: 'mapping_version',
  columns: [
    { name: 'from_matter', type: 'text', of: (fact) => fact.from },
    { name: 'to_matter', type: 'text', of: (fact) => fact.to },
    { name: 'how', type: 'text', of: (fact) => fact.how },
  ],
  fromRow: (row) => ({
    kind: 'mapping', id: row.id, effectiveFrom: row.effective_from, effectiveTo: row.effective_to,
    from: row.from_matter as string | null, to: row.to_matter as string | null, how: row.how as MappingFact['how'],
  }),
})

export const rateTables: readonly AnyFactTable[] = [rateTable, mappingTable]

/** `numeric` without a scale keeps a rate's digits as they were written. */
export const rateMigration: Migration = {
  name: '2026-11-25-rates-catalogue',
  why: 'Rates of exchange by date (rule 4); what answers to what between two frameworks (framework transition).',
  sql: [
    factTableSql('rate_version', `
      from_currency text NOT NULL, to_currency text NOT NULL, rate numeric NOT NULL CHECK (rate > 0), CHECK (from_currency <> to_currency)`),
    factTableSql('mapping_version', `
      from_matter text, to_matter text, how text NOT NULL CHECK (how IN ('identical', 'narrower', 'wider', 'changed')),
      CHECK (from_matter IS NOT NULL OR to_matter IS NOT NULL)`),
    `CREATE INDEX rate_version_pair ON rate_version (from_currency, to_currency, effective_from) WHERE superseded_by IS NULL;
     CREATE INDEX mapping_version_from ON mapping_version (from_matter) WHERE superseded_by IS NULL;
     CREATE INDEX mapping_version_to ON mapping_version (to_matter) WHERE superseded_by IS NULL;`,
  ].join('\n'),
}
