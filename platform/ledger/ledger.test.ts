import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { describeDatabases } from '../database/conformance.ts'
import type { Database } from '../database/database.ts'
import type { TestDatabase } from '../database/test-database.ts'
import { loadRegister, hostRegister } from '../register/live-register.ts'
import { assertCurrent, lockChainShared, lockExclusive } from './chain-locks.ts'
import { Conflict } from './conflict.ts'
import { startLedger, type RunningLedger } from './feed.ts'
import { leafOf } from './leaf.ts'
import type { NumberedEvent } from './ledger.ts'
import { lastNumber } from './numbered-events.ts'
import { makeRecord } from './record.ts'
import { SeededClock } from './seeded-clock.ts'
import { Sequencer } from './sequencer.ts'
import { naming, trialMigrations, trialTables } from './trial-facts.ts'

const asAnn = { role: 'app', person: 'ann' } as const

describeDatabases('the ledger', (open, kind) => {
  const clock = new SeededClock(1_000_000)
  const record = makeRecord(trialTables, clock)
  let opened: TestDatabase
  let db: Database
  let ledger: RunningLedger
  const heard: NumberedEvent[] = []

  const note = async (...acts: Parameters<typeof record>[1]) => {
    const ids = await db.transaction(asAnn, (tx) => record(tx, acts))
    await ledger.settled(ids)
    return ids
  }
  const versions = (id: string) => db.transaction(asAnn, async (tx) =>
    (await sql<{ version: number; name: string; current: boolean }>`
      SELECT version, name, superseded_by IS NULL AS current FROM trial_person WHERE id = ${id} ORDER BY version`.execute(tx)).rows)

  beforeAll(async () => {
    opened = await open(trialMigrations)
    db = opened.db
    ledger = await startLedger({ db, clock, head: 0, sequence: true }, [(event) => heard.push(event)])
  })
  afterAll(async () => {
    await ledger?.stop()
    await opened?.dispose()
  })
  afterEach(() => {
    heard.length = 0
  })

  describe('recording', () => {
    it('numbers an act, stamps it and delivers it once, with its facts', async () => {
      const [id] = await note(naming('a', 'Añu', { details: { why: 'first' }, effectiveAt: 5 }))
      expect(heard).toEqual([{
        id, number: ledger.head, recordedAt: 1_000_000, kind: 'person-named', subject: 'person:a', actor: 'ann', capacity: null,
        effectiveAt: 5, facts: naming('a', 'Añu').facts, details: { why: 'first' },
      }])
    })

    it('never lets recorded time go back', async () => {
      await note(naming('t1'))
      clock.set(900_000)
      await note(naming('t2'))
      clock.set(1_000_001)
      await note(naming('t3'))
      expect(heard.map(({ recordedAt }) => recordedAt)).toEqual([1_000_000, 1_000_000, 1_000_001])
    })

    it('supersedes, and edits nothing', async () => {
      await note(naming('s', 'one'))
      await note(naming('s', 'two'), naming('s', 'three'))
      expect(await versions('s')).toEqual([
        { version: 1, name: 'one', current: false },
        { version: 2, name: 'two', current: false },
        { version: 3, name: 'three', current: true },
      ])
    })

    it('gives a retry its first result and writes nothing', async () => {
      const first = await note(naming('i', 'one', { idempotencyKey: 'k' }))
      const again = await note(naming('i', 'two', { idempotencyKey: 'k' }), naming('j'))
      expect(again[0]).toBe(first[0])
      expect(await versions('i')).toHaveLength(1)
      await note(naming('i', 'other', { idempotencyKey: 'k', actor: 'ben' }))
      expect(await versions('i')).toHaveLength(2)
    })

    it('commits each event to its leaf', async () => {
      await note(naming('leaf', 'Жанна', { details: { reason: 'x', list: [1, 2.5, null] } }))
      const row = await db.transaction(asAnn, (tx) =>
        tx.selectFrom('event').selectAll().where('subject', '=', 'person:leaf').executeTakeFirstOrThrow())
      const { kind: act, subject, actor, capacity, payload, salts } = row
      const sealed = { kind: act, subject, actor, capacity, effectiveAt: row.effective_at, payload, salts }
      expect(Buffer.from(row.leaf).toString('hex')).toBe(leafOf(sealed).toString('hex'))
      expect(Buffer.from(row.leaf).equals(leafOf({ ...sealed, payload: { ...row.payload, details: {} } }))).toBe(false)
    })

    it('delivers notices to the inbox of their person and hands deliveries to the outbox', async () => {
      const [event] = await note(naming('n', 'n', {
        notices: [{ person: 'ben', kind: 'named', subject: 's', payload: { a: 1 } }], outbox: [{ kind: 'mail', payload: {} }],
      }))
      const notices = await db.transaction({ role: 'app', person: 'ben' }, (tx) => tx.selectFrom('notice').selectAll().execute())
      expect(notices).toMatchObject([{ person: 'ben', event, kind: 'named', payload: { a: 1 }, created_at: clock.now(), read_at: null }])
      const outbox = await db.transaction({ role: 'app', person: 'operator' }, (tx) => tx.selectFrom('outbox').select('kind').execute())
      expect(outbox).toEqual([{ kind: 'mail' }])
    })

    it('keeps nothing of an act whose transaction fails', async () => {
      const before = await lastNumber(db)
      await expect(db.transaction(asAnn, async (tx) => {
        await record(tx, [naming('gone')])
        throw new Error('no')
      })).rejects.toThrow('no')
      expect(await versions('gone')).toEqual([])
      await note(naming('next'))
      expect(ledger.head).toBe(before + 1)
    })

    it('refuses a person whose id Mandate keeps for itself', async () => {
      await expect(note(naming('operator'))).rejects.toMatchObject({ code: 'reserved' })
    })
  })

  describe('racing', () => {
    it('lets exactly one of two writers change a version both have seen', async () => {
      await note(naming('race', 'seen'))
      const known = ledger.head
      const attempt = (name: string) => db.transaction(asAnn, async (tx) => {
        await lockExclusive(tx, ['race'])
        await assertCurrent(tx, [{ id: 'race' }], known, 'trial_person')
        return record(tx, [naming('race', name)])
      })
      const results = await Promise.allSettled([attempt('left'), attempt('right')])
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const lost = results.find((result) => result.status === 'rejected')
      expect(lost?.reason).toBeInstanceOf(Conflict)
      expect(lost?.reason).toMatchObject({ code: 'moved-on' })
      expect(await versions('race')).toHaveLength(2)
      for (const result of results) if (result.status === 'fulfilled') await ledger.settled(result.value)
    })

    it.runIf(kind === 'postgres')('tells the second of two that never looked, too', async () => {
      await note(naming('blind', 'seen'))
      let recorded: () => void = () => undefined
      const bothBegun = new Promise<void>((resolve) => { recorded = resolve })
      const first = db.transaction(asAnn, async (tx) => {
        await record(tx, [naming('blind', 'left')])
        recorded()
        await new Promise((resolve) => setTimeout(resolve, 100))
      })
      await bothBegun
      await expect(db.transaction(asAnn, (tx) => record(tx, [naming('blind', 'right')]))).rejects.toMatchObject({ code: 'moved-on' })
      await first
    })

    it.runIf(kind === 'postgres')('makes a revocation wait for a decision under way', async () => {
      const order: string[] = []
      let held: () => void = () => undefined
      const holding = new Promise<void>((resolve) => { held = resolve })
      const decision = db.transaction(asAnn, async (tx) => {
        await lockChainShared(tx, ['parent', 'child'])
        held()
        await new Promise((resolve) => setTimeout(resolve, 100))
        order.push('decided')
      })
      await holding
      await db.transaction(asAnn, (tx) => lockChainShared(tx, ['child', 'parent']))
      order.push('decided beside')
      await db.transaction(asAnn, (tx) => lockExclusive(tx, ['child']))
      order.push('revoked')
      await decision
      expect(order).toEqual(['decided beside', 'decided', 'revoked'])
    })
  })

  describe('the register in memory', () => {
    it('is rebuilt as it was kept current', async () => {
      const { register: loaded, head } = await loadRegister(db, trialTables)
      expect(head).toBe(ledger.head)
      expect(loaded.fact('person', 's')).toMatchObject({ name: 'three' })
      expect(loaded.fact('person', 'race')?.name).toMatch(/left|right/)
    })

    it.runIf(kind === 'postgres')('of a second server follows without gap or overlap', async () => {
      const second = await hostRegister({ db, clock, sequence: false, factTables: trialTables })
      const ids = await db.transaction(asAnn, (tx) => record(tx, Array.from({ length: 1500 }, (_, i) => naming(`m${i}`))))
      const [here, there] = await Promise.all([ledger.settled(ids), second.ledger.settled(ids)])
      expect(there).toBe(here)
      expect([...second.register.facts('person')].filter(({ id }) => id.startsWith('m'))).toHaveLength(1500)
      await expect.poll(() => second.ledger.fresh(), { timeout: 3000 }).toBe(true)
      await second.ledger.stop()
      expect(second.ledger.fresh()).toBe(false)
    })
  })

  it('leaves no gap', async () => {
    const { rows } = await db.transaction(asAnn, (tx) =>
      sql<{ count: string; last: string }>`SELECT count(*) AS count, max(number) AS last FROM ledger`.execute(tx))
    expect(rows[0]?.count).toBe(rows[0]?.last)
  })
})

