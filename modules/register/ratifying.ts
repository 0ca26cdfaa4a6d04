/** Whether somebody may ratify a decision, and what its two verdicts are: the page and the act ask the same (rule 23). */
import { questionOf, verdictsOn } from '../../kernel/authority/findings/rules/unauthorised.ts'
import { may } from '../../kernel/authority/may.ts'
import type { Answer, ExerciseFact, Question, RatificationFact, Times } from '../../kernel/authority/model.ts'
import type { Register } from '../../kernel/authority/register.ts'
import type { Verdict } from '../../kernel/authority/verdict.ts'
import type { Asker } from '../../platform/access/asker.ts'
import type { StepReason } from './open-steps.ts'

export interface Judged {
  readonly then: Answer
  readonly now: Answer
  /** The register did not authorise it, as it was known then or as it is known now; what it cannot judge is neither. */
  readonly unauthorised: boolean
  readonly ratifications: readonly RatificationFact[]
}

export function judge(register: Register, act: ExerciseFact, { known, now }: Times): Judged {
  const verdicts = verdictsOn(register, act, known, now)
  const judged = verdicts.then !== 'before-register' && !(verdicts.then === 'permitted' && verdicts.now === 'permitted')
  return { ...verdicts, unauthorised: judged, ratifications: register.mentioning('ratification', act.id, known) }
}

/** The whole of the decision, asked anew by whoever would stand behind it: they must be competent for all of it, now. */
export function verdictOfRatifier(register: Register, act: ExerciseFact, asker: Extract<Asker, { kind: 'person' }>, times: Times): Verdict {
  const { person: _taker, body: _body, capacity: _capacity, ...decided } = questionOf(act)
  const question: Question = { ...decided, person: asker.person, ...(asker.capacity === null ? {} : { capacity: asker.capacity }) }
  return may(register, question, times)
}

/** Why this asker cannot ratify this decision; nothing = they can. */
export function closedToRatify(
  register: Register, act: ExerciseFact, asker: Extract<Asker, { kind: 'person' }>, times: Times,
): { readonly reasons: readonly StepReason[]; readonly verdict: Verdict } {
  const { unauthorised, ratifications } = judge(register, act, times)
  const verdict = verdictOfRatifier(register, act, asker, times)
  const reasons: StepReason[] = []
  if (!unauthorised) reasons.push({ code: 'nothing-to-ratify' })
  if (act.person === asker.person) reasons.push({ code: 'own-act' })
  if (ratifications.length > 0) reasons.push({ code: 'already-ratified' })
  if (verdict.answer !== 'permitted') reasons.push({ code: 'not-competent' }, ...verdict.reasons)
  return { reasons, verdict }
}
