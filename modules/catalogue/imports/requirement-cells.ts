/**
 * What a matter requires, as cells: prerequisites, preconditions, obligations, incompatible matters. Each is a list of short phrases, or,
 * where a phrase cannot say it, JSON. Export writes phrases where they read back to the same.
 */
import type { Basis, IncompatiblePair, Money, Obligation, Precondition, Prerequisite } from '../../../kernel/authority/model.ts'
import { isCurrency, listOf, pairOf } from '../../../platform/imports/cell-parts.ts'
import type { Cells } from '../../../platform/imports/cells.ts'
import { isPlain } from '../../../platform/imports/written.ts'
import { incompatibleShape, obligationsShape, preconditionKinds, preconditionsShape, prerequisitesShape } from './requirement-shapes.ts'

export const bases = ['act', 'contract', 'requirement', 'beneficiary-year', 'financial-year'] as const satisfies readonly Basis[]

/** A phrase, its parts separated by `:`; null where it cannot be read. */
type ReadPhrase<T> = (parts: readonly string[]) => T | null

function phrases<T>(cells: Cells, column: string, read: ReadPhrase<T>, readJson: (value: unknown) => T[] | string, remedy: string): T[] {
  if (cells.startsWith(column, '[')) return cells.json(column, readJson) ?? []
  return cells.list(column).flatMap((text) => {
    const value = read(text.split(':').map((part) => part.trim()))
    if (value === null) cells.wrong(column, 'unreadable', `"${text.slice(0, 80)}" cannot be read.`, remedy)
    return value === null ? [] : [value]
  })
}

/** What a part of a phrase adds to it; null where it is no such part. */
type Part<T> = (text: string) => Partial<T> | null

/** The parts after the first ones: each fits one of the `kinds`, and none stands twice. */
function partsOf<T>(parts: readonly string[], kinds: readonly Part<T>[]): Partial<T> | null {
  let all: Partial<T> = {}
  for (const text of parts) {
    const part = kinds.map((kind) => kind(text)).find((each) => each !== null)
    if (!part || Object.keys(part).some((key) => key in all)) return null
    all = { ...all, ...part }
  }
  return all
}

function moneyOf(text: string): { over: Money } | null {
  const [, currency = '', value = ''] = /^over ([A-Z]{3}) (\d{1,15}(?:\.\d{1,4})?)$/.exec(text) ?? []
  return isCurrency(currency) ? { over: { currency, value } } : null
}

const basisOf = (text: string): { basis: Basis } | null => {
  const basis = bases.find((each) => text === `on ${each}`)
  return basis === undefined ? null : { basis }
}

const after = (word: string, text: string): string[] | null => (text.startsWith(`${word} `) ? listOf(text.slice(word.length), '|') : null)

/** "procurement-2:blocks-exercise", "ethics:grace:30". */
const prerequisiteOf: ReadPhrase<Prerequisite> = ([credential = '', onLapse = 'blocks-exercise', days, ...more]) => {
  const known = (['blocks-issue', 'blocks-exercise', 'grace'] as const).find((each) => each === onLapse)
  if (credential === '' || known === undefined || more.length > 0 || (known === 'grace') !== (days !== undefined)) return null
  if (days === undefined) return { credential, onLapse: known }
  return /^\d{1,5}$/.test(days) ? { credential, onLapse: known, graceDays: Number(days) } : null
}

export const prerequisitesOf = (cells: Cells): Prerequisite[] =>
  phrases(cells, 'prerequisites', prerequisiteOf, prerequisitesShape,
    'Write credential:blocks-issue, credential:blocks-exercise or credential:grace:days.')

interface PreconditionParts extends Omit<Precondition, 'when'> {
  readonly methods: readonly string[]
  readonly categories: readonly string[]
  readonly where: Readonly<Record<string, string>>
}

function whereOf(text: string): { where: Readonly<Record<string, string>> } | null {
  const pairs = after('where', text)?.map(pairOf)
  return pairs === undefined || pairs.includes(null) ? null : { where: Object.fromEntries(pairs as (readonly [string, string])[]) }
}

