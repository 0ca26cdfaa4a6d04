/** Every version of every person. */
import { ByteColumn, IntColumn } from './columns.ts'
import type { Names } from './names.ts'
import type { RowReader } from './row-reader.ts'
import { Versions } from './versions.ts'
import type { Instant, LedgerNumber, PersonFact } from '../model.ts'

export class PersonColumns {
  readonly versions = new Versions()
  readonly staff = new ByteColumn(this.versions.room)
  readonly #name = new IntColumn(this.versions.room)
  readonly #email = new IntColumn(this.versions.room)

  constructor(private readonly names: Names) {}

  /** About so many versions are coming: room is made for them once. */
  expect(rows: number): void {
    this.versions.room.cells = rows
    this.names.persons.expect(rows)
  }

  add(fact: PersonFact, number: LedgerNumber): void {
    const { persons, words } = this.names
    const row = this.versions.add(persons.keep(fact.id), fact.effectiveFrom, fact.effectiveTo, number)
    this.staff.set(row, fact.staff ? 1 : 0)
    this.#name.set(row, words.keep(fact.name))
    this.#email.setOptional(row, words.keepOptional(fact.email))
  }

  /** Takes a stored version: id, from, to, name, staff, email. */
  load(row: RowReader, number: LedgerNumber): void {
    const { persons, words } = this.names
    const at = this.versions.load(row.keep(0, persons), row.number(1), row.number(2), number)
    this.#name.set(at, row.keep(3, words))
    this.staff.set(at, row.flag(4) ? 1 : 0)
    this.#email.setOptional(at, row.keep(5, words))
  }

  known(id: string, known: LedgerNumber): number {
    return this.versions.known(this.names.persons.find(id), known)
  }

  /** Whether a person, by number, exists at the instant. */
  exists(person: number, at: Instant, known: LedgerNumber): boolean {
    const row = this.versions.known(person, known)
    return row >= 0 && this.versions.runsAt(row, at)
  }

  /** Whether a person, by number, exists at the instant and is staff of the organisation. */
  isStaff(person: number, at: Instant, known: LedgerNumber): boolean {
    const row = this.versions.known(person, known)
    return row >= 0 && this.staff.get(row) === 1 && this.versions.runsAt(row, at)
  }

  fact(row: number): PersonFact {
    const { versions, names } = this
    return {
      kind: 'person', id: names.persons.text(versions.identity.get(row)), name: names.words.text(this.#name.get(row)),
      staff: this.staff.get(row) === 1, email: names.words.optional(this.#email.get(row)),
      effectiveFrom: versions.effectiveFrom.optional(row), effectiveTo: versions.effectiveTo.optional(row),
    }
  }
}
