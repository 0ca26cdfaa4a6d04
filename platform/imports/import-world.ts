/** What an import row is read against: the register now, overlaid with the rows of the same file taken so far. */
import type { Fact, FactKind, Instant } from '../../kernel/authority/model.ts'
import type { Register } from '../../kernel/authority/register.ts'

type Of<K extends FactKind> = Extract<Fact, { kind: K }>

export interface ImportWorld {
  readonly now: Instant
  /** Zone in which dates are midnights: the framework's, UTC before there is one. */
  readonly zone: string
  /** The current version of a fact. */
  get<K extends FactKind>(kind: K, id: string): Of<K> | null
  all<K extends FactKind>(kind: K): Iterable<Of<K>>
  isEmpty(kind: FactKind): boolean
  /** Whether a row of this file has the id and waits for the row being read, as that waits for it: the two are taken together. */
  beside(id: string): boolean
  ofPerson<K extends 'assignment' | 'credential'>(kind: K, person: string): Iterable<Of<K>>
}

/** The register with a file's rows laid over it, one by one. */
export class OverlaidWorld implements ImportWorld {
  readonly #register: Register
  readonly #taken = new Map<FactKind, Map<string, Fact>>()
  #beside: ReadonlySet<string> = new Set()

  constructor(
    register: Register,
    readonly now: Instant,
  ) {
    this.#register = register
  }

  take(fact: Fact): void {
    const facts = this.#taken.get(fact.kind) ?? new Map<string, Fact>()
    this.#taken.set(fact.kind, facts.set(fact.id, fact))
  }

  /** Rows read next may name these. */
  expect(ids: ReadonlySet<string>): void {
    this.#beside = ids
  }

  beside(id: string): boolean {
    return this.#beside.has(id)
  }

  isEmpty(kind: FactKind): boolean {
    for (const _ of this.all(kind)) return false
    return true
  }

  get zone(): string {
    for (const { zone } of this.all('framework')) return zone
    return 'UTC'
  }

  get<K extends FactKind>(kind: K, id: string): Of<K> | null {
    return (this.#taken.get(kind)?.get(id) as Of<K> | undefined) ?? this.#register.fact(kind, id) ?? null
  }

  *all<K extends FactKind>(kind: K): Iterable<Of<K>> {
    const taken = this.#taken.get(kind)
    for (const fact of this.#register.facts(kind)) if (!taken?.has(fact.id)) yield fact
    if (taken) yield* taken.values() as Iterable<Of<K>>
  }

  *ofPerson<K extends 'assignment' | 'credential'>(kind: K, person: string): Iterable<Of<K>> {
    const taken = this.#taken.get(kind)
    for (const fact of this.#register.ofPerson(kind, person)) if (!taken?.has((fact as Fact).id)) yield fact
    for (const fact of taken?.values() ?? []) if ((fact as Extract<Fact, { person: string }>).person === person) yield fact as Of<K>
  }
}
