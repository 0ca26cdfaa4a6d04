/**
 * Decisions on one requirement, beneficiary or supplier within the matter's days, by one person or several, each inside the limit it was taken
 * under and together above it (rule 19). Told of the decision that made it so, and of each after it.
 */
import { formatDecimal, parseDecimal, scaledOrNull } from '../../amount.ts'
import type { Box, ExerciseFact, MatterFact } from '../../model.ts'
import type { Register } from '../../register.ts'
import { nothing, ref, type Found } from '../finding.ts'
import type { Look } from '../look.ts'

const day = 86_400_000
const together = ['requirement', 'beneficiary', 'supplier'] as const

const takes = (listed: readonly string[] | undefined, value: string | null): boolean =>
  listed === undefined || (value !== null && listed.includes(value))

/** The most a line allows for one act like this, in its currency; null: no limit, or one counted over several acts already. */
function ceilingOf(register: Register, act: ExerciseFact, matter: MatterFact, known: number): bigint | null {
  const row = act.delegation === null ? null : register.delegation(act.delegation, { on: act.decidedAt, known })
  if (row === null || act.amount === null || row.limits.length === 0) return null
  const { currency } = act.amount
  const applies = (box: Box): boolean =>
    takes(box.methods, act.method) && takes(box.categories, act.category) && takes(box.funds, act.fund) &&
    (box.basis ?? matter.basis) === 'act' && (box.amount === undefined || box.amount.currency === currency)
  let ceiling: bigint | null = null
  for (const { amount } of row.limits.filter(applies)) {
    if (amount?.upTo === undefined) return null
    const upTo = parseDecimal(amount.upTo)
    if (ceiling === null || upTo > ceiling) ceiling = upTo
  }
  return ceiling
}

const amountOf = ({ amount }: ExerciseFact): bigint =>
  amount === null || scaledOrNull(amount.value) === null ? 0n : parseDecimal(amount.value)

/** Of two in the same instant the later name comes later: one of them is told, not both. */
const notAfter = (one: ExerciseFact, other: ExerciseFact): boolean =>
  one.decidedAt < other.decidedAt || (one.decidedAt === other.decidedAt && one.id <= other.id)

export function splitDecision({ register, times: { known } }: Look, act: ExerciseFact, matter: MatterFact | null): readonly Found[] {
  if (matter === null || matter.splitDays === null || act.amount === null) return nothing
  const { currency } = act.amount
  const ceiling = ceilingOf(register, act, matter, known)
  if (ceiling === null || amountOf(act) > ceiling) return nothing
  const from = act.decidedAt - matter.splitDays * day
  for (const by of together) {
    const shared = act[by]
    if (shared === null) continue
    const all = register.mentioning('exercise', `${by}:${shared}`, known).filter(other =>
      other.matter === act.matter && other.decidedAt >= from && notAfter(other, act) && other.amount?.currency === currency)
    const sum = all.reduce((total, other) => total + amountOf(other), 0n)
    const each = all.every(other => {
      const limit = ceilingOf(register, other, matter, known)
      return limit !== null && amountOf(other) <= limit && sum > limit
    })
    if (all.length < 2 || !each) continue
    return [{
      rule: 'split-decision', since: act.decidedAt,
      cause: {
        by, acts: all.map(({ id }) => ref('exercise', id)).sort((a, b) => (a.id < b.id ? -1 : 1)),
        people: [...new Set(all.flatMap(({ person }) => person ?? []))].sort().map(id => ref('person', id)),
        amount: formatDecimal(sum), currency, days: matter.splitDays,
      },
    }]
  }
  return nothing
}
