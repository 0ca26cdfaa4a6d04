/** Which matters would be left without anybody to decide them, where, if lines stopped or somebody were not there. */
import { rowsOnMatter } from './candidate.ts'
import { inForce } from './chain.ts'
import { isManned, personsExercising } from './exercising.ts'
import { groundOf, type Ground } from './ground.ts'
import type { DelegationRow } from './store/delegation-row.ts'
import { inAnySubtree } from './world.ts'

export interface Uncovered {
  readonly matter: string
  readonly entity: string
  /** Who would lose it. */
  readonly persons: readonly string[]
  /** Nobody else could decide the matter there. */
  readonly nobodyElse: boolean
}

/** Each line by the law of its own matter. */
export const inForceByItsLaw = ({ register, times }: Ground, row: DelegationRow): boolean =>
  inForce(groundOf(register, row.matter, times), row)

/** A line and all that hangs below it, in any state. */
export function* subtree(ground: Ground, row: DelegationRow, seen = new Set<string>()): Iterable<DelegationRow> {
  if (seen.has(row.id)) return
  seen.add(row.id)
  yield row
  for (const child of ground.register.linked('parent', row.id, ground.times)) yield* subtree(ground, child, seen)
}

/** Where lines count: as the register has them, or as a plan would make them. */
export interface Cover {
  readonly places: (row: DelegationRow) => readonly string[]
  readonly covers: (row: DelegationRow, entity: string) => boolean
}

const asRecorded = ({ world }: Ground): Cover => ({
  places: row => row.entities,
  covers: (row, entity) => inAnySubtree(world, entity, row.entities),
})

function somebodyElse(ground: Ground, cover: Cover, matter: string, entity: string, gone: ReadonlySet<string>, absent: string | null): boolean {
  for (const row of rowsOnMatter(ground, matter)) {
    if (gone.has(row.id) || !row.mayExercise || !cover.covers(row, entity)) continue
    if (inForceByItsLaw(ground, row) && isManned(ground, row, absent)) return true
  }
  return false
}

/** What these lines cover, and whether anybody else does; `loses` says who decides under each of them now. */
function uncovered(
  ground: Ground, cover: Cover, rows: readonly DelegationRow[], gone: ReadonlySet<string>, absent: string | null,
  loses: (here: Ground, row: DelegationRow) => readonly string[],
): Uncovered[] {
  const lost = new Map<string, Uncovered & { persons: string[] }>()
  for (const row of rows) {
    const here = groundOf(ground.register, row.matter, ground.times)
    for (const entity of cover.places(row)) {
      const key = JSON.stringify([row.matter, entity])
      const entry = lost.get(key) ??
        { matter: row.matter, entity, persons: [], nobodyElse: !somebodyElse(here, cover, row.matter, entity, gone, absent) }
      if (row.mayExercise) entry.persons.push(...loses(here, row).filter(person => !entry.persons.includes(person)))
      lost.set(key, entry)
    }
  }
  return [...lost.values()]
}

/** What would be uncovered if these lines stopped. */
export const uncoveredWithout = (ground: Ground, stopped: readonly DelegationRow[], cover: Cover = asRecorded(ground)): Uncovered[] =>
  uncovered(ground, cover, stopped, new Set(stopped.map(row => row.id)), null, personsExercising)

/** What would be uncovered of these lines, all in force, if the person who decides under them were not there. */
export const uncoveredBy = (ground: Ground, held: readonly DelegationRow[], person: string): Uncovered[] =>
  uncovered(ground, asRecorded(ground), held.filter(row => row.mayExercise), new Set(), person, () => [person])
