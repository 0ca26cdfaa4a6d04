/** Circles of imports. Types are left out: they leave no trace in what runs. */
import type { Import } from './imports.ts'
import type { Violation } from './sources.ts'

/** One violation a circle of files, told at its alphabetically first file with one way round. (Tarjan's strongly connected components.) */
export function findCycles(imports: readonly Import[]): Violation[] {
  const edges = new Map<string, Import[]>()
  for (const each of imports) if (each.inside && each.how === 'value') edges.set(each.from, [...(edges.get(each.from) ?? []), each])
  return components(edges).map((circle) => tell(circle, edges))
}

function components(edges: ReadonlyMap<string, readonly Import[]>): ReadonlySet<string>[] {
  const found: ReadonlySet<string>[] = []
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const stack: string[] = []
  const open = new Set<string>()
  const visit = (file: string): number => {
    const own = order.size
    order.set(file, own)
    stack.push(file)
    open.add(file)
    let low = own
    for (const { to } of edges.get(file) ?? []) {
      if (to === null) continue
      if (!order.has(to)) low = Math.min(low, visit(to))
      else if (open.has(to)) low = Math.min(low, lowest.get(to) ?? order.get(to) ?? own)
    }
    lowest.set(file, low)
    if (low === own) {
      const circle = new Set(stack.splice(stack.indexOf(file)))
      for (const each of circle) open.delete(each)
      if (circle.size > 1 || edges.get(file)?.some(({ to }) => to === file)) found.push(circle)
    }
    return low
  }
  for (const file of edges.keys()) if (!order.has(file)) visit(file)
  return found
}

/** The shortest way from the first file back to itself inside the circle. */
function tell(circle: ReadonlySet<string>, edges: ReadonlyMap<string, readonly Import[]>): Violation {
  const [first = ''] = [...circle].sort()
  const ways: string[][] = [[first]]
  const seen = new Set<string>()
  for (const way of ways) {
    for (const { to } of edges.get(way.at(-1) ?? '') ?? []) {
      if (to === first) {
        const line = edges.get(first)?.find((each) => each.to === (way[1] ?? first))?.line ?? 1
        return { rule: 'cycle', file: first, line, what: [...way, first].join(' → ') }
      }
      if (to === null || seen.has(to) || !circle.has(to)) continue
      seen.add(to)
      ways.push([...way, to])
    }
  }
  throw new Error(`No way round from ${first}`)
}
