/** A scheme as one edits it: today's lines with what the draft makes of them, in one list. Pure: each step gives another body. */
import { ceilingOf, shareOf, underCeiling } from '../../../../kernel/authority/ceiling.ts'
import type { AnswerOf } from '../../../../platform/http/contract.ts'
import type { DraftBody, DraftLine } from '../../shapes.ts'
import type { schemeContract } from '../../views/scheme.ts'
import { copyOf, emptyLine } from '../sheet-lines.ts'

export type SchemeLine = AnswerOf<typeof schemeContract>['lines'][number]
export type Mark = 'kept' | 'edited' | 'added' | 'withdrawn'

export interface Row {
  /** Of the line in the draft, or of today's delegation. */
  readonly key: string
  readonly today: SchemeLine | null
  /** What is proposed; null = today's line stays or goes as it is. */
  readonly line: DraftLine | null
  readonly mark: Mark
}

/** A line of today keeps its row while it is edited. Keys are at most 60 characters, and ids differ at their end. */
const keyOf = (delegation: string): string => `of-${delegation.slice(-57)}`

/** Today's lines in their order, each followed by what is proposed in its place; then what is new. */
export function rowsOf(today: readonly SchemeLine[], { lines, withdraws }: DraftBody): Row[] {
  const gone = new Set(withdraws.map(({ delegation }) => delegation))
  const replacing = new Map<string, DraftLine[]>()
  for (const line of lines) if (line.replaces !== null) replacing.set(line.replaces, [...(replacing.get(line.replaces) ?? []), line])
  const known = new Set(today.map(({ id }) => id))
  return [
    ...today.flatMap((line): Row[] => {
      const proposed = replacing.get(line.id)
      if (proposed) return proposed.map((each) => ({ key: each.key, today: line, line: each, mark: 'edited' }))
      return [{ key: keyOf(line.id), today: line, line: null, mark: gone.has(line.id) ? 'withdrawn' : 'kept' }]
    }),
    ...lines.filter(({ replaces }) => replaces === null || !known.has(replaces)).map((line): Row => ({ key: line.key, today: null, line, mark: 'added' })),
  ]
}

/** What the form would show of a line of today: changed, it takes that one's place. */
export function lineOfToday(today: SchemeLine): DraftLine {
  const { holder, subdelegation } = today
  return {
    ...emptyLine(today.parent ?? '', today.limits),
    key: keyOf(today.id),
    recipient: {
      kind: holder.kind === 'person' || holder.kind === 'person-in-post' ? holder.kind : 'post',
      person: holder.person?.id ?? null, post: holder.post?.id ?? null,
    },
    entities: today.entities.map(({ id }) => id),
    mayExercise: today.mayExercise,
    passOn: subdelegation && subdelegation.depth > 0
      ? { depth: subdelegation.depth, ownEntityOnly: subdelegation.ownEntityOnly, endRequired: subdelegation.endRequired, lowestGrade: subdelegation.lowestGrade } : null,
    until: today.until, conditions: today.conditions, replaces: today.id,
  }
}

/** A body, a class, joint holders: their lines are not drafted on a sheet, but may be withdrawn. */
export const canBeEdited = ({ holder }: SchemeLine): boolean => ['person', 'post', 'person-in-post'].includes(holder.kind)

export const lineAt = ({ line, today }: Row): DraftLine | null => line ?? (today && canBeEdited(today) ? lineOfToday(today) : null)

/** What only says again what is so today is no change. */
function saysNothingNew(line: DraftLine, today: SchemeLine | null): boolean {
  if (!today || line.replaces !== today.id) return false
  const same = { ...lineOfToday(today), key: line.key, below: line.below }
  return JSON.stringify(same) === JSON.stringify({ ...same, ...line })
}

/** Changes the lines of the rows named; a line of today is taken into the draft when it first changes. */
export function edited(body: DraftBody, rows: readonly Row[], keys: ReadonlySet<string>, change: (line: DraftLine) => DraftLine): DraftBody {
  const changed = new Map<string, DraftLine>()
  const taken: DraftLine[] = []
  for (const row of rows) {
    const line = keys.has(row.key) && row.mark !== 'withdrawn' ? lineAt(row) : null
    if (!line) continue
    const next = change(line)
    if (row.line) changed.set(row.key, next)
    else if (!saysNothingNew(next, row.today)) taken.push(next)
  }
  return { ...body, lines: [...body.lines.map((line) => changed.get(line.key) ?? line), ...taken] }
}

