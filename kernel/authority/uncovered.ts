/** Which matters would be left without anybody to decide them, where, if lines stopped or somebody were not there. */
import { rowsOnMatter } from './candidate.ts'
import { inForce } from './chain.ts'
import { isManned, personsExercising } from './exercising.ts'
import { groundOf, type Ground } from './ground.ts'
import { DelegationRow } from './store/delegation-row.ts'
import { ancestry, type World } from './world.ts'

export interface Uncovered {
  readonly matter: string
  readonly entity: string
  /** Who would lose it. */
  readonly persons: readonly string[]
  /** Nobody else could decide the matter there. */
  readonly nobodyElse: boolean
}

/** The ground of each line's own matter, found once for each. */
export function groundsOf({ register, times }: Ground): (row: DelegationRow) => Ground {
  const grounds = new Map<number, Ground>()
  return row => {
    const matter = row.columns.matter.get(row.row)
    let ground = grounds.get(matter)
    if (ground === undefined) grounds.set(matter, (ground = groundOf(register, row.matter, times)))
    return ground
  }
}

/** Each line by the law of its own matter. */
export const inForceByItsLaw = ({ register, times }: Ground, row: DelegationRow): boolean =>
  inForce(groundOf(register, row.matter, times), row)

const identityOf = ({ columns, row }: DelegationRow): number => columns.versions.identity.get(row)

/** A line and all that hangs below it, in any state; each once, however the chain turns. */
export function* subtree({ register: { store: { delegations } }, times: { on, known } }: Ground, top: DelegationRow): Iterable<DelegationRow> {
  const seen = new Set<number>()
  const open = [top.row]
  for (let row = open.pop(); row !== undefined; row = open.pop()) {
    const identity = delegations.versions.identity.get(row)
    if (seen.has(identity)) continue
    seen.add(identity)
    yield new DelegationRow(delegations, row)
    const children: number[] = []
    for (let child = delegations.below.first(identity); child >= 0; child = delegations.below.next(child)) {
      if (delegations.versions.isKnownAt(child, known, on)) children.push(child)
    }
    while (children.length > 0) open.push(children.pop() as number)
  }
}

/** Where lines count: as the register has them, or as a plan would make them. */
export interface Cover {
  /** What a line that stops leaves uncovered. */
  readonly places: (row: DelegationRow) => readonly string[]
  /** Roots of what a line that goes on covers. */
  readonly roots: (row: DelegationRow) => readonly string[]
  /** In which those trees stand. */
  readonly world: World
}

const asRecorded = ({ world }: Ground): Cover => ({ places: row => row.entities, roots: row => row.entities, world })

/** Who else decides one matter, looked for entity by entity: each line is looked at once, and only if it could help. */
class Others {
  readonly #rooted = new Map<string, DelegationRow[]>()
  readonly #found = new Map<string, boolean>()

  constructor(
    private readonly ground: Ground, private readonly cover: Cover, matter: string, gone: ReadonlySet<number>,
    private readonly absent: string | null, private readonly groundFor: (row: DelegationRow) => Ground,
  ) {
    for (const row of rowsOnMatter(ground, matter)) {
      if (!row.mayExercise || gone.has(identityOf(row))) continue
      for (const root of cover.roots(row)) {
        const rows = this.#rooted.get(root)
        if (rows === undefined) this.#rooted.set(root, [row])
        else rows.push(row)
      }
    }
  }

  decideIn(entity: string): boolean {
    if (this.#rooted.size === 0) return false
    for (const root of ancestry(this.cover.world, entity)) if (this.#decideFrom(root)) return true
    return false
  }

  #decideFrom(root: string): boolean {
    let found = this.#found.get(root)
    if (found === undefined) {
      found = this.#rooted.get(root)?.some(row => inForce(this.groundFor(row), row) && isManned(this.ground, row, this.absent)) ?? false
      this.#found.set(root, found)
    }
    return found
  }
}

interface Lost {
  readonly matter: string
  readonly entity: string
  readonly persons: Set<string>
  readonly nobodyElse: boolean
}

/** What these lines cover, and whether anybody else does; `loses` says who decides under each of them now. */
function uncovered(
  ground: Ground, cover: Cover, rows: readonly DelegationRow[], gone: ReadonlySet<number>, absent: string | null,
  loses: (here: Ground, row: DelegationRow) => readonly string[],
): Uncovered[] {
  const groundFor = groundsOf(ground)
  const lost: Lost[] = []
  const onMatters = new Map<number, { readonly others: Others; readonly byEntity: Map<string, Lost> }>()
  for (const row of rows) {
    const here = groundFor(row)
    const number = row.columns.matter.get(row.row)
    let onMatter = onMatters.get(number)
    if (onMatter === undefined) {
      onMatter = { others: new Others(here, cover, row.matter, gone, absent, groundFor), byEntity: new Map() }
      onMatters.set(number, onMatter)
    }
    for (const entity of cover.places(row)) {
      let entry = onMatter.byEntity.get(entity)
      if (entry === undefined) {
        entry = { matter: row.matter, entity, persons: new Set(), nobodyElse: !onMatter.others.decideIn(entity) }
        onMatter.byEntity.set(entity, entry)
        lost.push(entry)
      }
      if (row.mayExercise) for (const person of loses(here, row)) entry.persons.add(person)
    }
  }
  return lost.map(entry => ({ ...entry, persons: [...entry.persons] }))
}

/** What would be uncovered if these lines stopped. */
export const uncoveredWithout = (ground: Ground, stopped: readonly DelegationRow[], cover: Cover = asRecorded(ground)): Uncovered[] =>
  uncovered(ground, cover, stopped, new Set(stopped.map(identityOf)), null, personsExercising)

/** What would be uncovered of these lines, all in force, if the person who decides under them were not there. */
export const uncoveredBy = (ground: Ground, held: readonly DelegationRow[], person: string): Uncovered[] =>
  uncovered(ground, asRecorded(ground), held.filter(row => row.mayExercise), new Set(), person, () => [person])
