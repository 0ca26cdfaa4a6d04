/** A question made ready: its matter found, and all that its amounts and facts can be measured by. */
import { groundOf, type Ground } from './ground.ts'
import { Asking } from './limits/asking.ts'
import type { Asked } from './limits/dimension.ts'
import type { Question, Times } from './model.ts'
import type { Register } from './register.ts'
import { keptLaw } from './transition.ts'

export interface Inquiry extends Ground {
  readonly question: Question
  readonly asked: Asked
}

export function inquire(register: Register, question: Question, times: Times): Inquiry {
  const found = groundOf(register, question.matter, times)
  const ground = found.matter === null ? underKeptLaw(found, question) : found
  const { world, matter, grades, longestActingDays, acceptFirst, carried } = ground
  return { register, times, world, matter, grades, longestActingDays, acceptFirst, carried, question, asked: new Asking(ground, question) }
}

/** A running case may keep a law that is in force no more. */
function underKeptLaw(ground: Ground, question: Question): Ground {
  const kept = keptLaw(ground.register, question, ground.times)
  if (kept === null) return ground
  const { matter, framework, carried } = kept
  const { grades, longestActingDays } = framework
  return { ...ground, matter, grades, longestActingDays, acceptFirst: matter.acceptance === 'before-use', carried }
}
