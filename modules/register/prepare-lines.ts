/** Every line of a draft held against the register: what it would be, and all that stands against it. The live form and signing share it. */
import type { DelegationFact, Times } from '../../kernel/authority/model.ts'
import { checkIssue, issueWorld } from '../../kernel/authority/issue.ts'
import type { Reason } from '../../kernel/authority/reasons.ts'
import type { Services } from '../../platform/services.ts'
import { lineToDelegation, type SigningContext } from './line-to-delegation.ts'
import { mayPassOn } from './may-pass-on.ts'
import type { DraftBody, DraftLine } from './shapes.ts'

export interface PreparedLine {
  readonly line: DraftLine
  readonly parent: DelegationFact | null
  /** Null while the line names no recipient or no parent. */
  readonly delegation: DelegationFact | null
  readonly problems: readonly Reason[]
}

export function prepareLines({ register }: Services, body: DraftBody, context: SigningContext): PreparedLine[] {
  const times: Times = { on: context.now, known: register.head, now: context.now }
  return body.lines.map((line, index) => {
    const parent = register.fact('delegation', line.parent)
    if (!parent) return { line, parent, delegation: null, problems: [{ code: 'unknown-reference', kind: 'delegation', id: line.parent }] }
    const delegation = lineToDelegation(line, index + 1, parent, context)
    const authority = mayPassOn(register, parent, context.signatory, context.capacity, times)
    if (!delegation) {
      const asked = line.recipient.kind === 'post' ? 'post' : 'person'
      return { line, parent, delegation, problems: [...authority, { code: 'unknown-reference', kind: asked, id: '' }] }
    }
    return { line, parent, delegation, problems: [...authority, ...checkIssue(issueWorld(register), delegation, context.now, 'issue')] }
  })
}
