/** One row of the columns, read field by field as it is needed; `fact()` writes the whole version out again. */
import { holderKinds, type DelegationColumns } from './delegation-columns.ts'
import { endReasons } from './delegation-rest.ts'
import type { BoxList } from '../limits/read-box.ts'
import type { Line } from '../line.ts'
import type { Box, DelegationFact, Emergency, EndReason, FormerTerms, Holder, Instant, SubdelegationPermission } from '../model.ts'

const never: DelegationFact['suspensions'] = []
const unchanged: readonly FormerTerms[] = []
const none: DelegationFact['cites'] = []

export class DelegationRow implements Line {
  constructor(readonly columns: DelegationColumns, readonly row: number) {}

  get id(): string { return this.columns.names.delegations.text(this.columns.versions.identity.get(this.row)) }
  get parent(): string | null { return this.columns.names.delegations.optional(this.columns.parent.get(this.row)) }
  get matter(): string { return this.columns.names.matters.text(this.columns.matter.get(this.row)) }
  get instrument(): string { return this.columns.names.words.text(this.columns.instrument.get(this.row)) }
  get legalBasis(): string | null { return this.columns.names.words.optional(this.columns.legalBasis.get(this.row)) }
  get entities(): readonly string[] { return this.columns.entityList(this.row) }
  get limits(): readonly Box[] { return this.columns.limits.limits(this.row) }
  get boxes(): BoxList { return this.columns.limits.list(this.row) }
  get mayExercise(): boolean { return this.columns.mayExercise.get(this.row) === 1 }
  get effectiveFrom(): Instant { return this.columns.versions.effectiveFrom.get(this.row) }
  get effectiveTo(): Instant | null { return this.columns.versions.effectiveTo.optional(this.row) }
  get acceptedAt(): Instant | null { return this.columns.acceptedAt.optional(this.row) }
  get endedAt(): Instant | null { return this.columns.endedAt.optional(this.row) }
  get fallsAt(): Instant | null { return this.#isRare ? (this.columns.seldom.fallsAt.get(this.row) ?? null) : null }
  get suspensions(): DelegationFact['suspensions'] { return this.#isRare ? (this.columns.seldom.suspensions.get(this.row) ?? never) : never }
  get emergency(): Emergency | null { return this.#isRare ? (this.columns.seldom.emergencies.get(this.row) ?? null) : null }
  get reviewedAt(): Instant | null { return this.columns.seldom.reviewedAt.get(this.row) ?? null }

  get formerly(): readonly FormerTerms[] { return this.columns.seldom.formerly.get(this.columns.versions.versionOf(this.row)) ?? unchanged }

  get #isRare(): boolean { return this.columns.seldom.stopping.get(this.row) !== 0 }

  get signedAt(): Instant | null { return this.columns.signedAt.optional(this.row) }
  get signedBy(): string | null { return this.columns.names.persons.optional(this.columns.people.signedBy.get(this.row)) }
  get signedAs(): string | null { return this.columns.names.words.optional(this.columns.signedAs.get(this.row)) }
  get confirmedBy(): string | null { return this.columns.names.persons.optional(this.columns.people.confirmedBy.get(this.row)) }

  get isRoot(): boolean { return this.columns.parent.get(this.row) < 0 }

  get endReason(): EndReason | null {
    return endReasons[this.columns.endReason.get(this.row)] ?? null
  }

  get subdelegation(): SubdelegationPermission | null { return this.columns.permissionOf(this.row) }

  get holderKind(): Holder['kind'] {
    return holderKinds[this.columns.holderKind.get(this.row)] as Holder['kind']
  }

  /** The post of a post or person-in-post. */
  get post(): string | null {
    return this.holderKind === 'body' ? null : this.columns.names.posts.optional(this.columns.seat.get(this.row))
  }

  get holder(): Holder {
    const { names, person, seat } = this.columns
    switch (this.holderKind) {
      case 'person':
        return { kind: 'person', person: names.persons.text(person.get(this.row)) }
      case 'post':
        return { kind: 'post', post: names.posts.text(seat.get(this.row)) }
      case 'person-in-post':
        return { kind: 'person-in-post', person: names.persons.text(person.get(this.row)), post: names.posts.text(seat.get(this.row)) }
      case 'body':
        return { kind: 'body', body: names.bodies.text(seat.get(this.row)) }
      case 'class':
      case 'joint':
        return this.columns.shared.holder(this.row) as Holder
    }
  }

  /** The whole version, whichever of its terms this row reads. */
  fact(): DelegationFact {
    const version = this.columns.versions.versionOf(this.row)
    return version === this.row ? this.#fact() : new DelegationRow(this.columns, version).#fact()
  }

  #fact(): DelegationFact {
    const { columns, row } = this
    const { names: { persons, words }, people } = columns
    const formerly = columns.seldom.formerly.get(row)
    return {
      kind: 'delegation', id: this.id, instrument: this.instrument, line: columns.line.get(row),
      parent: this.parent, legalBasis: this.legalBasis, holder: this.holder, matter: this.matter,
      entities: this.entities, limits: this.limits, mayExercise: this.mayExercise, subdelegation: this.subdelegation,
      conditions: words.optional(columns.conditions.get(row)), effectiveFrom: this.effectiveFrom, effectiveTo: this.effectiveTo,
      preparedBy: persons.optional(people.preparedBy.get(row)), decidedBy: persons.optional(people.decidedBy.get(row)),
      signedBy: persons.optional(people.signedBy.get(row)), signedAs: words.optional(columns.signedAs.get(row)),
      communicatedBy: persons.optional(people.communicatedBy.get(row)), signedAt: columns.signedAt.optional(row),
      acceptedBy: persons.optional(people.acceptedBy.get(row)), acceptedAt: this.acceptedAt,
      confirmedBy: persons.optional(people.confirmedBy.get(row)), endedAt: this.endedAt, endReason: this.endReason, fallsAt: this.fallsAt,
      suspensions: this.suspensions, emergency: this.emergency, reviewedAt: this.reviewedAt, cites: columns.seldom.cites.get(row) ?? none,
      provenance: columns.provenanceOf(row), ...(formerly === undefined ? {} : { formerly }),
    }
  }
}
