/** The shapes of AuthZEN 1.0 for the OpenAPI document. Requests are read by hand (entities.ts): the schemas here describe, they do not run. */
import { z } from 'zod'

const properties = z.looseObject({}).optional()
const subject = z.looseObject({
  type: z.string().describe('person (or user), post, or body.'), id: z.string(), properties: properties.describe('Ignored: the register knows its own.'),
})
const action = z.looseObject({ name: z.string().describe('Code of the matter.'), properties: properties.describe('Facts the catalogue asks for.') })
const resource = z.looseObject({
  type: z.string().describe('entity'), id: z.string(),
  properties: z.looseObject({
    amount: z.union([z.object({ currency: z.string(), value: z.string() }), z.string(), z.number()]).optional(), currency: z.string().optional(),
    method: z.string().optional(), category: z.string().optional(), fund: z.string().optional(), grade: z.string().optional(),
    term: z.union([z.int(), z.string()]).optional(), beneficiary: z.string().optional(), place: z.string().optional(), contract: z.string().optional(),
    requirement: z.string().optional(), case: z.string().optional(), supplier: z.string().optional(),
  }).optional(),
})
const context = z.looseObject({
  on: z.string().optional().describe('A day or instant. Whoever names one asks for history or a forecast: the decision is false.'),
  known: z.union([z.string(), z.int()]).optional().describe('As the register knew it then; as `on`.'), capacity: z.string().optional(), cosigners: z.array(z.string()).optional(),
  facts: z.looseObject({}).optional(), reasons: z.boolean().optional().describe('Whether the answer says why.'),
})
const page = z.looseObject({ token: z.string().optional(), limit: z.int().optional() }).optional()

/** Described, not checked. */
const describedOnly = (shape: z.ZodType): z.ZodUnknown => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io: 'input', target: 'draft-2020-12' })
  return z.unknown().meta(schema)
}

export const evaluationShape = z.looseObject({ subject, action, resource, context: context.optional() })

export const evaluationBody = describedOnly(evaluationShape)
export const evaluationsBody = describedOnly(z.looseObject({
  ...evaluationShape.partial().shape, evaluations: z.array(evaluationShape.partial()).optional(),
  options: z.looseObject({
    evaluations_semantic: z.enum(['execute_all', 'deny_on_first_deny', 'permit_on_first_permit']).optional(), reasons: z.boolean().optional(),
  }).optional(),
}))

const typed = z.looseObject({ type: z.string(), properties })
export const subjectSearchBody = describedOnly(z.looseObject({ subject: typed, action, resource, context: context.optional(), page }))
export const resourceSearchBody = describedOnly(z.looseObject({ subject, action, resource: typed, context: context.optional(), page }))
export const actionSearchBody = describedOnly(z.looseObject({ subject, resource, context: context.optional(), page }))

const decision = z.looseObject({ decision: z.boolean(), context: z.looseObject({}).optional() })
export const evaluationAnswer = decision
export const evaluationsAnswer = z.union([z.object({ evaluations: z.array(decision) }), decision])

const pageAnswer = z.object({ next_token: z.string(), count: z.int(), total: z.int() }).optional()
export const entitiesAnswer = z.object({ results: z.array(z.object({ type: z.string(), id: z.string() })), page: pageAnswer })
export const actionsAnswer = z.object({ results: z.array(z.object({ name: z.string() })), page: pageAnswer })
