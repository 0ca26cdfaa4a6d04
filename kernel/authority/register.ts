/**
 * The register of authority in memory: every fact at two times. A snapshot is a ledger number; applying facts never changes an earlier one.
 */
import { DelegationColumns, type Linked } from './store/delegation-columns.ts'
import { DelegationRow } from './store/delegation-row.ts'
import { History, Index, type Version } from './store/history.ts'
import { LedgerTimes } from './store/ledger-times.ts'
import type {
  AssignmentFact,
  DelegationFact,
  Fact,
  FactKind,
  FrameworkFact,
  Instant,
  LedgerNumber,
  PostFact,
  Times,
} from './model.ts'
import { isMentioning, mentionsOf, type MentioningKind } from './mentions.ts'
import { inSubtree, runsAt, type World } from './world.ts'

type Kept = Exclude<FactKind, 'delegation'>
type KeptFact = Exclude<Fact, DelegationFact>

export class Register {
  readonly #times = new LedgerTimes()
  readonly #columns = new DelegationColumns()
  readonly #histories = new Map<Kept, History<KeptFact>>()
  readonly #mentions = new Map<Kept, Index<KeptFact>>()

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
    if (fact.kind === 'delegation') return this.#columns.add(fact, number, recordedAt)
    const version = this.#history(fact.kind).add(fact, number)
    if (isMentioning(fact.kind)) for (const key of mentionsOf(fact)) this.#index(fact.kind).add(key, version as Version<never>)
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
  publishedAt(row: DelegationRow): Instant {
    return this.#times.publishedAt(this.#columns.publishedAt.get(row.row))
  }

  /** The version of a fact known at `known` (default: now), whether effective or not. */
  fact<K extends FactKind>(kind: K, id: string, known: LedgerNumber = this.head): Extract<Fact, { kind: K }> | null {
    if (kind === 'delegation') return (this.delegation(id, known)?.fact() ?? null) as Extract<Fact, { kind: K }> | null
    return this.#history(kind as Kept).known(id, known) as Extract<Fact, { kind: K }> | null
  }

  #history<K extends Kept>(kind: K): History<Extract<Fact, { kind: K }>> {
    let history = this.#histories.get(kind)
    if (history === undefined) this.#histories.set(kind, (history = new History()))
    return history as unknown as History<Extract<Fact, { kind: K }>>
  }

  #index<K extends MentioningKind>(kind: K): Index<Extract<Fact, { kind: K }>> {
    let index = this.#mentions.get(kind)
    if (index === undefined) this.#mentions.set(kind, (index = new Index()))
    return index as unknown as Index<Extract<Fact, { kind: K }>>
  }

  /** Facts of a kind known at `known` that mention `key` (`mentions.ts` says by what each kind is found), effective or not. */
  mentioning<K extends MentioningKind>(kind: K, key: string, known: LedgerNumber = this.head): readonly Extract<Fact, { kind: K }>[] {
    return this.#index(kind).known(key, known)
  }

  /** Every fact of a kind as known at `known` (default: now). */
  *facts<K extends FactKind>(kind: K, known: LedgerNumber = this.head): Iterable<Extract<Fact, { kind: K }>> {
    if (kind !== 'delegation') return yield* this.#history(kind as Kept).all(known) as Iterable<Extract<Fact, { kind: K }>>
    for (let row = 0; row < this.#columns.rows; row++) {
      if (this.#columns.isKnown(row, known)) yield new DelegationRow(this.#columns, row).fact() as Extract<Fact, { kind: K }>
    }
  }

  /** The version of a delegation known at `known`, read in place. */
  delegation(id: string, known: LedgerNumber): DelegationRow | null {
    const row = this.#columns.knownRow(this.#columns.texts.find(id), known)
    return row < 0 ? null : new DelegationRow(this.#columns, row)
  }

  /** The version known at `known` of what a delegation was passed on from. */
  parentOf(row: DelegationRow, known: LedgerNumber): DelegationRow | null {
    const parent = this.#columns.knownRow(this.#columns.parent.get(row.row), known)
    return parent < 0 ? null : new DelegationRow(this.#columns, parent)
  }

  /** Versions known at `known` that are linked to a person, post, body, matter or parent, newest first, read in place. */
  *linked(linked: Exclude<Linked, 'identity'>, id: string, known: LedgerNumber): Iterable<DelegationRow> {
    for (let row = this.#columns.first(linked, id); row >= 0; row = this.#columns.next(linked, row)) {
      if (this.#columns.isKnown(row, known)) yield new DelegationRow(this.#columns, row)
    }
  }

  /** Versions known at `known` that a post holds jointly with others. */
  *heldJointly(post: string, known: LedgerNumber): Iterable<DelegationRow> {
    for (const row of this.#columns.jointRows(post)) if (this.#columns.isKnown(row, known)) yield new DelegationRow(this.#columns, row)
  }

  /** All versions of a delegation, oldest first. */
  versions(
    delegation: string,
  ): readonly { fact: DelegationFact; number: LedgerNumber; recordedAt: Instant; supersededBy: LedgerNumber | null }[] {
    const columns = this.#columns
    const versions = []
    for (let row = columns.first('identity', delegation); row >= 0; row = columns.next('identity', row)) {
      const number = columns.number.get(row)
      const supersededBy = columns.supersededBy.get(row)
      versions.push({
        fact: new DelegationRow(columns, row).fact(),
        number,
        recordedAt: this.recordedAt(number),
        supersededBy: supersededBy === Infinity ? null : supersededBy,
      })
    }
    return versions.reverse()
  }

  #linkedFacts(linked: Exclude<Linked, 'identity'>, id: string, known: LedgerNumber): DelegationFact[] {
    return Array.from(this.linked(linked, id, known), row => row.fact()).reverse()
  }

  /** Delegations passed on from this one, in any state. */
  children(delegation: string, known: LedgerNumber = this.head): readonly DelegationFact[] {
    return this.#linkedFacts('parent', delegation, known)
  }

  delegationsOnMatter(matter: string, known: LedgerNumber = this.head): readonly DelegationFact[] {
    return this.#linkedFacts('matter', matter, known)
  }

  /** Delegations to the person, or to any post the person ever held, in any state. */
  delegationsOfPerson(person: string, times: Times): readonly DelegationFact[] {
    const found = new Map(this.#linkedFacts('person', person, times.known).map(fact => [fact.id, fact]))
    for (const post of this.postsEverHeld(person, times.known)) {
      for (const row of this.linked('post', post, times.known)) if (row.holderKind === 'post') found.set(row.id, row.fact())
    }
    return [...found.values()]
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

  /** The framework in force at D. */
  framework(times: Times): FrameworkFact | null {
    for (const framework of this.#history('framework').all(times.known)) if (runsAt(framework, times.on)) return framework
    return null
  }

  /** The organisation at (D, R), as the rules read it. */
  world(times: Times): World {
    return {
      at: times.on,
      get: (kind, id) => {
        const fact = this.#history(kind).known(id, times.known)
        return fact !== null && runsAt(fact, times.on) ? fact : null
      },
      assignmentsOf: person => this.assignmentsOf(person, times),
      credentialsOf: person => this.mentioning('credential', person, times.known),
      mentioning: (kind, key) => this.mentioning(kind, key, times.known),
    }
  }
}
