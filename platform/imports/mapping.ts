/** How the fields of any JSON become the columns of a kind (docs/import.md, "Mapping"). */
import { z } from 'zod'

const path = z.union([z.string(), z.array(z.string()).min(1)])
const when = z.record(z.string(), z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])))

const columnMapping = z.union([
  z.strictObject({ constant: z.string() }),
  z.strictObject({
    path,
    as: z.literal('slug').optional(),
    values: z.record(z.string(), z.string()).optional(),
    otherwise: z.string().optional(),
  }),
  z.strictObject({ cases: z.array(z.strictObject({ when, value: z.string() })).min(1), otherwise: z.string().optional() }),
])

export const mappingShape = z.strictObject({
  kind: z.string().optional(),
  about: z.string().optional(),
  /** Path to the list; "" = the document itself. */
  rows: z.string(),
  columns: z.record(z.string(), columnMapping),
  /** Only rows of which all of these hold are read. */
  keep: when.optional(),
})

export type Mapping = z.infer<typeof mappingShape>
type ColumnMapping = z.infer<typeof columnMapping>

/** "un_principal_organ.0": keys and places, from the row. */
export function valueAt(value: unknown, at: string): unknown {
  if (at === '') return value
  return at
    .split('.')
    .reduce<unknown>(
      (inner, key) =>
        inner !== null && typeof inner === 'object' && Object.hasOwn(inner, key) ? (inner as Record<string, unknown>)[key] : undefined,
      value,
    )
}

const holds = (row: unknown, conditions: z.infer<typeof when>): boolean =>
  Object.entries(conditions).every(([at, values]) => values.includes((valueAt(row, at) ?? null) as string | null))

export const keeps = (mapping: Mapping, row: unknown): boolean => mapping.keep === undefined || holds(row, mapping.keep)

const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value)

/** A JSON value as a cell: a list of plain values is separated by `;` as in a file, anything deeper stays JSON. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value) && value.every(isScalar)) return value.map((each) => textOf(each)).join(';')
  return (typeof value === 'object' ? JSON.stringify(value) : String(value)).trim()
}

/** "Économie et Société (A)" → "economie-et-societe-a"; other scripts keep their letters. */
export const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 120)

export function mapped(row: unknown, mapping: ColumnMapping): string {
  if ('constant' in mapping) return mapping.constant
  if ('cases' in mapping) return mapping.cases.find((each) => holds(row, each.when))?.value ?? mapping.otherwise ?? ''
  const found =
    [mapping.path]
      .flat()
      .map((at) => textOf(valueAt(row, at)))
      .find((text) => text !== '') ?? ''
  const value = mapping.values && Object.hasOwn(mapping.values, found) ? mapping.values[found] : undefined
  const text = value ?? (found === '' ? (mapping.otherwise ?? '') : found)
  return mapping.as === 'slug' ? slug(text) : text
}
