/** The demonstration as the importer takes it, batch after batch, without a database: for tests only. */
import type { DelegationFact, Fact, FactKind, Instant } from '../kernel/authority/model.ts'
import { Register } from '../kernel/authority/register.ts'
import type { Demonstration } from '../demo/generate.ts'
import type { Row, RowProblem } from '../platform/imports/import-kind.ts'
import { readFile } from '../platform/imports/read-file.ts'
import { planImport } from '../platform/imports/run-import.ts'
import { modules } from './modules.ts'

interface Recorded {
  readonly fact: DelegationFact
  readonly recordedAt: Instant
}

export interface TakenDemonstration {
  readonly register: Register
  readonly refused: readonly RowProblem[]
  /** Rows of the kinds that name things in several languages. */
  readonly named: readonly Row[]
  /** Each delegation as the first file brought it, and as a file ended it. */
  readonly issued: readonly Recorded[]
  readonly ended: readonly Recorded[]
}

export const all = <K extends FactKind>(register: Register, kind: K): readonly Extract<Fact, { kind: K }>[] => [...register.facts(kind)]

export async function takeDemonstration({ batches }: Demonstration): Promise<TakenDemonstration> {
  const kinds = new Map(modules.flatMap((module) => module.imports).map((kind) => [kind.kind, kind]))
  const register = new Register()
  const taken = { register, refused: [] as RowProblem[], named: [] as Row[], issued: [] as Recorded[], ended: [] as Recorded[] }
  for (const batch of batches) {
    const recordedAt = Date.parse(batch.recordedAt)
    for (const { kind: name, csv } of batch.files) {
      const kind = kinds.get(name)
      if (!kind) throw new Error(`The demonstration has a file of the unknown kind ${name}`)
      const file = await readFile(kind, Buffer.from(csv), 'csv')
      if (name === 'organisation' || name === 'catalogue') taken.named.push(...file.rows.map(({ cells }) => cells))
      const { report, facts } = planImport(kind, file, register, recordedAt, 'whole')
      taken.refused.push(...report.refused)
      const number = register.head + 1
      for (const fact of facts.flat()) {
        if (fact.kind === 'delegation') {
          const earlier = register.fact('delegation', fact.id)
          if (earlier === null) taken.issued.push({ fact, recordedAt })
          if (fact.endedAt !== null && earlier?.endedAt !== fact.endedAt) taken.ended.push({ fact, recordedAt })
        }
        register.apply(fact, number, recordedAt)
      }
    }
  }
  return taken
}
