/**
 * The judgement on every decision taken, kept current as the findings are: after a change only decisions it may reach are judged again.
 * Law: what is kept is what judging all of them anew would say.
 */
import { touchedBy } from '../../kernel/authority/findings/touched.ts'
import type { ExerciseFact, Fact, LedgerNumber } from '../../kernel/authority/model.ts'
import type { Services } from '../../platform/services.ts'
import { judge, type Judged } from './ratifying.ts'

/** More changed facts than this, and all are judged anew when next asked about. */
const manyFacts = 2000

interface Judging extends Pick<Services, 'register' | 'clock'> {
  readonly ledger: Pick<Services['ledger'], 'subscribe'>
}

export class Judgements {
  readonly #kept = new Map<string, Judged>()
  #pending: { readonly facts: readonly Fact[]; readonly number: LedgerNumber }[] = []
  #waiting = 0

  constructor(private readonly services: Judging) {
    services.ledger.subscribe(({ facts, number }) => {
      if (facts.length === 0 || this.#kept.size === 0) return
      this.#pending.push({ facts, number })
      this.#waiting += facts.length
      if (this.#waiting > manyFacts) this.#forget()
    })
  }

  /** How many need no judging now: what is kept and nothing has touched. */
  get kept(): number {
    this.#takeIn()
    return this.#kept.size
  }

  /** As it is known now. */
  of(act: ExerciseFact): Judged {
    this.#takeIn()
    const kept = this.#kept.get(act.id)
    if (kept) return kept
    const now = this.services.clock.now()
    const judged = judge(this.services.register, act, { on: now, known: this.services.register.head, now })
    this.#kept.set(act.id, judged)
    return judged
  }

  #forget(): void {
    this.#kept.clear()
    this.#pending = []
    this.#waiting = 0
  }

  #takeIn(): void {
    const pending = this.#pending
    if (pending.length === 0) return
    this.#pending = []
    this.#waiting = 0
    for (const { facts, number } of pending) {
      const touched = touchedBy(this.services.register, facts, number)
      if (touched === null) return this.#forget()
      for (const { kind, id } of touched) if (kind === 'exercise') this.#kept.delete(id)
    }
  }
}

const ofServices = new WeakMap<Services['register'], Judgements>()

/** One for a register in memory, begun when first asked for. */
export function judgementsOf(services: Judging): Judgements {
  const begun = ofServices.get(services.register) ?? new Judgements(services)
  ofServices.set(services.register, begun)
  return begun
}
