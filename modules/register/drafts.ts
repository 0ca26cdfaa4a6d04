/** Drafts: what is prepared for signature. Kept out of the ledger; seen only by whoever holds them (row-level security). */
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'

import type { Register } from '../../kernel/authority/register.ts'
import type { Tx } from '../../platform/database/database.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Services } from '../../platform/services.ts'
import { draftBody, type DraftBody } from './shapes.ts'
import { iso, named } from './present.ts'

/** Who last handed it on, and what they said. */
export interface HandedOver {
  readonly by: string
  readonly at: number
  readonly note: string | null
}

export interface Draft {
  readonly id: string
  readonly version: number
  readonly owner: string
  readonly preparedBy: string
  /** The number its instrument will carry, given when it was first laid out for signature. */
  readonly number: string | null
  readonly handedOver: HandedOver | null
  readonly body: DraftBody
  readonly createdAt: number
  readonly updatedAt: number
}

interface Stored {
  readonly preparedBy: string
  readonly number: string | null
  /** Drafts kept before there was one have none. */
  readonly handedOver?: HandedOver | null
  readonly body: DraftBody
}

type StoredJson = never

export const noSuchDraft = () =>
  new Problem(404, 'no-such-draft', 'No such draft', 'Nothing was changed. It was signed, deleted, handed over, or is somebody else’s; your drafts are listed at GET /api/v1/drafts.')

export const movedOn = (what: string) =>
  new Problem(409, 'moved-on', `The ${what} has moved on`, 'Nothing was changed. Somebody (perhaps you, in another window) changed it meanwhile: look at it again and repeat the step if it still fits.')

const columns = ['id', 'version', 'owner', 'body', 'created_at', 'updated_at'] as const

function fromRow(row: { id: string; version: number; owner: string; body: unknown; created_at: number; updated_at: number }): Draft {
  const stored = row.body as Stored
  return {
    id: row.id, version: row.version, owner: row.owner, preparedBy: stored.preparedBy, number: stored.number, handedOver: stored.handedOver ?? null, body: draftBody.parse(stored.body),
    createdAt: row.created_at, updatedAt: row.updated_at,
  }
}

const uuidForm = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/

export async function findDraft(tx: Tx, id: string, options: { lock?: boolean } = {}): Promise<Draft> {
  if (!uuidForm.test(id)) throw noSuchDraft()
  const query = tx.selectFrom('draft').select(columns).where('id', '=', id)
  const row = await (options.lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw noSuchDraft()
  return fromRow(row)
}

export async function listDrafts(tx: Tx): Promise<Draft[]> {
  return (await tx.selectFrom('draft').select(columns).where('kind', '=', 'delegations').orderBy('updated_at', 'desc').limit(200).execute()).map(fromRow)
}

export async function createDraft(tx: Tx, owner: string, body: DraftBody, now: number): Promise<Draft> {
  const stored: Stored = { preparedBy: owner, number: null, body }
  const row = await tx.insertInto('draft')
    .values({ id: randomUUID(), owner, kind: 'delegations', body: stored as unknown as StoredJson, created_at: now, updated_at: now })
    .returning(columns).executeTakeFirstOrThrow()
  return fromRow(row)
}

/** Changing what was laid out for signature takes its number back, so that a signature never covers other lines than those shown. */
export async function changeDraft(tx: Tx, draft: Draft, change: Partial<Pick<Draft, 'body' | 'number'>>, now: number): Promise<Draft> {
  const stored: Stored = {
    preparedBy: draft.preparedBy, handedOver: draft.handedOver, number: change.number === undefined ? draft.number : change.number, body: change.body ?? draft.body,
  }
  const row = await tx.updateTable('draft')
    .set({ body: stored as unknown as StoredJson, version: draft.version + 1, updated_at: now })
    .where('id', '=', draft.id).where('version', '=', draft.version).returning(columns).executeTakeFirst()
  if (!row) throw movedOn('draft')
  return fromRow(row)
}

export const deleteDraft = async (tx: Tx, id: string): Promise<void> => {
  await tx.deleteFrom('draft').where('id', '=', id).execute()
}

/** Row-level security lets nobody write into another's drafts: the transaction goes on as the receiver once the giver's draft is gone. */
export async function handOverDraft(tx: Tx, draft: Draft, receiver: string, note: string | null, now: number): Promise<void> {
  await deleteDraft(tx, draft.id)
  await sql`SELECT set_config('mandate.person', ${receiver}, true)`.execute(tx)
  const stored: Stored = { preparedBy: draft.preparedBy, number: null, handedOver: { by: draft.owner, at: now, note }, body: draft.body }
  await tx.insertInto('draft').values({
    id: draft.id, owner: receiver, kind: 'delegations', version: draft.version + 1, body: stored as unknown as StoredJson, created_at: draft.createdAt, updated_at: now,
  }).execute()
}

export const presentHandOver = (register: Register, handedOver: HandedOver | null) =>
  handedOver && { by: named(register, 'person', handedOver.by), at: iso(handedOver.at), note: handedOver.note }

export function presentDraft({ register }: Services, draft: Draft) {
  return {
    id: draft.id, version: draft.version, owner: named(register, 'person', draft.owner), preparedBy: named(register, 'person', draft.preparedBy),
    handedOver: presentHandOver(register, draft.handedOver), body: draft.body, createdAt: iso(draft.createdAt), updatedAt: iso(draft.updatedAt),
  }
}
