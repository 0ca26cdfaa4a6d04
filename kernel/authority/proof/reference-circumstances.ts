/** What must be so when it is used, by the book: waivers, contracts, pairs kept apart, arrangements, emergencies. For the naive engine. */
import type { DelegationFact, Emergency, Instant, MatterFact, Question } from '../model.ts'
import { capacities, wrongHolder } from './reference-holders.ts'
import { counting } from './reference-transition.ts'
import type { ByTheBook } from './reference.ts'

const day = 86_400_000

/** Whether the trigger is declared at an instant, and has not lapsed. */
export const declaredAt = ({ declared, lapsesAfterDays }: Emergency, at: Instant): boolean =>
  declared.some(
    ({ from, to }) => from <= at && (to === null || at < to) && (lapsesAfterDays === null || at < from + lapsesAfterDays * day),
  )

export const isWaived = (book: ByTheBook, matter: MatterFact, credential: string, person: string): boolean =>
  book
    .all('waiver')
    .some(
      waiver =>
        waiver.person === person && waiver.credential === credential && [null, matter.id].includes(waiver.matter) && book.runs(waiver),
    )

export const wrongContract = (book: ByTheBook, person: string, { contractKinds }: MatterFact): string[] =>
  contractKinds.length === 0 || book.running(person).some(({ contract }) => contract !== null && contractKinds.includes(contract))
    ? []
    : ['contract-kind']

/** The other matter of each pair this one is in, and its scope. */
const pairsOf = (book: ByTheBook, matter: MatterFact): { other: string; scope: 'entity' | 'case' }[] => [
  ...matter.incompatible.map(pair => ({ other: pair.matter, scope: pair.scope })),
  ...book
    .all('matter')
    .filter(other => book.runs(other))
    .flatMap(other => other.incompatible.filter(pair => pair.matter === matter.id).map(({ scope }) => ({ other: other.id, scope }))),
]

function holdsToo(book: ByTheBook, fact: DelegationFact, person: string, other: string): boolean {
  const law = book.matter(other)
  if (law === undefined) return false
  return counting(book, law).some(
    held =>
      held.mayExercise &&
      book.isLinkedTo(held, person) &&
      wrongHolder(book, held, person, law).length === 0 &&
      book.inForce(held, law) &&
      (held.entities.some(entity => book.under(entity, fact.entities)) || fact.entities.some(entity => book.under(entity, held.entities))),
  )
}

export function incompatible(book: ByTheBook, fact: DelegationFact, question: Question, person: string, matter: MatterFact): string[] {
  const entity = book.decidedIn(fact, question, matter)
  const controlled = (other: string): boolean =>
    entity !== undefined &&
    book
      .all('control')
      .some(control => control.matters.includes(matter.id) && control.matters.includes(other) && book.runs(control) && book.under(entity, [control.entity]))
  const clash = pairsOf(book, matter).some(({ other, scope }) =>
    scope === 'entity'
      ? holdsToo(book, fact, person, other) && !controlled(other)
      : question.case !== undefined &&
        book
          .all('exercise')
          .some(
            decided =>
              decided.case === question.case && decided.matter === other && decided.person === person && decided.decidedAt <= book.on,
          ),
  )
  return clash ? ['incompatible-exercise'] : []
}

/** A person, or body, of the provider decides for the client where the arrangement leaves the decision with the client. */
export function providerDecides(book: ByTheBook, fact: DelegationFact, question: Question, matter: MatterFact): string[] {
  const entity = book.decidedIn(fact, question, matter)
  if (entity === undefined) return []
  const posts = capacities(book, fact, question, matter)
  const seats =
    fact.holder.kind === 'person' || fact.holder.kind === 'body'
      ? book.seats(fact.holder)
      : posts.flatMap(post => book.effective('post', post)?.entity ?? [])
  const sits = (root: string): boolean => seats.some(seat => book.under(seat, [root]))
  const executes = book
    .all('arrangement')
    .some(
      ({ decides, provider, client, matters, ...span }) =>
        !decides && matters.includes(matter.id) && book.runs(span) && book.under(entity, [client]) && sits(provider) && !sits(client),
    )
  return executes ? ['provider-decides'] : []
}
