/** How delegations are kept: their versions, and the signed instruments they stand in. */
import type { Box, DelegationFact, EndReason, FormerTerms, Holder, Instant, Provenance, SubdelegationPermission } from '../../kernel/authority/model.ts'
import type { FactColumns } from '../../platform/database/base-tables.ts'
import type { Migration } from '../../platform/database/database.ts'
import { closed, factTableSql, signedIn } from '../../platform/database/row-security.ts'
import { factTable, type FactRow, type AnyFactTable } from '../../platform/ledger/fact-table.ts'
import { circumstanceMigration, circumstanceTables } from './circumstance-tables.ts'
import { decisionMigration, decisionTables } from './decision-tables.ts'
import { referralMigration } from './referral-store.ts'
import { templateMigration } from './scheme/template-store.ts'

interface DelegationVersion extends FactColumns {
  instrument: string
  line: number
  parent: string | null
  legal_basis: string | null
  holder_kind: Holder['kind']
  holder_person: string | null
  holder_post: string | null
  holder_body: string | null
  /** Holders that are no single seat: a class, joint holders. */
  holder_rare: Holder | null
  matter: string
  entities: string[]
  limits: readonly Box[]
  /** Only when the limits are one box: for lists and sorting; `limits` is the truth. */
  amount_currency: string | null
  amount_up_to: string | null
  may_exercise: boolean
  subdelegation: SubdelegationPermission | null
  conditions: string | null
  prepared_by: string | null
  decided_by: string | null
  signed_by: string | null
  signed_as: string | null
  communicated_by: string | null
  signed_at: Instant | null
  accepted_by: string | null
  accepted_at: Instant | null
  confirmed_by: string | null
  ended_at: Instant | null
  end_reason: EndReason | null
  falls_at: Instant | null
  suspensions: DelegationFact['suspensions']
  emergency: DelegationFact['emergency']
  reviewed_at: Instant | null
  cites: DelegationFact['cites']
  former_terms: readonly FormerTerms[] | null
  provenance: Provenance
}

/** A signed document, exactly as signed. */
interface InstrumentTable {
  number: string
  /** Canonical JSON (RFC 8785): the bytes that were signed. */
  document: string
  /** SHA-256 of `document`, hexadecimal. */
  digest: string
  signed_by: string
  signed_at: Instant
  event: string
}

declare module '../../platform/database/database.ts' {
  interface Tables {
    delegation_version: DelegationVersion
    instrument: InstrumentTable
  }
}

const simpleAmount = (limits: readonly Box[]) => (limits.length === 1 ? limits[0]?.amount : undefined)

function holderOf(row: FactRow): Holder {
  const kind = row.holder_kind as Holder['kind']
  switch (kind) {
    case 'person': return { kind, person: row.holder_person as string }
    case 'post': return { kind, post: row.holder_post as string }
    case 'person-in-post': return { kind, person: row.holder_person as string, post: row.holder_post as string }
    case 'body': return { kind, body: row.holder_body as string }
    case 'class':
    case 'joint': return row.holder_rare as Holder
  }
}

