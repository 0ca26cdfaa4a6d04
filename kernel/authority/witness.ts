/** Which facts a question is answered from: a register that notes whatever is read from it (rule 26). */
import type { Fact } from './model.ts'
import type { Register } from './register.ts'
import { DelegationRow } from './store/delegation-row.ts'

export interface Witness {
  /** Answers as the register does, and notes each fact it gives. */
  readonly register: Register
  /** What was read so far, each fact once, in the version that was read. */
  facts(): readonly Fact[]
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const isFact = (value: object): value is Fact =>
  'kind' in value && 'id' in value && 'effectiveFrom' in value && typeof value.kind === 'string' && typeof value.id === 'string'

const isIterator = (value: object): value is IterableIterator<unknown> =>
  Symbol.iterator in value && 'next' in value && typeof value.next === 'function'

/**
 * The rules read the register by whichever of its methods they need; so it is watched whole, not method by method, and a rule that is
 * added later is witnessed too.
 */
export function witness(register: Register): Witness {
  const noted = new Map<string, Fact>()
  const note = (fact: Fact): void => void noted.set(`${fact.kind} ${fact.id}`, fact)

  function* each(values: IterableIterator<unknown>): Iterable<unknown> {
    for (const value of values) yield watched(value)
  }

  function watched(value: unknown): unknown {
    if (typeof value === 'function') return value
    if (!isObject(value)) return value
    if (value instanceof DelegationRow) note(value.fact())
    else if (isFact(value)) note(value)
    else if (Array.isArray(value)) value.forEach(watched)
    else if (isIterator(value)) return each(value)
    else return through(value)
    return value
  }

  /** Private fields are reached only on the thing itself: its methods run there, and what they give is watched. */
  function through<T extends object>(thing: T): T {
    return new Proxy(thing, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target)
        if (typeof value !== 'function') return watched(value)
        return (...given: readonly unknown[]): unknown => watched(Reflect.apply(value, target, given))
      },
    })
  }

  return { register: through(register), facts: () => [...noted.values()] }
}
