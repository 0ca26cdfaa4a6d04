/**
 * Acts become events; events get their number from the one sequencer (SEMANTICS, The ledger). A module records what happened inside its
 * own transaction with `record`, then, for acts on authority, waits with `Ledger.settled` until the event is numbered and applied.
 */
import type { Fact, Instant, LedgerNumber } from '../../kernel/authority/model.ts'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** What a module hands over to be recorded. */
export interface Act {
  /** Slug of the event's kind, "delegation-signed"; its words are in the module's message catalogues under `event.<kind>`. */
  readonly kind: string
  /** What it is about, "delegation:2026-00312.1". */
  readonly subject: string
  /** Person id, or "operator" (command line), or "import:<kind>". */
  readonly actor: string
  /** Post in which the actor acted, if a person. */
  readonly capacity: string | null
  /** When it takes effect, if not when recorded. */
  readonly effectiveAt: Instant | null
  /** Facts for the register, each superseding the earlier version of the same kind and id. */
  readonly facts: readonly Fact[]
  /** Anything else worth proving later: choices, reasons, digests. */
  readonly details: Readonly<Record<string, Json>>
  /** Retries with the same key by the same actor return the first result. */
  readonly idempotencyKey?: string
  /** Put into people's inboxes in the same transaction: notice is delivery there (SEMANTICS, Ending and changing). */
  readonly notices?: readonly Notice[]
  /** What is to leave the house (mail, webhooks), sent from the outbox after the commit. */
  readonly outbox?: readonly Delivery[]
}

export interface Notice {
  readonly person: string
  /** Slug; its words are in the catalogues under `notice.<kind>`. */
  readonly kind: string
  readonly subject: string
  readonly payload: Readonly<Record<string, Json>>
}

export interface Delivery {
  readonly kind: string
  readonly payload: Readonly<Record<string, Json>>
}

export interface NumberedEvent {
  readonly number: LedgerNumber
  readonly recordedAt: Instant
  readonly id: string
  readonly kind: string
  readonly subject: string
  readonly actor: string
  readonly capacity: string | null
  readonly effectiveAt: Instant | null
  readonly facts: readonly Fact[]
  readonly details: Readonly<Record<string, Json>>
}

export interface Ledger {
  /** Resolves with the number of the last of these events once all are numbered and every subscriber has applied them. */
  settled(eventIds: readonly string[]): Promise<LedgerNumber>
  /** Called with every numbered event in order, each once; a subscriber must have applied it before its promise resolves. */
  subscribe(apply: (event: NumberedEvent) => void): void
  /** The highest number applied here. */
  readonly head: LedgerNumber
  /** False when this server cannot know that it is current (SEMANTICS: fails closed); permits must then be refused with 503. */
  fresh(): boolean
  stop(): Promise<void>
}

/** Where "now" comes from. Seeded only in demonstration loading and in tests. */
export interface Clock {
  now(): Instant
}
