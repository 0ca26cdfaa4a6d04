/**
 * Every version of every delegation, one row each, in typed arrays. Rows are linked newest first by holder, matter and parent, and by the
 * pair of holder and matter, which is what `may` asks for.
 */
import { ByteColumn, IntColumn, NumberColumn } from './columns.ts'
import { LimitColumns } from './limit-columns.ts'
import { PairLinks, RowLinks } from './links.ts'
import type { Names } from './names.ts'
import { Texts } from './texts.ts'
import { Values } from './values.ts'
import type { RowReader } from './row-reader.ts'
import { Versions } from './versions.ts'
import type { Box, DelegationFact, Emergency, EndReason, Holder, Instant, LedgerNumber, SubdelegationPermission } from '../model.ts'

export const holderKinds: readonly Holder['kind'][] = ['person', 'post', 'person-in-post', 'body', 'class', 'joint']
export const endReasons: readonly EndReason[] = ['revoked', 'fallen', 'withdrawn', 'declined', 'rescinded']

/** Which list of rows to walk. */
export type Linked = 'person' | 'post' | 'body' | 'class' | 'matter' | 'parent'

/** By what a delegation to a class is linked. */
export const classKey = ({ grade, entity }: { readonly grade: string; readonly entity: string }): string => `${grade} in ${entity}`

const speaksOfPlaces = (limits: readonly Box[] | null): boolean => limits !== null && limits.some(box => box.places !== undefined)

export class DelegationColumns {
  readonly versions = new Versions()
  readonly limits: LimitColumns
  /** Versions whose limits, or whose permission's, speak of places. */
  readonly placed = new Set<number>()
  readonly permissions = new Values<SubdelegationPermission>()
  readonly suspensions = new Map<number, DelegationFact['suspensions']>()
  /** What few lines have: holders that are no single seat, emergency authority, policies cited, falling on a date, a review. */
  readonly rareHolders = new Map<number, Holder>()
  readonly emergencies = new Map<number, Emergency>()
  readonly cites = new Map<number, DelegationFact['cites']>()
  readonly fallsAt = new Map<number, Instant>()
  readonly reviewedAt = new Map<number, Instant>()
  readonly provenances = new Values<DelegationFact['provenance']>()

  /** Which of the rare things a line has, so that most lines are asked for none of them. */
  readonly rare = new ByteColumn(this.versions.room)
  /** By identity: the recorded instant of its first version, which is its publication. */
  readonly #publishedAt = new NumberColumn(this.versions.room)
  readonly instrument = new IntColumn(this.versions.room)
  readonly line = new IntColumn(this.versions.room)
  readonly parent = new IntColumn(this.versions.room)
  readonly legalBasis = new IntColumn(this.versions.room)
  readonly holderKind = new ByteColumn(this.versions.room)
  readonly person = new IntColumn(this.versions.room)
  /** The post, or the body where the holder is one. */
  readonly seat = new IntColumn(this.versions.room)
  readonly matter = new IntColumn(this.versions.room)
  readonly entities = new IntColumn(this.versions.room)
  readonly mayExercise = new ByteColumn(this.versions.room)
  readonly permission = new IntColumn(this.versions.room)
  readonly conditions = new IntColumn(this.versions.room)
  readonly acceptedAt = new NumberColumn(this.versions.room)
  readonly endedAt = new NumberColumn(this.versions.room)
  readonly endReason = new IntColumn(this.versions.room)
  readonly signedAt = new NumberColumn(this.versions.room)
  /** Who had a hand in it (rule 9). */
  readonly people = {
    preparedBy: new IntColumn(this.versions.room),
    decidedBy: new IntColumn(this.versions.room),
    signedBy: new IntColumn(this.versions.room),
    communicatedBy: new IntColumn(this.versions.room),
    acceptedBy: new IntColumn(this.versions.room),
    confirmedBy: new IntColumn(this.versions.room),
  }
  readonly signedAs = new IntColumn(this.versions.room)
  readonly provenance = new IntColumn(this.versions.room)

