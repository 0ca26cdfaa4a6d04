/** Lines of a sheet as one edits them: made, copied, and varied. Pure. */
import type { DelegationSummary, DraftLine } from '../shapes.ts'

let made = 0
/** Unique within one page; the server keeps it so that checks can name the line. */
export const newKey = (): string => `line-${Date.now().toString(36)}-${(made++).toString(36)}`

export const emptyLine = (parent: string, limits: DraftLine['limits'] = []): DraftLine => ({
  key: newKey(), parent, recipient: { kind: 'post', person: null, post: null }, entities: [], limits, mayExercise: true, passOn: null, from: null, until: null, conditions: null,
})

/** A line that gives anew what a delegation gave, to be changed. */
export function lineLike(delegation: DelegationSummary): DraftLine {
  const { holder } = delegation
  return {
    ...emptyLine(delegation.parent ?? '', delegation.limits),
    recipient: { kind: holder.kind === 'body' ? 'post' : holder.kind, person: holder.person?.id ?? null, post: holder.post?.id ?? null },
    entities: delegation.entities.map(({ id }) => id), mayExercise: delegation.mayExercise,
  }
}

export const copyOf = (line: DraftLine): DraftLine => ({ ...line, key: newKey() })
export const toAnother = (line: DraftLine): DraftLine => ({ ...copyOf(line), recipient: { ...line.recipient, person: null, post: null }, entities: [] })
export const anotherAuthority = (line: DraftLine): DraftLine => ({ ...emptyLine(''), recipient: line.recipient, entities: line.entities, until: line.until })

export const inserted = (lines: readonly DraftLine[], after: string, line: DraftLine): DraftLine[] => lines.flatMap((each) => (each.key === after ? [each, line] : [each]))
export const replaced = (lines: readonly DraftLine[], line: DraftLine): DraftLine[] => lines.map((each) => (each.key === line.key ? line : each))

/** A line asks for one band in one box; a union taken over from a parent is kept as it is until somebody changes it. */
export const isSimple = ({ limits }: DraftLine): boolean => limits.length <= 1

export interface SimpleLimit {
  readonly currency: string
  readonly upTo: string
  readonly grade: string
}

export function simpleLimit({ limits }: DraftLine): SimpleLimit {
  const box = limits[0]
  return { currency: box?.amount?.currency ?? 'USD', upTo: box?.amount?.upTo ?? '', grade: box?.grade ?? '' }
}

/** The line with another amount or grade; what else its box says stays. */
export function withLimit(line: DraftLine, { currency, upTo, grade }: SimpleLimit): DraftLine {
  const { amount, grade: _grade, ...rest } = line.limits[0] ?? {}
  const box = {
    ...rest,
    ...(upTo === '' ? (amount?.over === undefined ? {} : { amount: { ...amount, upTo: undefined } }) : { amount: { ...amount, currency, upTo } }),
    ...(grade === '' ? {} : { grade }),
  }
  return { ...line, limits: Object.keys(box).length > 0 ? [box] : [] }
}
