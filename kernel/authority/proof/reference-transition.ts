/** From one framework to the next, by the book: what still counts of the old one, which law a running case keeps. For the naive engine. */
import type { DelegationFact, FrameworkFact, MappingFact, MatterFact, Question } from '../model.ts'
import type { ByTheBook } from './reference.ts'

const carries = ({ how }: MappingFact): boolean => ['identical', 'narrower'].includes(how)

const successors = (book: ByTheBook, framework: string): FrameworkFact[] =>
  book.all('framework').filter(each => each.supersedes === framework && book.runs(each))

/** Decisions of the case taken by D under matters of a framework. */
const wasBegunUnder = (book: ByTheBook, { case: running }: Question, framework: string): boolean =>
  book.all('exercise').some(
    decided =>
      running !== undefined && decided.case === running && decided.decidedAt <= book.on &&
      book.all('matter').some(matter => matter.id === decided.matter && matter.framework === framework),
  )

/** The law of the matter asked about: in force, or kept for a running case. */
export function lawOf(book: ByTheBook, question: Question): { matter: MatterFact; kept: boolean } | undefined {
  const matter = book.matter(question.matter)
  if (matter !== undefined) return { matter, kept: false }
  const known = book.all('matter').find(({ id }) => id === question.matter)
  if (known === undefined || book.all('framework').every(({ id }) => id !== known.framework)) return undefined
  const [after] = successors(book, known.framework)
  return after?.runningCases === 'keep' && wasBegunUnder(book, question, known.framework) ? { matter: known, kept: true } : undefined
}

/** Every delegation that counts for the matter: on it, or carried over to it. */
export function counting(book: ByTheBook, matter: MatterFact, kept = false): DelegationFact[] {
  const all = book.all('delegation')
  const own = all.filter(fact => fact.matter === matter.id)
  const mappings = book.all('mapping').filter(mapping => carries(mapping) && book.runs(mapping))
  if (kept) return [...own, ...mappings.flatMap(({ from, to }) => (from === matter.id ? all.filter(fact => fact.matter === to) : []))]
  const framework = book.effective('framework', matter.framework)
  if (framework === undefined || framework.supersedes === null || framework.transitionTo === null || book.on >= framework.transitionTo) return own
  const before = mappings.flatMap(({ from, to }) => (to === matter.id && from !== null ? (book.effective('matter', from) ?? []) : []))
  const carried = before.filter(old => old.framework === framework.supersedes).flatMap(old => all.filter(fact => fact.matter === old.id))
  const reissued = (fact: DelegationFact): boolean =>
    own.some(anew => anew.effectiveFrom <= book.on && JSON.stringify(anew.holder) === JSON.stringify(fact.holder))
  return [...own, ...carried.filter(fact => !reissued(fact))]
}
