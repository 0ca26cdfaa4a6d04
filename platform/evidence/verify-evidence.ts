/**
 * Checks an evidence document by itself: no network, no database, no clock. Each check says what it looked at and whether it holds; whatever
 * was altered makes at least one fail (docs/evidence.md).
 */
import { createHash } from 'node:crypto'
import { flattenedVerify } from 'jose'
import { z } from 'zod'

import { leafOf } from '../ledger/leaf.ts'
import { evidenceFormat, type EvidenceDocument, type SignedEvidence } from './document.ts'
import { askAgain, factIn } from './replay.ts'
import { canonicalText } from './signing-keys.ts'

export interface Check {
  readonly check: 'format' | 'signature' | 'signer' | 'instrument' | 'leaf' | 'fact' | 'act' | 'answer' | 'verdict'
  /** What was looked at: an instrument's number, an event's, a fact's id. */
  readonly of: string
  readonly holds: boolean
  /** Why it does not hold, or what it stands on. */
  readonly says: string
}

export interface KeyOfSet {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  readonly x: string
  readonly kid: string
  readonly from: string
  readonly to: string | null
}

const number = z.int().nonnegative()
const json = z.json()
const publicKey = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), kid: z.string() })

/** The shape of a signed document: nothing in it is optional, and nothing may be added. */
const signedShape = z.strictObject({
  document: z.strictObject({
    format: z.literal(evidenceFormat),
    demonstration: z.boolean(), madeAt: z.int(), snapshot: number, act: number.nullable(),
    asked: z.strictObject({
      question: z.looseObject({ matter: z.string() }),
      times: z.strictObject({ on: z.int(), known: number, now: z.int() }),
      verdict: z.looseObject({ answer: z.string(), reasons: z.array(z.looseObject({ code: z.string() })), chain: z.array(z.looseObject({ id: z.string(), instrument: z.string() })) }),
      answer: z.looseObject({ answer: z.string(), reasons: z.array(z.looseObject({ code: z.string() })), chain: z.array(z.looseObject({ id: z.string() })) }),
    }).nullable(),
    instruments: z.array(z.strictObject({
      number: z.string(), signedHere: z.boolean(), document: z.string(), digest: z.string(), signedBy: z.string().nullable(), signedAt: z.int().nullable(),
      delegations: z.array(z.string()),
    })),
    facts: z.array(z.strictObject({ kind: z.string(), id: z.string(), number })),
    events: z.array(z.strictObject({
      number, recordedAt: z.int(), leaf: z.string(), kind: z.string(), subject: z.string(), actor: z.string(), capacity: z.string().nullable(),
      effectiveAt: z.int().nullable(), payload: z.strictObject({ facts: z.array(json), details: z.record(z.string(), json) }), salts: z.record(z.string(), z.string()),
    })),
  }),
  signature: z.strictObject({ protected: z.string(), signature: z.string() }),
  key: publicKey.strict(),
})

/** `GET /.well-known/mandate-keys.json`, saved. */
const keySet = z.object({ keys: z.array(publicKey.extend({ from: z.string(), to: z.string().nullable() })) })

