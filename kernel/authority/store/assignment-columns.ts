/** Every version of every assignment, linked by person and by post. */
import { IntColumn } from './columns.ts'
import { RowLinks } from './links.ts'
import type { Names } from './names.ts'
import type { RowReader } from './row-reader.ts'
import { Texts } from './texts.ts'
import { Values } from './values.ts'
import { Versions } from './versions.ts'
import type { AssignmentFact, AssignmentKind, Instant, LedgerNumber } from '../model.ts'

const kinds: readonly AssignmentKind[] = ['substantive', 'acting', 'officer-in-charge']
const substantive = kinds.indexOf('substantive')

export class AssignmentColumns {
  readonly versions = new Versions(null, 4)
  readonly person = new IntColumn(this.versions.ints)
  readonly post = new IntColumn(this.versions.ints)
  readonly kind = new IntColumn(this.versions.ints)
  readonly ofPerson = new RowLinks(this.versions.ints)
  readonly toPost = new RowLinks(this.versions.room)
  readonly #instrument = new IntColumn(this.versions.room)
  readonly #excludes = new IntColumn(this.versions.room)
  readonly #contract = new IntColumn(this.versions.room)
  readonly #lists = new Values<readonly string[]>()
  /** Their numbers are the kinds' own. */
  readonly #kindWords = Texts.of(kinds)
  readonly #none = this.#lists.keep([])

  constructor(private readonly names: Names) {}

  /** About so many versions are coming: room is made for them once. */
  expect(rows: number): void {
    this.versions.room.cells = rows
    this.names.assignments.expect(rows)
  }

  add(fact: AssignmentFact, number: LedgerNumber): void {
    const { assignments, persons, posts, words } = this.names
    const row = this.versions.add(assignments.keep(fact.id), fact.effectiveFrom, fact.effectiveTo, number)
    const person = persons.keep(fact.person)
    const post = posts.keep(fact.post)
    this.person.set(row, person)
    this.post.set(row, post)
    this.kind.set(row, kinds.indexOf(fact.assignment))
    this.#instrument.setOptional(row, words.keepOptional(fact.instrument))
    if (fact.excludes.length > 0) this.#excludes.set(row, this.#lists.keep(fact.excludes))
    this.#contract.setOptional(row, words.keepOptional(fact.contract))
    this.ofPerson.add(person, row)
    this.toPost.add(post, row)
  }

  /** Takes a stored version: id, from, to, person, post, assignment, instrument, excludes, contract. */
  load(row: RowReader, number: LedgerNumber): void {
    const { assignments, persons, posts, words } = this.names
    const at = this.versions.load(row.keep(0, assignments), row.number(1), row.number(2), number)
    const person = row.keep(3, persons)
    const post = row.keep(4, posts)
    this.person.set(at, person)
    this.post.set(at, post)
    this.kind.set(at, row.keep(5, this.#kindWords))
    this.#instrument.setOptional(at, row.keep(6, words))
    this.#excludes.setOptional(at, row.value(7, this.#lists, field => row.list(field)))
    this.#contract.setOptional(at, row.keep(8, words))
    this.ofPerson.add(person, at)
    this.toPost.add(post, at)
  }

  known(id: string, known: LedgerNumber): number {
    return this.versions.known(this.names.assignments.find(id), known)
  }

  /** Rows of a person known at `known`, in order of recording. */
  of(person: string, known: LedgerNumber): number[] {
    return this.ofPerson.known(this.names.persons.find(person), this.versions, known)
  }

  /** Rows to a post known at `known`, in order of recording. */
  to(post: string, known: LedgerNumber): number[] {
    return this.toPost.known(this.names.posts.find(post), this.versions, known)
  }

  /** Rows of acting holders and officers-in-charge known at `known`. */
  *actingRows(known: LedgerNumber): Iterable<number> {
    for (const row of this.versions.all(known)) if (this.kind.get(row) !== substantive) yield row
  }

  /** Whether a person, by number, is substantively in a post at the instant. */
  inPost(person: number, post: number, at: Instant, known: LedgerNumber): boolean {
    const { versions } = this
    for (let row = this.ofPerson.first(person); row >= 0; row = this.ofPerson.next(row)) {
      if (this.post.get(row) !== post || this.kind.get(row) !== substantive) continue
      if (versions.isKnown(row, known) && versions.runsAt(row, at)) return true
    }
    return false
  }

  /** Persons, by number, who sit in a post at the instant, in order of recording; null where one of them is not there substantively. */
  seatedIn(post: number, at: Instant, known: LedgerNumber): readonly number[] | null {
    const rows = this.toPost.known(post, this.versions, known).filter(row => this.versions.runsAt(row, at))
    if (rows.some(row => this.kind.get(row) !== substantive)) return null
    const persons = rows.map(row => this.person.get(row))
    return persons.length < 2 ? persons : [...new Set(persons)]
  }

  fact(row: number): AssignmentFact {
    const { versions, names } = this
    const excludes = this.#excludes.get(row)
    return {
      kind: 'assignment', id: names.assignments.text(versions.identity.get(row)), person: names.persons.text(this.person.get(row)),
      post: names.posts.text(this.post.get(row)), assignment: kinds[this.kind.get(row)] as AssignmentKind,
      instrument: names.words.optional(this.#instrument.get(row)), excludes: this.#lists.value(excludes < 0 ? this.#none : excludes),
      contract: names.words.optional(this.#contract.get(row)),
      effectiveFrom: versions.effectiveFrom.optional(row), effectiveTo: versions.effectiveTo.optional(row),
    }
  }
}
