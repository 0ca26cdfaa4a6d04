/** The lines that make up an entity's scheme: all that is held in it, or what one person has passed on in it. */
import { delegationsOfPerson } from '../../../kernel/authority/holds.ts'
import type { DelegationFact, Holder, Times } from '../../../kernel/authority/model.ts'
import type { Register } from '../../../kernel/authority/register.ts'
import { isDelegate } from '../may-pass-on.ts'

/** What is signed to begin later belongs to today's scheme; what had not begun on a day gone by did not belong to it then. */
const running = (fact: DelegationFact, { on, now }: Times): boolean =>
  (on >= now || fact.effectiveFrom <= on) && [fact.endedAt, fact.effectiveTo, fact.fallsAt].every((end) => end === null || end > on)

/** The entity and all below it, as they are at the times. */
export function entitiesIn(register: Register, root: string, times: Times): string[] {
  return [...register.facts('entity', times.known)].filter(({ id }) => register.inSubtree(id, root, times)).map(({ id }) => id)
}

/** Where a holder sits; a person by every substantive post they hold. */
function seats(register: Register, holder: Holder, times: Times): string[] {
  const posts = 'post' in holder ? [holder.post]
    : holder.kind === 'person' ? register.assignmentsOf(holder.person, times).filter(({ assignment }) => assignment === 'substantive').map(({ post }) => post)
    : holder.kind === 'joint' ? holder.posts : []
  const own = holder.kind === 'class' ? [holder.entity] : holder.kind === 'body' ? [register.fact('body', holder.body, times.known)?.entity ?? ''] : []
  return [...own, ...posts.map((post) => register.fact('post', post, times.known)?.entity ?? '')]
}

/** Everything running that somebody in the entity holds. */
export function heldIn(register: Register, entity: string, times: Times): DelegationFact[] {
  const found = new Map<string, DelegationFact>()
  const add = (fact: DelegationFact | null): void => {
    if (fact && running(fact, times)) found.set(fact.id, fact)
  }
  const within = new Set(entitiesIn(register, entity, times))
  for (const each of within) {
    for (const { id } of register.mentioning('post', each, times.known)) {
      for (const row of register.linked('post', id, times)) add(register.fact('delegation', row.id, times.known))
      for (const { person } of register.incumbents(id, times)) {
        for (const row of register.linked('person', person, times)) {
          const fact = register.fact('delegation', row.id, times.known)
          if (fact && seats(register, fact.holder, times).some((seat) => within.has(seat))) add(fact)
        }
      }
    }
  }
  for (const { id, entity: seat } of register.facts('body', times.known)) {
    if (within.has(seat)) for (const row of register.linked('body', id, times)) add(register.fact('delegation', row.id, times.known))
  }
  return [...found.values()]
}

/** What a person, in any capacity, has passed on to somebody in the entity, or for it alone. */
export function passedOnIn(register: Register, entity: string, person: string, times: Times): DelegationFact[] {
  const here = (id: string): boolean => register.inSubtree(id, entity, times)
  return passable(register, person, times).flatMap((parent) => register.children(parent.id, times.known))
    .filter((fact) => running(fact, times) && (seats(register, fact.holder, times).some(here) || fact.entities.every(here)))
}

/** What a person holds by substantive right and may pass on. */
export function passable(register: Register, person: string, times: Times): DelegationFact[] {
  return delegationsOfPerson(register, person, times)
    .filter((fact) => running(fact, times) && (fact.subdelegation?.depth ?? 0) > 0 && isDelegate(register, fact, person, null, times))
}
