/**
 * A decision that the register did not authorise: asked again as it was known then, and as it is known now (rule 23; UNDT/GVA/2012/45:
 * competence is the cornerstone). What lies before the register opened is evidence, not authority, and is not judged.
 */
import { may } from '../../may.ts'
import type { Answer, ExerciseFact, LedgerNumber, Question } from '../../model.ts'
import type { Register } from '../../register.ts'
import { nothing, ref, type Found } from '../finding.ts'
import type { Look } from '../look.ts'

/** The question the decision answered; the decision itself is no earlier one. */
export function questionOf(act: ExerciseFact): Question {
  const texts = (['body', 'method', 'category', 'fund', 'grade', 'place', 'contract', 'requirement', 'beneficiary', 'supplier', 'case', 'capacity',
    'entity', 'person'] as const).flatMap(key => (act[key] === null ? [] : [[key, act[key]] as const]))
  return {
    act: act.id, matter: act.matter, facts: act.facts, ...Object.fromEntries(texts),
    ...(act.amount === null ? {} : { amount: act.amount }), ...(act.term === null ? {} : { term: act.term }),
  }
}

/** What was known when it was taken: without the decision itself, which may have been recorded in the same instant. */
export function knownThen(register: Register, act: ExerciseFact, latest: LedgerNumber): LedgerNumber {
  let known = Math.min(register.numberAt(act.decidedAt), latest)
  while (known > 0 && register.fact('exercise', act.id, known) !== null) known--
  return known
}

/** What a verdict means for a decision already taken: who else holds the matter, or nobody, makes no difference to it. */
const plain = (answer: Answer): Answer => (answer === 'reserved' || answer === 'refer' ? 'refused' : answer)

/** The two verdicts on a decision that was taken. */
export function verdictsOn(register: Register, act: ExerciseFact, known: LedgerNumber, now: number): { then: Answer; now: Answer } {
  const question = questionOf(act)
  const times = { on: act.decidedAt, now }
  return {
    then: plain(may(register, question, { ...times, known: knownThen(register, act, known) }).answer),
    now: plain(may(register, question, { ...times, known }).answer),
  }
}

export function unauthorised({ register, times }: Look, act: ExerciseFact): readonly Found[] {
  const { then, now } = verdictsOn(register, act, times.known, times.now)
  if (then === 'before-register' || (then === 'permitted' && now === 'permitted')) return nothing
  const who = act.person === null ? ref('body', act.body ?? '') : ref('person', act.person)
  return [{ rule: 'unauthorised-when-taken', since: act.decidedAt, cause: { who, then, now, at: { at: act.decidedAt } } }]
}
