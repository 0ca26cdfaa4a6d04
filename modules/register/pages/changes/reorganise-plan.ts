/** A merger, split or closing as somebody draws it up: what is entered, and the plan it makes. */
import type { BodyFor } from '../../../../web/app/api.ts'
import type { Found } from '../../../../web/design/index.ts'
import type { effectOfReorganisationContract } from '../../acts/reorganise-entities.ts'

export type Plan = BodyFor<typeof effectOfReorganisationContract>

export const ways = ['merge', 'split', 'close'] as const
export type Way = (typeof ways)[number]
export const fates = ['moves', 'falls', 'falls-on'] as const
export type Fate = (typeof fates)[number]

/** What takes the place of an entity: one that is there, or a new one. */
export type Successor =
  | { readonly kind: 'existing'; readonly entity: Found | null }
  | { readonly kind: 'new'; readonly id: string; readonly name: string }

export interface LineChoice {
  readonly fate: Fate
  /** Null: what takes the place of its entity first. */
  readonly to: string | null
  readonly on: string | null
}

export interface Entered {
  readonly entity: string
  /** Under which new entities begin. */
  readonly parent: string | null
  readonly way: Way
  /** The first takes what is not sent elsewhere. */
  readonly successors: readonly Successor[]
  /** Null: each line is answered by itself. */
  readonly otherwise: 'moves' | 'falls' | null
  readonly lines: Readonly<Record<string, LineChoice>>
  /** By "post:id", "body:id", "entity:id". */
  readonly seats: Readonly<Record<string, string>>
}

export const blank = (way: Way): readonly Successor[] =>
  way === 'close' ? [] : Array.from({ length: way === 'merge' ? 1 : 2 }, (): Successor => (way === 'merge' ? { kind: 'existing', entity: null } : { kind: 'new', id: '', name: '' }))

export const successorId = (successor: Successor): string | null =>
  successor.kind === 'existing' ? (successor.entity?.id ?? null) : successor.id.trim() === '' || successor.name.trim() === '' ? null : successor.id.trim()

/** Successors named so far, as choices. */
export const named = (successors: readonly Successor[]): readonly { readonly id: string; readonly found: Found }[] =>
  successors.flatMap((each) => {
    const id = successorId(each)
    if (id === null) return []
    return [{ id, found: each.kind === 'existing' && each.entity ? each.entity : { id, name: each.kind === 'new' ? each.name.trim() : id } }]
  })

/** Null while a successor is not named, or a line falls on no day. */
export function planOf({ entity, parent, way, successors, otherwise, lines, seats }: Entered): Plan | null {
  const ids = successors.map(successorId)
  const first = way === 'close' ? null : (ids[0] ?? null)
  const incomplete = ids.includes(null) || (way !== 'close' && first === null) || Object.values(lines).some(({ fate, on }) => fate === 'falls-on' && on === null)
  const founded = successors.flatMap((each) => (each.kind === 'new' && parent !== null ? [{ id: each.id.trim(), name: each.name.trim(), parent, like: entity }] : []))
  if (incomplete || founded.length < successors.filter(({ kind }) => kind === 'new').length) return null
  const goesOn = new Set(ids)
  return {
    ending: [{ entity, to: first }], founded,
    seats: Object.entries(seats).flatMap(([seat, to]) => {
      const [kind, id] = [seat.slice(0, seat.indexOf(':')), seat.slice(seat.indexOf(':') + 1)]
      return goesOn.has(to) && (kind === 'post' || kind === 'body' || kind === 'entity') ? [{ kind, id, to }] : []
    }),
    lines: Object.entries(lines).map(([delegation, { fate, to, on }]) => ({ delegation, fate, to: fate === 'moves' && to !== null && goesOn.has(to) ? to : null, on: fate === 'falls-on' ? on : null })),
    otherwise: otherwise === null || (way === 'close' && otherwise === 'moves') ? null : { fate: otherwise },
  }
}
