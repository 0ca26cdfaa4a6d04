/** A template laid over an entity: each of its lines proposed to the posts it means, from what the signatory may pass on. Pure. */
import { shareOf } from '../../../kernel/authority/ceiling.ts'
import type { DelegationFact } from '../../../kernel/authority/model.ts'
import type { DraftLine } from '../shapes.ts'
import type { TemplateLine } from './template-shapes.ts'

export interface Seat {
  readonly id: string
  readonly title: string
  readonly grade: string | null
  readonly heads: boolean
  readonly entity: string
}

export interface Ground {
  readonly entity: string
  /** Posts of the entity and of all below it. */
  readonly seats: readonly Seat[]
  /** What the signatory may pass on there, the narrowest place first. */
  readonly held: readonly DelegationFact[]
  /** What the signatory passed on there already. */
  readonly today: readonly DelegationFact[]
  /** The day so many months on, as an entered date. */
  readonly after: (months: number) => string
}

export interface Applied {
  readonly lines: readonly DraftLine[]
  /** Lines of the template that mean no post here, or a matter the signatory cannot pass on; by their place, from 1. */
  readonly unmatched: readonly { readonly number: number; readonly matter: string; readonly title: string; readonly why: 'no-post' | 'not-held' }[]
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()

/** `*` stands for any words; without one the whole title is meant. */
export function titleMatches(pattern: string, title: string): boolean {
  const parts = folded(pattern).split('*')
  const text = folded(title)
  if (parts.length === 1) return text === parts[0]
  let from = 0
  return parts.every((part, index) => {
    const at = index === parts.length - 1 ? text.length - part.length : text.indexOf(part, from)
    const fits = (index === 0 ? text.startsWith(part) : at >= from && text.startsWith(part, at))
    from = (index === 0 ? 0 : at) + part.length
    return fits
  })
}

/** Posts of the entity itself go before those of the units below it. */
function meant({ recipient: { title, grade } }: TemplateLine, { entity, seats }: Ground): readonly Seat[] {
  const fitting = seats.filter((seat) => titleMatches(title, seat.title) && (grade === null || seat.grade === grade))
  const own = fitting.filter((seat) => seat.entity === entity)
  return own.length > 0 ? own : fitting
}

export function applyTemplate(lines: readonly TemplateLine[], ground: Ground): Applied {
  const proposed: DraftLine[] = []
  const unmatched: Applied['unmatched'][number][] = []
  for (const [index, line] of lines.entries()) {
    const parent = ground.held.find(({ matter }) => matter === line.matter)
    const seats = meant(line, ground).filter(({ id }) => !(parent && 'post' in parent.holder && parent.holder.post === id))
    if (!parent || seats.length === 0) {
      unmatched.push({ number: index + 1, matter: line.matter, title: line.recipient.title, why: parent ? 'no-post' : 'not-held' })
      continue
    }
    for (const seat of seats) proposed.push(lineFor(line, `template-${proposed.length + 1}`, parent, seat, ground))
  }
  return { lines: proposed, unmatched }
}

function lineFor(line: TemplateLine, key: string, parent: DelegationFact, seat: Seat, { entity, today, after }: Ground): DraftLine {
  const before = today.find(({ matter, holder }) => matter === line.matter && holder.kind === 'post' && holder.post === seat.id)
  return {
    key, parent: parent.id, recipient: { kind: 'post', person: null, post: seat.id },
    entities: [entity],
    limits: line.share === null ? line.limits : (shareOf(parent.limits, line.share) as DraftLine['limits']),
    mayExercise: line.mayExercise,
    passOn: line.depth === 0 ? null : { depth: line.depth, ownEntityOnly: true, endRequired: false, lowestGrade: null },
    from: null, until: line.months === null ? null : after(line.months), conditions: line.conditions,
    replaces: before?.id ?? null, below: null, emergency: null,
  }
}

/** What a scheme would be as a template: lines to posts, by title and grade. Lines to persons say too much of one entity, and are left out. */
export function templateOf(scheme: readonly DelegationFact[], seat: (post: string) => Seat | null): { lines: TemplateLine[]; leftOut: number } {
  const lines = new Map<string, TemplateLine>()
  let leftOut = 0
  for (const { holder, matter, limits, mayExercise, subdelegation, conditions } of scheme) {
    const found = holder.kind === 'post' ? seat(holder.post) : null
    if (!found) {
      leftOut++
      continue
    }
    const line: TemplateLine = {
      matter, recipient: { title: found.title, grade: found.grade }, limits: limits as TemplateLine['limits'], share: null, mayExercise,
      depth: subdelegation?.depth ?? 0, months: null, conditions,
    }
    // Two officers of one title and grade with the same line are one line of the template.
    lines.set(JSON.stringify(line), line)
  }
  return { lines: [...lines.values()], leftOut }
}
