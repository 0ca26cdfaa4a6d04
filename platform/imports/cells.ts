/** Reads the cells of one row: each reader gives a value, or notes a problem with its column and remedy and gives a stand-in. */
import { AmountProblem, parseDecimal } from '../../kernel/authority/amount.ts'
import type { Fact, FactKind, Instant, Language, Names, Provenance } from '../../kernel/authority/model.ts'
import { DateProblem, endOfDay, startOfDay } from '../../kernel/time/instants.ts'
import { hiddenCharacters } from '../http/parse.ts'
import { isCurrency, listOf, pairOf, readPairs } from './cell-parts.ts'
import type { Row, RowProblem, RowResult } from './import-kind.ts'
import type { ImportWorld } from './import-world.ts'

type CellProblem = Omit<RowProblem, 'row'>

const languages: readonly Language[] = ['ar', 'zh', 'en', 'fr', 'ru', 'es']
const lineBreak = /[\r\n\u2028\u2029]/
const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/
export class Cells {
  readonly #problems: CellProblem[] = []
  #zone: string | null = null

  constructor(
    private readonly row: Row,
    private readonly world: ImportWorld,
  ) {}

  wrong(column: string | null, code: string, message: string, remedy: string): void {
    this.#problems.push({ column, code, message, remedy })
  }

  /** A row that says itself in which zone its days begin. */
  useZone(zone: string): void {
    this.#zone = zone
  }

  has(column: string): boolean {
    return this.row[column] !== undefined
  }

  startsWith(column: string, begin: string): boolean {
    return this.row[column]?.startsWith(begin) ?? false
  }

  /** The facts, unless something was wrong. */
  result(facts: () => readonly Fact[]): RowResult {
    const made = this.#problems.length === 0 ? facts() : []
    return this.#problems.length > 0 ? { problems: this.#problems } : { facts: made }
  }

  text(column: string, longest = 2000): string | null {
    const text = this.row[column]
    if (text === undefined) return null
    if (hiddenCharacters.test(text))
      this.wrong(column, 'hidden-characters', 'The text holds control characters or marks that reverse its direction.', 'Type it again.')
    if (text.length > longest) this.wrong(column, 'too-long', `The text has more than ${longest} characters.`, 'Shorten it.')
    return text
  }

  line(column: string, longest = 300): string | null {
    const text = this.text(column, longest)
    if (text !== null && lineBreak.test(text)) this.wrong(column, 'several-lines', 'The text has several lines.', 'Write it in one line.')
    return text
  }

  needed(column: string, longest = 300): string {
    const text = this.line(column, longest)
    if (text === null) this.wrong(column, 'missing', `${column} is empty.`, `Fill in ${column}.`)
    return text ?? ''
  }

  /** An identity. Lists of them are separated by `;` and `|`, which therefore cannot be part of one. */
  id(column = 'id'): string {
    const text = this.needed(column, 200)
    if (/[;|]/.test(text)) this.wrong(column, 'not-an-id', 'A code cannot hold ; or |, which separate codes in lists.', 'Take them out.')
    return text
  }

  list(column: string): readonly string[] {
    return listOf(this.text(column, 20_000) ?? '')
  }

  /** "tender=true;minute=m-1", or a JSON object of texts. */
  pairs(column: string): Readonly<Record<string, string>> {
    if (this.startsWith(column, '{')) return this.json(column, readPairs) ?? {}
    return Object.fromEntries(
      this.list(column).flatMap((text) => {
        const pair = pairOf(text)
        if (pair === null)
          this.wrong(column, 'unreadable', `"${text.slice(0, 80)}" cannot be read.`, 'Write key=value, several separated by ;.')
        return pair === null ? [] : [pair]
      }),
    )
  }

  flag(column: string, otherwise: boolean): boolean {
    const text = this.row[column]?.toLowerCase()
    if (text === undefined) return otherwise
    if (['yes', 'true', '1', 'y'].includes(text)) return true
    if (!['no', 'false', '0', 'n'].includes(text))
      this.wrong(column, 'not-yes-or-no', `"${text.slice(0, 40)}" is neither yes nor no.`, 'Write yes or no.')
    return false
  }

