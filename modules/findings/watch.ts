/**
 * The monitor at work in a server: looks again after every batch of numbered events and whenever time alone changes something. What it
 * keeps in memory is rebuilt at start; what it found is in the database, so a server that stops loses nothing.
 */
import { Monitor } from '../../kernel/authority/findings/monitor.ts'
import { changesEverything } from '../../kernel/authority/findings/touched.ts'
import { unitKey, type Unit } from '../../kernel/authority/findings/unit.ts'
import type { Fact } from '../../kernel/authority/model.ts'
import type { Services } from '../../platform/services.ts'
import { reconcile } from './reconcile.ts'

/** Events come in batches: a moment is waited for the rest of one. */
const settle = 200
const longestWait = 60 * 60 * 1000
/** More changed facts than this are looked at as a whole. */
const manyFacts = 2000

const breathe = (): Promise<void> => new Promise((done) => setImmediate(done))

interface Pending {
  readonly facts: readonly Fact[]
  readonly number: number
}

export class FindingWatch {
  readonly #monitor: Monitor
  #pending: Pending[] = []
  #whole = true
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> = Promise.resolve()
  #stopped = false

  constructor(private readonly services: Services) {
    this.#monitor = new Monitor(services.register)
    services.ledger.subscribe(({ facts, number }) => {
      if (facts.length === 0) return
      this.#pending.push({ facts, number })
      this.#plan(settle)
    })
  }

  /** Looks at what has changed, now; the first time at everything. */
  look(): Promise<void> {
    this.#running = this.#running.then(() => (this.#stopped ? undefined : this.#look()))
    return this.#running
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    await this.#running.catch(() => undefined)
  }

  async #look(): Promise<void> {
    const { register, clock } = this.services
    const pending = this.#pending
    this.#pending = []
    const facts = pending.reduce((count, each) => count + each.facts.length, 0)
    const now = clock.now()
    const known = register.head
    if (this.#whole || facts > manyFacts || pending.some((each) => each.facts.some(({ kind }) => changesEverything.has(kind)))) {
      this.#whole = true
      await this.#monitor.whole(now, breathe)
      await reconcile(this.services, this.#monitor.all(), null, { on: now, known, now })
      this.#whole = false
    } else {
      const units = this.#changed(pending, now)
      const found = units === null ? this.#monitor.all() : units.flatMap((unit) => this.#monitor.at(unit))
      if (units === null || units.length > 0) await reconcile(this.services, found, units, { on: now, known, now })
    }
    this.#plan(this.#pending.length > 0 ? settle : Math.max(settle, Math.min(longestWait, this.#monitor.nextAt - now)))
  }

  #changed(pending: readonly Pending[], now: number): readonly Unit[] | null {
    const units = new Map<string, Unit>()
    let everything = false
    const take = (touched: readonly Unit[] | null): void => {
      if (touched === null) everything = true
      else for (const unit of touched) units.set(unitKey(unit), unit)
    }
    take(this.#monitor.passed(now))
    for (const { facts, number } of pending) take(this.#monitor.changed(facts, number, now))
    return everything ? null : [...units.values()]
  }

  #plan(wait: number): void {
    if (this.#stopped) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.look().catch((error: unknown) => {
        // The next look begins from nothing: what was half seen is forgotten.
        this.#whole = true
        process.stderr.write(`The monitor could not look: ${error instanceof Error ? error.message : String(error)}\n`)
        this.#running = Promise.resolve()
        this.#plan(60_000)
      })
    }, wait)
    this.#timer.unref()
  }
}
