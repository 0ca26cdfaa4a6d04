/** Every fact ever recorded, the numerous kinds in columns, the others as objects; read by id, by what is mentioned, or all. */
import { AssignmentColumns } from './assignment-columns.ts'
import { CredentialColumns } from './credential-columns.ts'
import { DelegationColumns } from './delegation-columns.ts'
import { DelegationRow } from './delegation-row.ts'
import { EntityColumns } from './entity-columns.ts'
import { History, Index, type Version } from './history.ts'
import { LinkMemo } from './link-memo.ts'
import { Names } from './names.ts'
import { PersonColumns } from './person-columns.ts'
import { PostColumns } from './post-columns.ts'
import type { RowReader } from './row-reader.ts'
import type { Versions } from './versions.ts'
import { isMentioning, mentionsOf, type MentioningKind } from '../mentions.ts'
import type { EntityFact, Fact, FactKind, FrameworkFact, Instant, LedgerNumber, MatterFact } from '../model.ts'

type Of<K extends FactKind> = Extract<Fact, { kind: K }>
/** Numerous kinds, which can be taken from a stored row without making a fact of it. */
export type ColumnarKind = 'delegation' | 'person' | 'post' | 'assignment' | 'credential'
type Columnar = ColumnarKind | 'entity'
type Kept = Exclude<FactKind, Columnar>

/** What the store needs of a columnar kind. */
interface Columns {
  readonly versions: Versions
  known(id: string, known: LedgerNumber): number
  fact(row: number): Fact
}

