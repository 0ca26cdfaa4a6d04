/** What a matter requires, as JSON in a cell: for what phrases cannot say. */
import { z } from 'zod'

import type { IncompatiblePair, Obligation, Precondition, PreconditionKind, Prerequisite } from '../../../kernel/authority/model.ts'
import { identity, line, money } from '../../../platform/http/parse.ts'

export const preconditionKinds = [
  'tender', 'advice', 'clearance', 'endorsement', 'cosignature', 'consultation', 'condition',
] as const satisfies readonly PreconditionKind[]

const basis = z.enum(['act', 'contract', 'requirement', 'beneficiary-year', 'financial-year'])
const ids = z.array(identity()).max(100)

const prerequisite = z
  .strictObject({
    credential: identity(), onLapse: z.enum(['blocks-issue', 'blocks-exercise', 'grace']), graceDays: z.int().min(0).max(99_999).optional(),
  })
  .refine(({ onLapse, graceDays }) => (onLapse === 'grace') === (graceDays !== undefined), 'graceDays goes with grace.')

const precondition = z.strictObject({
  kind: z.enum(preconditionKinds),
  fact: line(100),
  over: money().optional(),
  basis: basis.optional(),
  overFact: line(100).optional(),
  when: z.strictObject({ methods: ids.optional(), categories: ids.optional(), where: z.record(line(100), line(500)).optional() }).optional(),
  amendment: z
    .strictObject({ raisedByPercent: z.int().min(0).max(9999).nullable(), extendedByMonths: z.int().min(0).max(9999).nullable() })
    .optional(),
  givenBy: ids,
})

const obligation = z.strictObject({
  duty: line(100), at: z.enum(['permit', 'issue']), over: money().optional(), basis: basis.optional(), tells: ids,
})

const pair = z.strictObject({ matter: identity(), scope: z.enum(['entity', 'case']) })

/** The list, or what is wrong with it. */
const listShape = <T>(item: z.ZodType) => {
  const list = z.array(item).max(100)
  return (value: unknown): T[] | string => {
    const read = list.safeParse(value)
    if (read.success) return read.data as T[]
    return `It cannot be read: ${read.error.issues.slice(0, 3).map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`
  }
}

export const prerequisitesShape = listShape<Prerequisite>(prerequisite)
export const preconditionsShape = listShape<Precondition>(precondition)
export const obligationsShape = listShape<Obligation>(obligation)
export const incompatibleShape = listShape<IncompatiblePair>(pair)
