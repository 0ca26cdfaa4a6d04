/**
 * Subject, action, resource and context as AuthZEN 1.0 shapes them, read by hand: a batch holds a thousand, and a schema each would cost
 * more than the decisions. Fields that are not named here are ignored, as the standard demands.
 */
import type { Question } from '../../kernel/authority/model.ts'
import { amountOf } from './amount.ts'
import { exactText } from './exact-number.ts'
import { isAbsent, isObject, misfit, objectOf, optionalFlag, optionalText, textOf, type JsonObject } from './misfit.ts'

export interface Subject {
  /** As the client wrote it. */
  readonly type: string
  readonly id: string
}

type Facts = Readonly<Record<string, string>>

export interface Action {
  readonly name: string
  readonly facts: Facts | null
}

export interface Resource {
  readonly type: string
  readonly id: string
  /** What the decision is about, beyond who and where. */
  readonly about: Partial<Question>
  readonly facts: Facts | null
}

export interface Context {
  readonly on: string | undefined
  readonly known: string | undefined
  readonly capacity: string | undefined
  readonly cosigners: readonly string[] | undefined
  readonly facts: Facts | null
  readonly reasons: boolean | undefined
}

/** Properties of a resource that the rules know by name and read as text. */
const texts = [
  'method', 'category', 'fund', 'grade', 'beneficiary', 'place', 'contract', 'requirement', 'case', 'supplier',
] as const satisfies readonly (keyof Question)[]
const byName: ReadonlySet<string> = new Set([...texts, 'amount', 'currency', 'term'])

/** Facts the catalogue may ask for: plain values only; what is nested is the client's own business. */
function factsIn(properties: JsonObject, field: string, except?: ReadonlySet<string>): Facts | null {
  let facts: Record<string, string> | null = null
  for (const key in properties) {
    if (except?.has(key)) continue
    const value = properties[key]
    if (typeof value === 'string') (facts ??= {})[key] = value
    else if (typeof value === 'boolean') (facts ??= {})[key] = value ? 'true' : 'false'
    else if (typeof value === 'number') (facts ??= {})[key] = exactText(value, `${field}.${key}`)
  }
  return facts
}

const propertiesOf = (entity: JsonObject, field: string): JsonObject | null =>
  isAbsent(entity.properties) ? null : objectOf(entity.properties, `${field}.properties`)

export function subjectOf(value: unknown): Subject {
  const subject = objectOf(value, 'subject')
  propertiesOf(subject, 'subject')
  return { type: textOf(subject.type, 'subject.type'), id: textOf(subject.id, 'subject.id') }
}

/** As a search names it: its id, if there, is not looked at. */
export const typeOf = (value: unknown, field: 'subject' | 'resource'): string => textOf(objectOf(value, field).type, `${field}.type`)

export function actionOf(value: unknown): Action {
  const action = objectOf(value, 'action')
  const properties = propertiesOf(action, 'action')
  return { name: textOf(action.name, 'action.name'), facts: properties && factsIn(properties, 'action.properties') }
}

function termOf(value: unknown): number {
  const months = typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : value
  if (typeof months === 'number' && Number.isInteger(months) && months >= 1 && months <= 1200) return months
  throw misfit('resource.properties.term', 'This is not a term.', 'Give whole months, from 1 to 1200.')
}

function aboutOf(properties: JsonObject): Partial<Question> {
  const about: { -readonly [K in keyof Question]?: Question[K] } = {}
  const amount = amountOf(properties.amount, properties.currency, 'resource.properties.amount')
  if (amount !== undefined) about.amount = amount
  for (const name of texts) {
    const text = optionalText(properties[name], `resource.properties.${name}`)
    if (text !== undefined) about[name] = text
  }
  if (!isAbsent(properties.term)) about.term = termOf(properties.term)
  return about
}

const nothing: Partial<Question> = {}

/** What a resource says of the decision; a search for resources gives no id. */
export function resourceDetails(value: unknown): Pick<Resource, 'about' | 'facts'> {
  const properties = propertiesOf(objectOf(value, 'resource'), 'resource')
  return properties === null ? { about: nothing, facts: null } : { about: aboutOf(properties), facts: factsIn(properties, 'resource.properties', byName) }
}

export function resourceOf(value: unknown): Resource {
  const resource = objectOf(value, 'resource')
  return { type: textOf(resource.type, 'resource.type'), id: textOf(resource.id, 'resource.id'), ...resourceDetails(resource) }
}

const noContext: Context = { on: undefined, known: undefined, capacity: undefined, cosigners: undefined, facts: null, reasons: undefined }

function knownOf(value: unknown): string | undefined {
  return typeof value === 'number' ? exactText(value, 'context.known') : optionalText(value, 'context.known')
}

function cosignersOf(value: unknown): readonly string[] | undefined {
  if (isAbsent(value)) return undefined
  if (Array.isArray(value) && value.length <= 50) return value.map((id, place) => textOf(id, `context.cosigners.${place}`))
  throw misfit('context.cosigners', 'This is not a list of those who sign with the subject.', 'Give at most 50 ids as a JSON array.')
}

export function contextOf(value: unknown): Context {
  if (isAbsent(value)) return noContext
  const context = objectOf(value, 'context')
  return {
    on: optionalText(context.on, 'context.on'), known: knownOf(context.known), capacity: optionalText(context.capacity, 'context.capacity'),
    cosigners: cosignersOf(context.cosigners),
    facts: isAbsent(context.facts) ? null : factsIn(objectOf(context.facts, 'context.facts'), 'context.facts'),
    reasons: optionalFlag(context.reasons, 'context.reasons'),
  }
}

/** A request's own options; those of AuthZEN and ours. */
export function optionsOf(value: unknown): JsonObject {
  if (isAbsent(value)) return {}
  if (isObject(value)) return value
  throw misfit('options', 'This must be an object.', 'Give options as a JSON object, or leave them out.')
}