/** "amendment 20%", "amendment 8 months", "amendment 20% 8 months". */
function amendmentOf(text: string): Pick<Precondition, 'amendment'> | null {
  const found = /^amendment(?: (\d{1,4})%)?(?: (\d{1,4}) months?)?$/.exec(text)
  if (found === null || (found[1] === undefined && found[2] === undefined)) return null
  const number = (digits: string | undefined) => (digits === undefined ? null : Number(digits))
  return { amendment: { raisedByPercent: number(found[1]), extendedByMonths: number(found[2]) } }
}

/** "by a|b": a list after its word. */
const listPart = <T>(word: string, part: (list: readonly string[]) => Partial<T>): Part<T> => (text) => {
  const list = after(word, text)
  return list === null || list.length === 0 ? null : part(list)
}

const preconditionParts: readonly Part<PreconditionParts>[] = [
  moneyOf, basisOf, whereOf, amendmentOf,
  listPart('by', (givenBy) => ({ givenBy })), listPart('methods', (methods) => ({ methods })), listPart('categories', (categories) => ({ categories })),
  (text) => (/^stated ./.test(text) ? { overFact: text.slice(7).trim() } : null),
]

/** "tender:tender:over GBP 50000", "advice:advice:over USD 100000:on contract:amendment 20% 8 months:by contracts-committee|legal-office". */
const preconditionOf: ReadPhrase<Precondition> = ([kind, fact = '', ...more]) => {
  const known = preconditionKinds.find((each) => each === kind)
  const parts = partsOf(more, preconditionParts)
  if (known === undefined || fact === '' || parts === null) return null
  const { methods, categories, where, givenBy = [], ...others } = parts
  const when = { ...(methods && { methods }), ...(categories && { categories }), ...(where && { where }) }
  return { kind: known, fact, ...others, ...(Object.keys(when).length > 0 ? { when } : {}), givenBy }
}

export function preconditionsOf(cells: Cells): Precondition[] {
  const all = phrases<Precondition>(cells, 'preconditions', preconditionOf, preconditionsShape,
    `Write kind:fact, then if needed :over CUR amount, :on basis, :stated fact, :methods a|b, :categories a|b, :where key=value, ` +
      `:amendment 20% 8 months, :by id|id; kinds are ${preconditionKinds.join(', ')}.`)
  for (const { over, basis, overFact } of all)
    if (over === undefined && (basis !== undefined || overFact !== undefined))
      cells.wrong('preconditions', 'no-threshold', 'It says what to count, but not over which amount.', 'Add over CUR amount.')
  cells.seats('preconditions', all.flatMap(({ givenBy }) => givenBy))
  return all
}

const obligationParts: readonly Part<Obligation>[] = [
  moneyOf, basisOf, listPart('tells', (tells) => ({ tells })),
  (text) => (text === 'at issue' ? { at: 'issue' } : text === 'at permit' ? { at: 'permit' } : null),
]

/** "report-monthly", "note-in-accounts:over GBP 300000:on financial-year:tells finance-director", "copy-to-chair:at issue". */
const obligationOf: ReadPhrase<Obligation> = ([duty = '', ...more]) => {
  const parts = partsOf(more, obligationParts)
  return duty === '' || parts === null ? null : { duty, at: 'permit', tells: [], ...parts }
}

export function obligationsOf(cells: Cells): Obligation[] {
  const all = phrases<Obligation>(cells, 'obligations', obligationOf, obligationsShape,
    'Write the duty, then if needed :at issue, :over CUR amount, :on basis, :tells id|id.')
  for (const { over, basis } of all)
    if (over === undefined && basis !== undefined)
      cells.wrong('obligations', 'no-threshold', 'It says what to count, but not over which amount.', 'Add over CUR amount.')
  cells.seats('obligations', all.flatMap(({ tells }) => tells))
  return all
}

/** "approve-payment" or "approve-payment:entity": not by one person in an entity; "approve-payment:case": not on the same case. */
const incompatibleOf: ReadPhrase<IncompatiblePair> = ([matter = '', scope = 'entity', ...more]) => {
  const known = (['entity', 'case'] as const).find((each) => each === scope)
  return matter === '' || known === undefined || more.length > 0 ? null : { matter, scope: known }
}

