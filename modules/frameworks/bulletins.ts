/** Reading and changing bulletins. A change names the version it saw, and is refused if the bulletin has moved on. */
import type { Tx } from '../../platform/database/database.ts'
import { json } from '../../platform/database/values.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Bulletin, BulletinState } from './model.ts'

const columns = ['id', 'version', 'state', 'supersedes', 'body', 'begun_by', 'instrument', 'created_at', 'updated_at'] as const

const noSuchBulletin = (id: string) =>
  new Problem(404, 'no-such-bulletin', 'No such bulletin', `Nothing was changed. There is no bulletin ${id}; all are listed at GET /api/v1/bulletins.`)

export const bulletinMovedOn = () =>
  new Problem(409, 'moved-on', 'The bulletin has moved on', 'Nothing was changed. Somebody changed it meanwhile: look at it again and repeat the step if it still fits.')

interface Row {
  readonly id: string
  readonly version: number
  readonly state: BulletinState
  readonly supersedes: string
  readonly body: Pick<Bulletin, 'terms' | 'matters' | 'mappings' | 'reissue' | 'group'>
  readonly begun_by: string
  readonly instrument: string | null
  readonly created_at: number
  readonly updated_at: number
}

const fromRow = (row: Row): Bulletin => ({
  id: row.id, version: row.version, state: row.state, supersedes: row.supersedes, ...row.body, begunBy: row.begun_by,
  instrument: row.instrument, createdAt: row.created_at, updatedAt: row.updated_at,
})

export async function listBulletins(tx: Tx): Promise<readonly Bulletin[]> {
  return (await tx.selectFrom('bulletin').select(columns).orderBy('created_at', 'desc').limit(200).execute()).map(fromRow)
}

export async function findBulletin(tx: Tx, id: string, options: { readonly lock?: boolean } = {}): Promise<Bulletin> {
  const query = tx.selectFrom('bulletin').select(columns).where('id', '=', id)
  const row = await (options.lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw noSuchBulletin(id)
  return fromRow(row)
}

const bodyOf = ({ terms, matters, mappings, reissue, group }: Bulletin) => json({ terms, matters, mappings, reissue, group })

/** False where a bulletin of this id is there already. */
export async function addBulletin(tx: Tx, bulletin: Bulletin): Promise<boolean> {
  const { id, state, supersedes, begunBy, createdAt, updatedAt } = bulletin
  const row = await tx.insertInto('bulletin')
    .values({ id, state, supersedes, body: bodyOf(bulletin), begun_by: begunBy, instrument: null, created_at: createdAt, updated_at: updatedAt })
    .onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst()
  return row !== undefined
}

export async function changeBulletin(tx: Tx, before: Bulletin, change: Partial<Bulletin>, now: number): Promise<Bulletin> {
  const after = { ...before, ...change, version: before.version + 1, updatedAt: now }
  const row = await tx.updateTable('bulletin')
    .set({ version: after.version, state: after.state, body: bodyOf(after), instrument: after.instrument, updated_at: now })
    .where('id', '=', before.id).where('version', '=', before.version).returning('id').executeTakeFirst()
  if (!row) throw bulletinMovedOn()
  return after
}