/** Takes the rows off: a line of today is withdrawn, a new one dropped. */
export function withdrawn(body: DraftBody, rows: readonly Row[], keys: ReadonlySet<string>): DraftBody {
  const off = rows.filter(({ key }) => keys.has(key))
  const gone = new Set(body.withdraws.map(({ delegation }) => delegation))
  const lines = body.lines.filter(({ key }) => !keys.has(key))
  const stillReplaced = new Set(lines.map(({ replaces }) => replaces))
  const ids = [...new Set(off.flatMap(({ today }) => (today ? [today.id] : [])))].filter((id) => !gone.has(id) && !stillReplaced.has(id))
  return { ...body, lines, withdraws: [...body.withdraws, ...ids.map((delegation) => ({ delegation, below: null }))] }
}

/** Leaves the rows as they are today; what is new is dropped. */
export function asToday(body: DraftBody, rows: readonly Row[], keys: ReadonlySet<string>): DraftBody {
  const ids = new Set(rows.filter(({ key }) => keys.has(key)).flatMap(({ today }) => (today ? [today.id] : [])))
  return { ...body, lines: body.lines.filter(({ key }) => !keys.has(key)), withdraws: body.withdraws.filter(({ delegation }) => !ids.has(delegation)) }
}

const fresh = (line: DraftLine): DraftLine => ({ ...copyOf(line), replaces: null, below: null })

/** The rows' lines once more, to each of these posts. */
export function copiedToPosts(body: DraftBody, rows: readonly Row[], keys: ReadonlySet<string>, posts: readonly string[]): DraftBody {
  const lines = rows.filter(({ key }) => keys.has(key)).flatMap((row) => lineAt(row) ?? [])
  return {
    ...body,
    lines: [...body.lines, ...lines.flatMap((line) => posts.filter((post) => post !== line.recipient.post)
      .map((post): DraftLine => ({ ...fresh(line), recipient: { kind: 'post', person: null, post } })))],
  }
}

export interface HeldAuthority {
  readonly id: string
  readonly limits: DraftLine['limits']
}

/** To the rows' recipients, these authorities too: with their own limits, the rest as in the row. */
export function copiedToMatters(body: DraftBody, rows: readonly Row[], keys: ReadonlySet<string>, held: readonly HeldAuthority[]): DraftBody {
  const lines = rows.filter(({ key }) => keys.has(key)).flatMap((row) => lineAt(row) ?? [])
  const perRecipient = new Map(lines.map((line) => [JSON.stringify(line.recipient), line]))
  return {
    ...body,
    lines: [...body.lines, ...[...perRecipient.values()].flatMap((line) => held.filter(({ id }) => id !== line.parent)
      .map(({ id, limits }): DraftLine => ({ ...fresh(line), parent: id, limits, passOn: null, conditions: null })))],
  }
}

/** What a template proposes, with keys of this page; a line of today it would replace is replaced once. */
export function withTemplate(body: DraftBody, proposed: readonly DraftLine[]): DraftBody {
  const replaced = new Set(body.lines.map(({ replaces }) => replaces))
  const lines = proposed.map((line) => ({ ...copyOf(line), replaces: line.replaces !== null && replaced.has(line.replaces) ? null : line.replaces }))
  const taken = new Set(lines.map(({ replaces }) => replaces))
  return { ...body, lines: [...body.lines, ...lines], withdraws: body.withdraws.filter(({ delegation }) => !taken.has(delegation)) }
}

/** What is set for many lines at once; null leaves it. Limits that a line does not have are not given to it. */
export interface Bulk {
  readonly upTo: string | null
  readonly percent: number | null
  readonly until: string | null
  readonly depth: number | null
}

export const bulk = ({ upTo, percent, until, depth }: Bulk, parentLimits: (parent: string) => DraftLine['limits']) => (line: DraftLine): DraftLine => {
  const over = parentLimits(line.parent)
  const amounts = over.some(({ amount }) => amount !== undefined)
  const limits = percent !== null ? shareOf(over, percent)
    : upTo !== null && amounts ? underCeiling(over, { ...ceilingOf(line.limits), currency: ceilingOf(over).currency, upTo }) : line.limits
  const passOn = depth === null ? line.passOn
    : depth === 0 ? null : { ...(line.passOn ?? { ownEntityOnly: true, endRequired: false, lowestGrade: null }), depth }
  return { ...line, limits: limits as DraftLine['limits'], until: until ?? line.until, passOn }
}