export class FactStore {
  readonly names = new Names()
  readonly entities = new EntityColumns(this.names)
  readonly persons = new PersonColumns(this.names)
  readonly posts = new PostColumns(this.names)
  readonly assignments = new AssignmentColumns(this.names)
  readonly credentials = new CredentialColumns(this.names)
  readonly delegations = new DelegationColumns(this.names)
  readonly links = new LinkMemo()
  readonly frameworks = new History<FrameworkFact>()
  readonly matters = new History<MatterFact>()
  readonly #columns: ReadonlyMap<FactKind, Columns> = new Map<Columnar, Columns>([
    ['entity', this.entities],
    ['person', this.persons],
    ['post', this.posts],
    ['assignment', this.assignments],
    ['credential', this.credentials],
    ['delegation', {
      versions: this.delegations.versions,
      known: (id, known) => this.delegations.versions.known(this.names.delegations.find(id), known),
      fact: row => new DelegationRow(this.delegations, row).fact(),
    }],
  ])
  readonly #histories = new Map<FactKind, unknown>([['framework', this.frameworks], ['matter', this.matters]])
  readonly #mentions = new Map<FactKind, Index<Of<Kept>>>()

  add(fact: Fact, number: LedgerNumber, recordedAt: Instant): void {
    switch (fact.kind) {
      case 'delegation': return this.delegations.add(fact, number, recordedAt)
      case 'entity': return this.entities.add(fact, number)
      case 'person': return this.persons.add(fact, number)
      case 'post': return this.posts.add(fact, number)
      case 'assignment': return this.assignments.add(fact, number)
      case 'credential': return this.credentials.add(fact, number)
      default: {
        const version = this.history(fact.kind).add(fact, number)
        if (isMentioning(fact.kind)) for (const key of mentionsOf(fact)) this.#index(fact.kind).add(key, version as Version<never>)
      }
    }
  }

  /** About so many stored versions of a kind are coming, with those that came. */
  expect(kind: ColumnarKind, rows: number): void {
    switch (kind) {
      case 'delegation': return this.delegations.expect(rows)
      case 'person': return this.persons.expect(rows)
      case 'post': return this.posts.expect(rows)
      case 'assignment': return this.assignments.expect(rows)
      case 'credential': return this.credentials.expect(rows)
    }
  }

  /** Takes a stored version of a kind kept in columns. */
  load(kind: ColumnarKind, row: RowReader, number: LedgerNumber, recordedAt: Instant): void {
    switch (kind) {
      case 'delegation': return this.#loadDelegation(row, number, recordedAt)
      case 'person': return this.persons.load(row, number)
      case 'post': return this.posts.load(row, number)
      case 'assignment': return this.assignments.load(row, number)
      case 'credential': return this.credentials.load(row, number)
    }
  }

  #loadDelegation(row: RowReader, number: LedgerNumber, recordedAt: Instant): void {
    const { delegations } = this
    const at = delegations.load(row, number, recordedAt)
    if (delegations.seldom.formerly.has(at)) delegations.takeFormer(at, new DelegationRow(delegations, at).fact())
  }

  /** An entity known at `known` and effective at `at`: every question asks for one. */
  entityAt(id: string, at: Instant, known: LedgerNumber): EntityFact | null {
    const { entities } = this
    const row = entities.known(id, known)
    return row < 0 || !entities.versions.runsAt(row, at) ? null : entities.fact(row)
  }

  /** Versions of a kind that is kept as objects. */
  history<K extends Kept>(kind: K): History<Of<K>> {
    let history = this.#histories.get(kind)
    if (history === undefined) this.#histories.set(kind, (history = new History<Of<K>>()))
    return history as History<Of<K>>
  }

  #index<K extends MentioningKind>(kind: K): Index<Of<K>> {
    let index = this.#mentions.get(kind)
    if (index === undefined) this.#mentions.set(kind, (index = new Index()))
    return index as unknown as Index<Of<K>>
  }

  /** The version of a fact known at `known`, whether effective or not. */
  known<K extends FactKind>(kind: K, id: string, known: LedgerNumber): Of<K> | null {
    const columns = this.#columns.get(kind)
    if (columns === undefined) return this.history(kind as Kept).known(id, known) as Of<K> | null
    const row = columns.known(id, known)
    return row < 0 ? null : (columns.fact(row) as Of<K>)
  }

  /** The version of a fact known at `known`, if it is effective at `at`. */
  effective<K extends Exclude<FactKind, 'delegation'>>(kind: K, id: string, at: Instant, known: LedgerNumber): Of<K> | null {
    const columns = this.#columns.get(kind)
    if (columns === undefined) return this.history(kind as Kept).effective(id, at, known) as Of<K> | null
    const row = columns.known(id, known)
    return row < 0 || !columns.versions.runsAt(row, at) ? null : (columns.fact(row) as Of<K>)
  }

  *all<K extends FactKind>(kind: K, known: LedgerNumber): Iterable<Of<K>> {
    const columns = this.#columns.get(kind)
    if (columns === undefined) return yield* this.history(kind as Kept).all(known) as Iterable<Of<K>>
    for (const row of columns.versions.all(known)) yield columns.fact(row) as Of<K>
  }

  /** Facts of a kind known at `known` that mention `key`, in order of recording, effective or not. */
  mentioning<K extends MentioningKind>(kind: K, key: string, known: LedgerNumber): readonly Of<K>[] {
    const rows = this.#rowsMentioning(kind, key, known)
    if (rows === null) return this.#mentions.has(kind) ? this.#index(kind).known(key, known) : nothing
    const columns = this.#columns.get(kind) as Columns
    return rows.map(row => columns.fact(row) as Of<K>)
  }

  /** Of the kinds kept in columns; null: another kind. */
  #rowsMentioning(kind: MentioningKind, key: string, known: LedgerNumber): readonly number[] | null {
    switch (kind) {
      case 'credential': return this.credentials.of(key, known)
      case 'post': return this.posts.of(key, known)
      case 'entity': return this.entities.below(key, known)
      case 'assignment': {
        const id = key.slice(key.indexOf(':') + 1)
        return key.startsWith('person:') ? this.assignments.of(id, known) : this.assignments.to(id, known)
      }
      default: return null
    }
  }
}

const nothing: readonly never[] = []
