/** Limits as cells: one box in columns of its own, a union as JSON. Export writes columns where they read back to the same. */
import type { AmountBand, Basis, Box } from '../../../kernel/authority/model.ts'
import { endOfDay, startOfDay } from '../../../kernel/time/instants.ts'
import { isCurrency } from '../../../platform/imports/cell-parts.ts'
import type { Cells } from '../../../platform/imports/cells.ts'
import type { Row } from '../../../platform/imports/import-kind.ts'
import { firstDay, isPlain, lastDay, listed, orNothing, pairsWritten } from '../../../platform/imports/written.ts'
import { boxes } from '../shapes.ts'

const bases = ['act', 'contract', 'requirement', 'beneficiary-year', 'financial-year'] as const satisfies readonly Basis[]

/** The columns of one box, besides the currency. */
const boxColumns = [
  'over', 'up_to', 'basis', 'count', 'grade', 'methods', 'categories', 'funds', 'places', 'term_months', 'term_over_months', 'dates_from', 'dates_to', 'where',
  'stated',
] as const

function bandOf(cells: Cells): AmountBand | null {
  const [currency, over, upTo] = [cells.currency('currency'), cells.decimal('over'), cells.decimal('up_to')]
  if (over === null && upTo === null) return null
  if (currency === null) {
    if (!cells.has('currency'))
      cells.wrong('currency', 'missing', 'An amount needs its currency.', 'Write a code of ISO 4217, for example USD.')
    return null
  }
  return {
    currency,
    ...(over === null ? {} : { over }),
    ...(cells.flag('over_included', false) ? { overIncluded: true } : {}),
    ...(upTo === null ? {} : { upTo }),
    ...(cells.flag('up_to_included', true) ? {} : { upToIncluded: false }),
  }
}

const bandForm = /^(\S+) ([A-Z]{3})(?: (over|from) (\d{1,15}(?:\.\d{1,4})?))?(?: (up to|under) (\d{1,15}(?:\.\d{1,4})?))?$/

/** "match-amount USD over 1000 up to 5000": `from` and `under` for a boundary that lies inside below, outside above. */
function statedBand(text: string): readonly [string, AmountBand] | null {
  const [, key = '', currency = '', lower, over, upper, upTo] = bandForm.exec(text) ?? []
  if (!isCurrency(currency) || (over === undefined && upTo === undefined)) return null
  return [key, {
    currency,
    ...(over === undefined ? {} : { over }), ...(lower === 'from' ? { overIncluded: true } : {}),
    ...(upTo === undefined ? {} : { upTo }), ...(upper === 'under' ? { upToIncluded: false } : {}),
  }]
}

