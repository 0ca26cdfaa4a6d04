/** What no two records of a kind may share (a line of an instrument): who has it, in the register and among the rows taken so far. */
import type { Fact } from '../../kernel/authority/model.ts'
import type { Register } from '../../kernel/authority/register.ts'
import type { ImportKind, RowProblem } from './import-kind.ts'
import { problem } from './rows.ts'

export class Claims {
  readonly #rule: ImportKind['onlyOnce']
  readonly #register: Register
  /** Made with the first fact of a kind, for most kinds claim nothing. */
  #holders: Map<string, string> | null = null

  constructor({ onlyOnce }: ImportKind, register: Register) {
    this.#rule = onlyOnce
    this.#register = register
  }

  /** What is wrong with the claims of these facts; null, and they hold them from now on. */
  fault(row: number, facts: readonly Fact[]): RowProblem | null {
    const rule = this.#rule
    if (rule === undefined) return null
    for (const fact of facts) {
      const claim = rule.of(fact)
      if (claim === null) continue
      const holders = (this.#holders ??= this.#known(fact, rule.of))
      const holder = holders.get(claim)
      if (holder !== undefined && holder !== fact.id) {
        return problem(row, rule.column, rule.code, `${claim} is ${holder} already.`, `Correct ${rule.column}.`)
      }
      holders.set(claim, fact.id)
    }
    return null
  }

  #known({ kind }: Fact, claimOf: (fact: Fact) => string | null): Map<string, string> {
    const holders = new Map<string, string>()
    for (const fact of this.#register.facts(kind)) {
      const claim = claimOf(fact)
      if (claim !== null) holders.set(claim, fact.id)
    }
    return holders
  }
}
