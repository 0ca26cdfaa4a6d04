/** How the organisation is kept: one table of versions for entities, posts, persons, assignments, credentials and bodies. */
import type { FactColumns } from '../../platform/database/base-tables.ts'
import type { Migration } from '../../platform/database/database.ts'
import { factTableSql } from '../../platform/database/row-security.ts'
import { factTable, type AnyFactTable } from '../../platform/ledger/fact-table.ts'
import type { AssignmentKind, Names, Provenance, RuleSet } from '../../kernel/authority/model.ts'
import { circumstanceMigration, circumstanceTables } from './circumstance-tables.ts'

interface EntityVersion extends FactColumns {
  name: string
  names: Names
  parent: string | null
  category: string
  rules: RuleSet[]
  provenance: Provenance
}

interface PostVersion extends FactColumns {
  entity: string
  title: string
  titles: Names
  grade: string | null
  heads: boolean
}

interface PersonVersion extends FactColumns {
  name: string
  staff: boolean
  email: string | null
}

interface AssignmentVersion extends FactColumns {
  person: string
  post: string
  assignment: AssignmentKind
  instrument: string | null
  excludes: string[]
  contract: string | null
}

interface CredentialVersion extends FactColumns {
  person: string
  credential: string
}

interface BodyVersion extends FactColumns {
  name: string
  names: Names
  entity: string
  quorum: number | null
  members: string[]
}

declare module '../../platform/database/database.ts' {
  interface Tables {
    entity_version: EntityVersion
    post_version: PostVersion
    person_version: PersonVersion
    assignment_version: AssignmentVersion
    credential_version: CredentialVersion
    body_version: BodyVersion
  }
}

const entityTable = factTable({
  kind: 'entity',
  table: 'entity_version',
  columns: [
    { name: 'name', type: 'text', of: (fact) => fact.name },
    { name: 'names', type: 'jsonb', of: (fact) => fact.names },
    { name: 'parent', type: 'text', of: (fact) => fact.parent },
    { name: 'category', type: 'text', of: (fact) => fact.category },
    { name: 'rules', type: 'text[]', of: (fact) => fact.rules },
    { name: 'provenance', type: 'jsonb', of: (fact) => fact.provenance },
  ],
  fromRow: (row) => ({
    kind: 'entity', id: row.id, effectiveFrom: row.effective_from, effectiveTo: row.effective_to,
    name: row.name as string, names: row.names as Names, parent: row.parent as string | null,
    category: row.category as string, rules: row.rules as RuleSet[], provenance: row.provenance as Provenance,
  }),
})

const postTable = factTable({
  kind: 'post',
  table: 'post_version',
  columnar: ['entity', 'title', 'titles', 'grade', 'heads'],
  columns: [
    { name: 'entity', type: 'text', of: (fact) => fact.entity },
    { name: 'title', type: 'text', of: (fact) => fact.title },
    { name: 'titles', type: 'jsonb', of: (fact) => fact.titles },
    { name: 'grade', type: 'text', of: (fact) => fact.grade },
    { name: 'heads', type: 'boolean', of: (fact) => fact.heads },
  ],
  fromRow: (row) => ({
    kind: 'post', id: row.id, effectiveFrom: row.effective_from, effectiveTo: row.effective_to,
    entity: row.entity as string, title: row.title as string, titles: row.titles as Names,
    grade: row.grade as string | null, heads: row.heads as boolean,
  }),
})

const personTable = factTable({
  kind: 'person',
  table: 'person_version',
  columnar: ['name', 'staff', 'email'],
  columns: [
    { name: 'name', type: 'text', of: (fact) => fact.name },
    { name: 'staff', type: 'boolean', of: (fact) => fact.staff },
    { name: 'email', type: 'text', of: (fact) => fact.email },
  ],
  fromRow: (row) => ({
    kind: 'person', id: row.id, effectiveFrom: row.effective_from, effectiveTo: row.effective_to,
    name: row.name as string, staff: row.staff as boolean, email: row.email as string | null,
  }),
})

const assignmentTable = factTable({
  kind: 'assignment',
  table: 'assignment_version',
  columnar: ['person', 'post', 'assignment', 'instrument', 'excludes', 'contract'],
  columns: [
    { name: 'person', type: 'text', of: (fact) => fact.person },
    { name: 'post', type: 'text', of: (fact) => fact.post },
    { name: 'assignment', type: 'text', of: (fact) => fact.assignment },
    { name: 'instrument', type: 'text', of: (fact) => fact.instrument },
    { name: 'excludes', type: 'text[]', of: (fact) => fact.excludes },
    { name: 'contract', type: 'text', of: (fact) => fact.contract },
  ],
  fromRow: (row) => ({
    kind: 'assignment', id: row.id, effectiveFrom: row.effective_from, effectiveTo: row.effective_to,
    person: row.person as string, post: row.post as string, assignment: row.assignment as AssignmentKind,
    instrument: row.instrument as string | null, excludes: row.excludes as string[], contract: row.contract as string | null,
  }),
})

