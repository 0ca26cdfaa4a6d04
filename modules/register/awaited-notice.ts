/** A revocation that is recorded and waits for its holder to be told in person (SEMANTICS, Ending and changing): found by its last act. */
import type { DelegationFact, Times } from '../../kernel/authority/model.ts'
import type { Register } from '../../kernel/authority/register.ts'
import type { Asker } from '../../platform/access/asker.ts'
import type { Tx } from '../../platform/database/database.ts'
import { choices, type Choices } from './child-choices.ts'
import { isDelegate } from './may-pass-on.ts'
import { closedBy } from './open-steps.ts'

/** The acts that open and close the wait: lifting the suspension takes the revocation back. */
const kinds = ['delegation-notice-awaited', 'delegation-lifted', 'delegation-revoked'] as const

export const isAwaiting = (events: readonly { readonly kind: string }[]): boolean =>
  events.findLast(({ kind }) => kinds.some((each) => each === kind))?.kind === 'delegation-notice-awaited'

/** Whether the framework of its matter demands it. */
export function demandsNotice(register: Register, { matter }: DelegationFact): boolean {
  const law = register.fact('matter', matter)
  return law !== null && register.fact('framework', law.framework)?.personalNotice === true
}

export interface AwaitedNotice {
  readonly reason: string
  /** Made when it was revoked, for what was passed on from it. */
  readonly choices: Choices
}

/** Null: none is awaited. What has ended otherwise waits for nothing. */
export async function awaitedNotice(tx: Tx, { id, endedAt }: DelegationFact): Promise<AwaitedNotice | null> {
  if (endedAt !== null) return null
  const last = await tx.selectFrom('event').select(['kind', 'payload']).where('subject', '=', `delegation:${id}`).where('kind', 'in', [...kinds])
    .orderBy('id', 'desc').limit(1).executeTakeFirst()
  if (!last || !isAwaiting([last])) return null
  const { details } = last.payload
  return { reason: String(details['reason']), choices: choices.parse(details['choices']) }
}

/** Whoever may take it back records that its holder was told; so does the holder, who then has been. */
export const mayGiveNotice = (register: Register, fact: DelegationFact, asker: Extract<Asker, { kind: 'person' }>, times: Times): boolean =>
  closedBy('revoke', register, fact, asker, times).length === 0 || isDelegate(register, fact, asker.person, asker.capacity, times)
