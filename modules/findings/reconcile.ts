/** What is found now against what is recorded: opens, closes and re-opens, in one transaction, so that two servers never do it twice. */
import { sql } from 'kysely'

import { findingKey, findingRules, type Finding } from '../../kernel/authority/findings/finding.ts'
import { ownerOf } from '../../kernel/authority/findings/owner.ts'
import type { Unit } from '../../kernel/authority/findings/unit.ts'
import type { Instant, Times } from '../../kernel/authority/model.ts'
import { instant } from '../../platform/database/values.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Act, Notice } from '../../platform/ledger/ledger.ts'
import type { Services } from '../../platform/services.ts'
import type { FindingState, HistoryStep } from './tables.ts'

/** Servers that looked at the same moment take turns. Any number will do, as long as it stays. */
const reconcileLock = 731_942_019
const atOnce = 1000

interface Recorded {
  readonly id: string
  readonly key: string
  readonly digest: string
  readonly present: boolean
  readonly state: FindingState
}

interface Step {
  readonly key: string
  readonly step: HistoryStep
}

/** What must be equal for nothing to have changed. */
const digestOf = ({ entity, matter, since, cause, ratification, persons, posts }: Omit<Finding, 'rule' | 'subject'>): string =>
  canonical([entity, matter, since, cause, ratification, persons, posts])

/** The database keeps no order of keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each)

async function recorded(tx: Tx, units: readonly Unit[] | null): Promise<Map<string, Recorded>> {
  const kinds = units?.map(({ kind }) => kind) ?? []
  const ids = units?.map(({ id }) => id) ?? []
  const rows = await tx.selectFrom('finding').selectAll()
    .$if(units !== null, (query) => query.where(sql<boolean>`(subject_kind, subject) IN (SELECT * FROM unnest(${kinds}::text[], ${ids}::text[]))`))
    .execute()
  return new Map(rows.map((row) => {
    const key = findingKey({ rule: row.rule, subject: { kind: row.subject_kind, id: row.subject } })
    return [key, { id: row.id, key, digest: digestOf({ ...row, since: row.since_at }), present: row.present, state: row.state }]
  }))
}

const rowOf = (services: Services, finding: Finding, times: Times, state: FindingState, owner: boolean) => ({
  rule: finding.rule, subject_kind: finding.subject.kind, subject: finding.subject.id, entity: finding.entity, matter: finding.matter,
  severity: findingRules[finding.rule].severity, since: finding.since === null ? null : new Date(finding.since).toISOString(), cause: finding.cause,
  ratification: finding.ratification, persons: finding.persons, posts: finding.posts, state,
  owner: owner ? ownerOf(services.register, finding, times) : null,
})

type Row = ReturnType<typeof rowOf>

/** Writes findings that are there: new ones, changed ones, ones that are there again. */
async function write(tx: Tx, rows: readonly Row[], at: Instant): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce) {
    await sql`
      INSERT INTO finding AS f (rule, subject_kind, subject, entity, matter, severity, since_at, cause, ratification, persons, posts, present, state, owner, opened_at)
      SELECT rule, subject_kind, subject, entity, matter, severity, since, cause, ratification,
        ARRAY(SELECT jsonb_array_elements_text(persons)), ARRAY(SELECT jsonb_array_elements_text(posts)), true, state, owner, ${instant(at)}
      FROM json_to_recordset(${JSON.stringify(rows.slice(from, from + atOnce))}::json) AS r(rule text, subject_kind text, subject text, entity text,
        matter text, severity text, since timestamptz, cause jsonb, ratification text, persons jsonb, posts jsonb, state text, owner text)
      ON CONFLICT (rule, subject_kind, subject) DO UPDATE SET entity = excluded.entity, matter = excluded.matter, severity = excluded.severity,
        since_at = excluded.since_at, cause = excluded.cause, ratification = excluded.ratification, persons = excluded.persons, posts = excluded.posts,
        present = true, state = excluded.state, owner = coalesce(excluded.owner, f.owner),
        opened_at = CASE WHEN f.state <> 'open' AND excluded.state = 'open' THEN excluded.opened_at ELSE f.opened_at END,
        closed_at = CASE WHEN excluded.state = 'open' THEN NULL ELSE f.closed_at END, closed_by = CASE WHEN excluded.state = 'open' THEN NULL ELSE f.closed_by END,
        accepted_to = CASE WHEN excluded.state = 'open' THEN NULL ELSE f.accepted_to END`.execute(tx)
  }
}

async function close(tx: Tx, ids: readonly string[], at: Instant): Promise<void> {
  if (ids.length === 0) return
  await sql`UPDATE finding SET present = false, closed_at = CASE WHEN state IN ('open', 'accepted') THEN ${instant(at)} ELSE closed_at END,
      closed_by = CASE WHEN state IN ('open', 'accepted') THEN 'monitor' ELSE closed_by END,
      state = CASE WHEN state IN ('open', 'accepted') THEN 'gone' ELSE state END
    WHERE id = ANY(${[...ids]}::bigint[])`.execute(tx)
}