export function incompatibleWith(cells: Cells, id: string): IncompatiblePair[] {
  const all = phrases(cells, 'incompatible', incompatibleOf, incompatibleShape, 'Write matter:entity or matter:case.')
  for (const { matter } of all) {
    if (matter === id) cells.wrong('incompatible', 'same-matter', `${id} cannot be incompatible with itself.`, 'Name the other matter.')
    else cells.knownOrBeside('incompatible', 'matter', matter)
  }
  return all
}

/* The opposite: phrases, or JSON where they would not read back to the same. */

const isPart = (text: string): boolean => isPlain(text, ';:')
const areParts = (list: readonly string[] | undefined): boolean => list === undefined || (list.length > 0 && list.every((each) => isPlain(each, ';:|')))

function listWritten<T>(all: readonly T[], phrase: (each: T) => string | null): string | undefined {
  if (all.length === 0) return undefined
  const written = all.map(phrase)
  return written.includes(null) || written[0]!.startsWith('[') ? JSON.stringify(all) : written.join(';')
}

const moneyWritten = (over: Money | undefined): string[] => (over ? [`over ${over.currency} ${over.value}`] : [])
const basisWritten = (basis: Basis | undefined): string[] => (basis ? [`on ${basis}`] : [])

export const prerequisitesWritten = (all: readonly Prerequisite[]): string | undefined =>
  listWritten(all, ({ credential, onLapse, graceDays }) =>
    isPart(credential) ? [credential, onLapse, ...(graceDays === undefined ? [] : [graceDays])].join(':') : null)

function preconditionWritten({ kind, fact, over, basis, overFact, when, amendment, givenBy }: Precondition): string | null {
  const where = Object.entries(when?.where ?? {})
  const pairs = where.every(([key, value]) => isPlain(key, ';:|=') && isPlain(value, ';:|')) && (when?.where === undefined || where.length > 0)
  const said = when === undefined || Object.keys(when).length > 0
  const amended = amendment === undefined || amendment.raisedByPercent !== null || amendment.extendedByMonths !== null
  const plain = isPart(fact) && (overFact === undefined || isPart(overFact)) && areParts(when?.methods) && areParts(when?.categories)
  if (!plain || !pairs || !said || !amended || (givenBy.length > 0 && !areParts(givenBy))) return null
  const share = typeof amendment?.raisedByPercent === 'number' ? ` ${amendment.raisedByPercent}%` : ''
  const months = typeof amendment?.extendedByMonths === 'number' ? ` ${amendment.extendedByMonths} months` : ''
  return [
    kind, fact, ...moneyWritten(over), ...basisWritten(basis),
    ...(overFact === undefined ? [] : [`stated ${overFact}`]),
    ...(when?.methods ? [`methods ${when.methods.join('|')}`] : []),
    ...(when?.categories ? [`categories ${when.categories.join('|')}`] : []),
    ...(where.length > 0 ? [`where ${where.map(([key, value]) => `${key}=${value}`).join('|')}`] : []),
    ...(amendment === undefined ? [] : [`amendment${share}${months}`]),
    ...(givenBy.length > 0 ? [`by ${givenBy.join('|')}`] : []),
  ].join(':')
}

export const preconditionsWritten = (all: readonly Precondition[]): string | undefined => listWritten(all, preconditionWritten)

export const obligationsWritten = (all: readonly Obligation[]): string | undefined =>
  listWritten(all, ({ duty, at, over, basis, tells }) =>
    isPart(duty) && (tells.length === 0 || areParts(tells))
      ? [
          duty, ...(at === 'issue' ? ['at issue'] : []), ...moneyWritten(over), ...basisWritten(basis),
          ...(tells.length > 0 ? [`tells ${tells.join('|')}`] : []),
        ].join(':')
      : null)

export const incompatibleWritten = (all: readonly IncompatiblePair[]): string | undefined =>
  listWritten(all, ({ matter, scope }) => (isPart(matter) ? `${matter}:${scope}` : null))
