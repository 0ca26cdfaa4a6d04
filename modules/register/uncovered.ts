/** What would be left uncovered, as every effect that is shown before an act shows it. */
import { z } from 'zod'

import type { Uncovered } from '../../kernel/authority/uncovered.ts'
import type { Register } from '../../kernel/authority/register.ts'
import { named } from './present.ts'
import { named as namedShape } from './shapes.ts'

export const uncoveredShape = z.array(z.object({ matter: namedShape, entity: namedShape, persons: z.array(namedShape), nobodyElse: z.boolean() }))

/** The first 200 are shown, those that nobody else could decide before the others. */
export function presentUncovered(register: Register, uncovered: readonly Uncovered[]): z.infer<typeof uncoveredShape> {
  const aloneFirst = [...uncovered].sort((a, b) => Number(b.nobodyElse) - Number(a.nobodyElse))
  return aloneFirst.slice(0, 200).map((each) => ({
    matter: named(register, 'matter', each.matter), entity: named(register, 'entity', each.entity),
    persons: each.persons.map((person) => named(register, 'person', person)), nobodyElse: each.nobodyElse,
  }))
}