async function tell(tx: Tx, steps: readonly Step[], at: Instant): Promise<void> {
  for (let from = 0; from < steps.length; from += atOnce) {
    await sql`INSERT INTO finding_history (finding, happened_at, step, by)
      SELECT f.id, ${instant(at)}, r.step, 'monitor' FROM json_to_recordset(${JSON.stringify(steps.slice(from, from + atOnce))}::json) AS r(key text, step text)
      JOIN finding f ON f.rule || ':' || f.subject_kind || ':' || f.subject = r.key`.execute(tx)
  }
}

/** Owners hear once a time, however many they are. */
function noticesFor(rows: readonly Row[]): Notice[] {
  const counts = new Map<string, number>()
  for (const { owner, state } of rows) if (owner !== null && state === 'open') counts.set(owner, (counts.get(owner) ?? 0) + 1)
  return [...counts].map(([person, count]) => ({ person, kind: 'findings-opened', subject: `findings:${person}`, payload: { count } }))
}

function actsOf(steps: readonly Step[], notices: readonly Notice[]): Act[] {
  const acts: Act[] = []
  for (let from = 0; from < steps.length; from += atOnce) {
    const part = steps.slice(from, from + atOnce)
    const of = (...kinds: readonly HistoryStep[]) => part.filter(({ step }) => kinds.includes(step)).map(({ key }) => key)
    acts.push({
      kind: 'findings-seen', subject: 'monitor:findings', actor: 'monitor', capacity: null, effectiveAt: null, facts: [],
      details: { opened: of('opened', 'reopened'), gone: of('gone'), ratified: of('ratified') }, ...(from === 0 ? { notices } : {}),
    })
  }
  return acts
}

/** What becomes of a finding that is there. Null: nothing to write. */
function nextState(finding: Finding, before: Recorded | undefined): { state: FindingState; step: HistoryStep | null } | null {
  const ratified = finding.ratification !== null
  if (before === undefined) return { state: ratified ? 'mended' : 'open', step: ratified ? 'ratified' : 'opened' }
  if (!before.present) return { state: ratified ? 'mended' : 'open', step: ratified ? 'ratified' : 'reopened' }
  if (ratified && before.state === 'open') return { state: 'mended', step: 'ratified' }
  return before.digest === digestOf(finding) ? null : { state: before.state, step: null }
}

/**
 * Brings the records up to what was found at `units` (null: everywhere) at `times`. Returns false, having written nothing, where another
 * server has already looked at a later number.
 */
export async function reconcile(services: Services, found: Iterable<Finding>, units: readonly Unit[] | null, times: Times): Promise<boolean> {
  return services.db.transaction({ role: 'app', person: 'monitor', limitSeconds: 600 }, async (tx) => {
    await sql`SELECT pg_advisory_xact_lock(${reconcileLock})`.execute(tx)
    const watch = await tx.selectFrom('finding_watch').select('head').executeTakeFirst()
    if (watch !== undefined && Number(watch.head) > times.known) return false
    const before = await recorded(tx, units)
    const steps: Step[] = []
    const rows: Row[] = []
    const there = new Set<string>()
    for (const finding of found) {
      const key = findingKey(finding)
      there.add(key)
      const next = nextState(finding, before.get(key))
      if (next === null) continue
      rows.push(rowOf(services, finding, times, next.state, next.step === 'opened' || next.step === 'reopened' || next.step === 'ratified'))
      if (next.step !== null) steps.push({ key, step: next.step })
    }
    const gone = [...before.values()].filter(({ key, present }) => present && !there.has(key))
    steps.push(...gone.filter(({ state }) => state === 'open' || state === 'accepted').map(({ key }): Step => ({ key, step: 'gone' })))
    await write(tx, rows, times.on)
    await close(tx, gone.map(({ id }) => id), times.on)
    steps.push(...await bearNoLonger(tx, times.on))
    await tell(tx, steps, times.on)
    const opened = new Set(steps.filter(({ step }) => step === 'opened' || step === 'reopened').map(({ key }) => key))
    const notices = noticesFor(rows.filter((row) => opened.has(findingKey({ rule: row.rule, subject: { kind: row.subject_kind, id: row.subject } }))))
    await services.record(tx, actsOf(steps, notices))
    await sql`INSERT INTO finding_watch (head, looked_at) VALUES (${times.known}, ${instant(times.on)})
      ON CONFLICT (single) DO UPDATE SET head = excluded.head, looked_at = excluded.looked_at`.execute(tx)
    return true
  })
}

/** A risk borne until a date that has come is open again. */
async function bearNoLonger(tx: Tx, on: Instant): Promise<Step[]> {
  const rows = await tx.updateTable('finding').set({ state: 'open', accepted_to: null, closed_at: null, closed_by: null, opened_at: on })
    .where('state', '=', 'accepted').where('present', '=', true).where('accepted_to', '<=', on)
    .returning(['rule', 'subject_kind', 'subject']).execute()
  return rows.map((row) => ({ key: findingKey({ rule: row.rule, subject: { kind: row.subject_kind, id: row.subject } }), step: 'reopened' }))
}
