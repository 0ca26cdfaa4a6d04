/** Which column a heading (or a key of JSON) means, and which one was probably meant by a heading nobody knows. */
import type { ImportKind, RowProblem } from './import-kind.ts'
import { plain, problem } from './rows.ts'

export type Headings = ReadonlyMap<string, string>

/** Columns by their plain names and aliases. */
export const headingsOf = ({ columns }: ImportKind): Headings =>
  new Map(columns.flatMap(({ name, aliases = [] }) => [name, ...aliases].map((heading) => [plain(heading), name] as const)))

/** Letters to change, add or take away to come from one text to the other. */
function distance(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, place) => place)
  for (let row = 1; row <= from.length; row++) {
    const line = [row]
    for (let place = 1; place <= to.length; place++) {
      const changed = above[place - 1]! + (from[row - 1] === to[place - 1] ? 0 : 1)
      line.push(Math.min(changed, above[place]! + 1, line[place - 1]! + 1))
    }
    above = line
  }
  return above[to.length]!
}

function nearest(heading: string, headings: Headings): string | null {
  const wanted = plain(heading).slice(0, 40)
  let [found, least]: [string | null, number] = [null, Math.max(2, wanted.length / 3)]
  for (const [known, column] of headings) {
    const far = distance(wanted, known)
    if (far <= least && far < known.length) [found, least] = [column, far - 1]
  }
  return found
}

export function unknownHeading(kind: ImportKind, headings: Headings, row: number, heading: string): RowProblem {
  const shown = heading.slice(0, 80)
  const close = nearest(heading, headings)
  const remedy = close === null ? `The columns are: ${kind.columns.map(({ name }) => name).join(', ')}.` : `Did you mean ${close}?`
  return problem(row, shown, 'unknown-column', `"${shown}" is not a column of ${kind.kind} and is left out.`, remedy)
}

export const columnTwice = (row: number, heading: string, column: string): RowProblem =>
  problem(row, heading, 'duplicate-column', `The column ${column} stands twice.`, 'Keep one of the two.')
