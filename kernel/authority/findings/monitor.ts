/**
 * The monitor keeps what is found current: after a change it looks again only where the change reaches, and at an instant only where time
 * alone has changed something. Law: what it has found is always what a whole scan finds.
 */
import type { Fact, Instant, LedgerNumber, Times } from '../model.ts'
import type { Register } from '../register.ts'
import type { Finding } from './finding.ts'
import { Look, usualTerms, type MonitorTerms } from './look.ts'
import { touchedBy } from './touched.ts'
import { everywhere, findingsAt, unitKey, type Unit } from './unit.ts'

const day = 86_400_000
/** Instants further ahead are not kept: before they come, everything is looked at once more. */
const horizonDays = 60

export class Monitor {
  readonly #found = new Map<string, readonly Finding[]>()
  /** When to look again, by unit. */
  readonly #due = new Map<string, { readonly unit: Unit; readonly at: Instant }>()
  #wholeAt: Instant = -Infinity
  /** No unit is due before. */
  #soonest: Instant = Infinity

  constructor(private readonly register: Register, private readonly terms: MonitorTerms = usualTerms) {}

  /** The next instant at which something may be found, or be gone, without any change. */
  get nextAt(): Instant {
    return Math.min(this.#wholeAt, this.#soonest)
  }

  *all(): Iterable<Finding> {
    for (const found of this.#found.values()) yield* found
  }

  at(unit: Unit): readonly Finding[] {
    return this.#found.get(unitKey(unit)) ?? []
  }

  /** Looks at everything, `rest` after each so many units, so that others are not held up meanwhile. */
  async whole(on: Instant, rest: () => Promise<void> = async () => {}, every = 2000): Promise<void> {
    const steps = this.#scan(on)
    for (let taken = 0, step = steps.next(); step.done !== true; step = steps.next()) if (++taken % every === 0) await rest()
  }

  /** Looks at everything at once. */
  wholeNow(on: Instant): void {
    const steps = this.#scan(on)
    while (steps.next().done !== true);
  }

  *#scan(on: Instant): Generator<void> {
    this.#found.clear()
    this.#due.clear()
    this.#soonest = Infinity
    this.#wholeAt = Math.min(on + horizonDays * day, this.#boundaryAfter(on))
    const look = this.#look(on)
    for (const { unit, findings } of everywhere(look)) {
      const again = look.lookAgainAt()
      if (findings.length > 0 || again < this.#wholeAt) this.#keep(unit(), findings, again)
      yield
    }
  }

  /** After `facts` were applied to the register as `number`: the units looked at again, null when it was all of them. */
  changed(facts: readonly Fact[], number: LedgerNumber, on: Instant): readonly Unit[] | null {
    const due = this.passed(on)
    if (due === null) return null
    const units = touchedBy(this.register, facts, number)
    if (units === null) {
      this.wholeNow(on)
      return null
    }
    this.#again(units, on)
    return due.length === 0 ? units : [...due, ...units]
  }

  /** After time has passed: the units looked at again, null when it was all of them. */
  passed(on: Instant): readonly Unit[] | null {
    if (on >= this.#wholeAt) {
      this.wholeNow(on)
      return null
    }
    if (on < this.#soonest) return []
    const units = [...this.#due.values()].filter(({ at }) => at <= on).map(({ unit }) => unit)
    this.#again(units, on)
    this.#soonest = Infinity
    for (const { at } of this.#due.values()) if (at < this.#soonest) this.#soonest = at
    return units
  }

  #again(units: readonly Unit[], on: Instant): void {
    const look = this.#look(on)
    for (const unit of units) this.#keep(unit, findingsAt(look, unit), look.lookAgainAt())
  }

  #keep(unit: Unit, found: readonly Finding[], again: Instant): void {
    const key = unitKey(unit)
    if (found.length > 0) this.#found.set(key, found)
    else this.#found.delete(key)
    if (again < this.#wholeAt) {
      this.#due.set(key, { unit, at: again })
      if (again < this.#soonest) this.#soonest = again
    } else this.#due.delete(key)
  }

  #look(on: Instant): Look {
    const times: Times = { on, known: this.register.head, now: on }
    return new Look(this.register, times, this.terms, true)
  }

  /** When an entity, a matter or a framework begins or ends, everything may look otherwise. */
  #boundaryAfter(on: Instant): Instant {
    let next = Infinity
    for (const kind of ['entity', 'matter', 'framework'] as const) {
      for (const { effectiveFrom, effectiveTo } of this.register.facts(kind)) {
        for (const at of [effectiveFrom, effectiveTo]) if (at !== null && at > on && at < next) next = at
      }
    }
    return next
  }
}