function statedOf(cells: Cells): Readonly<Record<string, AmountBand>> {
  return Object.fromEntries(cells.list('stated').flatMap((text) => {
    const band = statedBand(text)
    if (band === null)
      cells.wrong('stated', 'unreadable', `"${text.slice(0, 80)}" cannot be read.`, 'Write fact CUR over|from amount up to|under amount.')
    return band === null ? [] : [band]
  }))
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => value !== null && typeof value === 'object' && !Array.isArray(value)

/** In a file the days of a box are days (the last inclusive) or instants; in the register they are instants. */
function datesRead(cells: Cells, column: string, value: unknown): unknown {
  if (!Array.isArray(value)) return value
  const at = (end: unknown, midnight: typeof startOfDay): unknown => (typeof end === 'string' ? cells.instant(column, end, midnight) : end)
  return value.map((box: unknown) => {
    if (!isObject(box) || !isObject(box.dates)) return box
    const { from = null, to = null, ...more } = box.dates
    return { ...box, dates: { ...more, from: at(from, startOfDay), to: at(to, endOfDay) } }
  })
}

export const boxesIn = (cells: Cells, column: string): readonly Box[] | null =>
  cells.json(column, (value) => {
    const read = boxes.safeParse(datesRead(cells, column, value))
    if (read.success) return read.data as Box[]
    return `The limits cannot be read: ${read.error.issues.slice(0, 3).map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`
  })

function oneBox(cells: Cells): Box {
  const amount = bandOf(cells)
  const count = cells.count('count', 1, 1_000_000)
  const [term, termOver] = [cells.count('term_months', 1, 1200), cells.count('term_over_months', 0, 1200)]
  const basis = cells.has('basis') ? cells.oneOf('basis', bases) : null
  const grade = cells.text('grade', 40)
  const [methods, categories, funds, places] = [cells.list('methods'), cells.list('categories'), cells.list('funds'), cells.list('places')]
  const dates = { from: cells.from('dates_from'), to: cells.until('dates_to') }
  const [where, stated] = [cells.pairs('where'), statedOf(cells)]
  return {
    ...(amount === null ? {} : { amount }),
    ...(basis === null ? {} : { basis }),
    ...(count === null ? {} : { count }),
    ...(grade === null ? {} : { grade }),
    ...(methods.length > 0 ? { methods } : {}),
    ...(categories.length > 0 ? { categories } : {}),
    ...(funds.length > 0 ? { funds } : {}),
    ...(places.length > 0 ? { places } : {}),
    ...(term === null ? {} : { term }),
    ...(termOver === null ? {} : { termOver }),
    ...(dates.from === null && dates.to === null ? {} : { dates }),
    ...(Object.keys(where).length > 0 ? { where } : {}),
    ...(Object.keys(stated).length > 0 ? { stated } : {}),
  }
}

/** What no framework and no place knows would make a limit nobody can compare. */
export function boxesKnown(cells: Cells, column: string | null, limits: readonly Box[]): void {
  for (const { grade, places, dates } of limits) {
    cells.grade(column ?? 'grade', grade)
    for (const place of places ?? []) cells.known(column ?? 'places', 'place', place)
    if (dates && dates.from !== null && dates.to !== null && dates.to <= dates.from)
      cells.wrong(column ?? 'dates_to', 'dates-reversed', 'The end lies before the beginning.', 'Correct one of the two dates.')
  }
}

export function limitsOf(cells: Cells): readonly Box[] {
  if (cells.has('limits')) {
    if (boxColumns.some((column) => cells.has(column)))
      cells.wrong('limits', 'said-twice', 'The limits stand in `limits` and in columns of their own.', 'Keep one of the two.')
    const limits = boxesIn(cells, 'limits') ?? []
    boxesKnown(cells, 'limits', limits)
    return limits
  }
  const box = oneBox(cells)
  boxesKnown(cells, null, [box])
  return Object.keys(box).length > 0 ? [box] : []
}

/** What a cell can hold as a list; an empty one means "none of them", an empty cell "all". */
const isCell = (list: readonly string[] | undefined): boolean =>
  list === undefined || (list.length > 0 && list.every((each) => isPlain(each, ';')))

/** A band that columns and phrases can say: bounded, with boundaries marked only where they differ from the default. */
const isSimple = (band: AmountBand | undefined): boolean =>
  band === undefined ||
  ((band.over !== undefined || band.upTo !== undefined) && band.overIncluded !== false && band.upToIncluded !== true &&
    (band.over !== undefined || band.overIncluded === undefined) && (band.upTo !== undefined || band.upToIncluded === undefined))

const bandWritten = ([key, { currency, over, overIncluded, upTo, upToIncluded }]: readonly [string, AmountBand]): string =>
  [
    key, currency, ...(over === undefined ? [] : [overIncluded ? 'from' : 'over', over]),
    ...(upTo === undefined ? [] : [upToIncluded === false ? 'under' : 'up to', upTo]),
  ].join(' ')

function isOneRow(box: Box): boolean {
  const { amount, methods, categories, funds, places, dates, where = { some: '' }, stated = { some: amount } } = box
  return (
    isSimple(amount) && [methods, categories, funds, places].every(isCell) && Object.keys(box).length > 0 &&
    (dates === undefined || dates.from !== null || dates.to !== null) &&
    Object.keys(where).length > 0 && Object.keys(stated).length > 0 &&
    Object.entries(stated).every(([key, band]) => isSimple(band) && (box.stated === undefined || /^[^\s;]+$/.test(key)))
  )
}

/** A union, or what its columns cannot say, as JSON. */
export function boxesWritten(limits: readonly Box[], zone: string): string {
  return JSON.stringify(limits.map((box) => (box.dates === undefined ? box : {
    ...box, dates: { from: firstDay(box.dates.from, zone) ?? null, to: lastDay(box.dates.to, zone) ?? null },
  })))
}

export function limitsWritten(limits: readonly Box[], zone: string): Row {
  const [box, ...others] = limits
  if (box === undefined) return {}
  if (others.length > 0 || !isOneRow(box)) return { limits: boxesWritten(limits, zone) }
  const { amount, dates } = box
  return {
    currency: amount?.currency,
    over: amount?.over,
    over_included: amount?.overIncluded ? 'yes' : undefined,
    up_to: amount?.upTo,
    up_to_included: amount?.upToIncluded === false ? 'no' : undefined,
    basis: box.basis,
    count: orNothing(box.count),
    grade: box.grade,
    methods: listed(box.methods ?? []),
    categories: listed(box.categories ?? []),
    funds: listed(box.funds ?? []),
    places: listed(box.places ?? []),
    term_months: orNothing(box.term),
    term_over_months: orNothing(box.termOver),
    dates_from: firstDay(dates?.from ?? null, zone),
    dates_to: lastDay(dates?.to ?? null, zone),
    where: box.where && pairsWritten(box.where),
    stated: listed(Object.entries(box.stated ?? {}).map(bandWritten)),
  }
}
