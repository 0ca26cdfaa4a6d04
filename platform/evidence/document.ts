/**
 * The evidence for a verdict or for a recorded act, as a document that can be checked without Mandate's database (rule 26; docs/evidence.md).
 * Instants are milliseconds since 1970, as in the leaves of the ledger.
 */
import type { FactKind, Instant, LedgerNumber, Question, Times } from '../../kernel/authority/model.ts'
import type { Verdict } from '../../kernel/authority/verdict.ts'
import type { Json } from '../ledger/ledger.ts'

export const evidenceFormat = 'mandate-evidence/1'

/** An event of the ledger with all that its leaf is made of. */
export interface SealedEvent {
  readonly number: LedgerNumber
  readonly recordedAt: Instant
  /** SHA-256, hexadecimal; how it is made: `platform/ledger/leaf.ts`. */
  readonly leaf: string
  readonly kind: string
  readonly subject: string
  readonly actor: string
  readonly capacity: string | null
  readonly effectiveAt: Instant | null
  readonly payload: { readonly facts: readonly Json[]; readonly details: Readonly<Record<string, Json>> }
  readonly salts: Readonly<Record<string, string>>
}

/** An instrument as it stood: the bytes signed, or of an imported one its lines as first recorded. */
export interface EvidenceInstrument {
  readonly number: string
  readonly signedHere: boolean
  readonly document: string
  /** SHA-256 of `document`, hexadecimal. */
  readonly digest: string
  readonly signedBy: string | null
  readonly signedAt: Instant | null
  readonly delegations: readonly string[]
}

/** A version of a fact, and the number of the event that recorded it. */
export interface FactVersion {
  readonly kind: FactKind
  readonly id: string
  readonly number: LedgerNumber
}

export interface EvidenceDocument {
  readonly format: typeof evidenceFormat
  /** Invented records, and a key made for a demonstration: proves nothing about any organisation. */
  readonly demonstration: boolean
  readonly madeAt: Instant
  /** The ledger number up to which the register was read. */
  readonly snapshot: LedgerNumber
  /** The recorded act this is the evidence for, by its number among `events`; null: for a question alone. */
  readonly act: LedgerNumber | null
  /** Null for acts that answer no question. */
  readonly asked: {
    readonly question: Question
    readonly times: Times
    readonly verdict: Verdict
    /** The same verdict with names, as `GET /api/v1/may` words it. */
    readonly answer: Json
  } | null
  /** Of the chain, the root's first. */
  readonly instruments: readonly EvidenceInstrument[]
  /** Everything the verdict was found from, in order of number. */
  readonly facts: readonly FactVersion[]
  readonly events: readonly SealedEvent[]
}

/** What is gathered: the instant is put to it when it is signed. */
export type UnsignedEvidence = Omit<EvidenceDocument, 'madeAt'>

/** Public half of an Ed25519 key (RFC 8037). */
export type PublicKey = {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  readonly x: string
  readonly kid: string
}

/** A JWS (RFC 7515) over the canonical JSON (RFC 8785) of `document`, which stands readable in place of the payload. */
export interface SignedEvidence {
  readonly document: EvidenceDocument
  readonly signature: { readonly protected: string; readonly signature: string }
  readonly key: PublicKey
}