  readonly ofPerson = new RowLinks(this.versions.room)
  readonly ofPost = new RowLinks(this.versions.room)
  readonly ofBody = new RowLinks(this.versions.room)
  readonly onMatter = new RowLinks(this.versions.room)
  /** The first ever recorded on a matter: mostly its root. */
  readonly firstOnMatter = new IntColumn()
  readonly below = new RowLinks(this.versions.room)
  /** Lines to a person by name, and to a post, on a matter. */
  readonly personOnMatter = new PairLinks(this.versions.room)
  readonly postOnMatter = new PairLinks(this.versions.room)
  readonly #ofClass = new Map<string, number[]>()
  readonly #joint = new Map<string, number[]>()

  readonly #hands = Object.entries(this.people) as [keyof DelegationColumns['people'], IntColumn][]

  readonly #entityLists = new Values<readonly string[]>()
  readonly #suspensionLists = new Values<DelegationFact['suspensions']>()
  readonly #citeLists = new Values<DelegationFact['cites']>()
  readonly #entityNumbers: (readonly number[])[] = []
  /** Their numbers are the kinds' own. */
  readonly #kindWords = Texts.of(holderKinds)

  constructor(readonly names: Names) {
    this.limits = new LimitColumns(names.words)
  }

  /** About so many versions are coming: room is made for them once. */
  expect(rows: number): void {
    this.versions.room.cells = rows
    this.limits.room.cells = rows
    this.names.delegations.expect(rows)
  }

  add(fact: DelegationFact, number: LedgerNumber, recordedAt: Instant): void {
    const { delegations, matters, words } = this.names
    const identity = delegations.keep(fact.id)
    const row = this.versions.add(identity, fact.effectiveFrom, fact.effectiveTo, number)
    this.#publish(identity, recordedAt)
    this.instrument.set(row, words.keep(fact.instrument))
    this.line.set(row, fact.line)
    this.#link(row, matters.keep(fact.matter), delegations.keepOptional(fact.parent))
    this.legalBasis.setOptional(row, words.keepOptional(fact.legalBasis))
    this.#addHolder(row, fact.holder)
    this.entities.set(row, this.#numbered(this.#entityLists.keep(fact.entities)))
    this.limits.add(row, fact.limits)
    if (speaksOfPlaces(fact.limits) || speaksOfPlaces(fact.subdelegation?.limits ?? null)) this.placed.add(row)
    this.mayExercise.set(row, fact.mayExercise ? 1 : 0)
    if (fact.subdelegation !== null) this.permission.set(row, this.permissions.keep(fact.subdelegation))
    this.conditions.setOptional(row, words.keepOptional(fact.conditions))
    this.acceptedAt.setOptional(row, fact.acceptedAt)
    this.endedAt.setOptional(row, fact.endedAt)
    if (fact.endReason !== null) this.endReason.set(row, endReasons.indexOf(fact.endReason))
    if (fact.fallsAt !== null) this.fallsAt.set(row, fact.fallsAt)
    this.signedAt.setOptional(row, fact.signedAt)
    if (fact.fallsAt !== null || fact.suspensions.length > 0 || fact.emergency !== null) this.rare.set(row, 1)
    if (fact.reviewedAt !== null) this.reviewedAt.set(row, fact.reviewedAt)
    if (fact.emergency !== null) this.emergencies.set(row, fact.emergency)
    if (fact.cites.length > 0) this.cites.set(row, fact.cites)
    if (fact.suspensions.length > 0) this.suspensions.set(row, fact.suspensions)
    for (const [field, column] of this.#hands) column.setOptional(row, this.names.persons.keepOptional(fact[field]))
    this.signedAs.setOptional(row, words.keepOptional(fact.signedAs))
    this.provenance.set(row, this.provenances.keep(fact.provenance))
  }

  #publish(identity: number, recordedAt: Instant): void {
    const published = this.#publishedAt.get(identity)
    if (!(published <= recordedAt)) this.#publishedAt.set(identity, recordedAt)
  }

  /** When the first version of the row's delegation was recorded. */
  publishedAt(row: number): Instant {
    return this.#publishedAt.get(this.versions.identity.get(row))
  }

  #link(row: number, matter: number, parent: number): void {
    this.matter.set(row, matter)
    if (this.onMatter.first(matter) < 0) this.firstOnMatter.set(matter, row)
    this.onMatter.add(matter, row)
    if (parent < 0) return
    this.parent.set(row, parent)
    this.below.add(parent, row)
  }