  choice<T extends string>(column: string, among: readonly T[], otherwise: T): T {
    const text = this.row[column]?.toLowerCase()
    if (text === undefined) return otherwise
    const found = among.find((each) => each === text)
    if (found === undefined)
      this.wrong(column, 'not-a-choice', `"${text.slice(0, 40)}" is not known here.`, `Write one of: ${among.join(', ')}.`)
    return found ?? otherwise
  }

  /** As `choice`, where there is no default. */
  oneOf<T extends string>(column: string, among: readonly T[]): T {
    if (!this.has(column)) this.wrong(column, 'missing', `${column} is empty.`, `Write one of: ${among.join(', ')}.`)
    return this.choice(column, among, among[0]!)
  }

  count(column: string, least: number, most: number): number | null {
    const text = this.row[column]
    if (text === undefined) return null
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    if (number >= least && number <= most) return number
    const wanted = `a whole number from ${least} to ${most}`
    this.wrong(column, 'not-a-count', `"${text.slice(0, 40)}" is not ${wanted}.`, `Write ${wanted}.`)
    return null
  }

  names(column: string): Names {
    return Object.fromEntries(
      languages.flatMap((language) => {
        const text = this.line(`${column}_${language}`)
        return text === null ? [] : [[language, text]]
      }),
    )
  }

  /** A first day (its midnight) or an instant. */
  from(column: string): Instant | null {
    return this.#instant(column, startOfDay)
  }

  /** A last day, inclusive (the midnight after it), or an instant. */
  until(column: string): Instant | null {
    return this.#instant(column, endOfDay)
  }

  /** "2021-01-01/2021-01-31", first and last day or instants; "2021-01-01/" has no end. What follows a second `/` is left to the caller. */
  interval(column: string, text: string): { readonly from: Instant; readonly to: Instant | null; readonly rest: string } | null {
    const [, first, last = '', rest = ''] = /^([^/]+)\/([^/]*)(?:\/(.*))?$/.exec(text) ?? []
    if (first === undefined) {
      const remedy = 'Write first/last day, for example 2021-01-01/2021-01-31; leave the last empty for "no end".'
      this.wrong(column, 'unreadable', `"${text.slice(0, 80)}" is not a span of days.`, remedy)
      return null
    }
    const from = this.instant(column, first.trim(), startOfDay)
    const to = last.trim() === '' ? null : this.instant(column, last.trim(), endOfDay)
    if (from !== null && to !== null && to <= from)
      this.wrong(column, 'dates-reversed', 'The end lies before the beginning.', 'Correct one of the two dates.')
    return from === null ? null : { from, to, rest: rest.trim() }
  }

