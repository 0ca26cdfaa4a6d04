/** Terms of a delegation that change on a date: what counted before goes on counting for what was before (SEMANTICS, Time). */
import type { ChangingTerms, DelegationFact, FormerTerms, Instant } from './model.ts'

const termsOf = ({ parent, holder, entities, limits, subdelegation }: ChangingTerms): ChangingTerms => ({ parent, holder, entities, limits, subdelegation })

/** The delegation with the terms that count at an instant; its other fields are the version's. */
export function termsAt(fact: DelegationFact, at: Instant): DelegationFact {
  const former = fact.formerly?.find(({ until }) => at < until)
  return former === undefined ? fact : { ...fact, ...termsOf(former) }
}

/**
 * A further version whose terms change with effect from an instant, half-open; what was to change later keeps its date, and takes this
 * change over. A change from the first day on, or before it, leaves nothing that counted before.
 */
export function changedFrom(fact: DelegationFact, at: Instant, changes: Partial<ChangingTerms>): DelegationFact {
  const { formerly = [], ...current } = fact
  const past = formerly.filter(({ until }) => until <= at)
  const begun = past.at(-1)?.until ?? fact.effectiveFrom
  const told: FormerTerms[] = [
    ...past,
    ...(begun < at ? [{ until: at, ...termsOf(termsAt(fact, at)) }] : []),
    ...formerly.filter(({ until }) => until > at).map(later => ({ ...later, ...changes })),
  ]
  return { ...current, ...changes, ...(told.length === 0 ? {} : { formerly: told }) }
}
