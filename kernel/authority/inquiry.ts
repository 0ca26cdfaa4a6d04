/** A question made ready: its matter found, and all that its amounts and facts can be measured by. */
import { groundOf, type Ground } from './ground.ts'
import { Asking } from './limits/asking.ts'
import type { Asked } from './limits/dimension.ts'
import type { Question, Times } from './model.ts'
import type { Register } from './register.ts'

export interface Inquiry extends Ground {
  readonly question: Question
  readonly asked: Asked
}

export function inquire(register: Register, question: Question, times: Times): Inquiry {
  const ground = groundOf(register, question.matter, times)
  const { world, matter, grades, longestActingDays, acceptFirst } = ground
  return { register, times, world, matter, grades, longestActingDays, acceptFirst, question, asked: new Asking(ground, question) }
}