  #instant(column: string, midnight: (text: string, zone: string) => Instant): Instant | null {
    const text = this.row[column]
    return text === undefined ? null : this.instant(column, text, midnight)
  }

  instant(column: string, text: string, midnight: (text: string, zone: string) => Instant): Instant | null {
    if (instantForm.test(text)) {
      const at = Date.parse(text)
      if (
        Number.isFinite(at) &&
        new Date(at).toISOString().slice(0, 16) === text.slice(0, 16) &&
        at >= Date.UTC(1900, 0) &&
        at < Date.UTC(2201, 0)
      )
        return at
    }
    try {
      return midnight(text, this.#zone ?? this.world.zone)
    } catch (error) {
      if (!(error instanceof DateProblem)) throw error
      if (error.code === 'out-of-range')
        this.wrong(column, 'date-out-of-range', `${text} lies outside 1900–2200.`, 'Correct the year; leave an end empty for "no end".')
      else this.wrong(column, 'not-a-date', `"${text.slice(0, 40)}" is not a date.`, 'Write it as year-month-day, for example 2026-03-31.')
      return null
    }
  }

  /** Both ends of what a record holds for; an end before its beginning is a problem. */
  span(): { readonly effectiveFrom: Instant | null; readonly effectiveTo: Instant | null } {
    const effectiveFrom = this.from('effective_from')
    const effectiveTo = this.until('effective_to')
    if (effectiveFrom !== null && effectiveTo !== null && effectiveTo <= effectiveFrom) {
      this.wrong('effective_to', 'dates-reversed', 'The end lies before the beginning.', 'Correct one of the two dates.')
    }
    return { effectiveFrom, effectiveTo }
  }

  /**
   * An exact amount, not negative. Groups of three may be parted by spaces, never by commas: "1,500" is fifteen hundred to some and one
   * and a half to others.
   */
  decimal(column: string): string | null {
    const written = this.row[column]
    if (written === undefined) return null
    const text = /^\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:\.\d+)?$/.test(written) ? written.replaceAll(/[ \u00a0\u202f]/g, '') : written
    try {
      parseDecimal(text)
      return text
    } catch (error) {
      if (!(error instanceof AmountProblem)) throw error
      const words = {
        negative: 'The amount is negative.',
        'too-many-digits': 'The amount has more digits than can be kept.',
        'not-an-amount': 'This is not an amount.',
      }[error.code]
      this.wrong(
        column,
        error.code,
        words,
        'Write digits and a point, without commas, at most 15 before the point and 4 after it, for example 250000.50.',
      )
      return null
    }
  }

  currency(column: string): string | null {
    const text = this.row[column]?.toUpperCase()
    if (text === undefined) return null
    if (!isCurrency(text))
      this.wrong(column, 'unknown-currency', `"${text.slice(0, 20)}" is not a currency.`, 'Write a code of ISO 4217, for example USD.')
    return text
  }

  zone(column: string): string {
    const zone = this.row[column] ?? 'UTC'
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone })
    } catch {
      const remedy = 'Write an IANA zone, for example Europe/Vienna, or leave it empty for UTC.'
      this.wrong(column, 'unknown-zone', `"${zone.slice(0, 40)}" is not a time zone.`, remedy)
      return 'UTC'
    }
    return zone
  }

  json<T>(column: string, read: (value: unknown) => T | string): T | null {
    const text = this.text(column, 20_000)
    if (text === null) return null
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      this.wrong(column, 'broken-json', 'This cell is not well-formed JSON.', 'docs/import.md shows what it holds.')
      return null
    }
    const result = read(value)
    if (typeof result !== 'string') return result
    this.wrong(column, 'does-not-fit', result, 'docs/import.md shows what it holds.')
    return null
  }

  /** Notes a problem unless the record is known: in the register, or among the file's rows taken so far. */
  known(column: string, kind: FactKind, id: string | null): void {
    if (id === null || id === '' || this.world.get(kind, id)) return
    this.wrong(column, `unknown-${kind}`, `No ${kind} has the id "${id.slice(0, 80)}".`, `Import it first, or correct the id.`)
  }

  /** As `known`, where the id may be one of several kinds of record. */
  knownAmong(column: string, kinds: readonly FactKind[], id: string | null): void {
    if (id === null || id === '' || kinds.some((kind) => this.world.get(kind, id))) return
    this.wrong(column, `unknown-${kinds[0]}`, `No ${kinds.join(' or ')} has the id "${id.slice(0, 80)}".`, `Import it first, or correct the id.`)
  }

  /** As `known`, where rows of one file may name each other. */
  knownOrBeside(column: string, kind: FactKind, id: string): void {
    if (!this.world.beside(id)) this.known(column, kind, id)
  }

  /**
   * Posts or bodies. An empty register takes the catalogue before the organisation, for it says in which zone days begin: until there is
   * a post, any will do.
   */
  seats(column: string, ids: readonly string[]): void {
    if (this.world.isEmpty('post')) return
    for (const id of ids) this.knownAmong(column, ['post', 'body'], id)
  }

  /** Notes a problem unless some framework has the grade; before there is one, any will do. */
  grade(column: string, grade: string | null | undefined): void {
    if (grade === null || grade === undefined) return
    const grades = [...this.world.all('framework')].flatMap((framework) => framework.grades)
    if (grades.length === 0 || grades.includes(grade)) return
    this.wrong(column, 'unknown-grade', `"${grade.slice(0, 40)}" is not a grade of the framework.`, `Write one of: ${grades.join(', ')}.`)
  }

  provenance(): Provenance {
    const source = this.line('source')
    if (source === null) return { kind: 'own' }
    return source.toLowerCase() === 'invented' ? { kind: 'invented' } : { kind: 'quoted', source: source.replace(/^quoted\s+/i, '') }
  }
}