const delegationTable = factTable({
  kind: 'delegation',
  table: 'delegation_version',
  columnar: [
    'instrument', 'line', 'parent', 'holder_kind', 'holder_person', 'holder_post', 'holder_body', 'holder_rare', 'matter', 'entities', 'limits',
    'may_exercise', 'prepared_by', 'decided_by', 'signed_by', 'signed_as', 'communicated_by', 'signed_at', 'accepted_by', 'accepted_at',
    'confirmed_by',
  ],
  repeating: [
    'legal_basis', 'subdelegation', 'conditions', 'ended_at', 'end_reason', 'falls_at', 'suspensions', 'emergency', 'reviewed_at', 'cites',
    'provenance', 'former_terms',
  ],
  columns: [
    { name: 'instrument', type: 'text', of: (fact) => fact.instrument },
    { name: 'line', type: 'integer', of: (fact) => fact.line },
    { name: 'parent', type: 'text', of: (fact) => fact.parent },
    { name: 'legal_basis', type: 'text', of: (fact) => fact.legalBasis },
    { name: 'holder_kind', type: 'text', of: (fact) => fact.holder.kind },
    { name: 'holder_person', type: 'text', of: ({ holder }) => ('person' in holder ? holder.person : null) },
    { name: 'holder_post', type: 'text', of: ({ holder }) => ('post' in holder ? holder.post : null) },
    { name: 'holder_body', type: 'text', of: ({ holder }) => ('body' in holder ? holder.body : null) },
    { name: 'holder_rare', type: 'jsonb', of: ({ holder }) => (holder.kind === 'class' || holder.kind === 'joint' ? holder : null) },
    { name: 'matter', type: 'text', of: (fact) => fact.matter },
    { name: 'entities', type: 'text[]', of: (fact) => fact.entities },
    { name: 'limits', type: 'jsonb', of: (fact) => fact.limits },
    { name: 'amount_currency', type: 'text', of: (fact) => simpleAmount(fact.limits)?.currency ?? null },
    { name: 'amount_up_to', type: 'numeric', of: (fact) => simpleAmount(fact.limits)?.upTo ?? null },
    { name: 'may_exercise', type: 'boolean', of: (fact) => fact.mayExercise },
    { name: 'subdelegation', type: 'jsonb', of: (fact) => fact.subdelegation },
    { name: 'conditions', type: 'text', of: (fact) => fact.conditions },
    { name: 'prepared_by', type: 'text', of: (fact) => fact.preparedBy },
    { name: 'decided_by', type: 'text', of: (fact) => fact.decidedBy },
    { name: 'signed_by', type: 'text', of: (fact) => fact.signedBy },
    { name: 'signed_as', type: 'text', of: (fact) => fact.signedAs },
    { name: 'communicated_by', type: 'text', of: (fact) => fact.communicatedBy },
    { name: 'signed_at', type: 'timestamptz', of: (fact) => fact.signedAt },
    { name: 'accepted_by', type: 'text', of: (fact) => fact.acceptedBy },
    { name: 'accepted_at', type: 'timestamptz', of: (fact) => fact.acceptedAt },
    { name: 'confirmed_by', type: 'text', of: (fact) => fact.confirmedBy },
    { name: 'ended_at', type: 'timestamptz', of: (fact) => fact.endedAt },
    { name: 'end_reason', type: 'text', of: (fact) => fact.endReason },
    { name: 'falls_at', type: 'timestamptz', of: (fact) => fact.fallsAt },
    { name: 'suspensions', type: 'jsonb', of: (fact) => fact.suspensions },
    { name: 'emergency', type: 'jsonb', of: (fact) => fact.emergency },
    { name: 'reviewed_at', type: 'timestamptz', of: (fact) => fact.reviewedAt },
    { name: 'cites', type: 'jsonb', of: (fact) => fact.cites },
    { name: 'provenance', type: 'jsonb', of: (fact) => fact.provenance },
    { name: 'former_terms', type: 'jsonb', of: (fact) => fact.formerly ?? null },
  ],
  fromRow: (row) => ({
    kind: 'delegation', id: row.id, effectiveFrom: row.effective_from as number, effectiveTo: row.effective_to,
    instrument: row.instrument as string, line: row.line as number, parent: row.parent as string | null,
    legalBasis: row.legal_basis as string | null, holder: holderOf(row), matter: row.matter as string,
    entities: row.entities as string[], limits: row.limits as Box[], mayExercise: row.may_exercise as boolean,
    subdelegation: row.subdelegation as SubdelegationPermission | null, conditions: row.conditions as string | null,
    preparedBy: row.prepared_by as string | null, decidedBy: row.decided_by as string | null,
    signedBy: row.signed_by as string | null, signedAs: row.signed_as as string | null,
    communicatedBy: row.communicated_by as string | null, signedAt: row.signed_at as number | null,
    acceptedBy: row.accepted_by as string | null, acceptedAt: row.accepted_at as number | null,
    confirmedBy: row.confirmed_by as string | null, endedAt: row.ended_at as number | null,
    endReason: row.end_reason as EndReason | null, fallsAt: row.falls_at as number | null,
    suspensions: row.suspensions as DelegationFact['suspensions'],
    emergency: row.emergency as DelegationFact['emergency'], reviewedAt: row.reviewed_at as number | null,
    cites: row.cites as DelegationFact['cites'], provenance: row.provenance as Provenance,
    ...(row.former_terms === null ? {} : { formerly: row.former_terms as readonly FormerTerms[] }),
  }),
})

