/** Keeps a sequencer at work on PostgreSQL: a pass about every 20 ms in office, a try for the office every half second out of it. */
import type { Sequencer } from './sequencer.ts'

const passEvery = 20
const tryEvery = 500

export class SequencerLoop {
  readonly #sequencer: Sequencer
  readonly #numbered: () => void
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> = Promise.resolve()
  #stopped = false

  /** `numbered` is told when a pass gave out numbers. */
  constructor(sequencer: Sequencer, numbered: () => void) {
    this.#sequencer = sequencer
    this.#numbered = numbered
  }

  start(): void {
    if (this.#stopped) return
    this.#timer = setTimeout(() => {
      // A failed pass leaves numbers to the next one; its transaction was rolled back whole.
      this.#running = this.#turn().catch(() => undefined).then(() => this.start())
    }, this.#sequencer.leads ? passEvery : tryEvery)
    this.#timer.unref()
  }

  async #turn(): Promise<void> {
    if (!this.#sequencer.leads && !(await this.#sequencer.claim())) return
    if ((await this.#sequencer.pass()) > 0) this.#numbered()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    await this.#running
    clearTimeout(this.#timer)
  }
}
