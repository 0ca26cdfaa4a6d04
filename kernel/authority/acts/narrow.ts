import { changedFrom } from '../changing.ts'
import type { Box, DelegationFact, FallChoice, Instant } from '../model.ts'
import { followers, type ChildChoice } from './revoke.ts'

/**
 * Gives a delegation other limits from an instant on, and records what becomes of each direct child that no longer fits them, by the choice made for it or the
 * framework's default, as when it were revoked (rule 11). Which do not fit is `ifLimitChanged`'s to say, before; the others go on unchanged.
 */
export const narrow = (
  fact: DelegationFact, limits: readonly Box[], at: Instant, unfit: readonly DelegationFact[],
  choices: Readonly<Record<string, ChildChoice>>, otherwise: FallChoice = 'falls',
): readonly DelegationFact[] => [changedFrom(fact, at, { limits }), ...followers(fact, at, unfit, choices, otherwise)]
