import { changedFrom } from '../changing.ts'
import type { DelegationFact, EndReason, FallChoice, Instant } from '../model.ts'

/** What becomes of a direct child of a revoked delegation. */
export type ChildChoice =
  | { readonly kind: 'falls' }
  /** It goes on under the delegation above the revoked one. */
  | { readonly kind: 'stands' }
  /** It goes on there until this instant. */
  | { readonly kind: 'falls-on'; readonly at: Instant }

function follow(child: DelegationFact, at: Instant, grandparent: string | null, choice: ChildChoice): DelegationFact {
  switch (choice.kind) {
    case 'falls':
      return { ...child, endedAt: at, endReason: 'fallen' }
    case 'stands':
      return changedFrom(child, at, { parent: grandparent })
    case 'falls-on':
      return { ...changedFrom(child, at, { parent: grandparent }), fallsAt: choice.at }
  }
}

/** What the choices make of the direct children of a delegation that have not ended. */
export const followers = (
  fact: DelegationFact, at: Instant, children: readonly DelegationFact[], choices: Readonly<Record<string, ChildChoice>>, otherwise: FallChoice,
): readonly DelegationFact[] =>
  children
    .filter(child => child.endedAt === null || child.endedAt > at)
    .map(child => follow(child, at, fact.parent, choices[child.id] ?? { kind: otherwise }))

/**
 * Ends a delegation and records what becomes of each direct child, by the choice made for it or the framework's default; what hangs below
 * a child follows it unchanged. Whether a child may stand is `standsProblem`'s to say, before.
 */
export function revoke(
  fact: DelegationFact, at: Instant, reason: EndReason, children: readonly DelegationFact[],
  choices: Readonly<Record<string, ChildChoice>>, otherwise: FallChoice = 'falls',
): readonly DelegationFact[] {
  return [{ ...fact, endedAt: at, endReason: reason }, ...followers(fact, at, children, choices, otherwise)]
}
