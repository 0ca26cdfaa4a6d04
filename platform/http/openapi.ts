/** The OpenAPI 3.1 document, made from the contracts and nothing else. */
import { z } from 'zod'

import type { Contract } from './contract.ts'
import { fieldErrorShape } from './parse.ts'

type JsonSchema = Record<string, unknown>

const toSchema = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' }) as JsonSchema
  return rest
}

const problemSchema: JsonSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' },
    errors: { type: 'array', items: toSchema(fieldErrorShape, 'output') },
  },
}

function parameters(schema: z.ZodType, where: 'path' | 'query'): JsonSchema[] {
  const { properties = {}, required = [] } = toSchema(schema, 'input') as { properties?: Record<string, JsonSchema>; required?: string[] }
  return Object.entries(properties).map(([name, property]) => ({
    name, in: where, required: where === 'path' || required.includes(name), schema: property,
    ...(typeof property.description === 'string' ? { description: property.description } : {}),
  }))
}

const security: Record<NonNullable<Contract['open']>, JsonSchema[]> = {
  public: [{}],
  demonstration: [{}],
  'signed-in': [{ session: [] }, { bearer: [] }],
  auditor: [{ session: [] }, { bearer: [] }],
  operator: [{ bearer: [] }, { session: [] }],
}

function operation(contract: Contract): JsonSchema {
  const answers: JsonSchema = {
    200: contract.answer instanceof z.ZodAny || contract.answer instanceof z.ZodUnknown
      ? { description: 'A file.' }
      : { description: 'The answer.', content: { 'application/json': { schema: toSchema(contract.answer, 'output') } } },
    default: contract.refusals === 'text'
      ? { description: 'What is wrong and what to do, as one text.', content: { 'application/json': { schema: { type: 'string' } } } }
      : { description: 'A problem, with what to do.', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
  }
  const takesBody = contract.method !== 'GET' && contract.method !== 'DELETE'
  const body = contract.raw
    ? { requestBody: { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } } }
    : takesBody && !(contract.body instanceof z.ZodUndefined)
      ? { requestBody: { required: true, content: { 'application/json': { schema: toSchema(contract.body, 'input') } } } }
      : {}
  return {
    operationId: contract.id, summary: contract.summary, tags: [contract.tag], security: security[contract.open ?? 'signed-in'],
    parameters: [...parameters(contract.params, 'path'), ...parameters(contract.query, 'query')],
    ...body, responses: answers,
  }
}

/** `version` is the product's. */
export function openApiDocument(contracts: readonly Contract[], version: string): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {}
  for (const contract of contracts) (paths[contract.path] ??= {})[contract.method.toLowerCase()] = operation(contract)
  return {
    openapi: '3.1.0',
    info: { title: 'Mandate', version, summary: 'Delegated authority: recorded, explained, answerable.', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'mandate_session' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}
