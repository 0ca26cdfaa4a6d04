/**
 * Every version of every delegation, one row each, in typed arrays. Rows are linked newest first by holder, matter and parent, and by the
 * pair of holder and matter, which is what `may` asks for.
 */
import { IntColumn, NumberColumn } from './columns.ts'
import { DelegationRests, type DelegationRest } from './delegation-rest.ts'
import { LimitColumns } from './limit-columns.ts'
import { PairLinks, RowLinks } from './links.ts'
import type { Names } from './names.ts'
import { SeldomColumns } from './seldom-columns.ts'
import { SharedLinks } from './shared-links.ts'
import { Texts } from './texts.ts'
import { Values } from './values.ts'
import type { RowReader } from './row-reader.ts'
import { Versions } from './versions.ts'
import type { Box, DelegationFact, Holder, Instant, LedgerNumber, SubdelegationPermission } from '../model.ts'

export const holderKinds: readonly Holder['kind'][] = ['person', 'post', 'person-in-post', 'body', 'class', 'joint']

/** Which list of rows to walk. */
export type Linked = 'person' | 'post' | 'body' | 'class' | 'matter' | 'parent'

const speaksOfPlaces = (limits: readonly Box[] | null): boolean => limits !== null && limits.some(box => box.places !== undefined)
export class DelegationColumns {
  readonly versions = new Versions(4, 14)
  readonly limits: LimitColumns
  /** Versions whose limits, or whose permission's, speak of places. */
  readonly placed = new Set<number>()
  readonly #rests: DelegationRests
  readonly seldom = new SeldomColumns(this.versions.ints)

  /** By identity: the recorded instant of its first version, which is its publication. */
  readonly #publishedAt = new NumberColumn(this.versions.room)
  readonly instrument = new IntColumn(this.versions.room)
  readonly line = new IntColumn(this.versions.room)
  readonly parent = new IntColumn(this.versions.ints)
  readonly legalBasis = new IntColumn(this.versions.room)
  readonly holderKind = new IntColumn(this.versions.ints)
  readonly person = new IntColumn(this.versions.ints)
  /** The post, or the body where the holder is one. */
  readonly seat = new IntColumn(this.versions.ints)
  readonly matter = new IntColumn(this.versions.ints)
  readonly entities = new IntColumn(this.versions.ints)
  readonly mayExercise = new IntColumn(this.versions.ints)
  readonly permission = new IntColumn(this.versions.ints)
  readonly conditions = new IntColumn(this.versions.room)
  readonly acceptedAt = new NumberColumn(this.versions.instants)
  readonly endedAt = new NumberColumn(this.versions.instants)
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
  readonly personOnMatter = new PairLinks(this.versions.ints)
  readonly postOnMatter = new PairLinks(this.versions.ints)
  readonly shared = new SharedLinks()

  readonly #hands = Object.entries(this.people) as [keyof DelegationColumns['people'], IntColumn][]

  readonly #entityLists = new Values<readonly string[]>()
  readonly #entityNumbers: (readonly number[])[] = []
  /** Their numbers are the kinds' own. */
  readonly #kindWords = Texts.of(holderKinds)

  constructor(readonly names: Names) {
    this.limits = new LimitColumns(names.words, this.versions)
    this.#rests = new DelegationRests(names)
  }

  /** About so many versions are coming: room is made for them once. */
  expect(rows: number): void {
    this.versions.room.cells = rows
    this.names.delegations.expect(rows)
  }

  add(fact: DelegationFact, number: LedgerNumber, recordedAt: Instant): void {
    const identity = this.names.delegations.keep(fact.id)
    const row = this.versions.add(identity, fact.effectiveFrom, fact.effectiveTo, number)
    this.#publish(identity, recordedAt)
    this.#write(row, fact)
    this.takeFormer(row, fact)
  }

  /** Terms that counted before stand in rows of their own, so that what is judged of a row once is true of it ever after. */
  takeFormer(version: number, fact: DelegationFact): void {
    if (fact.formerly === undefined) return
    this.seldom.formerly.set(version, fact.formerly)
    let later = version
    for (const { until, ...terms } of [...fact.formerly].reverse()) {
      later = this.versions.addFormer(later, until)
      this.#write(later, { ...fact, ...terms })
    }
  }

