/** A complete population of recorded acts, and the totals by which anybody can tell that it is complete. */
import { createHash } from 'node:crypto'

import { formatDecimal, parseDecimal } from '../../../kernel/authority/amount.ts'
import type { Money, Times } from '../../../kernel/authority/model.ts'
import type { Register } from '../../../kernel/authority/register.ts'
import type { SortKeys } from '../ordered.ts'
import type { Judged } from '../ratifying.ts'
import type { RecordedAct } from './acts.ts'

/** What the register says of a decision, in the auditor's words. `ratified` was without authority, and somebody competent stands behind it since. */
export const auditVerdicts = ['authorised', 'unauthorised', 'ratified', 'not-judged'] as const
export type AuditVerdict = (typeof auditVerdicts)[number]

/** What lies before the register opened is evidence, not authority: it is not judged. */
export function auditVerdict({ then, unauthorised, ratifications }: Judged): AuditVerdict {
  if (then === 'before-register') return 'not-judged'
  return !unauthorised ? 'authorised' : ratifications.length > 0 ? 'ratified' : 'unauthorised'
}

export interface PopulationFilter {
  /** Root of the subtree in which the act takes effect, as it stood when it was recorded. */
  readonly entity: string | null
  readonly matter: string | null
  readonly currency: string | null
}

export interface ControlTotals {
  readonly count: number
  /** Exact sums, one a currency, in order of the currency's code; acts without an amount are in none. */
  readonly amounts: readonly Money[]
  readonly withoutAmount: number
  /** Ledger numbers; null: empty. */
  readonly first: number | null
  readonly last: number | null
  /** SHA-256 of the ids, sorted by code unit, each followed by a line feed. */
  readonly digest: string
}

/** Where an act takes effect: as it says, else where its actor acted, else where the delegation it was taken under holds. */
function placesOf(register: Register, { entities, capacity, delegation, number, effectiveAt, recordedAt }: RecordedAct): readonly string[] {
  if (entities.length > 0) return entities
  const post = capacity === null ? null : register.fact('post', capacity, number)
  if (post !== null) return [post.entity]
  return delegation === null ? [] : (register.delegation(delegation, { on: effectiveAt ?? recordedAt, known: number })?.entities ?? [])
}

function liesUnder(register: Register, act: RecordedAct, root: string): boolean {
  const times: Times = { on: act.effectiveAt ?? act.recordedAt, known: act.number, now: act.recordedAt }
  return placesOf(register, act).some((entity) => register.inSubtree(entity, root, times))
}

export function within(register: Register, acts: readonly RecordedAct[], { entity, matter, currency }: PopulationFilter): readonly RecordedAct[] {
  return acts.filter((act) =>
    (matter === null || act.matter === matter) && (currency === null || act.amount?.currency === currency) && (entity === null || liesUnder(register, act, entity)))
}

/** How a population may be shown. The order of the population itself, which samples are drawn in, is the ledger's. */
export const actOrders: SortKeys<RecordedAct> = {
  number: ({ number, id }) => [number, id],
  amount: ({ amount }) => (amount === null ? null : [amount.currency, parseDecimal(amount.value)]),
  matter: ({ matter }) => matter,
  actor: ({ actor, decider }) => decider?.id ?? actor,
  effective: ({ effectiveAt, recordedAt }) => effectiveAt ?? recordedAt,
}

export function controlTotals(acts: readonly RecordedAct[]): ControlTotals {
  const sums = new Map<string, bigint>()
  for (const { amount } of acts) if (amount !== null) sums.set(amount.currency, (sums.get(amount.currency) ?? 0n) + parseDecimal(amount.value))
  const ids = acts.map(({ id }) => id).toSorted()
  const numbers = acts.map(({ number }) => number)
  return {
    count: acts.length,
    amounts: [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([currency, sum]) => ({ currency, value: formatDecimal(sum) })),
    withoutAmount: acts.filter(({ amount }) => amount === null).length,
    first: numbers[0] ?? null, last: numbers.at(-1) ?? null,
    digest: createHash('sha256').update(ids.map((id) => `${id}\n`).join('')).digest('hex'),
  }
}
