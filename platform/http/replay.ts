/** Retries: a write repeated with the same Idempotency-Key by the same asker gets the first answer and changes nothing. */
import { createHash } from 'node:crypto'

import { databasePerson } from '../access/admit.ts'
import type { Asker } from '../access/asker.ts'
import { json } from '../database/values.ts'
import type { Json } from '../ledger/ledger.ts'
import type { Services } from '../services.ts'
import { Problem } from './problem.ts'

export interface Repeatable {
  readonly key: string
  /** What was asked; the same key for something else is a mistake. */
  readonly request: string
}

export const repeatable = (key: string | null, method: string, url: string, body: unknown): Repeatable | null =>
  key === null || method === 'GET' ? null : { key, request: createHash('sha256').update(`${method} ${url}\n${JSON.stringify(body ?? null)}`).digest('hex') }

/** The answer given before, or null if this is the first time. */
export async function answerBefore(services: Services, asker: Asker, { key, request }: Repeatable): Promise<{ readonly answer: Json } | null> {
  const person = databasePerson(asker)
  if (person === '') return null
  const row = await services.db.transaction({ role: 'app', person }, (tx) =>
    tx.selectFrom('idempotency').select(['request', 'answer']).where('actor', '=', person).where('key', '=', key).executeTakeFirst())
  if (!row) return null
  if (row.request === request) return { answer: row.answer }
  throw new Problem(422, 'key-used-before', 'This Idempotency-Key was used for something else', 'Nothing was changed. Use a new key for a new act.')
}

export async function keepAnswer(services: Services, asker: Asker, { key, request }: Repeatable, answer: unknown): Promise<void> {
  const person = databasePerson(asker)
  if (person === '') return
  await services.db.transaction({ role: 'app', person }, (tx) =>
    tx.insertInto('idempotency').values({ actor: person, key, request, answer: json(answer as Json), created_at: services.clock.now() })
      .onConflict((conflict) => conflict.doNothing()).execute())
}