  #addHolder(row: number, holder: Holder): void {
    const { persons, posts, bodies } = this.names
    this.holderKind.set(row, holderKinds.indexOf(holder.kind))
    if ('person' in holder) this.#addPerson(row, persons.keep(holder.person))
    if ('post' in holder) this.#addPost(row, posts.keep(holder.post), holder.kind === 'post')
    if (holder.kind === 'body') this.#addBody(row, bodies.keep(holder.body))
    if (holder.kind === 'class' || holder.kind === 'joint') this.#addRareHolder(row, holder)
  }

  #addPerson(row: number, person: number): void {
    this.person.set(row, person)
    this.ofPerson.add(person, row)
    this.personOnMatter.add(person, this.matter.get(row), row)
  }

  #addPost(row: number, post: number, byPost: boolean): void {
    this.seat.set(row, post)
    this.ofPost.add(post, row)
    if (byPost) this.postOnMatter.add(post, this.matter.get(row), row)
  }

  #addBody(row: number, body: number): void {
    this.seat.set(row, body)
    this.ofBody.add(body, row)
  }

  #addRareHolder(row: number, holder: Extract<Holder, { kind: 'class' | 'joint' }>): void {
    this.rareHolders.set(row, holder)
    const [lists, keys] = holder.kind === 'class' ? [this.#ofClass, [classKey(holder)]] as const : [this.#joint, holder.posts] as const
    for (const key of new Set(keys)) {
      const rows = lists.get(key)
      if (rows === undefined) lists.set(key, [row])
      else rows.unshift(row)
    }
  }

  /**
   * Takes a stored version: id, from, to, instrument, line, parent, legal basis, holder kind, person, post, body, rare holder, matter,
   * entities, limits, may exercise, permission, conditions, prepared, decided, signed, signed as, communicated by, signed at, accepted by,
   * accepted at, confirmed by, ended at, end reason, falls at, suspensions, emergency, reviewed at, policies cited, provenance.
   */
  load(row: RowReader, number: LedgerNumber, recordedAt: Instant): void {
    const { delegations, matters, persons, posts, bodies, words } = this.names
    const identity = row.keep(0, delegations)
    const at = this.versions.load(identity, row.number(1), row.number(2), number)
    this.#publish(identity, recordedAt)
    this.instrument.set(at, row.keep(3, words))
    this.line.set(at, row.number(4))
    this.#link(at, row.keep(12, matters), row.keep(5, delegations))
    this.legalBasis.setOptional(at, row.keep(6, words))
    const kind = row.keep(7, this.#kindWords)
    this.holderKind.set(at, kind)
    if (!row.isNull(8)) this.#addPerson(at, row.keep(8, persons))
    if (!row.isNull(9)) this.#addPost(at, row.keep(9, posts), holderKinds[kind] === 'post')
    if (!row.isNull(10)) this.#addBody(at, row.keep(10, bodies))
    if (!row.isNull(11)) this.#addRareHolder(at, row.json(11))
    this.entities.set(at, this.#numbered(row.value(13, this.#entityLists, field => row.list(field))))
    if (speaksOfPlaces(this.limits.load(at, row, 14))) this.placed.add(at)
    this.mayExercise.set(at, row.flag(15) ? 1 : 0)
    if (!row.isNull(16)) this.#addPermission(at, row.value(16, this.permissions, field => row.json(field)))
    this.conditions.setOptional(at, row.keep(17, words))
    const { preparedBy, decidedBy, signedBy, communicatedBy, acceptedBy, confirmedBy } = this.people
    preparedBy.setOptional(at, row.keep(18, persons))
    decidedBy.setOptional(at, row.keep(19, persons))
    signedBy.setOptional(at, row.keep(20, persons))
    this.signedAs.setOptional(at, row.keep(21, words))
    communicatedBy.setOptional(at, row.keep(22, persons))
    this.signedAt.setIfThere(at, row.number(23))
    acceptedBy.setOptional(at, row.keep(24, persons))
    this.acceptedAt.setIfThere(at, row.number(25))
    confirmedBy.setOptional(at, row.keep(26, persons))
    this.endedAt.setIfThere(at, row.number(27))
    if (!row.isNull(28)) this.endReason.set(at, endReasons.indexOf(row.text(28) as EndReason))
    this.#loadRare(at, row)
    this.provenance.set(at, row.value(34, this.provenances, field => row.json(field)))
  }

  #addPermission(row: number, permission: number): void {
    this.permission.set(row, permission)
    if (speaksOfPlaces(this.permissions.value(permission).limits)) this.placed.add(row)
  }

  /** What few lines have, and makes of them lines that must be looked at twice. */
  #loadRare(at: number, row: RowReader): void {
    const suspensions = this.#suspensionLists.value(row.value(30, this.#suspensionLists, field => row.json(field)))
    if (!row.isNull(29)) this.fallsAt.set(at, row.number(29))
    if (suspensions.length > 0) this.suspensions.set(at, suspensions)
    if (!row.isNull(31)) this.emergencies.set(at, row.json(31))
    if (!row.isNull(29) || suspensions.length > 0 || !row.isNull(31)) this.rare.set(at, 1)
    if (!row.isNull(32)) this.reviewedAt.set(at, row.number(32))
    const cites = this.#citeLists.value(row.value(33, this.#citeLists, field => row.json(field)))
    if (cites.length > 0) this.cites.set(at, cites)
  }

  /** Gives a new list its numbers. */
  #numbered(list: number): number {
    if (this.#entityNumbers.length === list) {
      this.#entityNumbers.push(this.#entityLists.value(list).map(entity => this.names.entities.keep(entity)))
    }
    return list
  }

  /** Equal lists are one object. */
  entityList(row: number): readonly string[] {
    return this.#entityLists.value(this.entities.get(row))
  }

  /** Permission to pass on; null = none. */
  permissionOf(row: number): SubdelegationPermission | null {
    const number = this.permission.get(row)
    return number < 0 ? null : this.permissions.value(number)
  }

  /** The list as numbers of entities. */
  entityNumbers(row: number): readonly number[] {
    return this.#entityNumbers[this.entities.get(row)] as readonly number[]
  }

  /** Rows held jointly by a post and others, newest first, superseded ones too. */
  jointRows(post: string): readonly number[] {
    return this.#joint.get(post) ?? []
  }

  /** Whether there is any delegation to a class, or to joint holders. */
  get hasRareHolders(): boolean {
    return this.rareHolders.size > 0
  }

  /** Rows linked to an id known at `known`, newest first. */
  *linked(linked: Linked, id: string, known: LedgerNumber): Iterable<number> {
    const { versions } = this
    if (linked === 'class') {
      for (const row of this.#ofClass.get(id) ?? []) if (versions.isKnown(row, known)) yield row
      return
    }
    const [links, names] = this.#linksOf(linked)
    for (let row = links.first(names.find(id)); row >= 0; row = links.next(row)) if (versions.isKnown(row, known)) yield row
  }

  #linksOf(linked: Exclude<Linked, 'class'>): readonly [RowLinks, { find(id: string): number }] {
    const { persons, posts, bodies, matters, delegations } = this.names
    switch (linked) {
      case 'person': return [this.ofPerson, persons]
      case 'post': return [this.ofPost, posts]
      case 'body': return [this.ofBody, bodies]
      case 'matter': return [this.onMatter, matters]
      case 'parent': return [this.below, delegations]
    }
  }
}
