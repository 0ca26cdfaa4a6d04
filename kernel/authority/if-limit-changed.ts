/** What would fall, stand and be left uncovered if a delegation were given other limits, before anybody signs it (rules 3, 11). */
import type { ChildChoice } from './acts/revoke.ts'
import { groundOf } from './ground.ts'
import { childRows, settle, type IfRevoked } from './if-revoked.ts'
import { readLimits } from './limits/read-box.ts'
import { measuresOf } from './limits/measures.ts'
import { limitWithin } from './limits/within.ts'
import type { Box, Times } from './model.ts'
import type { Register } from './register.ts'
import { uncoveredWithout } from './uncovered.ts'

/** `direct` are the children that would no longer fit; those that still do are not asked about. */
export type IfLimitChanged = IfRevoked

/** The effect of giving `delegation` these limits at D, with these choices for the children that would then be wider than it. */
export function ifLimitChanged(
  register: Register, delegation: string, limits: readonly Box[], choices: Readonly<Record<string, ChildChoice>>, times: Times,
): IfLimitChanged {
  const row = register.delegation(delegation, times)
  if (row === null) return { direct: [], falls: [], stands: [], uncovered: [] }
  const ground = groundOf(register, row.matter, times)
  const boxes = readLimits(limits)
  const measures = measuresOf(ground)
  const unfit = childRows(ground, delegation).filter(child => !limitWithin(child.boxes, boxes, measures))
  const { direct, falls, stands } = settle(ground, row, unfit, choices)
  return { direct, falls: falls.map(({ id }) => id), stands: stands.map(({ id }) => id), uncovered: uncoveredWithout(ground, falls) }
}
