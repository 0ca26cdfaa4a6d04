/** What most lines say like others: read once for all that do, and put in the columns by number. */
import type { Names } from './names.ts'
import type { RowReader } from './row-reader.ts'
import { Values } from './values.ts'
import type { DelegationFact, Emergency, EndReason, FormerTerms, Instant, SubdelegationPermission } from '../model.ts'

export const endReasons: readonly EndReason[] = ['revoked', 'fallen', 'withdrawn', 'declined', 'rescinded']

/** Words and values by number, -1 where there is none; instants, NaN where there is none. */
export interface DelegationRest {
  readonly legalBasis: number
  readonly permission: number
  readonly conditions: number
  readonly endedAt: Instant
  readonly endReason: number
  readonly fallsAt: Instant
  readonly suspensions: DelegationFact['suspensions']
  readonly emergency: Emergency | null
  readonly reviewedAt: Instant
  readonly cites: DelegationFact['cites']
  readonly provenance: number
  readonly formerly: readonly FormerTerms[] | null
}

export class DelegationRests {
  readonly permissions = new Values<SubdelegationPermission>()
  readonly provenances = new Values<DelegationFact['provenance']>()
  readonly #suspensions = new Values<DelegationFact['suspensions']>()
  readonly #cites = new Values<DelegationFact['cites']>()
  readonly #usual: DelegationRest[] = []

  constructor(private readonly names: Names) {}

  of(fact: DelegationFact): DelegationRest {
    const { words } = this.names
    return {
      legalBasis: words.keepOptional(fact.legalBasis),
      permission: fact.subdelegation === null ? -1 : this.permissions.keep(fact.subdelegation),
      conditions: words.keepOptional(fact.conditions),
      endedAt: fact.endedAt ?? NaN,
      endReason: fact.endReason === null ? -1 : endReasons.indexOf(fact.endReason),
      fallsAt: fact.fallsAt ?? NaN,
      suspensions: fact.suspensions,
      emergency: fact.emergency,
      reviewedAt: fact.reviewedAt ?? NaN,
      cites: fact.cites,
      provenance: this.provenances.keep(fact.provenance),
      formerly: fact.formerly ?? null,
    }
  }

  /** Of a stored row, all rows of one reading: the rests that are usual are read once. */
  ofStored(row: RowReader): DelegationRest {
    const { usual } = row
    if (usual < 0) return this.#read(row.rest)
    return (this.#usual[usual] ??= this.#read(row.rest))
  }

  /** Legal basis, permission, conditions, ended at, end reason, falls at, suspensions, emergency, reviewed at, policies cited, provenance, former terms. */
  #read(rest: RowReader): DelegationRest {
    const { words } = this.names
    return {
      legalBasis: rest.keep(0, words),
      permission: rest.isNull(1) ? -1 : rest.value(1, this.permissions, field => rest.json(field)),
      conditions: rest.keep(2, words),
      endedAt: rest.number(3),
      endReason: rest.isNull(4) ? -1 : endReasons.indexOf(rest.text(4) as EndReason),
      fallsAt: rest.number(5),
      suspensions: this.#suspensions.value(rest.value(6, this.#suspensions, field => rest.json(field))),
      emergency: rest.isNull(7) ? null : rest.json(7),
      reviewedAt: rest.number(8),
      cites: this.#cites.value(rest.value(9, this.#cites, field => rest.json(field))),
      provenance: rest.value(10, this.provenances, field => rest.json(field)),
      formerly: rest.isNull(11) ? null : rest.json(11),
    }
  }
}
