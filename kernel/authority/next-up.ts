/** Who could decide in the asker's place: by the smallest limit that suffices, and the nearest first (rule 18; SEMANTICS, Which answer). */
import { formatDecimal, type Scaled } from './amount.ts'
import { inquire, type Inquiry } from './inquiry.ts'
import { insideBox } from './limits/dimensions.ts'
import type { Money, Question, Times } from './model.ts'
import { moreThan, rateAt, times as multiplied, whole, type Fraction } from './rates.ts'
import type { Register } from './register.ts'
import { whoMay, type PersonWhoMay, type WhoMay } from './who-may.ts'
import { ancestry } from './world.ts'

/** Everybody whose smallest sufficient limit is the same. */
export interface Rung {
  /** The upper end of that limit; null: none. */
  readonly upTo: Money | null
  /** In the entity asked about first, then the nearest above it, then others. Those who wait for something still open are among them. */
  readonly people: readonly PersonWhoMay[]
  readonly bodies: WhoMay['bodies']
}

interface Bound {
  readonly currency: string
  readonly upTo: Scaled
}

/** The lowest upper end among the delegation's boxes that admit the decision; null: one of them has none, or there is no limit. */
function boundOf(inquiry: Inquiry, delegation: string, entity: string | null): Bound | null {
  const boxes = inquiry.register.delegation(delegation, inquiry.times)?.boxes
  let lowest: Bound | null = null
  for (let index = 0; index < (boxes?.count ?? 0); index++) {
    const box = boxes?.at(index)
    if (box?.amount == null || box.amount.upTo === Infinity || !insideBox(box, inquiry.asked, entity)) continue
    const bound = { currency: box.amount.currency, upTo: box.amount.upTo }
    if (lowest === null || isLess(inquiry, bound, lowest)) lowest = bound
  }
  return lowest
}

/** In the question's currency; null: no end, or no rate that leads there. */
function worthOf({ question, world, times }: Inquiry, bound: Bound | null): Fraction | null {
  if (bound === null) return null
  const rate = rateAt(world, bound.currency, question.amount?.currency ?? bound.currency, times.on)
  return rate === null ? null : multiplied(whole(BigInt(bound.upTo)), rate)
}

function isLess(inquiry: Inquiry, one: Bound | null, other: Bound | null): boolean {
  const [a, b] = [worthOf(inquiry, one), worthOf(inquiry, other)]
  return a !== null && (b === null || moreThan(b, a))
}

/** Steps up from the entity asked about to where the person sits; beside the way up comes after all of it. */
function distance({ world }: Inquiry, entity: string | null, { post }: PersonWhoMay): number {
  const seat = post === null ? null : (world.get('post', post)?.entity ?? null)
  const above = entity === null || seat === null ? -1 : [...ancestry(world, entity)].indexOf(seat)
  return above < 0 ? Infinity : above
}

const byDistance = (inquiry: Inquiry, people: readonly PersonWhoMay[], entity: string | null): readonly PersonWhoMay[] =>
  people
    .map(person => ({ person, steps: distance(inquiry, entity, person) }))
    .sort((a, b) => (a.steps === b.steps ? 0 : a.steps - b.steps))
    .map(({ person }) => person)

/** Who may, or could once what is open is done, by rungs: the next limit up first. The asker of the question is not among them. */
export function nextUp(register: Register, { person: asker, body, capacity: _, ...question }: Question, times: Times): readonly Rung[] {
  const inquiry = inquire(register, question, times)
  const entity = question.entity ?? null
  const found = whoMay(register, question, times)
  const rungs = new Map<string, { bound: Bound | null; people: PersonWhoMay[]; bodies: WhoMay['bodies'][number][] }>()
  const rungOf = (delegation: string) => {
    const bound = boundOf(inquiry, delegation, entity)
    const key = bound === null ? '' : `${bound.currency} ${bound.upTo}`
    const rung = rungs.get(key) ?? { bound, people: [], bodies: [] }
    rungs.set(key, rung)
    return rung
  }
  for (const each of [...found.people, ...found.notYet]) if (each.person !== asker) rungOf(each.delegation).people.push(each)
  for (const each of found.bodies) if (each.body !== body) rungOf(each.delegation).bodies.push(each)
  return [...rungs.values()]
    .sort((a, b) => (isLess(inquiry, a.bound, b.bound) ? -1 : isLess(inquiry, b.bound, a.bound) ? 1 : 0))
    .map(({ bound, people, bodies }) => ({
      upTo: bound === null ? null : { currency: bound.currency, value: formatDecimal(BigInt(bound.upTo)) },
      people: byDistance(inquiry, people, entity),
      bodies,
    }))
}

/** Who else could, another signer of the same unit first, then the smallest limit that suffices (rule 18). */
export function insteadOf(register: Register, question: Question, times: Times): readonly PersonWhoMay[] {
  const people = nextUp(register, question, times).flatMap(rung => rung.people)
  return byDistance(inquire(register, question, times), people, question.entity ?? null)
}