/** The keys of a saved key set; null when it is none. */
export function readKeySet(value: unknown): readonly KeyOfSet[] | null {
  const read = keySet.safeParse(value)
  return read.success ? read.data.keys : null
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** A check that throws does not hold. */
function attempt(check: Check['check'], of: string, look: () => { holds: boolean; says: string }): Check {
  try {
    return { check, of, ...look() }
  } catch (error) {
    return { check, of, holds: false, says: messageOf(error) }
  }
}

async function checkSignature({ document, signature, key }: SignedEvidence): Promise<Check> {
  const of = key.kid
  try {
    const payload = Buffer.from(canonicalText(document)).toString('base64url')
    const { protectedHeader } = await flattenedVerify({ ...signature, payload }, { ...key, alg: 'EdDSA' }, { algorithms: ['EdDSA'] })
    const holds = protectedHeader?.kid === key.kid
    return { check: 'signature', of, holds, says: holds ? 'the document is as it was signed' : 'the signature names another key' }
  } catch (error) {
    return { check: 'signature', of, holds: false, says: `the document or its signature was altered (${messageOf(error)})` }
  }
}

/** Whose key it is, only a key set fetched from the organisation can say. */
function checkSigner({ document, key }: SignedEvidence, keys: readonly KeyOfSet[] | null): Check[] {
  if (keys === null) return []
  return [attempt('signer', key.kid, () => {
    const named = keys.filter(({ kid, x }) => kid === key.kid && x === key.x)
    const inUse = named.some(({ from, to }) => Date.parse(from) <= document.madeAt && (to === null || document.madeAt < Date.parse(to)))
    if (named.length === 0) return { holds: false, says: 'the key set does not hold this key' }
    return { holds: inUse, says: inUse ? 'a key of the key set, in use when this was made' : 'a key of the key set, but not in use when this was made' }
  })]
}

const digestOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

function checkInstruments({ instruments, events }: EvidenceDocument): Check[] {
  return instruments.map((instrument) => attempt('instrument', instrument.number, () => {
    if (digestOf(instrument.document) !== instrument.digest) return { holds: false, says: 'its text does not have its digest' }
    const signing = events.find(({ kind, subject }) => kind === 'instrument-signed' && subject === `instrument:${instrument.number}`)
    if (instrument.signedHere && signing?.payload.details['digest'] !== instrument.digest) {
      return { holds: false, says: 'the ledger entry of its signature is missing or names another digest' }
    }
    return { holds: true, says: instrument.signedHere ? 'its text is the one signed' : 'its text has its digest (brought by an import: the signed paper lies elsewhere)' }
  }))
}

function checkLeaves({ events }: EvidenceDocument): Check[] {
  return events.map((event) => attempt('leaf', String(event.number), () => {
    const holds = leafOf(event).toString('hex') === event.leaf
    return { holds, says: holds ? `${event.kind}, as sealed` : 'its content is not what its leaf seals' }
  }))
}

function checkFacts({ facts, events, snapshot }: EvidenceDocument): Check[] {
  return facts.map((version) => attempt('fact', `${version.kind} ${version.id} of ${version.number}`, () => {
    const holds = factIn(events, version) !== null
    const stands = version.number > snapshot ? 'recorded after the snapshot: it only says when the register opened' : 'stands in its event'
    return { holds, says: holds ? stands : 'no event here carries it' }
  }))
}

function checkAct({ act, events }: EvidenceDocument): Check[] {
  if (act === null) return []
  return [attempt('act', String(act), () => {
    const holds = events.some(({ number }) => number === act)
    return { holds, says: holds ? 'the recorded act is here' : 'the recorded act is missing' }
  })]
}

function checkVerdict(document: EvidenceDocument): Check[] {
  const { asked, snapshot } = document
  if (asked === null) return []
  const { verdict, answer, times, question } = asked
  const shown = answer as unknown as typeof verdict
  const codes = (from: typeof verdict): string => from.reasons.map(({ code }) => code).toSorted().join(' ')
  const ids = (from: typeof verdict): string => from.chain.map(({ id }) => id).join(' ')
  return [
    attempt('answer', question.matter, () => {
      const holds = shown.answer === verdict.answer && codes(shown) === codes(verdict) && ids(shown) === ids(verdict)
      return { holds, says: holds ? 'the answer in words is the verdict’s' : 'the answer in words is not the verdict’s' }
    }),
    attempt('verdict', question.matter, () => {
      if (times.known !== snapshot) return { holds: false, says: 'the question was not asked of the snapshot' }
      const again = askAgain(document)
      const holds = canonicalText(again) === canonicalText(verdict)
      return { holds, says: holds ? `asked again of these facts alone: ${verdict.answer}` : `asked again of these facts alone: ${again?.answer ?? 'nothing'}, with other reasons or another chain` }
    }),
  ]
}

/** `file` is the parsed document, `keys` the organisation's key set (`readKeySet`); null leaves unchecked whose key it is. */
export async function verifyEvidence(file: unknown, keys: readonly KeyOfSet[] | null): Promise<readonly Check[]> {
  const read = signedShape.safeParse(file)
  if (!read.success) {
    const [issue] = read.error.issues
    return [{ check: 'format', of: issue?.path.join('.') || 'document', holds: false, says: issue?.message ?? 'this is no evidence document' }]
  }
  const signed = read.data as unknown as SignedEvidence
  const { document } = signed
  return [
    { check: 'format', of: evidenceFormat, holds: true, says: 'an evidence document' },
    await checkSignature(signed), ...checkSigner(signed, keys),
    ...checkInstruments(document), ...checkLeaves(document), ...checkFacts(document), ...checkAct(document), ...checkVerdict(document),
  ]
}
