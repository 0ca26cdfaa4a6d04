/**
 * Acts that count together are decided one after the other: two on one contract, each within the limit and together above it, cannot both
 * pass by not seeing each other (rule 4; SEMANTICS, What a decision amounts to).
 */
import { sql } from 'kysely'

import type { Basis, Box, Question } from '../../kernel/authority/model.ts'
import type { Register } from '../../kernel/authority/register.ts'
import type { Tx } from '../../platform/database/database.ts'
import { lockCounted } from '../../platform/ledger/chain-locks.ts'
import { Conflict } from '../../platform/ledger/conflict.ts'

type Column = 'contract' | 'requirement' | 'beneficiary' | 'matter'

/** Every basis something about the decision is counted on: by the matter, its rules, or the limits of the chain. */
function basesOf(register: Register, { matter }: Question, limits: readonly Box[]): ReadonlySet<Basis> {
  const fact = register.fact('matter', matter)
  const said = [fact, ...(fact?.preconditions ?? []), ...(fact?.obligations ?? []), ...limits]
  return new Set(said.flatMap((each) => each?.basis ?? []))
}

function sharedBy(register: Register, question: Question, limits: readonly Box[]): readonly (readonly [Column, string])[] {
  const bases = basesOf(register, question, limits)
  const found: [Column, string | undefined, Basis][] = [
    ['contract', question.contract, 'contract'],
    ['requirement', question.requirement, 'requirement'],
    ['beneficiary', question.beneficiary, 'beneficiary-year'],
    ['matter', question.matter, 'financial-year'],
  ]
  return found.flatMap(([column, id, basis]) => (id === undefined || !bases.has(basis) ? [] : [[column, id] as const]))
}

/** Waits for its turn, then throws `Conflict` `moved-on` if an act that counts with this one is newer than `known`. */
export async function takeTurn(tx: Tx, register: Register, question: Question, limits: readonly Box[], known: number): Promise<void> {
  const shared = sharedBy(register, question, limits)
  await lockCounted(tx, shared.map(([column, id]) => `${column}:${id}`))
  for (const [column, id] of shared) {
    const { rows } = await sql<{ id: string }>`
      SELECT v.id FROM exercise_version v LEFT JOIN ledger l ON l.event = v.event
      WHERE v.superseded_by IS NULL AND v.${sql.ref(column)} = ${id} AND (l.number IS NULL OR l.number > ${known}) LIMIT 1`.execute(tx)
    if (rows.length > 0) throw new Conflict('moved-on', rows.map((row) => row.id))
  }
}