  #write(row: number, fact: DelegationFact): void {
    const { delegations, matters, words } = this.names
    this.instrument.set(row, words.keep(fact.instrument))
    this.line.set(row, fact.line)
    this.#link(row, matters.keep(fact.matter), delegations.keepOptional(fact.parent))
    this.#addHolder(row, fact.holder)
    this.entities.set(row, this.#numbered(this.#entityLists.keep(fact.entities)))
    this.limits.add(row, fact.limits)
    if (speaksOfPlaces(fact.limits)) this.placed.add(row)
    this.mayExercise.set(row, fact.mayExercise ? 1 : 0)
    this.acceptedAt.setOptional(row, fact.acceptedAt)
    this.signedAt.setOptional(row, fact.signedAt)
    for (const [field, column] of this.#hands) column.setOptional(row, this.names.persons.keepOptional(fact[field]))
    this.signedAs.setOptional(row, words.keepOptional(fact.signedAs))
    this.#setRest(row, this.#rests.of(fact))
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
    if (holder.kind === 'class' || holder.kind === 'joint') this.shared.add(row, holder)
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

  /**
   * Takes a stored version: id, from, to, instrument, line, parent, holder kind, person, post, body, rare holder, matter, entities, limits,
   * may exercise, prepared, decided, signed, signed as, communicated by, signed at, accepted by, accepted at, confirmed by; and the rest.
   * Returns its row; `takeFormer` is the reader's to call where it has terms that counted before.
   */
  load(row: RowReader, number: LedgerNumber, recordedAt: Instant): number {
    const { delegations, matters, persons, posts, bodies, words } = this.names
    const identity = row.keep(0, delegations)
    const at = this.versions.load(identity, row.number(1), row.number(2), number)
    this.#publish(identity, recordedAt)
    this.instrument.set(at, row.keep(3, words))
    this.line.set(at, row.number(4))
    this.#link(at, row.keep(11, matters), row.keep(5, delegations))
    const kind = row.keep(6, this.#kindWords)
    this.holderKind.set(at, kind)
    if (!row.isNull(7)) this.#addPerson(at, row.keep(7, persons))
    if (!row.isNull(8)) this.#addPost(at, row.keep(8, posts), holderKinds[kind] === 'post')
    if (!row.isNull(9)) this.#addBody(at, row.keep(9, bodies))
    if (!row.isNull(10)) this.shared.add(at, row.json(10))
    this.entities.set(at, this.#numbered(row.value(12, this.#entityLists, field => row.list(field))))
    if (speaksOfPlaces(this.limits.load(at, row, 13))) this.placed.add(at)
    this.mayExercise.set(at, row.flag(14) ? 1 : 0)
    const { preparedBy, decidedBy, signedBy, communicatedBy, acceptedBy, confirmedBy } = this.people
    preparedBy.setOptional(at, row.keep(15, persons))
    decidedBy.setOptional(at, row.keep(16, persons))
    signedBy.setOptional(at, row.keep(17, persons))
    this.signedAs.setOptional(at, row.keep(18, words))
    communicatedBy.setOptional(at, row.keep(19, persons))
    this.signedAt.setIfThere(at, row.number(20))
    acceptedBy.setOptional(at, row.keep(21, persons))
    this.acceptedAt.setIfThere(at, row.number(22))
    confirmedBy.setOptional(at, row.keep(23, persons))
    const rest = this.#rests.ofStored(row)
    this.#setRest(at, rest)
    if (rest.formerly !== null) this.seldom.formerly.set(at, rest.formerly)
    return at
  }

  #setRest(at: number, rest: DelegationRest): void {
    this.legalBasis.setOptional(at, rest.legalBasis)
    if (rest.permission >= 0) this.#addPermission(at, rest.permission)
    this.conditions.setOptional(at, rest.conditions)
    this.endedAt.setIfThere(at, rest.endedAt)
    this.endReason.setOptional(at, rest.endReason)
    this.seldom.put(at, rest)
    this.provenance.set(at, rest.provenance)
  }

  #addPermission(row: number, permission: number): void {
    this.permission.set(row, permission)
    if (speaksOfPlaces(this.#rests.permissions.value(permission).limits)) this.placed.add(row)
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
    return number < 0 ? null : this.#rests.permissions.value(number)
  }

  provenanceOf(row: number): DelegationFact['provenance'] {
    return this.#rests.provenances.value(this.provenance.get(row))
  }

  /** The list as numbers of entities. */
  entityNumbers(row: number): readonly number[] {
    return this.#entityNumbers[this.entities.get(row)] as readonly number[]
  }

  /** Rows held jointly by a post and others, as `linked`. */
  jointRows(post: string, known: LedgerNumber, at: Instant | null): readonly number[] {
    return this.shared.joint(post).filter(row => this.#isThere(row, known, at))
  }

  #isThere(row: number, known: LedgerNumber, at: Instant | null): boolean {
    return this.versions.isKnown(row, known) && (at === null || this.versions.termsCount(row, at))
  }

  /** Whether there is any delegation to a class, or to joint holders. */
  get hasRareHolders(): boolean {
    return this.shared.size > 0
  }

  /** Rows linked to an id by the terms that count at an instant (null: at any), known at `known`, newest first. */
  *linked(linked: Linked, id: string, known: LedgerNumber, at: Instant | null): Iterable<number> {
    if (linked === 'class') {
      for (const row of this.shared.ofClass(id)) if (this.#isThere(row, known, at)) yield row
      return
    }
    const [links, names] = this.#linksOf(linked)
    for (let row = links.first(names.find(id)); row >= 0; row = links.next(row)) if (this.#isThere(row, known, at)) yield row
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
