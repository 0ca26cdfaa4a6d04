/** What every engine measured beside ours is asked, and how it is measured. */
import type { Instant, Question } from '../../kernel/authority/model.ts'
import { may } from '../../kernel/authority/may.ts'
import type { Register } from '../../kernel/authority/register.ts'
import { median } from '../line.ts'

/** A question as a programmer would write it: the amount in dollars, a float. */
export interface Asked {
  readonly person: string
  readonly matter: string
  readonly entity: string
  readonly amount: number
}

/** The same question in our words and in plain ones. */
export interface Pair {
  readonly question: Question
  readonly asked: Asked
}

export interface Peer {
  readonly name: string
  permits(asked: Asked): boolean
}

export interface Beside {
  /** Decisions a second, medians over the rounds. */
  readonly ours: number
  readonly other: number
  /** Share of the questions that were permitted. */
  readonly permitted: number
}

/** Every answer of the one is the other's, or this throws: speed at another task would say nothing. */
function compared(register: Register, peer: Peer, pairs: readonly Pair[], now: Instant): number {
  const times = { on: now, known: register.head, now }
  let permitted = 0
  for (const { question, asked } of pairs) {
    const { answer } = may(register, question, times)
    if (answer === 'permitted') permitted++
    if ((answer === 'permitted') !== peer.permits(asked)) {
      throw new Error(`We and ${peer.name} disagree about ${JSON.stringify(question)}: ${answer}`)
    }
  }
  return permitted / pairs.length
}

/** Both asked the same questions in turns, after one turn that compares their answers and warms both. */
export function measuredBeside(register: Register, peer: Peer, pairs: readonly Pair[], now: Instant, rounds: number): Beside {
  const permitted = compared(register, peer, pairs, now)
  const times = { on: now, known: register.head, now }
  // The chain is read too: it is made when it is looked at.
  let read = 0
  const taken: { ours: number[]; other: number[] } = { ours: [], other: [] }
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now()
    for (const { question } of pairs) read += may(register, question, times).chain.length
    const between = performance.now()
    for (const { asked } of pairs) peer.permits(asked)
    taken.ours.push(between - begin)
    taken.other.push(performance.now() - between)
  }
  const rate = (milliseconds: readonly number[]): number => (pairs.length * 1000) / median(milliseconds)
  if (read === 0) throw new Error('No answer had a chain')
  return { ours: rate(taken.ours), other: rate(taken.other), permitted }
}