export const registerTables: readonly AnyFactTable[] = [delegationTable, ...decisionTables, ...circumstanceTables]

export const registerMigrations: readonly Migration[] = [
  {
    name: '2026-11-24-facts-register',
    why: 'Delegations as versions, with their holder and a simple amount as columns for lists; signed instruments, insert-only.',
    sql: [
      factTableSql('delegation_version', `
        instrument text NOT NULL,
        line integer NOT NULL,
        parent text,
        legal_basis text,
        holder_kind text NOT NULL CHECK (holder_kind IN ('person', 'post', 'person-in-post', 'body')),
        holder_person text,
        holder_post text,
        holder_body text,
        matter text NOT NULL,
        entities text[] NOT NULL CHECK (cardinality(entities) > 0),
        limits jsonb NOT NULL,
        amount_currency text,
        amount_up_to numeric(19, 4),
        may_exercise boolean NOT NULL,
        subdelegation jsonb,
        conditions text,
        prepared_by text,
        decided_by text,
        signed_by text,
        signed_as text,
        communicated_by text,
        signed_at timestamptz,
        accepted_by text,
        accepted_at timestamptz,
        confirmed_by text,
        ended_at timestamptz,
        end_reason text CHECK (end_reason IN ('revoked', 'fallen', 'withdrawn', 'declined', 'rescinded')),
        falls_at timestamptz,
        suspensions jsonb NOT NULL,
        provenance jsonb NOT NULL,
        CHECK (id <> parent)`),
      `CREATE INDEX delegation_version_matter ON delegation_version (matter) WHERE superseded_by IS NULL;
       CREATE INDEX delegation_version_person ON delegation_version (holder_person) WHERE superseded_by IS NULL;
       CREATE INDEX delegation_version_post ON delegation_version (holder_post) WHERE superseded_by IS NULL;
       CREATE INDEX delegation_version_parent ON delegation_version (parent) WHERE superseded_by IS NULL;
       CREATE INDEX delegation_version_instrument ON delegation_version (instrument, line) WHERE superseded_by IS NULL;
       CREATE INDEX delegation_version_signed_by ON delegation_version (signed_by) WHERE superseded_by IS NULL;
       CREATE INDEX delegation_version_entities ON delegation_version USING gin (entities) WHERE superseded_by IS NULL;

       CREATE TABLE instrument (
         number text PRIMARY KEY,
         document text NOT NULL,
         digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
         signed_by text NOT NULL,
         signed_at timestamptz NOT NULL,
         event bigint NOT NULL REFERENCES event
       );
       ${closed('instrument')}
       CREATE POLICY instrument_read ON instrument FOR SELECT USING (${signedIn});
       CREATE POLICY instrument_signed ON instrument FOR INSERT WITH CHECK (${signedIn});
       GRANT SELECT, INSERT ON instrument TO mandate_app;`,
    ].join('\n'),
  },
  {
    name: '2026-11-24-law-register',
    why: 'Holders that are a class or joint (rule 6), emergency authority (rule 12), reviews, policies cited (rule 25).',
    sql: `ALTER TABLE delegation_version
        DROP CONSTRAINT delegation_version_holder_kind_check,
        ADD CHECK (holder_kind IN ('person', 'post', 'person-in-post', 'body', 'class', 'joint')),
        ADD holder_rare jsonb, ADD emergency jsonb, ADD reviewed_at timestamptz, ADD cites jsonb NOT NULL DEFAULT '[]';`,
  },
  circumstanceMigration,
  decisionMigration,
  templateMigration,
  {
    name: '2026-11-25-former-terms',
    why: 'What counted before a change of terms took effect (SEMANTICS, Time): a narrowing does not reach back.',
    sql: `ALTER TABLE delegation_version ADD former_terms jsonb;`,
  },
  referralMigration,
]
