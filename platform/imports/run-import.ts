/** A file's rows against the register: planned as a whole first, then recorded in one transaction. */
import canonicalize from 'canonicalize'

import type { Fact, LedgerNumber } from '../../kernel/authority/model.ts'
import type { Register } from '../../kernel/authority/register.ts'
import type { Act } from '../ledger/ledger.ts'
import type { Services } from '../services.ts'
import type { ImportKind, RowProblem } from './import-kind.ts'
import { OverlaidWorld } from './import-world.ts'
import { problem, type NumberedRow, type ReadRows } from './rows.ts'

export interface ImportReport {
  readonly read: number
  readonly taken: number
  readonly unchanged: number
  readonly refused: readonly RowProblem[]
  readonly warnings: readonly RowProblem[]
}

export interface ImportPlan {
  readonly report: ImportReport
  /** Facts to record, a list a row, in an order in which each finds what it refers to. */
  readonly facts: readonly (readonly Fact[])[]
}

export type ImportMode = 'whole' | 'rows'

const same = (a: Fact, b: Fact | null): boolean => b !== null && canonicalize(a) === canonicalize(b)

interface Pass {
  readonly waiting: readonly { readonly row: NumberedRow; readonly problems: readonly RowProblem[] }[]
  readonly progressed: boolean
}

class Planner {
  readonly world: OverlaidWorld
  readonly facts: (readonly Fact[])[] = []
  readonly refused: RowProblem[] = []
  unchanged = 0
  taken = 0
  readonly #rowOf = new Map<string, number>()

  constructor(private readonly kind: ImportKind, private readonly register: Register, now: number) {
    this.world = new OverlaidWorld(register, now)
  }

  /** Rows that refer to what is not known yet wait for those that bring it. */
  pass(rows: readonly NumberedRow[]): Pass {
    const waiting: { row: NumberedRow; problems: readonly RowProblem[] }[] = []
    let progressed = false
    for (const row of rows) {
      const result = this.kind.read(row.cells, this.world)
      if ('facts' in result) {
        this.#take(row.row, result.facts)
        progressed = true
        continue
      }
      const problems = result.problems.map((each) => ({ ...each, row: row.row }))
      if (problems.some(({ code }) => code.startsWith('unknown-'))) waiting.push({ row, problems })
      else this.refused.push(...problems)
    }
    return { waiting, progressed }
  }

  #take(row: number, facts: readonly Fact[]): void {
    for (const fact of facts) {
      const earlier = this.#rowOf.get(`${fact.kind}:${fact.id}`)
      if (earlier !== undefined) {
        this.refused.push(problem(row, 'id', 'duplicate-row', `${fact.id} stands in row ${earlier} already.`, 'Keep one of the two rows.'))
        return
      }
    }
    for (const fact of facts) this.#rowOf.set(`${fact.kind}:${fact.id}`, row)
    const changed = facts.filter((fact) => !same(fact, this.register.fact(fact.kind, fact.id)))
    for (const fact of facts) this.world.take(fact)
    if (changed.length === 0) this.unchanged++
    else {
      this.taken++
      this.facts.push(changed)
    }
  }
}

/** Pure: nothing is written. In mode `whole` one refused row refuses the file. */
export function planImport(kind: ImportKind, file: ReadRows, register: Register, now: number, mode: ImportMode): ImportPlan {
  if (file.problems.length > 0) {
    return { report: { read: file.rows.length, taken: 0, unchanged: 0, refused: file.problems, warnings: file.warnings }, facts: [] }
  }
  const planner = new Planner(kind, register, now)
  let rows: readonly NumberedRow[] = file.rows
  for (;;) {
    const { waiting, progressed } = planner.pass(rows)
    if (waiting.length === 0 || !progressed) {
      planner.refused.push(...waiting.flatMap(({ problems }) => problems))
      break
    }
    rows = waiting.map(({ row }) => row)
  }
  const refused = [...planner.refused, ...(kind.checkWhole?.(planner.world) ?? [])].sort((a, b) => a.row - b.row)
  const nothing = mode === 'whole' && refused.length > 0
  return {
    report: { read: file.rows.length, taken: nothing ? 0 : planner.taken, unchanged: nothing ? 0 : planner.unchanged, refused, warnings: file.warnings },
    facts: nothing ? [] : planner.facts,
  }
}

export interface ImportOptions {
  readonly mode: ImportMode
  readonly dryRun?: boolean
  /** Person id, "operator", or "import:…". */
  readonly actor: string
  /** Told the share recorded, 0 to 1. */
  readonly progress?: (share: number) => void
  /** Stopping before the end takes nothing. */
  readonly signal?: AbortSignal
}

const atOnce = 1000

const actOf = (kind: ImportKind, facts: readonly Fact[], actor: string): Act => ({
  kind: `${kind.kind}-imported`, subject: `${facts[0]!.kind}:${facts[0]!.id}`, actor, capacity: null, effectiveAt: null, facts, details: {},
})

/** Records what the plan takes, in one transaction, and waits until the register holds it. */
export async function applyImport(services: Services, kind: ImportKind, file: ReadRows, options: ImportOptions): Promise<ImportReport & { readonly number: LedgerNumber | null }> {
  const { report, facts } = planImport(kind, file, services.register, services.clock.now(), options.mode)
  if (options.dryRun || facts.length === 0) return { ...report, number: null }
  const events = await services.db.transaction({ role: 'app', person: 'operator', limitSeconds: 600 }, async (tx) => {
    const ids: string[] = []
    for (let at = 0; at < facts.length; at += atOnce) {
      options.signal?.throwIfAborted()
      ids.push(...(await services.record(tx, facts.slice(at, at + atOnce).map((each) => actOf(kind, each, options.actor)))))
      options.progress?.(Math.min(1, (at + atOnce) / facts.length))
    }
    return ids
  })
  return { ...report, number: await services.ledger.settled(events) }
}
