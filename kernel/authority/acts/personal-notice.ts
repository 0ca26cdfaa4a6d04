/**
 * Revoking where the framework demands personal notice (SEMANTICS, Ending and changing): use is suspended from recording, the delegation ends
 * legally at notice. What is decided in between is decided while suspended, and found so.
 */
import type { DelegationFact, EndReason, FallChoice, Instant } from '../model.ts'
import { revoke, type ChildChoice } from './revoke.ts'
import { suspend } from './suspend.ts'

/** Recorded, and not yet told to the delegate: it stops here, and has not ended. */
export const awaitNotice = (fact: DelegationFact, at: Instant): DelegationFact => suspend(fact, at, null)

/** Told: it ends here, and its children follow the choices made. The suspension stays on record as what stopped its use before. */
export const giveNotice = (
  fact: DelegationFact, at: Instant, reason: EndReason, children: readonly DelegationFact[],
  choices: Readonly<Record<string, ChildChoice>>, otherwise: FallChoice = 'falls',
): readonly DelegationFact[] => revoke(fact, at, reason, children, choices, otherwise)