const server = process.env.MANDATE_TEST_POSTGRES
describe.skipIf(!server)('the sequencer, PostgreSQL', async () => {
  const { openPostgresForTest } = await import('../database/test-database.ts')
  const clock = new SeededClock(1_000_000)
  const record = makeRecord(trialTables, clock)
  let opened: TestDatabase
  let writer: pg.Client
  beforeAll(async () => {
    opened = await openPostgresForTest(server ?? '')(trialMigrations)
    writer = new pg.Client({ connectionString: opened.at.url ?? '' })
    await writer.connect()
  })
  afterAll(async () => {
    await writer?.end()
    await opened?.dispose()
  })
  const insert = "INSERT INTO event (kind, subject, actor, payload, salts, leaf) VALUES ('k', $1, 'ann', '{}', '{}', '')"
  const write = (subject: string) => writer.query(insert, [subject])
  const subjects = () => opened.db.transaction(asAnn, async (tx) =>
    (await tx.selectFrom('ledger').innerJoin('event', 'event.id', 'ledger.event').select('subject').orderBy('number').execute())
      .map(({ subject }) => subject))

  it('numbers nothing that an earlier transaction still under way could precede', async () => {
    const sequencer = new Sequencer(opened.db, clock)
    expect(await sequencer.claim()).toBe(true)
    await writer.query('BEGIN')
    await writer.query("SELECT set_config('mandate.person', 'ann', true)")
    await write('slow')
    await opened.db.transaction(asAnn, (tx) => record(tx, [naming('quick')]))
    expect(await sequencer.pass()).toBe(0)
    await writer.query('COMMIT')
    expect(await sequencer.pass()).toBe(2)
    expect(await subjects()).toEqual(['slow', 'person:quick'])
    await sequencer.resign()
  })

  it('gives way to none while it beats, and is fenced out once another has the office', async () => {
    const first = new Sequencer(opened.db, clock)
    const second = new Sequencer(opened.db, clock)
    expect(await first.claim()).toBe(true)
    await first.pass()
    expect(await second.claim()).toBe(false)
    await writer.query("UPDATE sequencer SET heartbeat_at = now() - interval '1 minute'")
    expect(await second.claim()).toBe(true)
    await opened.db.transaction(asAnn, (tx) => record(tx, [naming('fenced')]))
    expect(await first.pass()).toBe(-1)
    expect(first.leads).toBe(false)
    expect(await second.pass()).toBe(1)
    await second.resign()
  })

  it('numbers first what a logical restore left over', async () => {
    await write('left over')
    await writer.query("UPDATE event SET transaction_id = '999999999' WHERE subject = 'left over'")
    await writer.query("UPDATE sequencer SET horizon = '999999990'")
    await write('after the restore')
    const sequencer = new Sequencer(opened.db, clock)
    expect(await sequencer.claim()).toBe(true)
    await write('later')
    expect(await sequencer.pass()).toBe(1)
    expect((await subjects()).slice(-3)).toEqual(['left over', 'after the restore', 'later'])
    await sequencer.resign()
  })
})
