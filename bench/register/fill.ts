/** Fills a database with a large invented register by SQL alone: what is measured is how it is read, not how it came. */
import { sql } from 'kysely'

import type { Database } from '../../platform/database/database.ts'

export const size = { delegations: 1_000_000, changed: 300_000, people: 250_000, held: 1_000_000, entities: 200, matters: 60 }

/** One event for every thousand rows of a kind, as files are taken. */
const rowsAnEvent = 1000

const leaf = "decode(repeat('00', 32), 'hex')"

/** `columns` and `values` of a table for rows `n` of `count`, written by events of their own; every name is this file's. */
function rows(table: string, count: number, columns: string, values: string, version = 1): string {
  return `
    WITH written AS (
      INSERT INTO event (kind, subject, actor, payload, salts, leaf)
      SELECT '${table}', 'bench', 'operator', '{}', '{}', ${leaf} FROM generate_series(1, ${Math.ceil(count / rowsAnEvent)}) RETURNING id),
    placed AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM written)
    INSERT INTO ${table} (id, version, event, superseded_by, effective_from, effective_to, ${columns})
    SELECT r.id, ${version}, placed.id, NULL, '2020-01-01Z'::timestamptz, NULL, ${values}
    FROM placed, LATERAL (
      SELECT n, ${table === 'delegation_version' ? "'delegation-'" : `'${table.replace('_version', '')}-'`} || n AS id
      FROM generate_series(placed.place * ${rowsAnEvent}, least((placed.place + 1) * ${rowsAnEvent}, ${count}) - 1) AS n) AS r`
}

const { delegations, changed, people, held, entities, matters } = size
/** Staff are taken from files in their order; delegations are issued in no order that their holders have. */
const somebody = `(n * 7919::bigint) % ${people}`
/** Below so many stand those that are passed on: wide enough for whatever hangs below them. */
const above = 20_000
const upTo = `CASE WHEN n < ${above} THEN 1000000 ELSE 1000 + n % 5000 * 100 END`
const delegationColumns = `instrument, line, parent, legal_basis, holder_kind, holder_post, matter, entities, limits, amount_currency,
  amount_up_to, may_exercise, subdelegation, prepared_by, decided_by, signed_by, signed_as, communicated_by, signed_at, accepted_by,
  accepted_at, confirmed_by, suspensions, provenance`
/** Sixty roots; the others hang below one sixtieth of their number, so that chains are up to four long. */
const delegationValues = `
  'instrument-' || n / 10, n % 10 + 1, CASE WHEN n >= ${matters} THEN 'delegation-' || (n / 60 / 60 * 60 + n % 60) END,
  CASE WHEN n < ${matters} THEN 'Regulation 12' END, 'post', 'post-' || ${somebody}, 'matter-' || n % ${matters},
  ARRAY['entity-' || CASE WHEN n < ${above} THEN 0 ELSE n % ${entities} END],
  jsonb_build_array(jsonb_build_object('amount', jsonb_build_object('currency', 'USD', 'upTo', (${upTo})::text))),
  'USD', ${upTo}, true,
  '{"depth": 3, "limits": null, "lowestGrade": null, "endRequired": false, "ownEntityOnly": false}'::jsonb,
  'person-' || n % 1000, 'person-' || n % 1000, 'person-' || n % 1000, 'post-' || n % 1000, 'person-' || n % 1000, '2020-01-01Z'::timestamptz,
  'person-' || ${somebody}, '2020-01-02Z'::timestamptz, 'person-' || n % 1000, '[]'::jsonb, '{"kind": "invented"}'::jsonb`

const steps: readonly string[] = [
  rows('framework_version', 1, 'title, zone, grades, fall_default, accept_within_days', "'Framework', 'UTC', ARRAY['P-4', 'D-1'], 'falls', 30"),
  rows('entity_version', entities, 'name, names, parent, category, rules, provenance',
    `r.id, '{}', CASE WHEN n > 0 THEN 'entity-0' END, 'department', ARRAY['staff', 'financial'], '{"kind": "invented"}'`),
  rows('matter_version', matters, `framework, area, name, names, acceptance, delegable, reserved_to, personal_only, dimensions, basis, prerequisites,
    preconditions, advisers, not_checked, obligations, provenance`,
    `'framework-0', 'procurement', r.id, '{}', 'before-use', 'yes', 'head', false, '{amount}', 'act', '[]', '[]', '{}', '{}', '[]', '{"kind": "invented"}'`),
  rows('person_version', people, 'name, staff', "'Person ' || n, true"),
  rows('post_version', people, 'entity, title, titles, grade, heads', `'entity-' || n % ${entities}, 'Officer', '{}', 'P-4', false`),
  // Everybody sits in the post of their number, acts in others, and holds several certificates.
  rows('assignment_version', held, 'person, post, assignment, excludes',
    `'person-' || n % ${people}, 'post-' || (n + n / ${people} * 7) % ${people}, CASE WHEN n < ${people} THEN 'substantive' ELSE 'acting' END, '{}'`),
  rows('credential_version', held, 'person, credential', `'person-' || n % ${people}, 'certificate-' || n / ${people}`),
  rows('delegation_version', delegations, delegationColumns, delegationValues),
  // Only one version may be current: the first is put aside before the second comes, and then says which event that was.
  `UPDATE delegation_version SET superseded_by = event WHERE substr(id, 12)::integer < ${changed}`,
  rows('delegation_version', changed, delegationColumns, delegationValues, 2),
  `UPDATE delegation_version AS earlier SET superseded_by = later.event FROM delegation_version AS later
    WHERE earlier.id = later.id AND earlier.version = 1 AND later.version = 2`,
  `INSERT INTO ledger (number, event, recorded_at) SELECT row_number() OVER (ORDER BY id), id, '2020-01-01Z'::timestamptz FROM event`,
]

/** Takes minutes; the indexes are there, as they are in a register that grew. */
export async function fill(db: Database): Promise<void> {
  for (const step of steps) {
    await db.transaction({ role: 'owner', person: 'operator', limitSeconds: 1200 }, (tx) => sql.raw(step).execute(tx))
  }
}
