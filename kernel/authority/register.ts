/**
 * The register of authority in memory: every fact at two times. A snapshot is a ledger number; applying facts never changes an earlier one.
 */
import { runsAt } from './effective.ts'
import type { MentioningKind } from './mentions.ts'
import type { AssignmentFact, DelegationFact, Fact, FactKind, FrameworkFact, Instant, LedgerNumber, PostFact, Times } from './model.ts'
import type { Linked } from './store/delegation-columns.ts'
import { DelegationRow } from './store/delegation-row.ts'
import { FactStore, type ColumnarKind } from './store/fact-store.ts'
import { LedgerTimes } from './store/ledger-times.ts'
import type { RowReader } from './store/row-reader.ts'
import { inSubtree, type World } from './world.ts'

/** At which two times the register is read. */
type Seen = Pick<Times, 'on' | 'known'>

export class Register {
  readonly #times = new LedgerTimes()
  /** The rules read it in place; everybody else asks the register. */
  readonly store = new FactStore()

  get head(): LedgerNumber {
    return this.#times.head
  }

  /** Midnight (framework zone, UTC before there is one) that begins the day of the first recorded fact; null while empty. */
  get openedAt(): Instant | null {
    return this.#times.openedAt
  }

  /** Takes one fact. Numbers ascend; several facts may share one. */
  apply(fact: Fact, number: LedgerNumber, recordedAt: Instant): void {
    this.#times.record(number, recordedAt)
    this.store.add(fact, number, recordedAt)
    if (fact.kind === 'framework') this.#times.useZone(fact.zone)
  }

  /** Takes a number of the ledger with nothing yet of what it recorded: a stored register is read table by table. */
  open(number: LedgerNumber, recordedAt: Instant): void {
    this.#times.record(number, recordedAt)
  }

  /** About so many stored versions of a kind are coming, with those that came: room is made for them once. */
  expect(kind: ColumnarKind, rows: number): void {
    this.store.expect(kind, rows)
  }

  /** Takes a stored version of one of the kinds kept in columns; its number was opened before. */
  load(kind: ColumnarKind, row: RowReader, number: LedgerNumber): void {
    this.store.load(kind, row, number, this.recordedAt(number))
  }

  /** Takes a stored fact of another kind; its number was opened before. Facts of a kind come in order of number. */
  keep(fact: Fact, number: LedgerNumber): void {
    this.store.add(fact, number, this.recordedAt(number))
    if (fact.kind === 'framework') this.#times.useZone(fact.zone)
  }

  /** The last number recorded at or before `at`; 0 before the first. */
  numberAt(at: Instant): LedgerNumber {
    return this.#times.numberAt(at)
  }

  /** When a number was recorded; 0 for a number before the first. */
  recordedAt(number: LedgerNumber): Instant {
    return this.#times.recordedAt(number)
  }

  /** From when a delegation counts by its publication: the recorded instant of its first version. */
  publishedAt({ row }: DelegationRow): Instant {
    return this.publishedAtOf(row)
  }

  /** The same of the version in a row of the columns. */
  publishedAtOf(row: number): Instant {
    return this.#times.publishedAt(this.store.delegations.publishedAt(row))
  }

  /** The version of a fact known at `known` (default: now), whether effective or not. */
  fact<K extends FactKind>(kind: K, id: string, known: LedgerNumber = this.head): Extract<Fact, { kind: K }> | null {
    return this.store.known(kind, id, known)
  }

  /** Every fact of a kind as known at `known` (default: now). */
  facts<K extends FactKind>(kind: K, known: LedgerNumber = this.head): Iterable<Extract<Fact, { kind: K }>> {
    return this.store.all(kind, known)
  }

  /** Facts of a kind known at `known` that mention `key` (`mentions.ts` says by what each kind is found), effective or not. */
  mentioning<K extends MentioningKind>(kind: K, key: string, known: LedgerNumber = this.head): readonly Extract<Fact, { kind: K }>[] {
    return this.store.mentioning(kind, key, known)
  }

