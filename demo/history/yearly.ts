/** What a year does to the delegations: yearly ones renewed, some narrowed with what hangs below, some revoked. */
import { liesInside, oneStepBelow } from '../catalogue/ceilings.ts'
import { addDays, type Occasion } from '../days.ts'
import type { Random } from '../random.ts'
import type { DelegationHistory } from './delegations.ts'
import { endOfYear, type HandingOut } from './hand-out.ts'
import type { Delegation } from './records.ts'

/** In October: what ends with the year is given again for the next. */
export function renewYearlyLines(delegations: DelegationHistory, handingOut: HandingOut, occasion: Occasion): void {
  const nextYear = addDays(endOfYear(occasion.day), 1)
  const renewal = { ...occasion, starts: nextYear }
  for (const line of delegations.running(occasion.day)) {
    if (line.parent?.endRequired && line.to === endOfYear(occasion.day)) handingOut.renewFor(line, renewal, endOfYear(nextYear))
  }
}

/** Narrowed from the top down, so that no child is ever left wider than its parent. */
export function narrowWithChildren(delegations: DelegationHistory, line: Delegation): void {
  delegations.narrow(line, oneStepBelow(line.ceiling))
  for (const child of delegations.childrenOf(line)) {
    if (child.endedOn === null && !liesInside(child.ceiling, line.ceiling)) narrowWithChildren(delegations, child)
  }
}

/** In January: a review narrows a few lines of managers and ends others; what the posts the story needs hold or have given stays. */
export function reviewOfTheYear(delegations: DelegationHistory, random: Random, occasion: Occasion, kept: ReadonlySet<string>): void {
  const isKept = ({ recipient }: Delegation): boolean => 'post' in recipient && kept.has(recipient.post)
  for (const line of delegations.running(occasion.day)) {
    const parent = line.parent
    if (!parent?.parent || parent.endRequired || isKept(line) || isKept(parent)) continue
    if (random.chance(0.01)) narrowWithChildren(delegations, line)
    else if (random.chance(0.015)) delegations.end(line, addDays(occasion.day, 3), 'revoked')
  }
}
