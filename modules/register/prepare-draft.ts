/** Every line of a draft held against the register: what it would be, and all that stands against it. The live form and signing share it. */
import { checkIssue, issueWorld, type IssueWorld } from '../../kernel/authority/issue.ts'
import { measuresOf } from '../../kernel/authority/limits/measures.ts'
import type { DelegationFact, Fact, Times } from '../../kernel/authority/model.ts'
import type { Reason } from '../../kernel/authority/reasons.ts'
import { inSubtree } from '../../kernel/authority/world.ts'
import type { Services } from '../../platform/services.ts'
import { lineToDelegation, type SigningContext } from './line-to-delegation.ts'
import { mayPassOn } from './may-pass-on.ts'
import { compareLines, sameHolder, type Change } from './scheme/compare-lines.ts'
import { endingsOf, type Ending } from './scheme/endings.ts'
import type { DraftBody, DraftLine } from './shapes.ts'

export interface PreparedLine {
  readonly line: DraftLine
  readonly parent: DelegationFact | null
  /** Null while the line names no recipient or no parent. */
  readonly delegation: DelegationFact | null
  readonly problems: readonly Reason[]
  readonly change: Change | 'added'
}

export type WholeLine = PreparedLine & { readonly delegation: DelegationFact; readonly parent: DelegationFact }

export interface PreparedDraft {
  /** As they stand in the draft. */
  readonly lines: readonly PreparedLine[]
  /** What would end: replaced by a line, or withdrawn. */
  readonly endings: readonly Ending[]
}

/** Lines that become delegations: an unchanged one leaves in force what it would replace. */
export const issued = ({ lines }: PreparedDraft): WholeLine[] =>
  lines.filter((line): line is WholeLine => line.delegation !== null && line.parent !== null && line.change !== 'unchanged')

export const problemsOf = ({ lines, endings }: PreparedDraft): readonly object[] =>
  [...lines.flatMap(({ problems }) => problems), ...endings.flatMap(({ problems }) => problems)]

export const canBeSigned = (prepared: PreparedDraft): boolean =>
  issued(prepared).length + prepared.endings.length > 0 && problemsOf(prepared).length === 0

/** The register as it will be once what the draft ends has ended: nothing can hang below it, and a sole holder may be followed by another. */
function worldAfter(world: IssueWorld, endings: readonly Ending[]): IssueWorld {
  const ended = new Map(endings.map(({ fact, at }) => [fact.id, { ...fact, endedAt: at, endReason: 'revoked' as const }]))
  const after = <F extends Fact>(fact: F): F => (fact.kind === 'delegation' ? ((ended.get(fact.id) as F | undefined) ?? fact) : fact)
  return {
    ...world,
    get: (kind, id) => {
      const fact = world.get(kind, id)
      return fact === null ? null : after(fact)
    },
    *all(kind) {
      for (const fact of world.all(kind)) yield after(fact)
    },
  }
}

export function prepareDraft(services: Services, body: DraftBody, context: SigningContext): PreparedDraft {
  const { register } = services
  const times: Times = { on: context.now, known: register.head, now: context.now }
  const organisation = register.world(times)
  const grades = register.framework(times)?.grades ?? []
  const measure = (matter: string) => ({
    ...measuresOf({ world: organisation, matter: register.fact('matter', matter), grades }),
    inside: (entity: string, root: string) => inSubtree(organisation, entity, root),
  })
  const drawn = draw(services, body, context).map((drawnLine) => {
    const { delegation, replaced } = drawnLine
    const change = replaced === null ? 'added' as const : delegation === null ? 'changed' as const : compareLines(replaced, delegation, measure(delegation.matter))
    return { ...drawnLine, change, delegation: delegation && replaced ? accepted(delegation, replaced, change) : delegation }
  })
  const endings = endingsOf(services, body, drawn, context)
  const world = worldAfter(issueWorld(register), endings)
  const lines = drawn.map(({ line, parent, replaced, delegation, change }): PreparedLine => {
    const said = { line, parent, delegation, change }
    if (!parent) return { ...said, problems: [{ code: 'unknown-reference', kind: 'delegation', id: line.parent }] }
    if (line.replaces !== null && !replaced) return { ...said, problems: [{ code: 'unknown-reference', kind: 'delegation', id: line.replaces }] }
    if (change === 'unchanged') return { ...said, problems: [] }
    const authority = mayPassOn(register, parent, context.signatory, context.capacity, times)
    if (!delegation) {
      const asked = line.recipient.kind === 'post' ? 'post' : 'person'
      return { ...said, problems: [...authority, { code: 'unknown-reference', kind: asked, id: '' }] }
    }
    return { ...said, problems: [...authority, ...checkIssue(world, delegation, context.now, 'issue')] }
  })
  return { lines, endings }
}

function draw({ register }: Services, body: DraftBody, context: SigningContext) {
  return body.lines.map((line, index) => {
    const parent = register.fact('delegation', line.parent)
    const replaced = line.replaces === null ? null : register.fact('delegation', line.replaces)
    return { line, parent, replaced, delegation: parent && lineToDelegation(line, index + 1, parent, context, replaced) }
  })
}

/** Who accepted the whole accepted each part of it: what is only narrowed for the same holder needs no second acceptance. */
const accepted = (delegation: DelegationFact, replaced: DelegationFact, change: Change | 'added'): DelegationFact =>
  change === 'narrowed' && sameHolder(delegation.holder, replaced.holder)
    ? { ...delegation, acceptedBy: replaced.acceptedBy, acceptedAt: replaced.acceptedAt } : delegation