const credentialTable = factTable({
  kind: 'credential',
  table: 'credential_version',
  columnar: ['person', 'credential'],
  columns: [
    { name: 'person', type: 'text', of: (fact) => fact.person },
    { name: 'credential', type: 'text', of: (fact) => fact.credential },
  ],
  fromRow: (row) => ({
    kind: 'credential', id: row.id, effectiveFrom: row.effective_from, effectiveTo: row.effective_to,
    person: row.person as string, credential: row.credential as string,
  }),
})

const bodyTable = factTable({
  kind: 'body',
  table: 'body_version',
  columns: [
    { name: 'name', type: 'text', of: (fact) => fact.name },
    { name: 'names', type: 'jsonb', of: (fact) => fact.names },
    { name: 'entity', type: 'text', of: (fact) => fact.entity },
    { name: 'quorum', type: 'integer', of: (fact) => fact.quorum },
    { name: 'members', type: 'text[]', of: (fact) => fact.members },
  ],
  fromRow: (row) => ({
    kind: 'body', id: row.id, effectiveFrom: row.effective_from, effectiveTo: row.effective_to,
    name: row.name as string, names: row.names as Names, entity: row.entity as string, quorum: row.quorum as number | null,
    members: row.members as string[],
  }),
})

export const organisationTables: readonly AnyFactTable[] = [
  entityTable, postTable, personTable, assignmentTable, credentialTable, bodyTable, ...circumstanceTables,
]

export const organisationMigrations: readonly Migration[] = [
  {
    name: '2026-11-24-facts-organisation',
    why: 'Entities, posts, persons, assignments, credentials and bodies, as versions; names are searched by trigram.',
    sql: [
      factTableSql('entity_version', `
        name text NOT NULL,
        names jsonb NOT NULL,
        parent text,
        category text NOT NULL,
        rules text[] NOT NULL,
        provenance jsonb NOT NULL`),
      factTableSql('post_version', `
        entity text NOT NULL,
        title text NOT NULL,
        titles jsonb NOT NULL,
        grade text,
        heads boolean NOT NULL`),
      factTableSql('person_version', `
        name text NOT NULL,
        staff boolean NOT NULL,
        email text`),
      factTableSql('assignment_version', `
        person text NOT NULL,
        post text NOT NULL,
        assignment text NOT NULL CHECK (assignment IN ('substantive', 'acting', 'officer-in-charge')),
        instrument text,
        excludes text[] NOT NULL`),
      factTableSql('credential_version', `
        person text NOT NULL,
        credential text NOT NULL`),
      factTableSql('body_version', `
        name text NOT NULL,
        names jsonb NOT NULL,
        entity text NOT NULL,
        quorum integer`),
      `CREATE INDEX entity_version_parent ON entity_version (parent) WHERE superseded_by IS NULL;
       CREATE INDEX entity_version_name ON entity_version USING gin (name gin_trgm_ops) WHERE superseded_by IS NULL;
       CREATE INDEX post_version_entity ON post_version (entity) WHERE superseded_by IS NULL;
       CREATE INDEX post_version_title ON post_version USING gin (title gin_trgm_ops) WHERE superseded_by IS NULL;
       CREATE INDEX person_version_name ON person_version USING gin (name gin_trgm_ops) WHERE superseded_by IS NULL;
       CREATE INDEX assignment_version_person ON assignment_version (person) WHERE superseded_by IS NULL;
       CREATE INDEX assignment_version_post ON assignment_version (post) WHERE superseded_by IS NULL;
       CREATE INDEX credential_version_person ON credential_version (person) WHERE superseded_by IS NULL;
       CREATE INDEX body_version_entity ON body_version (entity) WHERE superseded_by IS NULL;`,
    ].join('\n'),
  },
  {
    name: '2026-11-24-law-organisation',
    why: 'Kinds of contract of an assignment (rule 6), members of a body.',
    sql: `ALTER TABLE assignment_version ADD contract text;
      ALTER TABLE body_version ADD members text[] NOT NULL DEFAULT '{}';`,
  },
  circumstanceMigration,
]