  #row(row: number): DelegationRow | null {
    return row < 0 ? null : new DelegationRow(this.store.delegations, row)
  }

  /** A delegation at (D, R), read in place. */
  delegation(id: string, { on, known }: Seen): DelegationRow | null {
    const { delegations, names } = this.store
    return this.#row(delegations.versions.knownAt(names.delegations.find(id), known, on))
  }

  /** Every delegation at (D, R), read in place. */
  *delegations({ on, known }: Seen): Iterable<DelegationRow> {
    const { delegations } = this.store
    for (const row of delegations.versions.all(known, on)) yield new DelegationRow(delegations, row)
  }

  /** What a delegation was passed on from, at (D, R). */
  parentOf(row: DelegationRow, { on, known }: Seen): DelegationRow | null {
    const { delegations } = this.store
    return this.#row(delegations.versions.knownAt(delegations.parent.get(row.row), known, on))
  }

  /**
   * Delegations that at (D, R) are linked to a person, post, body, class, matter or parent, newest first, read in place. Without a D, all
   * that ever are by one of their terms, each in every row that says so.
   */
  *linked(linked: Linked, id: string, { on, known }: { readonly on: Instant | null; readonly known: LedgerNumber }): Iterable<DelegationRow> {
    const { delegations } = this.store
    for (const row of delegations.linked(linked, id, known, on)) yield new DelegationRow(delegations, row)
  }

  /** Delegations that at (D, R), or without a D ever, a post holds jointly with others. */
  *heldJointly(post: string, { on, known }: { readonly on: Instant | null; readonly known: LedgerNumber }): Iterable<DelegationRow> {
    const { delegations } = this.store
    for (const row of delegations.jointRows(post, known, on)) yield new DelegationRow(delegations, row)
  }

  /** All versions of a delegation, oldest first. */
  versions(
    delegation: string,
  ): readonly { fact: DelegationFact; number: LedgerNumber; recordedAt: Instant; supersededBy: LedgerNumber | null }[] {
    const { delegations, names } = this.store
    const { versions } = delegations
    const found = []
    for (let row = versions.latest(names.delegations.find(delegation)); row >= 0; row = versions.earlier(row)) {
      const number = versions.number.get(row)
      const fact = new DelegationRow(delegations, row).fact()
      found.push({ fact, number, recordedAt: this.recordedAt(number), supersededBy: versions.supersededBy.optional(row) })
    }
    return found.reverse()
  }

  #linkedFacts(linked: Linked, id: string, known: LedgerNumber, on: Instant): DelegationFact[] {
    const { delegations } = this.store
    const rows = delegations.versions.inOrder([...delegations.linked(linked, id, known, on)])
    return rows.map(row => new DelegationRow(delegations, row).fact())
  }

  /** Delegations passed on from this one, in any state, by the terms that count at `on` (default: last). */
  children(delegation: string, known: LedgerNumber = this.head, on: Instant = Infinity): readonly DelegationFact[] {
    return this.#linkedFacts('parent', delegation, known, on)
  }

  delegationsOnMatter(matter: string, known: LedgerNumber = this.head): readonly DelegationFact[] {
    return this.#linkedFacts('matter', matter, known, Infinity)
  }

  /** Current assignments or credentials of a person, effective or not. */
  ofPerson<K extends 'assignment' | 'credential'>(kind: K, person: string): readonly Extract<Fact, { kind: K }>[] {
    return this.mentioning(kind, kind === 'assignment' ? `person:${person}` : person)
  }

  /** Posts of any assignment of the person known at `known`. */
  postsEverHeld(person: string, known: LedgerNumber): readonly string[] {
    return [...new Set(this.mentioning('assignment', `person:${person}`, known).map(held => held.post))]
  }

  /** Assignments between a person and a post known at `known`, running or not. */
  assignmentsBetween(person: string, post: string, known: LedgerNumber): readonly AssignmentFact[] {
    return this.mentioning('assignment', `person:${person}`, known).filter(held => held.post === post)
  }

  /** Assignments to a post known at `known`, running or not. */
  assignmentsTo(post: string, known: LedgerNumber): readonly AssignmentFact[] {
    return this.mentioning('assignment', `post:${post}`, known)
  }

  /** Assignments of a person running at D. */
  assignmentsOf(person: string, times: Times): readonly AssignmentFact[] {
    return this.mentioning('assignment', `person:${person}`, times.known).filter(held => runsAt(held, times.on))
  }

  /** Assignments to a post running at D, of every kind. */
  incumbents(post: string, times: Times): readonly AssignmentFact[] {
    return this.mentioning('assignment', `post:${post}`, times.known).filter(held => runsAt(held, times.on))
  }

  /** The post that heads an entity at D and who is in it; null when no post heads it. */
  headOf(entity: string, times: Times): { post: PostFact; incumbents: readonly AssignmentFact[] } | null {
    const post = this.mentioning('post', entity, times.known).find(candidate => candidate.heads && runsAt(candidate, times.on))
    return post === undefined ? null : { post, incumbents: this.incumbents(post.id, times) }
  }

  /** Whether an entity is `root` or lies below it at D. */
  inSubtree(entity: string, root: string, times: Times): boolean {
    return inSubtree(this.world(times), entity, root)
  }

  /** The framework in force at D: in a transition the new one, though the one before it still runs for what was not re-issued. */
  framework(times: Times): FrameworkFact | null {
    const running = [...this.facts('framework', times.known)].filter(framework => runsAt(framework, times.on))
    return running.find(({ id }) => running.every(other => other.supersedes !== id)) ?? running[0] ?? null
  }

  /** The organisation at (D, R), as the rules read it. */
  world(times: Times): World {
    return new RegisterWorld(this.store, times)
  }
}

/** The register's organisation at two times. */
class RegisterWorld implements World {
  constructor(private readonly store: FactStore, private readonly times: Times) {}

  get at(): Instant {
    return this.times.on
  }

  get<K extends Exclude<FactKind, 'delegation'>>(kind: K, id: string): Extract<Fact, { kind: K }> | null {
    return this.store.effective(kind, id, this.times.on, this.times.known)
  }

  assignmentsOf(person: string): readonly AssignmentFact[] {
    return this.mentioning('assignment', `person:${person}`).filter(held => runsAt(held, this.times.on))
  }

  credentialsOf(person: string): readonly Extract<Fact, { kind: 'credential' }>[] {
    return this.mentioning('credential', person)
  }

  mentioning<K extends MentioningKind>(kind: K, key: string): readonly Extract<Fact, { kind: K }>[] {
    return this.store.mentioning(kind, key, this.times.known)
  }
}
