/** Decisions as JSON text. The context holds codes and ids, never names: pages and catalogues word them. */
import type { Decision } from './ask.ts'

const bare = { true: '{"decision":true}', false: '{"decision":false}' } as const

export const writtenBare = ({ permitted }: Decision): string => (permitted ? bare.true : bare.false)

/** With everything that was found: reasons with their facts, the chain's ids root first, and what the answer stands on. */
export function writtenWithReasons({ permitted, verdict, unasked, asked }: Decision): string {
  const { on, known, now } = asked.times
  const standing = asked.named ? (on > now ? 'forecast' : 'history') : 'now'
  const base = { standing, snapshot: known, time: new Date(on).toISOString() }
  if (verdict === null) {
    return JSON.stringify({ decision: permitted, context: { reason_code: unasked?.code, answer: 'refused', reasons: [unasked], chain: [], ...base } })
  }
  const { answer, reasons, chain, missing, obligations, notChecked, capacity, question, heldBy } = verdict
  return JSON.stringify({
    decision: permitted,
    context: {
      reason_code: answer === 'permitted' && !permitted ? standing : (reasons[0]?.code ?? answer),
      answer, reasons, chain: chain.map(({ id }) => id), missing, obligations, notChecked, capacity,
      person: question.person, body: question.body, heldBy, ...base,
    },
  })
}

export const writtenError = (error: { readonly status: number; readonly message: string }): string =>
  JSON.stringify({ decision: false, context: { error } })
