/**
 * Every version of every delegation, one row each, in typed arrays. Rows are linked newest first by identity, holder, matter and parent;
 * the only cell ever written twice is the number that superseded a row.
 */
import { ByteColumn, IntColumn, NumberColumn } from './columns.ts'
import { Texts, Values } from './interned.ts'
import { LimitColumns } from './limit-columns.ts'
import type { DelegationFact, Emergency, EndReason, Holder, Instant, LedgerNumber, SubdelegationPermission } from '../model.ts'

export const holderKinds: readonly Holder['kind'][] = ['person', 'post', 'person-in-post', 'body', 'class', 'joint']
export const endReasons: readonly EndReason[] = ['revoked', 'fallen', 'withdrawn', 'declined', 'rescinded']

/** Which list of rows to walk. */
export type Linked = 'identity' | 'person' | 'post' | 'body' | 'class' | 'matter' | 'parent'

/** By what a delegation to a class is linked. */
export const classKey = ({ grade, entity }: { readonly grade: string; readonly entity: string }): string => `${grade} in ${entity}`

/** Head by text, next by row: a list of rows that share a person, a post, a matter … */
class RowLinks {
  readonly #first = new IntColumn()
  readonly #next = new IntColumn()

  add(key: number, row: number): void {
    this.#next.set(row, this.#first.get(key))
    this.#first.set(key, row)
  }

  first(key: number): number {
    return this.#first.get(key)
  }

  next(row: number): number {
    return this.#next.get(row)
  }
}

