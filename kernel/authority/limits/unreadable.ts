/** What nobody could compare with: said before a line is issued, so that no limit stands that permits nothing without saying why. */
import { scaledOrNull } from '../amount.ts'
import type { AmountBand, Box } from '../model.ts'

function badBand({ currency, over = '0', upTo }: AmountBand): boolean {
  const lower = scaledOrNull(over)
  const upper = upTo === undefined ? Infinity : scaledOrNull(upTo)
  return lower === null || upper === null || lower > upper || !/^[A-Z]{3}$/.test(currency)
}

const badCount = (count: number | undefined, least: number): boolean => count !== undefined && !(Number.isInteger(count) && count >= least)

const badDates = (dates: Box['dates']): boolean =>
  dates !== undefined && dates.from !== null && dates.to !== null && !(dates.from < dates.to)

/** Dimensions of a box that cannot be read, in the framework's order of grades. */
export function unreadableIn(box: Box, grades: readonly string[]): readonly (keyof Box)[] {
  const { amount, grade, term, termOver, count, dates, places, stated } = box
  const bad = {
    amount: amount !== undefined && badBand(amount),
    grade: grade !== undefined && !grades.includes(grade),
    term: badCount(term, 0),
    termOver: badCount(termOver, 0),
    count: badCount(count, 1),
    dates: badDates(dates),
    places: places?.length === 0,
    stated: Object.values(stated ?? {}).some(badBand),
  } satisfies { readonly [D in keyof Box]: boolean }
  return (Object.keys(bad) as (keyof typeof bad)[]).filter(dimension => bad[dimension])
}
