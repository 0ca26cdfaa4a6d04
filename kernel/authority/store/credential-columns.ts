/** Every version of every credential, linked by person. */
import { IntColumn } from './columns.ts'
import { RowLinks } from './links.ts'
import type { Names } from './names.ts'
import type { RowReader } from './row-reader.ts'
import { FewWords } from './texts.ts'
import { Versions } from './versions.ts'
import type { CredentialFact, Instant, LedgerNumber } from '../model.ts'

export class CredentialColumns {
  readonly versions = new Versions(null, 3)
  readonly ofPerson = new RowLinks(this.versions.ints)
  /** Word of what is held. */
  readonly credential = new IntColumn(this.versions.ints)
  readonly #person = new IntColumn(this.versions.ints)

  readonly #kinds: FewWords

  constructor(private readonly names: Names) {
    this.#kinds = new FewWords(names.words)
  }

  /** About so many versions are coming: room is made for them once. */
  expect(rows: number): void {
    this.versions.room.cells = rows
    this.names.credentials.expect(rows)
  }

  add(fact: CredentialFact, number: LedgerNumber): void {
    const { credentials, persons, words } = this.names
    const row = this.versions.add(credentials.keep(fact.id), fact.effectiveFrom, fact.effectiveTo, number)
    const person = persons.keep(fact.person)
    this.#person.set(row, person)
    this.credential.set(row, words.keep(fact.credential))
    this.ofPerson.add(person, row)
  }

  /** Takes a stored version: id, from, to, person, credential. */
  load(row: RowReader, number: LedgerNumber): void {
    const { credentials, persons, words } = this.names
    const at = this.versions.load(row.keep(0, credentials), row.number(1), row.number(2), number)
    const person = row.keep(3, persons)
    this.#person.set(at, person)
    this.credential.set(at, row.keep(4, words))
    this.ofPerson.add(person, at)
  }

  known(id: string, known: LedgerNumber): number {
    return this.versions.known(this.names.credentials.find(id), known)
  }

  /** Rows of a person known at `known`, in order of recording. */
  of(person: string, known: LedgerNumber): number[] {
    return this.ofPerson.known(this.names.persons.find(person), this.versions, known)
  }

  /** Whether a person holds a credential that runs at the instant. */
  holds(person: string, credential: string, at: Instant, known: LedgerNumber): boolean {
    const word = this.#kinds.find(credential)
    if (word < 0) return false
    for (let row = this.ofPerson.first(this.names.persons.find(person)); row >= 0; row = this.ofPerson.next(row)) {
      if (this.credential.get(row) === word && this.versions.isKnown(row, known) && this.versions.runsAt(row, at)) return true
    }
    return false
  }

  fact(row: number): CredentialFact {
    const { versions, names } = this
    return {
      kind: 'credential', id: names.credentials.text(versions.identity.get(row)), person: names.persons.text(this.#person.get(row)),
      credential: names.words.text(this.credential.get(row)),
      effectiveFrom: versions.effectiveFrom.optional(row), effectiveTo: versions.effectiveTo.optional(row),
    }
  }
}
