/** A body decides by minute, with its quorum, without those who stand to gain (rules 6 and 18). */
import type { Check } from '../check.ts'
import type { Inquiry } from '../inquiry.ts'
import type { MinuteFact } from '../model.ts'
import type { Reason } from '../reasons.ts'
import { failsAll } from '../told.ts'
import { conflictOf } from './conflict-of-interest.ts'

/** The minute the question names, if the register knows it. */
export function minuteOf({ question, world }: Inquiry): MinuteFact | null {
  const named = question.body === undefined ? undefined : question.facts?.['minute']
  return named === undefined ? null : world.get('minute', named)
}

/** Those who decided: present, and not standing back. */
const deciding = ({ present, recused }: MinuteFact): readonly string[] => [...new Set(present)].filter(member => !recused.includes(member))

/** A minute on another contract, requirement or case decided something else. */
function decidesThis({ question, world }: Inquiry, minute: MinuteFact): boolean {
  const { contract, requirement, case: file } = question
  const about = minute.subject === null || [contract, requirement, file].includes(minute.subject)
  return about && minute.body === question.body && minute.matter === question.matter && minute.heldAt <= world.at
}

/** A recorded minute says what happened; where none is named, the question may state who was present, or that the quorum was. */
function hasQuorum(inquiry: Inquiry, body: string): boolean {
  const { question, world } = inquiry
  const quorum = world.get('body', body)?.quorum ?? null
  if (question.facts?.['minute'] !== undefined) {
    const minute = minuteOf(inquiry)
    return minute !== null && decidesThis(inquiry, minute) && deciding(minute).length >= Math.max(quorum ?? 1, 1)
  }
  const present = question.facts?.['present'] ?? ''
  return question.facts?.['quorum'] === 'true' || (quorum !== null && /^\d{1,6}$/.test(present) && Number(present) >= Math.max(quorum, 1))
}

/** What a body still owes before its decision counts. */
export function openQuorum(inquiry: Inquiry): readonly Reason[] {
  const { body } = inquiry.question
  return body === undefined || hasQuorum(inquiry, body) ? [] : [{ code: 'quorum-missing', body }]
}

/** Nobody among those who decided may stand to gain. */
export const nobodyConflicted: Check = (inquiry, _, told) => {
  if (inquiry.question.body === undefined) return true
  const minute = minuteOf(inquiry)
  const conflicts = minute === null ? [] : deciding(minute).flatMap(member => conflictOf(inquiry, member) ?? [])
  return conflicts.length === 0 || failsAll(told, () => conflicts)
}
