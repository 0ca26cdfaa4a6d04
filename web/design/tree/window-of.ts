export interface Sight {
  /** How far it is scrolled, its height, and that of a row: px. */
  readonly top: number
  readonly height: number
  readonly row: number
}

/** Rows drawn beyond either edge, so that scrolling shows no gap. */
const beyond = 8

/** Which rows to draw, top down: those in sight, and the one that has the focus wherever it is. */
export function windowOf(count: number, { top, height, row }: Sight, focused: number): number[] {
  const first = Math.max(0, Math.min(count, Math.floor(top / row)) - beyond)
  const last = Math.min(count, Math.ceil((top + height) / row) + beyond)
  const rows = Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index)
  if (focused < 0 || focused >= count || (focused >= first && focused < last)) return rows
  return focused < first ? [focused, ...rows] : [...rows, focused]
}
