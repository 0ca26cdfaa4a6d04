/** How two matters differ in what the law says of them, and where the new one asks less than the old. Words and numbering are not law. */
import canonicalize from 'canonicalize'

import type { MatterFact } from '../../kernel/authority/model.ts'

const compared = [
  'rules', 'acceptance', 'delegable', 'reservedTo', 'personalOnly', 'dimensions', 'basis', 'prerequisites', 'preconditions', 'advisers',
  'notChecked', 'obligations', 'incompatible', 'contractKinds', 'splitDays', 'silenceDays',
] as const
export type Compared = (typeof compared)[number]

/** Old ids of matters in terms of the new ones, so that a pair copied with both its matters is the same pair. */
export type NewIds = ReadonlyMap<string, string>

const written = (value: unknown): string => canonicalize(value) ?? 'null'

const inNewIds = (matter: MatterFact, ids: NewIds): MatterFact =>
  ({ ...matter, incompatible: matter.incompatible.map((pair) => ({ ...pair, matter: ids.get(pair.matter) ?? pair.matter })) })

/** Lists count as sets: their order says nothing. */
const setOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(written).sort() : [written(value)])

export function differences(before: MatterFact, after: MatterFact, ids: NewIds): readonly Compared[] {
  const old = inNewIds(before, ids)
  return compared.filter((field) => written(setOf(old[field])) !== written(setOf(after[field])))
}

const includes = (more: unknown, fewer: unknown): boolean => {
  const held = new Set(setOf(more))
  return setOf(fewer).every((each) => held.has(each))
}

const strictness = { yes: 0, once: 1, no: 2 } as const

/** Whether the new matter asks at least what the old one asked in this respect. */
function asStrict(field: Compared, before: MatterFact, after: MatterFact): boolean {
  switch (field) {
    case 'acceptance': return after.acceptance === 'before-use'
    case 'delegable': return strictness[after.delegable] >= strictness[before.delegable]
    case 'personalOnly': return after.personalOnly
    case 'dimensions': case 'prerequisites': case 'preconditions': case 'obligations': case 'incompatible':
      return includes(after[field], before[field])
    case 'contractKinds': return before.contractKinds.length === 0 || (after.contractKinds.length > 0 && includes(before.contractKinds, after.contractKinds))
    case 'splitDays': return after.splitDays !== null && (before.splitDays === null || after.splitDays >= before.splitDays)
    case 'rules': case 'reservedTo': case 'basis': case 'advisers': case 'notChecked': case 'silenceDays': return false
  }
}

/** Where `after` asks less than `before`, or something that cannot be compared. Empty: it is narrower, or the same. */
export const looserIn = (before: MatterFact, after: MatterFact, ids: NewIds): readonly Compared[] =>
  differences(before, after, ids).filter((field) => !asStrict(field, inNewIds(before, ids), after))
