/** A question made ready: its matter found, its amount read and counted on the matter's basis. */
import { scaledOrNull, type Scaled } from './amount.ts'
import { groundOf, type Ground } from './ground.ts'
import type { Asked } from './limits/dimension.ts'
import type { MatterFact, Question, Times } from './model.ts'
import type { Register } from './register.ts'

export interface Inquiry extends Ground {
  readonly question: Question
  readonly asked: Asked
}

/** Rule 4: on any basis wider than this act, the question must state the total, and what it states last counts. */
function countedAmount(question: Question, matter: MatterFact | null): { amount: Scaled | null; needs: string } {
  const act = question.amount === undefined ? null : scaledOrNull(question.amount.value)
  if (matter === null || matter.basis === 'act' || act === null) return { amount: act, needs: 'amount' }
  const stated = question.facts?.['total']
  const total = stated === undefined ? null : scaledOrNull(stated)
  return { amount: total === null ? null : total > act ? total : act, needs: 'total' }
}

export function inquire(register: Register, question: Question, times: Times): Inquiry {
  const ground = groundOf(register, question.matter, times)
  const { amount, needs } = countedAmount(question, ground.matter)
  const { world, matter, grades, longestActingDays, acceptFirst } = ground
  return {
    register, times, world, matter, grades, longestActingDays, acceptFirst,
    question,
    asked: { question, grades: ground.grades, amount, currency: question.amount?.currency ?? null, amountNeeds: needs },
  }
}
