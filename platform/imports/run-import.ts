/** A file's rows against the register: planned as a whole first, then recorded in one transaction. */
import canonicalize from 'canonicalize'

import type { Fact, Instant, LedgerNumber } from '../../kernel/authority/model.ts'
import type { Register } from '../../kernel/authority/register.ts'
import { assertCurrent } from '../ledger/chain-locks.ts'
import type { Act } from '../ledger/ledger.ts'
import type { Services } from '../services.ts'
import { Claims } from './claims.ts'
import type { ImportKind, RowProblem } from './import-kind.ts'
import { OverlaidWorld } from './import-world.ts'
import { aboveFirst, explained, type Waiting } from './row-order.ts'
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

class Planner {
  readonly facts: (readonly Fact[])[] = []
  readonly refused: RowProblem[] = []
  readonly #world: OverlaidWorld
  readonly #rowOf = new Map<string, number>()
  readonly #claims: Claims
  unchanged = 0

  constructor(
    private readonly kind: ImportKind,
    private readonly register: Register,
    now: Instant,
  ) {
    this.#world = new OverlaidWorld(register, now)
    this.#claims = new Claims(kind, register)
  }

  /** Rows that refer to what is not known yet wait for those that bring it. */
  take(rows: readonly NumberedRow[]): void {
    let waiting = this.#passes(rows)
    for (let last = rows.length + 1; waiting.length > 0 && waiting.length < last;) {
      last = waiting.length
      const left = this.#together(waiting)
      if (left.length < last) waiting = this.#passes(left.map(({ row }) => row))
    }
    this.refused.push(...explained(this.kind, rows, waiting))
  }

  #passes(rows: readonly NumberedRow[]): readonly Waiting[] {
    let waiting = this.#pass(rows)
    for (let last = rows.length; waiting.length > 0 && waiting.length < last;) {
      last = waiting.length
      waiting = this.#pass(waiting.map(({ row }) => row))
    }
    return waiting
  }

  /** Rows that wait for one another are taken together: as many as stand without those that cannot be taken. */
  #together(waiting: readonly Waiting[]): readonly Waiting[] {
    for (let rows = waiting.map(({ row }) => row), last = rows.length + 1; rows.length > 0 && rows.length < last;) {
      this.#world.expect(new Set(rows.flatMap(({ cells }) => cells.id ?? [])))
      const read = rows.map((row) => ({ row, result: this.kind.read(row.cells, this.#world) }))
      const taken = read.flatMap(({ row, result }) => ('facts' in result ? [{ row, facts: result.facts }] : []))
      if (taken.length === rows.length) {
        for (const { row, facts } of taken) this.#record(row.row, facts)
        this.#world.expect(new Set())
        return waiting.filter(({ row }) => !rows.includes(row))
      }
      last = rows.length
      rows = taken.map(({ row }) => row)
    }
    this.#world.expect(new Set())
    return waiting
  }

  #pass(rows: readonly NumberedRow[]): Waiting[] {
    const waiting: Waiting[] = []
    for (const row of rows) {
      const result = this.kind.read(row.cells, this.#world)
      if ('facts' in result) {
        this.#record(row.row, result.facts)
        continue
      }
      const problems = result.problems.map((each) => ({ ...each, row: row.row }))
      if (problems.some(({ code }) => code.startsWith('unknown-'))) waiting.push({ row, problems })
      else this.refused.push(...problems)
    }
    return waiting
  }

  #record(row: number, facts: readonly Fact[]): void {
    const fault = this.#twice(row, facts) ?? this.#claims.fault(row, facts)
    if (fault !== null) {
      this.refused.push(fault)
      return
    }
    for (const fact of facts) {
      this.#rowOf.set(`${fact.kind}:${fact.id}`, row)
      this.#world.take(fact)
    }
    const changed = facts.filter((fact) => !same(fact, this.register.fact(fact.kind, fact.id)))
    if (changed.length === 0) this.unchanged++
    else this.facts.push(changed)
  }

  #twice(row: number, facts: readonly Fact[]): RowProblem | null {
    for (const { kind, id } of facts) {
      const earlier = this.#rowOf.get(`${kind}:${id}`)
      if (earlier !== undefined)
        return problem(row, 'id', 'duplicate-row', `${id} stands in row ${earlier} too.`, 'Keep one of the two rows.')
    }
    return null
  }
}

/** Pure: nothing is written. In mode `whole` one refused row refuses the file. */
export function planImport(kind: ImportKind, file: ReadRows, register: Register, now: Instant, mode: ImportMode): ImportPlan {
  if (file.problems.length > 0) {
    return { report: { read: file.rows.length, taken: 0, unchanged: 0, refused: file.problems, warnings: file.warnings }, facts: [] }
  }
  const planner = new Planner(kind, register, now)
  planner.take(kind.above === undefined ? file.rows : aboveFirst(file.rows, kind.above))
  const refused = planner.refused.sort((a, b) => a.row - b.row)
  const facts = mode === 'whole' && refused.length > 0 ? [] : planner.facts
  const unchanged = mode === 'whole' && refused.length > 0 ? 0 : planner.unchanged
  return { report: { read: file.rows.length, taken: facts.length, unchanged, refused, warnings: file.warnings }, facts }
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
  kind: `${kind.kind}-imported`,
  subject: `${facts[0]!.kind}:${facts[0]!.id}`,
  actor,
  capacity: null,
  effectiveAt: null,
  facts,
  details: {},
})

/**
 * Records what the plan takes, in one transaction, and waits until the register holds it. A delegation that somebody else changed since
 * the plan was made is a `Conflict`: a revocation is never overwritten unseen.
 */
export async function applyImport(
  services: Services,
  kind: ImportKind,
  file: ReadRows,
  options: ImportOptions,
): Promise<ImportReport & { readonly number: LedgerNumber | null }> {
  const { register } = services
  const known = register.head
  const { report, facts } = planImport(kind, file, register, services.clock.now(), options.mode)
  if (options.dryRun || facts.length === 0) return { ...report, number: null }
  const events = await services.db.transaction({ role: 'app', person: 'operator', limitSeconds: 600 }, async (tx) => {
    await assertCurrent(
      tx,
      facts.flat().filter((fact) => fact.kind === 'delegation'),
      known,
    )
    const ids: string[] = []
    for (let at = 0; at < facts.length; at += atOnce) {
      options.signal?.throwIfAborted()
      ids.push(
        ...(await services.record(
          tx,
          facts.slice(at, at + atOnce).map((each) => actOf(kind, each, options.actor)),
        )),
      )
      options.progress?.(Math.min(1, (at + atOnce) / facts.length))
    }
    return ids
  })
  return { ...report, number: await services.ledger.settled(events) }
}
