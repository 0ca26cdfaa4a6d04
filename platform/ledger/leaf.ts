/**
 * The leaf of the ledger's tree that an event becomes. It commits to salted digests of the values, not to the values, so that a value
 * erased on a lawful order leaves the tree standing.
 */
import canonicalize from 'canonicalize'
import { createHash, randomBytes } from 'node:crypto'

import type { Act } from './ledger.ts'

const leafPrefix = Buffer.of(0)

const canonical = (value: unknown): string => {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('an event holds plain JSON only')
  return text
}

const digest = (...parts: (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** What of an act the leaf is made of. */
export type Sealed = Pick<Act, 'kind' | 'subject' | 'actor' | 'capacity' | 'effectiveAt'> & {
  readonly payload: Readonly<Record<string, unknown>>
  /** Hexadecimal, one a key of the payload. */
  readonly salts: Readonly<Record<string, string>>
}

/** A fresh salt for every key of a payload. */
export const saltsFor = (payload: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.keys(payload).map((key) => [key, randomBytes(16).toString('hex')]))

/** SHA-256(0x00 ‖ canonical JSON of the act with SHA-256(salt ‖ canonical value) in place of each value of its payload). */
export function leafOf({ kind, subject, actor, capacity, effectiveAt, payload, salts }: Sealed): Buffer {
  const digests = Object.fromEntries(Object.entries(payload).map(([key, value]) => {
    const salt = salts[key]
    if (salt === undefined) throw new TypeError(`no salt for ${key}`)
    return [key, digest(Buffer.from(salt, 'hex'), canonical(value)).toString('hex')]
  }))
  return digest(leafPrefix, canonical({ kind, subject, actor, capacity, effectiveAt, digests }))
}
