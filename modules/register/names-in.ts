/** Names for the ids that reasons speak of, so that whoever words them need not ask again. */
import type { Register } from '../../kernel/authority/register.ts'
import { named } from './present.ts'
import type { Named } from './shapes.ts'

const kinds = ['person', 'post', 'entity', 'matter', 'body'] as const

function* idsIn(value: unknown): Iterable<string> {
  if (typeof value === 'string') yield value
  else if (Array.isArray(value)) for (const each of value) yield* idsIn(each)
}

export function namesIn(register: Register, reasons: readonly object[]): Record<string, Named> {
  const found: Record<string, Named> = {}
  for (const reason of reasons) {
    for (const [key, value] of Object.entries(reason)) {
      if (key === 'code' || key === 'delegation') continue
      for (const id of idsIn(value)) {
        const kind = found[id] ? undefined : kinds.find((each) => register.fact(each, id))
        if (kind) found[id] = named(register, kind, id)
      }
    }
  }
  return found
}
