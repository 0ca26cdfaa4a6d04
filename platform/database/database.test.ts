import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { describeDatabases } from './conformance.ts'
import type { Database, Migration, Tx } from './database.ts'
import { openDatabase } from './open.ts'
import type { TestDatabase } from './test-database.ts'
import { TransactionOver, TransactionTooLong } from './transaction.ts'
import { instant, json } from './values.ts'

declare module './database.ts' {
  interface Tables {
    trial: { id: string; amount: string; made_at: number | null; data: unknown; words: string[] }
  }
}

const trial: Migration = {
  name: '2000-01-01-trial',
  why: 'A table to try values on.',
  sql: `CREATE TABLE trial (id bigint PRIMARY KEY, amount numeric(19, 4), made_at timestamptz, data jsonb, words text[]);
    GRANT SELECT, INSERT, UPDATE ON trial TO mandate_app;`,
}
const asAnn = { role: 'app', person: 'ann' } as const
const asBen = { role: 'app', person: 'ben' } as const
const asNobody = { role: 'app', person: '' } as const
const asOperator = { role: 'app', person: 'operator' } as const

const draft = (id: string) => ({ id, owner: 'ann', kind: 'k', body: {}, created_at: 0, updated_at: 0 })

async function act(tx: Tx): Promise<string> {
  const { rows } = await sql<{ id: string }>`INSERT INTO event (kind, subject, actor, payload, salts, leaf)
    VALUES ('tried', 'x', 'ann', '{}', '{}', '') RETURNING id`.execute(tx)
  return rows[0]?.id ?? ''
}

