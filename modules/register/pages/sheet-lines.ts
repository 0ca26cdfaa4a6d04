/** Lines of a sheet as one edits them: made, copied, and varied. Pure. */
import type { DelegationSummary, DraftLine } from '../shapes.ts'

let made = 0
/** Unique within one page; the server keeps it so that checks can name the line. */
const newKey = (): string => `line-${Date.now().toString(36)}-${(made++).toString(36)}`

export const emptyLine = (parent = '', limits: DraftLine['limits'] = []): DraftLine => ({
  key: newKey(),
  parent,
  recipient: { kind: 'post', person: null, post: null },
  entities: [],
  limits,
  mayExercise: true,
  passOn: null,
  from: null,
  until: null,
  conditions: null,
  replaces: null,
  below: null,
  emergency: null,
})

/** A line that gives anew what a delegation gave, to be changed. */
export function lineLike(delegation: DelegationSummary): DraftLine {
  const { holder } = delegation
  // A draft names one seat; a body, a class and joint holders are given anew by hand.
  const kind = holder.kind === 'person' || holder.kind === 'person-in-post' ? holder.kind : 'post'
  return {
    ...emptyLine(delegation.parent ?? '', delegation.limits),
    recipient: { kind, person: holder.person?.id ?? null, post: holder.post?.id ?? null },
    entities: delegation.entities.map(({ id }) => id),
    mayExercise: delegation.mayExercise,
  }
}

export const copyOf = (line: DraftLine): DraftLine => ({ ...line, key: newKey() })
export const toAnother = (line: DraftLine): DraftLine => ({ ...copyOf(line), recipient: { kind: 'post', person: null, post: null } })
export const anotherAuthority = (line: DraftLine): DraftLine => ({
  ...emptyLine(),
  recipient: line.recipient,
  from: line.from,
  until: line.until,
})

/** Another authority takes its own limits; to whom and until when stays. */
export const withAuthority = (line: DraftLine, parent: string, limits: DraftLine['limits']): DraftLine => ({
  ...emptyLine(parent, limits),
  key: line.key,
  recipient: line.recipient,
  from: line.from,
  until: line.until,
})

export const inserted = (lines: readonly DraftLine[], after: string, line: DraftLine): DraftLine[] =>
  lines.flatMap((each) => (each.key === after ? [each, line] : [each]))
export const replaced = (lines: readonly DraftLine[], line: DraftLine): DraftLine[] =>
  lines.map((each) => (each.key === line.key ? line : each))

export const namesRecipient = ({ recipient: { kind, person, post } }: DraftLine): boolean =>
  kind === 'post' ? post !== null : person !== null && (kind === 'person' || post !== null)

/** Nothing stands against it yet: it only says too little. */
export const isUnfinished = (line: DraftLine): boolean => line.parent === '' || !namesRecipient(line)

export type Part = 'authority' | 'recipient' | 'amount' | 'grade' | 'until' | 'more'

const places: Readonly<Record<string, Part>> = {
  'recipient-scope': 'recipient',
  'personal-only': 'recipient',
  'self-delegation': 'recipient',
  'already-delegated': 'recipient',
  cycle: 'recipient',
  'prerequisite-missing': 'recipient',
  'prerequisite-lapsed': 'recipient',
  'end-required': 'until',
  'dates-reversed': 'until',
  'unreadable-limit': 'amount',
  retroactive: 'more',
}
const dimensionPlaces: Readonly<Record<string, Part>> = { amount: 'amount', grade: 'grade', dates: 'until' }

/** Beside which field a problem is said. */
export function placeOf({ code, dimension, kind }: { readonly code: string; readonly [fact: string]: unknown }): Part {
  if (code === 'unknown-reference') return kind === 'delegation' ? 'authority' : kind === 'entity' ? 'more' : 'recipient'
  if (code === 'never-wider' && typeof dimension === 'string') return dimensionPlaces[dimension] ?? 'more'
  return places[code] ?? 'authority'
}
