/**
 * The key that signs evidence, and the history of its public halves. The private half comes from the setting MANDATE_SIGNING_KEY, or is made
 * once and kept in the data folder; the database holds public halves only, each with the time it was used from and to.
 */
import canonicalize from 'canonicalize'
import { calculateJwkThumbprint, FlattenedSign } from 'jose'
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'

import type { Instant } from '../../kernel/authority/model.ts'
import type { Database } from '../database/database.ts'
import { json } from '../database/values.ts'
import { Problem } from '../http/problem.ts'
import type { Clock, Json } from '../ledger/ledger.ts'
import type { PublicKey, SignedEvidence, UnsignedEvidence } from './document.ts'

/** A public key and when it signed: from the first use known here until the next key's. */
export interface DatedKey {
  readonly key: PublicKey
  readonly from: Instant
  readonly to: Instant | null
  readonly demonstration: boolean
}

export interface EvidenceSigner {
  /** Throws a Problem that says which setting is missing. */
  sign(gathered: UnsignedEvidence): Promise<SignedEvidence>
  /** Throws as `sign` would. */
  ready(): Promise<void>
  publicKeys(): Promise<readonly DatedKey[]>
}

export interface SigningOptions {
  readonly db: Database
  readonly clock: Clock
  readonly demonstration: boolean
  /** From the setting; null = keep one in `folder`, where that is allowed. */
  readonly given: KeyObject | null
  /** The data folder; '' = keep it in memory (tests). */
  readonly folder: string
}

const asOperator = { role: 'app', person: 'operator' } as const
const historySetting = 'evidence-keys'
const keyFile = 'evidence-signing-key.json'

/** Reads an Ed25519 private key written as JWK or PEM; null when it is neither. */
export function readSigningKey(text: string): KeyObject | null {
  try {
    const key = text.trimStart().startsWith('{')
      ? createPrivateKey({ key: JSON.parse(text) as never, format: 'jwk' })
      : createPrivateKey(text.replaceAll('\\n', '\n'))
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}

async function keptKey(folder: string): Promise<KeyObject> {
  const made = generateKeyPairSync('ed25519').privateKey
  if (folder === '') return made
  const path = join(folder, keyFile)
  await mkdir(folder, { recursive: true })
  // Only the first to come makes it: a second process finds the file and reads it.
  await writeFile(path, `${JSON.stringify(made.export({ format: 'jwk' }))}\n`, { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  })
  const kept = readSigningKey(await readFile(path, 'utf8'))
  if (kept !== null) return kept
  throw new Problem(503, 'signing-key-unreadable', 'The key that signs evidence cannot be read', `Nothing was signed. ${keyFile} in the data folder holds no Ed25519 key: bring it back from a backup, or move it away to have a new one made.`)
}

async function publicHalf(key: KeyObject): Promise<PublicKey> {
  const { x } = createPublicKey(key).export({ format: 'jwk' })
  if (x === undefined) throw new TypeError('an Ed25519 key has an x')
  const bare = { kty: 'OKP', crv: 'Ed25519', x } as const
  return { ...bare, kid: await calculateJwkThumbprint(bare) }
}

/** The canonical JSON (RFC 8785) that is signed. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('evidence is plain JSON')
  return text
}

async function findKey({ db, demonstration, given, folder }: SigningOptions): Promise<KeyObject> {
  if (given !== null) return given
  if (db.kind === 'embedded' || demonstration) return keptKey(folder)
  throw new Problem(503, 'no-signing-key', 'There is no key to sign evidence with', 'Nothing was signed. With PostgreSQL every server must sign with the same key: set MANDATE_SIGNING_KEY to an Ed25519 private key (JWK or PEM; docs/evidence.md says how to make one) and start again.')
}

export function makeSigner(options: SigningOptions): EvidenceSigner {
  const { db, clock, demonstration } = options
  let opened: Promise<{ key: KeyObject; half: PublicKey }> | null = null

  const history = (): Promise<readonly DatedKey[]> =>
    db.transaction(asOperator, async (tx) => {
      const row = await tx.selectFrom('setting').select('value').where('name', '=', historySetting).executeTakeFirst()
      return (row?.value ?? []) as unknown as readonly DatedKey[]
    })

  /** The key used before ends where this one begins; a server that restarts with the same key writes nothing. */
  const enter = (half: PublicKey): Promise<void> =>
    db.transaction(asOperator, async (tx) => {
      await tx.insertInto('setting').values({ name: historySetting, value: json([]) }).onConflict((conflict) => conflict.doNothing()).execute()
      const { rows } = await sql<{ value: readonly DatedKey[] }>`SELECT value FROM setting WHERE name = ${historySetting} FOR UPDATE`.execute(tx)
      const known = rows[0]?.value ?? []
      if (known.some(({ key, to }) => key.kid === half.kid && to === null)) return
      const now = clock.now()
      const closed = known.map((each) => ({ ...each, to: each.to ?? now }))
      const value = json<Json>([...closed, { key: half, from: now, to: null, demonstration }])
      await tx.updateTable('setting').set({ value }).where('name', '=', historySetting).execute()
    })

  async function open(): Promise<{ key: KeyObject; half: PublicKey }> {
    const key = await findKey(options)
    const half = await publicHalf(key)
    await enter(half)
    return { key, half }
  }

  const current = (): Promise<{ key: KeyObject; half: PublicKey }> => {
    opened ??= open().catch((error: unknown) => {
      opened = null
      throw error
    })
    return opened
  }

  return {
    sign: async (gathered) => {
      const { key, half } = await current()
      // Only now: a key is in use from its first signature, not from before it.
      const document = { ...gathered, madeAt: clock.now() }
      const bytes = Buffer.from(canonicalText(document))
      const signed = await new FlattenedSign(bytes)
        .setProtectedHeader({ alg: 'EdDSA', kid: half.kid, typ: 'mandate-evidence', sha256: createHash('sha256').update(bytes).digest('hex') })
        .sign(key)
      return { document, signature: { protected: signed.protected ?? '', signature: signed.signature }, key: half }
    },
    ready: async () => {
      await current()
    },
    publicKeys: async () => {
      await current().catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error
      })
      return history()
    },
  }
}
