/** The parent was changed and the line no longer fits it: wider, elsewhere, without permission, without the end it must have (rules 2, 3, 5). */
import { climb } from '../../chain.ts'
import { lineFaults } from '../../passing-on.ts'
import { findingRules, nothing, ref, type FindingRule, type Found } from '../finding.ts'
import type { LookedLine } from '../looked-line.ts'

const isRule = (code: string): code is FindingRule => code in findingRules

export function noLongerFits(line: LookedLine): readonly Found[] {
  const { row, parent, ground } = line
  if (parent === null) return nothing
  const outlives = parent.effectiveTo !== null && (row.effectiveTo === null || row.effectiveTo > parent.effectiveTo)
  if (!outlives && line.carried) return nothing
  const faults = lineFaults({ child: row, parent, ...ground })
  const dimensions = new Set(faults.flatMap(fault => (fault.code === 'never-wider' ? [String(fault.dimension)] : [])))
  if (outlives) dimensions.add('dates')
  const rules = new Set<FindingRule>(faults.map(({ code }): string => code).filter(isRule))
  if (outlives) rules.add('never-wider')
  const parentRef = ref('delegation', parent.id)
  return [...rules].map((rule): Found => ({
    rule, since: null,
    cause: rule === 'never-wider' ? { parent: parentRef, dimensions: [...dimensions].sort().join(' ') } : { parent: parentRef },
  }))
}

/** More levels hang below an ancestor than it allowed (rule 5). */
export function tooDeep(line: LookedLine): readonly Found[] {
  const { row, parent, ground } = line
  if (parent === null || parent.isRoot || line.carried) return nothing
  const { rows } = climb(ground, row)
  for (let distance = 2; distance < rows.length; distance++) {
    const ancestor = rows[distance]
    const depth = ancestor?.subdelegation?.depth ?? 0
    if (ancestor !== undefined && depth > 0 && depth < distance) {
      return [{ rule: 'too-deep', since: null, cause: { parent: ref('delegation', ancestor.id), depth } }]
    }
  }
  return nothing
}