export class DelegationColumns {
  readonly texts = new Texts()
  readonly limits = new LimitColumns(this.texts)
  readonly entityLists = new Values<readonly string[]>()
  readonly permissions = new Values<SubdelegationPermission>()
  readonly suspensions = new Map<number, DelegationFact['suspensions']>()
  /** What few lines have: holders that are no single seat, emergency authority, policies cited. */
  readonly rareHolders = new Map<number, Holder>()
  readonly emergencies = new Map<number, Emergency>()
  readonly cites = new Map<number, DelegationFact['cites']>()
  /** Rows held jointly, by post. */
  readonly #joint = new Map<string, number[]>()
  readonly provenances = new Values<DelegationFact['provenance']>()
  readonly #links: Record<Linked, RowLinks> = {
    identity: new RowLinks(),
    person: new RowLinks(),
    post: new RowLinks(),
    body: new RowLinks(),
    class: new RowLinks(),
    matter: new RowLinks(),
    parent: new RowLinks(),
  }
  #rows = 0

  readonly number = new NumberColumn()
  readonly supersededBy = new NumberColumn()
  /** Recorded instant of the identity's first version: its publication. */
  readonly publishedAt = new NumberColumn()
  readonly identity = new IntColumn()
  readonly instrument = new IntColumn()
  readonly line = new IntColumn()
  readonly parent = new IntColumn()
  readonly legalBasis = new IntColumn()
  readonly holderKind = new ByteColumn()
  readonly person = new IntColumn()
  /** The post, or the body where the holder is one. */
  readonly seat = new IntColumn()
  readonly matter = new IntColumn()
  readonly entities = new IntColumn()
  readonly mayExercise = new ByteColumn()
  readonly permission = new IntColumn()
  readonly conditions = new IntColumn()
  readonly effectiveFrom = new NumberColumn()
  readonly effectiveTo = new NumberColumn()
  readonly acceptedAt = new NumberColumn()
  readonly endedAt = new NumberColumn()
  readonly endReason = new IntColumn()
  readonly fallsAt = new NumberColumn()
  readonly signedAt = new NumberColumn()
  readonly reviewedAt = new NumberColumn()
  readonly people = {
    preparedBy: new IntColumn(),
    decidedBy: new IntColumn(),
    signedBy: new IntColumn(),
    signedAs: new IntColumn(),
    communicatedBy: new IntColumn(),
    acceptedBy: new IntColumn(),
    confirmedBy: new IntColumn(),
  }
  readonly provenance = new IntColumn()

  get rows(): number {
    return this.#rows
  }

  add(fact: DelegationFact, number: LedgerNumber, recordedAt: Instant): void {
    const row = this.#rows++
    const { texts } = this
    const identity = texts.keep(fact.id)
    const earlier = this.#links.identity.first(identity)
    if (earlier >= 0) this.supersededBy.set(earlier, number)
    this.number.set(row, number)
    this.supersededBy.set(row, Infinity)
    this.publishedAt.set(row, earlier < 0 ? recordedAt : this.publishedAt.get(earlier))
    this.identity.set(row, identity)
    this.instrument.set(row, texts.keep(fact.instrument))
    this.line.set(row, fact.line)
    this.parent.set(row, texts.keepOptional(fact.parent))
    this.legalBasis.set(row, texts.keepOptional(fact.legalBasis))
    this.#addHolder(row, fact.holder)
    this.matter.set(row, texts.keep(fact.matter))
    this.entities.set(row, this.entityLists.keep(fact.entities))
    this.limits.add(row, fact.limits)
    this.mayExercise.set(row, fact.mayExercise ? 1 : 0)
    if (fact.subdelegation !== null) this.permission.set(row, this.permissions.keep(fact.subdelegation))
    this.conditions.set(row, texts.keepOptional(fact.conditions))
    this.effectiveFrom.set(row, fact.effectiveFrom)
    this.effectiveTo.setOptional(row, fact.effectiveTo)
    this.acceptedAt.setOptional(row, fact.acceptedAt)
    this.endedAt.setOptional(row, fact.endedAt)
    this.endReason.set(row, fact.endReason === null ? -1 : endReasons.indexOf(fact.endReason))
    this.fallsAt.setOptional(row, fact.fallsAt)
    this.signedAt.setOptional(row, fact.signedAt)
    this.reviewedAt.setOptional(row, fact.reviewedAt)
    if (fact.emergency !== null) this.emergencies.set(row, fact.emergency)
    if (fact.cites.length > 0) this.cites.set(row, fact.cites)
    for (const [field, column] of Object.entries(this.people) as [keyof DelegationColumns['people'], IntColumn][]) {
      column.set(row, texts.keepOptional(fact[field]))
    }
    this.provenance.set(row, this.provenances.keep(fact.provenance))
    if (fact.suspensions.length > 0) this.suspensions.set(row, fact.suspensions)
    this.#links.identity.add(identity, row)
    this.#links.matter.add(this.matter.get(row), row)
    if (fact.parent !== null) this.#links.parent.add(this.parent.get(row), row)
  }

  #addHolder(row: number, holder: Holder): void {
    this.holderKind.set(row, holderKinds.indexOf(holder.kind))
    if (holder.kind === 'class' || holder.kind === 'joint') {
      this.rareHolders.set(row, holder)
      if (holder.kind === 'class') return this.#links.class.add(this.texts.keep(classKey(holder)), row)
      for (const post of holder.posts) this.#joint.set(post, [row, ...(this.#joint.get(post) ?? [])])
      return
    }
    const person = 'person' in holder ? this.texts.keep(holder.person) : -1
    const seat = 'post' in holder ? this.texts.keep(holder.post) : 'body' in holder ? this.texts.keep(holder.body) : -1
    this.person.set(row, person)
    this.seat.set(row, seat)
    if (person >= 0) this.#links.person.add(person, row)
    if (seat >= 0) this.#links[holder.kind === 'body' ? 'body' : 'post'].add(seat, row)
  }

  /** Rows held jointly by a post and others, newest first. */
  jointRows(post: string): readonly number[] {
    return this.#joint.get(post) ?? []
  }

  /** Rows linked to `text`, newest first, superseded ones too; -1 when there are none (left). */
  first(linked: Linked, text: string): number {
    const key = this.texts.find(text)
    return key < 0 ? -1 : this.#links[linked].first(key)
  }

  next(linked: Linked, row: number): number {
    return this.#links[linked].next(row)
  }

  /** Whether this version is what the register says at `known`. */
  isKnown(row: number, known: LedgerNumber): boolean {
    return this.number.get(row) <= known && known < this.supersededBy.get(row)
  }

  /** The version of an identity known at `known`, -1 if none. */
  knownRow(identity: number, known: LedgerNumber): number {
    if (identity < 0) return -1
    const links = this.#links.identity
    for (let row = links.first(identity); row >= 0; row = links.next(row)) if (this.number.get(row) <= known) return row
    return -1
  }
}
