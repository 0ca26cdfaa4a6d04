/** From one framework to the next (SEMANTICS, Framework transition): what still counts of the old one, and which law running cases keep. */
import type { FrameworkFact, MappingFact, MatterFact, Question, Times } from './model.ts'
import type { Register } from './register.ts'
import { runsAt, type World } from './world.ts'

/** Delegations of other matters that count for this one. */
export interface Carried {
  readonly matters: readonly string[]
  /** They count only until one is issued to the same holder on this matter. */
  readonly untilReissued: boolean
}

/** Only these carry authority over. */
const carries = ({ how }: MappingFact): boolean => how === 'identical' || how === 'narrower'

/** Old matters whose delegations count for a matter of a new framework, from its first day to the end of the transition. */
export function carriedOver(world: World, matter: MatterFact, { supersedes, transitionTo }: FrameworkFact): Carried | null {
  if (supersedes === null || transitionTo === null || world.at >= transitionTo) return null
  const matters = world
    .mentioning('mapping', `to:${matter.id}`)
    .filter(mapping => carries(mapping) && runsAt(mapping, world.at))
    .flatMap(({ from }) => (from !== null && world.get('matter', from)?.framework === supersedes ? from : []))
  return matters.length === 0 ? null : { matters, untilReissued: true }
}

/** The framework in force that took the place of this one. */
export function successorOf(frameworks: Iterable<FrameworkFact>, id: string, at: number): FrameworkFact | null {
  for (const framework of frameworks) if (framework.supersedes === id && runsAt(framework, at)) return framework
  return null
}

/**
 * The law of a matter that is in force no more, where the question belongs to a case begun under it and the framework after it lets running
 * cases keep theirs. Who holds what the matter became decides by the old law.
 */
export function keptLaw(
  register: Register, question: Question, { on, known }: Times,
): { readonly matter: MatterFact; readonly framework: FrameworkFact; readonly carried: Carried } | null {
  if (question.case === undefined) return null
  const matter = register.fact('matter', question.matter, known)
  const framework = matter === null ? null : register.fact('framework', matter.framework, known)
  if (matter === null || framework === null) return null
  if (successorOf(register.facts('framework', known), framework.id, on)?.runningCases !== 'keep') return null
  const begun = register.mentioning('exercise', `case:${question.case}`, known).some(
    ({ matter: decided, decidedAt }) => decidedAt <= on && register.fact('matter', decided, known)?.framework === framework.id,
  )
  if (!begun) return null
  const became = register.mentioning('mapping', `from:${matter.id}`, known).filter(mapping => carries(mapping) && runsAt(mapping, on))
  return { matter, framework, carried: { matters: became.flatMap(({ to }) => to ?? []), untilReissued: false } }
}
