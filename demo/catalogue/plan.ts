/** How a matter of the invented catalogue is written down: what the register is told, and whom the organisation gives it to. */
import type { Duty } from '../organisation/titles.ts'
import { words, type Words } from '../organisation/words.ts'

export type Area = 'human-resources' | 'budget-finance' | 'procurement' | 'property'
export type HoldingTier = 'full' | 'large' | 'medium' | 'small'
export type Dimension = 'amount' | 'grade' | 'method' | 'category' | 'fund' | 'term'

/** A ceiling in every dimension the matter has; money in the currency of the framework. */
export interface Ceiling {
  readonly upTo?: number
  /** Highest amount by method of solicitation; one box each. */
  readonly byMethod?: Readonly<Record<string, number>>
  readonly grade?: string
  readonly term?: number
  readonly funds?: readonly string[]
}

export interface MatterPlan {
  readonly id: string
  readonly area: Area
  readonly name: Words
  readonly about: string
  readonly citation: string
  /** "A/75/201 ¶n" where the source speaks of this kind of matter; absent = invented. */
  readonly quoted?: string
  readonly acceptance?: 'before-use' | 'after'
  readonly delegable?: 'yes' | 'once' | 'no'
  readonly reservedTo?: string
  readonly personalOnly?: boolean
  readonly dimensions?: readonly Dimension[]
  readonly prerequisites?: string
  readonly preconditions?: string
  readonly advisers?: string
  readonly notChecked?: string
  readonly obligations?: string
  readonly incompatible?: string
  readonly splitDays?: number
  /** What heads of entity hold, by tier; a tier left out holds nothing. */
  readonly held: Readonly<Partial<Record<HoldingTier, Ceiling>>>
  /** Duties the authority is passed on to, one level each. */
  readonly passedTo: readonly Duty[]
  /** Category of entity that alone receives it. */
  readonly onlyIn?: string
}

const prefixes: Record<Area, string> = { 'human-resources': 'S', 'budget-finance': 'F', procurement: 'C', property: 'C' }

type Details = Omit<MatterPlan, 'id' | 'area' | 'name' | 'about' | 'citation' | 'held' | 'passedTo'> & Partial<Pick<MatterPlan,
'held' | 'passedTo'>>

/** One line of an area's table: names in three languages, a sentence, an invented rule, and the details that differ from the usual. */
export const inArea = (area: Area) =>
  (id: string, [en, zh, ar]: readonly [string, string, string], about: string, rule: string, details: Details = {}): MatterPlan =>
    ({ held: {}, passedTo: [], ...details, id, area, name: words(en, zh, ar), about,
      citation: `Rule ${prefixes[area]}-${rule} of the Organisation` })

/** The same ceiling in every tier named. */
export const everywhere = (ceiling: Ceiling, ...tiers: readonly HoldingTier[]): Partial<Record<HoldingTier, Ceiling>> =>
  Object.fromEntries((tiers.length > 0 ? tiers : (['full', 'large', 'medium', 'small'] as const)).map((tier) => [tier, ceiling]))

/** Amounts from the full tier down to the small one; a tier not reached holds nothing. */
export function amounts(full: number, large?: number, medium?: number, small?: number): Partial<Record<HoldingTier, Ceiling>> {
  const steps = { full, large, medium, small }
  return Object.fromEntries(Object.entries(steps).flatMap(([tier, upTo]) => upTo === undefined ? [] : [[tier, { upTo }]]))
}
