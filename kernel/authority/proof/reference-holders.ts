/** Who holds, by the book: a person, a post, a class, posts jointly. For the naive engine, and as slow. */
import type { DelegationFact, MatterFact, Question } from '../model.ts'
import type { ByTheBook } from './reference.ts'

const day = 86_400_000

/** Why somebody does not exercise what a post holds. */
export function wrongInPost(
  book: ByTheBook, fact: DelegationFact, post: string, person: string, matter: MatterFact, substantivelyOnly = false,
): string[] {
  const held = book.running(person).filter(assignment => assignment.post === post)
  if (held.some(assignment => assignment.assignment === 'substantive')) return []
  if (substantivelyOnly || held.length === 0) return ['not-in-post']
  const longest = book.all('framework').find(({ id }) => id === matter.framework)?.longestActingDays ?? null
  const ofRecord = held.some(
    acting =>
      acting.instrument !== null &&
      !acting.excludes.includes(matter.id) &&
      !acting.excludes.includes(fact.matter) &&
      (longest === null || (acting.effectiveFrom !== null && book.on < acting.effectiveFrom + longest * day)),
  )
  return ofRecord ? [] : ['acting-unrecorded']
}

/** Posts of the class that the person is in substantively. */
function postsOfClass(book: ByTheBook, { grade, entity }: { grade: string; entity: string }, person: string): string[] {
  return book
    .running(person)
    .filter(held => held.assignment === 'substantive')
    .map(held => book.effective('post', held.post))
    .flatMap(post => (post !== undefined && post.grade === grade && book.under(post.entity, [entity]) ? post.id : []))
}

/** Why this person does not exercise it; empty: they do. */
export function wrongHolder(book: ByTheBook, fact: DelegationFact, person: string, matter: MatterFact): string[] {
  const { holder } = fact
  switch (holder.kind) {
    case 'person':
    case 'body':
      return []
    case 'class':
      return postsOfClass(book, holder, person).length > 0 ? [] : ['not-in-class']
    case 'post':
      return wrongInPost(book, fact, holder.post, person, matter)
    case 'person-in-post':
      return wrongInPost(book, fact, holder.post, person, matter, true)
    case 'joint': {
      const wrong = holder.posts.map(post => wrongInPost(book, fact, post, person, matter))
      if (wrong.some(each => each.length === 0)) return []
      return wrong.flat().includes('acting-unrecorded') ? ['acting-unrecorded'] : ['not-in-post']
    }
  }
}

/** Posts in which the asker decides under it: their own of the class or of the joint holders, or the one it is held in. */
export function capacities(book: ByTheBook, fact: DelegationFact, { person, capacity }: Question, matter: MatterFact): string[] {
  const { holder } = fact
  if (holder.kind !== 'class' && holder.kind !== 'joint') return 'post' in holder ? [holder.post] : []
  if (person === undefined) return []
  const own =
    holder.kind === 'class'
      ? postsOfClass(book, holder, person)
      : holder.posts.filter(post => wrongInPost(book, fact, post, person, matter).length === 0)
  return own.filter(post => capacity === undefined || capacity === post)
}

/** Signatures still wanting where posts hold jointly: one person a post, one post a person. */
export function unsigned(
  book: ByTheBook, fact: DelegationFact, question: Question, matter: MatterFact, wrongPerson: (asked: Question, person: string) => string[],
): string[] {
  const { holder } = fact
  if (holder.kind !== 'joint') return []
  // The others sign what the asker decides, where the asker decides it, each in a post of their own.
  const entity = book.decidedIn(fact, question, matter)
  const { capacity: _, ...asked } = { ...question, ...(entity === undefined ? {} : { entity }) }
  const others = [...new Set(question.cosigners ?? [])].filter(
    other =>
      other !== question.person &&
      book.effective('person', other)?.staff === true &&
      wrongPerson({ ...asked, person: other }, other).length === 0,
  )
  const offers = [
    capacities(book, fact, question, matter),
    ...others.map(other => holder.posts.filter(post => wrongInPost(book, fact, post, other, matter).length === 0)),
  ]
  const mostSeats = ([first, ...rest]: readonly string[][], taken: readonly string[]): number =>
    first === undefined
      ? 0
      : Math.max(mostSeats(rest, taken), ...first.filter(post => !taken.includes(post)).map(post => 1 + mostSeats(rest, [...taken, post])))
  return mostSeats(offers, []) < holder.needed ? ['cosignature-missing'] : []
}
