/**
 * Whether this server can know that it is current (SEMANTICS, fails closed): within one second, by the monotonic clock, of having sent
 * the poll before the one that first showed the newest heartbeat. The owner of an embedded folder is the only writer and always knows.
 */
const longest = 1000

export class Freshness {
  readonly #alone: boolean
  #heartbeat: string | null = null
  #previousSent = -Infinity
  #since = -Infinity
  #lost = false

  constructor(alone: boolean) {
    this.#alone = alone
  }

  /** A poll, sent at `sent`, brought everything up to this heartbeat. */
  seen(heartbeat: string, sent: number): void {
    if (heartbeat !== this.#heartbeat) {
      // Whoever sees it for the first time cannot tell how old it is; the poll before did not show it, so it is younger than that.
      if (this.#heartbeat !== null) this.#since = this.#previousSent
      this.#heartbeat = heartbeat
    }
    this.#previousSent = sent
  }

  lost(): void {
    this.#lost = true
  }

  holds(now: number = performance.now()): boolean {
    return !this.#lost && (this.#alone || now - this.#since <= longest)
  }
}
