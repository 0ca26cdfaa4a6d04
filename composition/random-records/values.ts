/** Random texts, names, instants and amounts that a file can hold. For tests only. */
import fc from 'fast-check'

import type { Basis, Instant, Language, Names, Provenance } from '../../kernel/authority/model.ts'

const day = 86_400_000

const letter = fc.constantFrom(...'aZ09éß中عЖ ,;|:"\'=+-@._/\\<>&%$#…{[')
const written = (unit: fc.Arbitrary<string>) =>
  fc
    .string({ unit, minLength: 1, maxLength: 12 })
    .map((text) => text.trim())
    .filter((text) => text !== '')

/** One line of text. */
export const line = written(letter)
/** A code that stands in a list of one cell, where `;` and `|` separate. */
export const code = written(letter.filter((each) => !';|'.includes(each)))
export const lines = fc.option(line)
export const codes = fc.array(code, { maxLength: 3 })
export const someCodes = fc.array(code, { minLength: 1, maxLength: 3 })
export const pairs = fc.dictionary(line.filter((key) => key !== '__proto__'), line, { noNullPrototype: true, maxKeys: 2 })
export const somePairs = pairs.filter((each) => Object.keys(each).length > 0)

export const languages = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const satisfies readonly Language[]
export const names: fc.Arbitrary<Names> = fc.dictionary(fc.constantFrom(...languages), line, { noNullPrototype: true })
export const provenance: fc.Arbitrary<Provenance> = fc.oneof(
  fc.constant<Provenance>({ kind: 'own' }),
  fc.constant<Provenance>({ kind: 'invented' }),
  line.filter((text) => !/^(invented$|quoted\s)/i.test(text)).map((source): Provenance => ({ kind: 'quoted', source })),
)
export const basis = fc.constantFrom<Basis[]>('act', 'contract', 'requirement', 'beneficiary-year', 'financial-year')

/** Midnights of several zones, and instants of no zone. */
export const instant = fc.oneof(
  fc.integer({ min: 0, max: 30_000 }).map((days) => days * day - 40 * 365 * day),
  fc.integer({ min: 0, max: 700_000 }).map((hours) => hours * 3_600_000 - 40 * 365 * day),
  fc.integer({ min: -1e12, max: 4e12 }),
)
export const past = instant.filter((at) => at < 1_700_000_000_000)

const stretch = fc.tuple(instant, fc.integer({ min: 1, max: 5000 }))
/** First to last; open at the end, or not. */
export const interval = fc
  .tuple(stretch, fc.boolean())
  .map(([[from, days], open]) => ({ from, to: open ? null : from + days * day }))
export const started = interval.map(({ from, to }) => ({ effectiveFrom: from, effectiveTo: to }))
/** For what must have an end. */
export const ended = stretch.map(([from, days]) => ({ effectiveFrom: from, effectiveTo: from + days * day }))
export interface Span {
  readonly effectiveFrom: Instant | null
  readonly effectiveTo: Instant | null
}
export const span: fc.Arbitrary<Span> = fc.oneof(
  started,
  fc.constant({ effectiveFrom: null, effectiveTo: null }),
  instant.map((effectiveTo) => ({ effectiveFrom: null, effectiveTo })),
)
export const always = { effectiveFrom: null, effectiveTo: null }

export const decimal = (min: number) =>
  fc.tuple(fc.integer({ min, max: min + 999_999 }), fc.constantFrom('', '.5', '.50', '.0001')).map((parts) => parts.join(''))
export const currency = fc.constantFrom('USD', 'JPY', 'KWD')
export const money = fc.record({ currency, value: decimal(0) })

/** A record of `kind`, its span included. */
export const fact = <K extends string, T extends object, S extends object>(kind: K, fields: { [P in keyof T]: fc.Arbitrary<T[P]> }, held: fc.Arbitrary<S>) =>
  fc.tuple(fc.record(fields), held).map(([said, spanned]) => ({ kind, ...said, ...spanned }))
