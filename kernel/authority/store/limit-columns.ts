/**
 * Limits by row. The usual limit is one box with a readable amount: its band stands in columns, the rest of the box is kept once for all
 * that share it. Unions, amounts beyond exact numbers and decimals written unusually stay whole in a side table.
 */
import { fractionDigits, scaledOrNull } from '../amount.ts'
import { ByteColumn, IntColumn, NumberColumn } from './columns.ts'
import type { RowReader } from './row-reader.ts'
import { FewWords, type Texts } from './texts.ts'
import { UsualLimit } from './usual-limit.ts'
import { Values } from './values.ts'
import type { Versions } from './versions.ts'
import { readBox, type BoxList, type ReadBand, type ReadBox } from '../limits/read-box.ts'
import type { AmountBand, Box } from '../model.ts'

const noLimit = 0
const oneBox = 1
const inSideTable = 2

/** Absent, false and true are three different things to a signature over the document. */
const threeWay = (value: boolean | undefined): number => (value === undefined ? 0 : value ? 2 : 1)
const fromThreeWay = (code: number): boolean | undefined => (code === 0 ? undefined : code === 2)

type Rest = Omit<Box, 'amount'>
interface Side {
  readonly limits: readonly Box[]
  readonly read: readonly ReadBox[]
}

const decimalsOf = (text: string): number => (text.includes('.') ? text.length - text.indexOf('.') - 1 : 0)

const one = 10 ** fractionDigits

/** "50000.00" from its number and how many decimals were written. */
function written(value: number, decimals: number): string {
  const fraction = value % one
  const whole = String((value - fraction) / one)
  return decimals === 0 ? whole : `${whole}.${String(fraction).padStart(fractionDigits, '0').slice(0, decimals)}`
}

/** A bound fits the columns when it can be read exactly and written back as it was. */
function fits(text: string | undefined): boolean {
  if (text === undefined) return true
  const value = scaledOrNull(text)
  return typeof value === 'number' && written(value, decimalsOf(text)) === text
}

export type PlainOutcome = 'inside' | 'limit-exceeded' | 'below-limit'

/** Limits written out lately: refusals cite the same ones again and again. */
const recentSlots = 1 << 15

export class LimitColumns {
  readonly #shape: IntColumn
  readonly #rest: IntColumn
  readonly #currency: IntColumn
  readonly #over: NumberColumn
  readonly #upTo: NumberColumn
  readonly #sides: ByteColumn
  readonly #decimals: ByteColumn
  readonly #rests = new Values<Rest>()
  readonly #bandAlone = this.#rests.keep({})
  readonly #whole = new Map<number, Side>()
  readonly #recent: (readonly Box[])[] = []
  readonly #recentRows = new Int32Array(recentSlots).fill(-1)

  readonly #currencies: FewWords
  readonly #usual = new UsualLimit()

  /** In the records of the versions whose limits they are. */
  constructor(private readonly texts: Texts, { room, ints, instants }: Pick<Versions, 'room' | 'ints' | 'instants'>) {
    this.#shape = new IntColumn(ints)
    this.#rest = new IntColumn(ints)
    this.#currency = new IntColumn(ints)
    this.#over = new NumberColumn(instants)
    this.#upTo = new NumberColumn(instants)
    this.#sides = new ByteColumn(room)
    this.#decimals = new ByteColumn(room)
    this.#currencies = new FewWords(texts)
  }

  add(row: number, limits: readonly Box[]): void {
    const [box] = limits
    if (box === undefined) return this.#shape.set(row, noLimit)
    const { amount, ...rest } = box
    if (limits.length > 1 || (amount !== undefined && !(fits(amount.over) && fits(amount.upTo)))) {
      this.#shape.set(row, inSideTable)
      this.#whole.set(row, { limits, read: limits.map(readBox) })
      return
    }
    this.#shape.set(row, oneBox)
    this.#rest.set(row, this.#rests.keep(rest))
    if (amount !== undefined) this.#addBand(row, amount)
  }

  /** Takes a stored limit. The usual one is read as it is written, without making an object of it; otherwise says what it made. */
  load(row: number, from: RowReader, field: number): readonly Box[] | null {
    const usual = this.#usual
    if (!usual.read(from, field)) {
      const limits = from.json<readonly Box[]>(field)
      this.add(row, limits)
      return limits
    }
    this.#shape.set(row, oneBox)
    this.#rest.set(row, this.#bandAlone)
    this.#currency.set(row, this.texts.keep(usual.currency))
    this.#upTo.set(row, usual.upTo)
    if (usual.decimals > 0) this.#decimals.set(row, usual.decimals << 4)
    return null
  }

