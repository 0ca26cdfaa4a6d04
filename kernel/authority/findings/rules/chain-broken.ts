/**
 * What a line hangs on is not in force, is not on the register, or turns in a circle (rule 11: nothing below a parent that fell vanishes).
 * Told of the line directly below the break; what hangs below follows.
 */
import { climb, stopOf } from '../../chain.ts'
import { nothing, ref, type Found } from '../finding.ts'
import type { LookedLine } from '../looked-line.ts'

export function chainBroken(line: LookedLine): readonly Found[] {
  const { look, row, parent, ground } = line
  if (row.isRoot || line.carried) return nothing
  if (parent === null) return [{ rule: 'chain-broken', since: null, cause: { parent: ref('delegation', row.parent ?? ''), because: 'unknown' } }]
  const stop = stopOf(ground, parent)
  if (stop !== null) {
    const since = parent.endedAt ?? parent.fallsAt ?? parent.effectiveTo
    return [{
      rule: 'chain-broken', since: since !== null && since <= look.at ? since : null,
      cause: { parent: ref('delegation', parent.id), because: stop },
    }]
  }
  const { broken } = climb(ground, row)
  return broken === 'cycle' ? [{ rule: 'chain-broken', since: null, cause: { parent: ref('delegation', parent.id), because: 'cycle' } }] : nothing
}