describeDatabases('the database', (open, kind) => {
  let opened: TestDatabase
  let db: Database
  beforeAll(async () => {
    opened = await open([trial])
    db = opened.db
  })
  afterAll(() => opened?.dispose())

  describe('values', () => {
    it('come back as they were written, whatever the engine', async () => {
      const at = Date.UTC(1931, 1, 28, 23, 59, 59, 123)
      const row = { id: '9007199254740993', amount: '250000.0500', made_at: at, data: { a: [1, 'ж', null] }, words: ['采购', 'a,"b'] }
      const found = await db.transaction(asAnn, async (tx) => {
        await tx.insertInto('trial').values(row).execute()
        await tx.insertInto('trial').values([
          { id: '1', amount: '0', made_at: null, data: json([1, 2]), words: [] },
          { id: '2', amount: '-1.5', made_at: instant(at + 1), data: json(null), words: [] },
        ]).execute()
        await tx.updateTable('trial').set({ made_at: at + 2 }).where('made_at', '>', at).execute()
        return tx.selectFrom('trial').selectAll().orderBy('id', 'desc').execute()
      })
      expect(found).toEqual([
        row,
        { id: '2', amount: '-1.5000', made_at: at + 2, data: null, words: [] },
        { id: '1', amount: '0.0000', made_at: null, data: [1, 2], words: [] },
      ])
    })

    it('are searched alike in Cyrillic and Chinese', async () => {
      const { rows } = await db.transaction(asAnn, (tx) =>
        sql`SELECT lower('ЖÉ') AS lower, similarity('采购合同', '采购') > 0.2 AS chinese, similarity('Привет', 'привет') AS russian,
          unaccent('Éà') AS plain`.execute(tx))
      expect(rows).toEqual([{ lower: 'жé', chinese: true, russian: 1, plain: 'Ea' }])
    })
  })

  describe('a transaction', () => {
    it('keeps nothing of a body that throws, and goes on', async () => {
      await expect(db.transaction(asAnn, async (tx) => {
        await tx.insertInto('trial').values({ id: '77', amount: '1', made_at: null, data: {}, words: [] }).execute()
        throw new Error('no')
      })).rejects.toThrow('no')
      await expect(db.transaction(asAnn, (tx) => sql`SELECT broken`.execute(tx))).rejects.toMatchObject({ code: '42703' })
      expect(await db.transaction(asAnn, (tx) => tx.selectFrom('trial').select('id').where('id', '=', '77').execute())).toEqual([])
    })

    it('does not pretend to have committed after a swallowed failure', async () => {
      await expect(db.transaction(asAnn, async (tx) => {
        await sql`SELECT broken`.execute(tx).catch(() => undefined)
      })).rejects.toThrow('nothing of it was kept')
    })

    it('refuses queries after its end', async () => {
      let kept: Tx | undefined
      await db.transaction(asAnn, async (tx) => {
        kept = tx
      })
      await expect(kept!.selectFrom('trial').selectAll().execute()).rejects.toBeInstanceOf(TransactionOver)
      await expect(kept!.copyOut('SELECT 1', () => undefined)).rejects.toBeInstanceOf(TransactionOver)
    })

    it('runs what was to come after its commit, and only then', async () => {
      const ran: string[] = []
      await db.transaction(asAnn, async (tx) => tx.afterCommit(() => ran.push('committed')))
      await db.transaction(asAnn, async (tx) => {
        tx.afterCommit(() => ran.push('never'))
        throw new Error('no')
      }).catch(() => undefined)
      expect(ran).toEqual(['committed'])
    })

    it('is ended when its body does not end', async () => {
      const endless = db.transaction({ ...asAnn, limitSeconds: 0.2 }, () => new Promise<never>(() => undefined))
      await expect(endless).rejects.toBeInstanceOf(TransactionTooLong)
      expect(await db.transaction(asAnn, async () => 'next')).toBe('next')
    })

    it('does not nest', async () => {
      await expect(db.transaction(asAnn, () => db.transaction(asAnn, async () => 1))).rejects.toThrow('inside another')
    })

    it('takes its turn', async () => {
      const order = await Promise.all([1, 2, 3, 4].map((n) => db.transaction(asAnn, async (tx) => {
        await sql`SELECT 1`.execute(tx)
        return n
      })))
      expect(order).toEqual([1, 2, 3, 4])
    })

    it('ends a copy nobody waits for before it ends itself', async () => {
      let rows = 0
      await db.transaction(asAnn, async (tx) => {
        void tx.copyOut('SELECT * FROM generate_series(1, 100000)', () => rows++)
      })
      expect(rows).toBe(100_000)
      expect(await db.transaction(asAnn, async () => 'next')).toBe('next')
    })
  })

  describe('row-level security', () => {
    it('shows each the drafts and notices of nobody else, though no query asks whose they are', async () => {
      await db.transaction(asAnn, async (tx) => {
        const event = await act(tx)
        await tx.insertInto('notice').values({ person: 'ben', event, kind: 'k', subject: 's', payload: {}, created_at: 0 }).execute()
        await tx.insertInto('draft').values(draft('00000000-0000-4000-8000-000000000001')).execute()
      })
      const seen = (as: { role: 'app'; person: string }) => db.transaction(as, async (tx) =>
        [(await tx.selectFrom('draft').selectAll().execute()).length, (await tx.selectFrom('notice').selectAll().execute()).length])
      expect(await seen(asAnn)).toEqual([1, 0])
      expect(await seen(asBen)).toEqual([0, 1])
      expect(await seen(asOperator)).toEqual([0, 0])
      expect(await seen(asNobody)).toEqual([0, 0])
      await db.transaction(asBen, (tx) => tx.updateTable('draft').set({ kind: 'stolen' }).execute())
      expect(await db.transaction(asAnn, (tx) => tx.selectFrom('draft').select('kind').execute())).toEqual([{ kind: 'k' }])
      const forged = db.transaction(asBen, (tx) => tx.insertInto('draft').values(draft('00000000-0000-4000-8000-000000000002')).execute())
      await expect(forged).rejects.toMatchObject({ code: '42501' })
    })

    it('shows nobody nothing at all', async () => {
      await db.transaction(asNobody, async (tx) => {
        const { rows } = await sql<{ name: string }>`SELECT c.relname AS name FROM pg_class c
          WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND has_table_privilege(c.oid, 'SELECT')
            AND c.relname <> 'trial'`.execute(tx)
        expect(rows.length).toBeGreaterThan(8)
        for (const { name } of rows) {
          const seen = await sql`SELECT * FROM ${sql.table(name)} LIMIT 1`.execute(tx)
          expect(seen.rows, name).toEqual([])
        }
      })
    })

    it('is forced on every table but the record of migrations', async () => {
      const { rows } = await db.transaction({ role: 'owner', person: '' }, (tx) =>
        sql<{ relname: string }>`SELECT relname FROM pg_class
          WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND NOT relforcerowsecurity`.execute(tx))
      expect(rows.map(({ relname }) => relname).sort()).toEqual(['migration', 'trial'])
    })

    it('lets the past be added to, never edited', async () => {
      await db.transaction(asAnn, act)
      const forgeries = [
        "UPDATE event SET actor = 'ben'", 'DELETE FROM event', 'DELETE FROM ledger', 'INSERT INTO ledger VALUES (1, 1, now())',
        "UPDATE sequencer SET horizon = '0'",
        "INSERT INTO event (kind, subject, actor, payload, salts, leaf, transaction_id) VALUES ('a', 'a', 'a', '{}', '{}', '', '3')",
      ]
      for (const statement of forgeries) {
        await expect(db.transaction(asAnn, (tx) => sql.raw(statement).execute(tx)), statement).rejects.toMatchObject({ code: '42501' })
      }
    })

    it('keeps sessions and tokens from everybody signed in', async () => {
      const session = { id: 'h', person: 'ann', capacity: null, created_at: 0, last_seen_at: 0, expires_at: 1 }
      await db.transaction(asOperator, (tx) => tx.insertInto('session').values(session).execute())
      expect(await db.transaction(asAnn, (tx) => tx.selectFrom('session').selectAll().execute())).toEqual([])
    })
  })

  describe('the schema', () => {
    it('is brought up to date once, and refuses strangers', async () => {
      // The embedded folder has one owner, so it is closed before it is opened again.
      const again = async (migrations: readonly Migration[]) => {
        if (kind === 'embedded') await db.close()
        const steps: string[] = []
        try {
          const next = await openDatabase({ ...opened.at, migrations, onProgress: (step) => steps.push(step) })
          if (kind === 'postgres') await next.close()
          else db = next
          return steps
        } catch (error) {
          if (kind === 'embedded') db = await openDatabase({ ...opened.at, migrations: [trial] })
          throw error
        } finally {
          opened = { ...opened, db }
        }
      }
      expect(await again([trial])).toEqual([])
      await expect(again([])).rejects.toMatchObject({ code: 'newer-schema' })
      await expect(again([{ ...trial, sql: `${trial.sql} ` }])).rejects.toMatchObject({ code: 'changed-migration' })
      const broken: Migration = { name: '2000-01-02-broken', why: 'It fails.', sql: 'CREATE TABLE half (a int); SELECT broken' }
      await expect(again([trial, broken])).rejects.toThrow()
      const { rows } = await db.transaction({ role: 'owner', person: '' }, (tx) => sql`SELECT to_regclass('half') AS half`.execute(tx))
      expect(rows).toEqual([{ half: null }])
    })
  })
})
