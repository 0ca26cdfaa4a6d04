/** The wrapper round every query: opens a transaction as somebody, lends it to a body, ends it. */
import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'

import type { TakeRow } from './copy-messages.ts'
import { CopyOut } from './copy-out.ts'
import type { RunAs, Tx } from './database.ts'
import { boundKysely } from './dialect.ts'

export interface Lease {
  readonly client: pg.ClientBase
  /** `broken`: the connection's state is unknown; it must not be lent again. */
  release(broken: boolean): void
}

/** Where transactions get their connection: a pool, or the queue for the embedded database's only one. */
export interface Connections {
  readonly kind: 'embedded' | 'postgres'
  acquire(): Promise<Lease>
  close(): Promise<void>
}

/** A query was made on a transaction that has ended: an un-awaited promise in its body. */
export class TransactionOver extends Error {
  override readonly name = 'TransactionOver'
  constructor() {
    super('This transaction is over. Await every query inside its body.')
  }
}

/** The body took longer than allowed and was rolled back. */
export class TransactionTooLong extends Error {
  override readonly name = 'TransactionTooLong'
  constructor(seconds: number) {
    super(`The transaction did not end within ${seconds} seconds and was rolled back; nothing of it was kept.`)
  }
}

interface Running {
  over: boolean
  readonly client: pg.ClientBase
  readonly committed: (() => void)[]
}

const current = new AsyncLocalStorage<Running>()
const defaultSeconds = 60
const rollbackPatience = 10_000
const roles = { app: 'mandate_app', sequencer: 'mandate_sequencer' } as const

function opening({ role, person, steady }: RunAs): string {
  if (person.includes('\0')) throw new RangeError('a person id holds no NUL character')
  const as = role === 'owner' ? '' : `SET LOCAL ROLE ${roles[role]}; `
  return `BEGIN${steady === true ? ' ISOLATION LEVEL REPEATABLE READ' : ''}; ${as}SET LOCAL TimeZone = 'UTC'; SELECT set_config('mandate.person', ${pg.escapeLiteral(person)}, true)`
}

function lend(running: Running): Tx {
  const client = (): pg.ClientBase => {
    if (running.over) throw new TransactionOver()
    return running.client
  }
  return Object.assign(boundKysely(client), {
    copyOut: async (select: string, take: TakeRow): Promise<void> => client().query(new CopyOut(select, take)).done,
    afterCommit: (work: () => void): void => {
      if (running.over) throw new TransactionOver()
      running.committed.push(work)
    },
  })
}

async function within<T>(seconds: number, body: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TransactionTooLong(seconds)), seconds * 1000)
  })
  try {
    return await Promise.race([body, tooLong])
  } finally {
    clearTimeout(timer)
  }
}

/** False when the connection did not come back from its rollback in time. */
async function rolledBack(client: pg.ClientBase): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const impatience = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), rollbackPatience)
  })
  const rollback = client.query('ROLLBACK').then(() => true, () => false)
  const done = await Promise.race([rollback, impatience])
  clearTimeout(timer)
  return done
}

async function commit(running: Running): Promise<void> {
  const { command } = await running.client.query('COMMIT')
  if (command === 'ROLLBACK') throw new Error('A query of this transaction failed and the failure was swallowed: nothing of it was kept.')
}

/** Runs `body` in one transaction; commits when it resolves, rolls back when it throws. */
export async function runTransaction<T>(connections: Connections, as: RunAs, body: (tx: Tx) => Promise<T>): Promise<T> {
  const outer = current.getStore()
  if (outer && !outer.over) throw new Error('A transaction was opened inside another: pass the outer one on.')
  const begin = opening(as)
  const lease = await connections.acquire()
  const running: Running = { over: false, client: lease.client, committed: [] }
  let broken = false
  let result: T
  try {
    await lease.client.query(begin)
    result = await within(as.limitSeconds ?? defaultSeconds, current.run(running, () => body(lend(running))))
    running.over = true
    await commit(running)
  } catch (error) {
    running.over = true
    broken = !(await rolledBack(lease.client))
    throw error
  } finally {
    lease.release(broken)
  }
  for (const work of running.committed) work()
  return result
}
