/**
 * Decisions as JSON text. The context holds codes and ids, never names: pages and catalogues word them. Written by hand around the parts
 * that vary, because a batch with reasons would otherwise spend more on its text than on its decisions.
 */
import type { Verdict } from '../../kernel/authority/verdict.ts'
import { ownFirst } from '../register/index.ts'
import type { Asked, Decision } from './ask.ts'

const bare = { true: '{"decision":true}', false: '{"decision":false}' } as const

export const writtenBare = ({ permitted }: Decision): string => (permitted ? bare.true : bare.false)

const plain = /^[\w ./:-]*$/

const quoted = (text: string): string => (plain.test(text) ? `"${text}"` : JSON.stringify(text))

const quotedOrNull = (text: string | null): string => (text === null ? 'null' : quoted(text))

/** Lists of the catalogue come with every verdict on their matter. */
const lists = new WeakMap<readonly string[], string>()

function listed(list: readonly string[]): string {
  if (list.length === 0) return '[]'
  const kept = lists.get(list)
  if (kept !== undefined) return kept
  const text = JSON.stringify(list)
  lists.set(list, text)
  return text
}

const whole = (list: readonly object[]): string => (list.length === 0 ? '[]' : JSON.stringify(list))

let lastInstant = NaN
let lastWritten = ''

/** A batch is decided at one instant. */
function instant(at: number): string {
  if (at !== lastInstant) {
    lastInstant = at
    lastWritten = new Date(at).toISOString()
  }
  return lastWritten
}

const standingOf = ({ named, times }: Asked): 'now' | 'history' | 'forecast' => (!named ? 'now' : times.on > times.now ? 'forecast' : 'history')

function chainOf({ chain }: Verdict): string {
  let text = ''
  for (const { id } of chain) text += text === '' ? quoted(id) : `,${quoted(id)}`
  return `[${text}]`
}

function found(verdict: Verdict, permitted: boolean, standing: string): string {
  const reasons = verdict.reasons.length > 1 ? ownFirst(verdict) : verdict.reasons
  const { answer, missing, obligations, notChecked, capacity, question: { person, body }, heldBy } = verdict
  const code = answer === 'permitted' && !permitted ? standing : (reasons[0]?.code ?? answer)
  const who = (person === undefined ? '' : `,"person":${quoted(person)}`) + (body === undefined ? '' : `,"body":${quoted(body)}`)
  const held = heldBy === undefined ? '' : `,"heldBy":${quoted(heldBy)}`
  return `"reason_code":"${code}","answer":"${answer}","reasons":${whole(reasons)},"chain":${chainOf(verdict)},"missing":${whole(missing)},`
    + `"obligations":${listed(obligations)},"notChecked":${listed(notChecked)},"capacity":${quotedOrNull(capacity)}${who}${held}`
}

/** With everything that was found: reasons with their facts, the chain's ids root first, and what the answer stands on. */
export function writtenWithReasons({ permitted, verdict, unasked, asked }: Decision): string {
  const standing = standingOf(asked)
  const context = verdict === null
    ? `"reason_code":"${unasked?.code}","answer":"refused","reasons":[${JSON.stringify(unasked)}],"chain":[]`
    : found(verdict, permitted, standing)
  return `{"decision":${permitted},"context":{${context},"standing":"${standing}","snapshot":${asked.times.known},"time":"${instant(asked.times.on)}"}}`
}

export const writtenError = (error: { readonly status: number; readonly message: string }): string =>
  JSON.stringify({ decision: false, context: { error } })
