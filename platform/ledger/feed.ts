/**
 * The feed brings numbered events to this server's subscribers, in order and each once, by polling; a hint makes it poll at once. On the
 * embedded database, whose owner is the only writer, it drives the sequencer itself.
 */
import type { Database } from '../database/database.ts'
import { Freshness } from './freshness.ts'
import type { Clock, Ledger, NumberedEvent } from './ledger.ts'
import { numberedAfter, numbersOf } from './numbered-events.ts'
import { Sequencer } from './sequencer.ts'
import { SequencerLoop } from './sequencer-loop.ts'
import { Waiting } from './waiting.ts'

export interface LedgerOptions {
  readonly db: Database
  /** Stamps recorded time, if the sequencer runs here. */
  readonly clock: Clock
  /** The number up to which subscribers already know everything. */
  readonly head: number
  /** Whether this server stands for the office of sequencer; the owner of an embedded folder always does. */
  readonly sequence: boolean
}

export interface RunningLedger extends Ledger {
  /** Something was committed: number and deliver it now rather than at the next poll. */
  nudge(): void
}

const pollEvery = 250
/** While somebody waits for a number. */
const pollSoon = 20
const pageSize = 1000
const patience = 15_000

class Feed implements RunningLedger {
  readonly #db: Database
  readonly #sequencer: Sequencer | null
  readonly #loop: SequencerLoop | null
  readonly #subscribers: ((event: NumberedEvent) => void)[] = []
  readonly #waiting = new Waiting(patience)
  readonly #freshness: Freshness
  #head: number
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> | null = null
  #again = false
  #failure: Error | null = null
  #stopped = false

  constructor({ db, clock, head, sequence }: LedgerOptions) {
    this.#db = db
    this.#head = head
    this.#freshness = new Freshness(db.kind === 'embedded')
    const here = sequence || db.kind === 'embedded'
    this.#sequencer = here ? new Sequencer(db, clock) : null
    this.#loop = this.#sequencer && db.kind === 'postgres' ? new SequencerLoop(this.#sequencer, () => this.nudge()) : null
  }

  get head(): number {
    return this.#head
  }

  async start(): Promise<void> {
    await this.#sequencer?.claim()
    this.#loop?.start()
    await this.#turn()
    this.#plan()
  }

  subscribe(apply: (event: NumberedEvent) => void): void {
    this.#subscribers.push(apply)
  }

  nudge(): void {
    if (this.#stopped || this.#failure) return
    this.#again = true
    this.#running ??= this.#run().finally(() => {
      this.#running = null
    })
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false
      // A poll that fails is made again at the next; meanwhile freshness runs out, and permits with it.
      await this.#turn().catch(() => undefined)
    }
  }

  /** On PostgreSQL one keeps polling; on the embedded database every commit nudges, and only those who wait are served again. */
  #plan(): void {
    clearTimeout(this.#timer)
    if (this.#stopped || this.#failure) return
    const soon = this.#waiting.some
    this.#timer = setTimeout(() => {
      if (this.#db.kind === 'postgres' || soon) this.nudge()
      this.#plan()
    }, soon ? pollSoon : pollEvery)
    this.#timer.unref()
  }

  async #turn(): Promise<void> {
    if (this.#db.kind === 'embedded') await this.#sequencer?.pass()
    const sent = performance.now()
    for (;;) {
      const { events, heartbeat } = await numberedAfter(this.#db, this.#head, pageSize)
      for (const event of events) this.#deliver(event)
      if (events.length < pageSize) return this.#freshness.seen(heartbeat, sent)
    }
  }

  #deliver(event: NumberedEvent): void {
    try {
      for (const apply of this.#subscribers) apply(event)
    } catch (error) {
      // What could not be applied must not be passed over: from here on this server knows nothing for certain.
      this.#failure = error instanceof Error ? error : new Error(String(error))
      this.#freshness.lost()
      this.#waiting.fail(this.#failure)
      throw this.#failure
    }
    this.#head = event.number
    this.#waiting.arrived(event.id, event.number)
  }

  async settled(eventIds: readonly string[]): Promise<number> {
    if (this.#failure) throw this.#failure
    const settled = this.#waiting.for(eventIds)
    if (!settled.known) {
      this.nudge()
      this.#plan()
      // Those of a repeated act may have gone by long ago.
      const earlier = await numbersOf(this.#db, settled.missing)
      for (const [id, number] of earlier) if (number <= this.#head) this.#waiting.arrived(id, number)
    }
    return settled.last
  }

  fresh(): boolean {
    return !this.#stopped && this.#failure === null && this.#freshness.holds()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    this.#waiting.fail(new Error('The ledger was stopped.'))
    await this.#loop?.stop()
    await this.#running
    await this.#sequencer?.resign().catch(() => undefined)
  }
}

/** Starts numbering (if it falls to this server) and delivering to `subscribers`, from the event after `head` on. */
export async function startLedger(
  options: LedgerOptions, subscribers: readonly ((event: NumberedEvent) => void)[] = [],
): Promise<RunningLedger> {
  const feed = new Feed(options)
  for (const each of subscribers) feed.subscribe(each)
  await feed.start()
  return feed
}
