/** What every fact is made of: instants, numbers, money, names, where it comes from. */

/** Milliseconds since 1970-01-01T00:00Z. Intervals are half-open, [from, to). An open end is `null`. */
export type Instant = number

/** The number the sequencer gave an event: the register's recorded time. 0 is "before anything was recorded". */
export type LedgerNumber = number

/** An exact decimal as written, e.g. "250000.00": at most 15 digits before the point and 4 after it, never a float. */
export type Decimal = string

export interface Money {
  readonly currency: string // ISO 4217, e.g. "USD"
  readonly value: Decimal
}

export type Language = 'ar' | 'zh' | 'en' | 'fr' | 'ru' | 'es'
/** Names in other languages than `name`'s own; a missing one falls back to `name`. */
export type Names = Readonly<Partial<Record<Language, string>>>

/**
 * Where a record comes from, shown on every page: invented for the demonstration, quoted (e.g. "A/75/201 ¶35"), or the
 * organisation's own.
 */
export type Provenance = { readonly kind: 'invented' } | { readonly kind: 'quoted'; readonly source: string } | { readonly kind: 'own' }

export interface Versioned {
  /** Identity, stable across versions. Unique within its kind. */
  readonly id: string
  readonly effectiveFrom: Instant | null
  readonly effectiveTo: Instant | null
}

export type RuleSet = 'staff' | 'financial'

/** What `may` answers; only `permitted` is yes to a program. */
export type Answer =
  | 'permitted' | 'not-yet' | 'refused' | 'refer' | 'reserved' | 'outside' | 'no-such-matter' | 'before-register'
