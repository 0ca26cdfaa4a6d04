/** Calendar days as they are written in the files, "2026-03-31"; all in UTC, the zone of the invented framework. */
export type Day = string

const millisecondsADay = 86_400_000

export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * millisecondsADay).toISOString().slice(0, 10)

export const daysBetween = (from: Day, to: Day): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisecondsADay

/** An instant of a day, "2026-03-31T09:30:00Z". */
export const at = (day: Day, time: string): string => `${day}T${time}:00Z`

/** A moment at which the register is told things: papers are signed and accepted just before it, and count from the day after. */
export interface Occasion {
  readonly day: Day
  /** First day of what is new. */
  readonly starts: Day
  readonly signedAt: string
  readonly acceptedAt: string
  readonly recordedAt: string
}

export const occasionOn = (day: Day): Occasion =>
  ({ day, starts: addDays(day, 1), signedAt: at(day, '08:00'), acceptedAt: at(day, '08:30'), recordedAt: at(day, '09:00') })

/** The framework's first instant, prepared in the days before. */
export const openingOn = (day: Day): Occasion =>
  ({ day, starts: day, signedAt: at(addDays(day, -5), '10:00'), acceptedAt: at(addDays(day, -3), '15:00'), recordedAt: at(day, '00:00') })

/** The first days of the quarters after `from` and before `until`. */
export function quartersBetween(from: Day, until: Day): readonly Day[] {
  const quarters: Day[] = []
  for (let year = Number(from.slice(0, 4)); year <= Number(until.slice(0, 4)); year++) {
    for (const month of ['01', '04', '07', '10']) {
      const day = `${year}-${month}-01`
      if (day > from && day < until) quarters.push(day)
    }
  }
  return quarters
}
