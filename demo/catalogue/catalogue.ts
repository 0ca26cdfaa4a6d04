/** The whole invented catalogue. Where the source speaks of a kind of matter it is named; every limit is invented. */
import { budgetFinance } from './budget-finance.ts'
import { humanResources } from './human-resources.ts'
import type { MatterPlan } from './plan.ts'
import { procurement } from './procurement.ts'
import { property } from './property.ts'

export const catalogue: readonly MatterPlan[] = [...humanResources, ...budgetFinance, ...procurement, ...property]

export const currency = 'USD'
export const frameworkId = 'concord-2019'