  #addBand(row: number, band: AmountBand): void {
    this.#currency.set(row, this.texts.keep(band.currency))
    this.#over.setOptional(row, band.over === undefined ? null : Number(scaledOrNull(band.over)))
    this.#upTo.setOptional(row, band.upTo === undefined ? null : Number(scaledOrNull(band.upTo)))
    this.#sides.set(row, threeWay(band.overIncluded) | (threeWay(band.upToIncluded) << 2))
    this.#decimals.set(row, decimalsOf(band.over ?? '') | (decimalsOf(band.upTo ?? '') << 4))
  }

  /** Where the limit is one box with nothing but a band in this currency, what it says to an amount; null: it is another kind of limit. */
  againstBand(row: number, currency: string, amount: number): PlainOutcome | null {
    if (this.#shape.get(row) !== oneBox || this.#rest.get(row) !== this.#bandAlone) return null
    const stated = this.#currency.get(row)
    if (stated < 0 || stated !== this.#currencies.find(currency)) return null
    // NaN is an end that is not there, and compares false with everything.
    const over = this.#over.get(row)
    const upTo = this.#upTo.get(row)
    const sides = this.#sides.get(row)
    if (amount > upTo || (amount === upTo && sides >> 2 === 1)) return 'limit-exceeded'
    return amount < over || (amount === over && (sides & 3) !== 2) ? 'below-limit' : 'inside'
  }

  count(row: number): number {
    const shape = this.#shape.get(row)
    return shape === inSideTable ? (this.#whole.get(row) as Side).read.length : shape
  }

  /** The box at `index`, for comparing. */
  read(row: number, index: number): ReadBox {
    if (this.#shape.get(row) === inSideTable) return (this.#whole.get(row) as Side).read[index] as ReadBox
    const rest = readBox(this.#rests.value(this.#rest.get(row)))
    return this.#currency.get(row) < 0 ? rest : { ...rest, amount: this.#readBand(row) }
  }

  #readBand(row: number): ReadBand {
    const over = this.#over.get(row)
    const upTo = this.#upTo.get(row)
    const sides = this.#sides.get(row)
    const fromZero = Number.isNaN(over)
    const toInfinity = Number.isNaN(upTo)
    return {
      currency: this.texts.text(this.#currency.get(row)),
      over: fromZero ? 0 : over,
      overIncluded: fromZero || (sides & 3) === 2,
      upTo: toInfinity ? Infinity : upTo,
      upToIncluded: toInfinity || sides >> 2 !== 1,
      readable: true,
    }
  }

  /** The limit as it was recorded, to the letter. */
  limits(row: number): readonly Box[] {
    const slot = row & (recentSlots - 1)
    if (this.#recentRows[slot] === row) return this.#recent[slot] as readonly Box[]
    const limits = this.#written(row)
    this.#recentRows[slot] = row
    this.#recent[slot] = limits
    return limits
  }

  #written(row: number): readonly Box[] {
    const shape = this.#shape.get(row)
    if (shape === noLimit) return []
    if (shape === inSideTable) return (this.#whole.get(row) as Side).limits
    const rest = this.#rests.value(this.#rest.get(row))
    return [this.#currency.get(row) < 0 ? rest : { amount: this.#band(row), ...rest }]
  }

  #band(row: number): AmountBand {
    const over = this.#over.optional(row)
    const upTo = this.#upTo.optional(row)
    const overIncluded = fromThreeWay(this.#sides.get(row) & 3)
    const upToIncluded = fromThreeWay(this.#sides.get(row) >> 2)
    const decimals = this.#decimals.get(row)
    return {
      currency: this.texts.text(this.#currency.get(row)),
      ...(over === null ? {} : { over: written(over, decimals & 15) }),
      ...(overIncluded === undefined ? {} : { overIncluded }),
      ...(upTo === null ? {} : { upTo: written(upTo, decimals >> 4) }),
      ...(upToIncluded === undefined ? {} : { upToIncluded }),
    }
  }

  list(row: number): BoxList {
    return { count: this.count(row), at: index => this.read(row, index) }
  }
}
