/** What must come before the act (rule 16): needed, met or open; or not to be told, and then nothing is permitted. */
import { scaledOrNull } from '../amount.ts'
import type { Check } from '../check.ts'
import type { Counted, Needs } from '../counting.ts'
import type { Inquiry } from '../inquiry.ts'
import type { Basis, Money, Precondition } from '../model.ts'
import { openCode, type Reason } from '../reasons.ts'
import { failsAll } from '../told.ts'
import { conflictOf } from './conflict-of-interest.ts'

/** Whether an amount passes a threshold; one that cannot be read is always passed. */
export function passes({ value, more }: Counted, over: Money): boolean {
  const threshold = scaledOrNull(over.value)
  return threshold === null || value > threshold || (value == threshold && more)
}

/** `over` on its basis: passed, not passed, or what must be known to say so. */
export function passesOver(inquiry: Inquiry, over: Money, basis: Basis | undefined, entity: string | null): boolean | Needs {
  const { counting, basis: ofMatter } = inquiry.asked
  const amount = counting.amount(basis ?? ofMatter, over.currency, entity)
  return 'needs' in amount ? amount : passes(amount, over)
}

type Needed = boolean | Needs

function wantedHere({ when }: Precondition, { question, asked }: Inquiry, entity: string | null): Needed {
  if (when === undefined) return true
  const { method, category } = question
  const lists = [['method', when.methods, method], ['category', when.categories, category]] as const
  if (when.where !== undefined && !asked.circumstances.are(when.where, entity)) return false
  if (lists.some(([, list, value]) => list !== undefined && value !== undefined && !list.includes(value))) return false
  const unsaid = lists.find(([, list, value]) => list !== undefined && value === undefined)
  return unsaid === undefined ? true : { needs: unsaid[0] }
}

function overThreshold({ over, overFact, basis }: Precondition, inquiry: Inquiry, entity: string | null): Needed {
  if (over === undefined) return true
  if (overFact === undefined) return passesOver(inquiry, over, basis, entity)
  const stated = inquiry.asked.counting.stated(overFact, over.currency)
  return 'needs' in stated ? stated : passes(stated, over)
}

const perCent = 1_000_000n

/** An amendment small enough needs it no more than the contract did: all amendments together, against the contract's first act. */
function smallAmendment({ amendment }: Precondition, { question, asked }: Inquiry, entity: string | null): boolean {
  if (amendment === undefined || question.contract === undefined) return false
  const earlier = asked.counting.earlier('contract', entity)
  if ('needs' in earlier) return false
  const [first, ...later] = [...earlier].sort((a, b) => a.decidedAt - b.decidedAt || (a.id < b.id ? -1 : 1))
  const began = scaledOrNull(first?.amount?.value ?? '')
  const raised = scaledOrNull(String(amendment.raisedByPercent ?? 0))
  if (!first?.amount || began === null || raised === null) return false
  const total = asked.counting.total('contract', first.amount.currency, entity)
  if ('needs' in total || total.over * perCent > BigInt(began) * (perCent + BigInt(raised)) * total.under) return false
  const months = [...later, question].reduce((sum, { term }) => sum + (term ?? 0), 0)
  return months <= (amendment.extendedByMonths ?? 0)
}

function isNeeded(precondition: Precondition, inquiry: Inquiry, entity: string | null): Needed {
  const here = wantedHere(precondition, inquiry, entity)
  const over = here === false ? false : overThreshold(precondition, inquiry, entity)
  if (over === false) return false
  if (smallAmendment(precondition, inquiry, entity)) return false
  return here === true ? over : here
}

const isMet = ({ fact }: Precondition, { question }: Inquiry): boolean => question.facts?.[fact] === 'true'

/** Somebody else signs too: from one of the posts that can, and with nothing to gain. */
function cosigned({ kind, givenBy }: Precondition, inquiry: Inquiry): boolean {
  const { question, world } = inquiry
  if (kind !== 'cosignature' || question.cosigners === undefined) return false
  return question.cosigners.some(signer => {
    if (signer === question.person || world.get('person', signer)?.staff !== true || conflictOf(inquiry, signer) !== null) return false
    const holds = world.assignmentsOf(signer).filter(held => held.assignment === 'substantive' || held.instrument !== null)
    return givenBy.length === 0 || holds.some(({ post }) => givenBy.includes(post))
  })
}

/** Whether it is needed must be possible to say, unless it is met anyway. */
export const preconditionsCanBeJudged: Check = (inquiry, { entity }, told) => {
  const { matter } = inquiry
  if (matter === null || matter.preconditions.length === 0) return true
  const unknown = matter.preconditions.flatMap(precondition => {
    const needed = isMet(precondition, inquiry) ? false : isNeeded(precondition, inquiry, entity)
    return typeof needed === 'boolean' ? [] : [needed.needs]
  })
  return unknown.length === 0 || failsAll(told, () => unknown.map((needs): Reason => ({ code: 'cannot-evaluate', needs })))
}

/** Preconditions of the matter that are needed and that nothing says are met. */
export function openPreconditions(inquiry: Inquiry, entity: string | null): readonly Reason[] {
  const { matter } = inquiry
  if (matter === null || matter.preconditions.length === 0) return []
  return matter.preconditions
    .filter(each => !isMet(each, inquiry) && isNeeded(each, inquiry, entity) !== false && !cosigned(each, inquiry))
    .map(({ kind, fact, givenBy }) => ({ code: openCode[kind], fact, kind, who: givenBy }) as Reason)
}
