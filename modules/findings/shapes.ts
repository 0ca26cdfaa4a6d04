/** How findings look from outside. Instants are ISO texts. */
import { z } from 'zod'

import { findingKey, findingRules, type Cause, type CauseFact, type Finding, type Ref } from '../../kernel/authority/findings/finding.ts'
import { ownerOf } from '../../kernel/authority/findings/owner.ts'
import type { Instant, Times } from '../../kernel/authority/model.ts'
import type { Register } from '../../kernel/authority/register.ts'
import { named, namedShape, type Named } from '../organisation/index.ts'
import { findingStates } from './tables.ts'

const refShape = z.object({ kind: z.string(), id: z.string() })
const causeShape = z.record(z.string(), z.union([z.string(), z.number(), refShape, z.array(refShape), z.object({ at: z.string() })]))

export const stateShape = z.enum(findingStates)

export const findingShape = z.object({
  /** The record's number; null where it was worked out for the two times asked. */
  id: z.string().nullable(),
  rule: z.string(), severity: z.enum(['breach', 'stops-use', 'attention']), remedy: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  entity: namedShape.nullable(), matter: namedShape.nullable(),
  since: z.string().nullable(), openedAt: z.string().nullable(), state: stateShape.nullable(), owner: namedShape.nullable(),
  cause: causeShape,
  /** Names of what the cause speaks of, by "kind:id". */
  names: z.record(z.string(), namedShape),
  ratification: z.string().nullable(),
  acceptedUntil: z.string().nullable(), words: z.string().nullable(), closedAt: z.string().nullable(), closedBy: namedShape.nullable(),
})

export type FindingAnswer = z.infer<typeof findingShape>

export const iso = (at: Instant): string => new Date(at).toISOString()
export const isoOrNull = (at: Instant | null): string | null => (at === null ? null : iso(at))

const nameable = new Set(['person', 'post', 'entity', 'matter', 'body'])

const isList = (fact: CauseFact): fact is readonly Ref[] => Array.isArray(fact)
const isRef = (fact: CauseFact): fact is Ref => typeof fact === 'object' && 'kind' in fact

function refsOf(cause: Cause): readonly Ref[] {
  return Object.values(cause).flatMap((fact): readonly Ref[] => (isList(fact) ? fact : isRef(fact) ? [fact] : []))
}

/** A delegation is called by its matter, a post by its title, an assignment by its post, a decision by what it was, a role by itself. */
function nameOf(register: Register, { kind, id }: Ref): Named | null {
  if (kind === 'delegation') {
    const row = register.fact('delegation', id)
    return row === null ? null : named(register, 'matter', row.matter)
  }
  if (kind === 'assignment') {
    const held = register.fact('assignment', id)
    return held === null ? null : named(register, 'post', held.post)
  }
  if (kind === 'exercise' || kind === 'role') {
    const name = kind === 'role' ? register.fact('role', id)?.role : register.fact('exercise', id)?.what
    return name === undefined ? null : { id, name, names: {} }
  }
  return nameable.has(kind) ? named(register, kind as 'person' | 'post' | 'entity' | 'matter' | 'body', id) : null
}

export function namesIn(register: Register, cause: Cause, subject: Ref): Record<string, Named> {
  const names: Record<string, Named> = {}
  for (const each of [...refsOf(cause), subject]) {
    const name = nameOf(register, each)
    if (name !== null) names[`${each.kind}:${each.id}`] = name
  }
  return names
}

export const causeAnswer = (cause: Cause): FindingAnswer['cause'] =>
  Object.fromEntries(Object.entries(cause).map(([key, fact]): [string, FindingAnswer['cause'][string]] => {
    if (typeof fact !== 'object') return [key, fact]
    if (isList(fact)) return [key, [...fact]]
    if (!isRef(fact)) return [key, { at: iso(fact.at) }]
    return [key, { ...fact }]
  }))

const nobodyYet = { id: null, openedAt: null, state: null, acceptedUntil: null, words: null, closedAt: null, closedBy: null } as const

/** A finding worked out by the kernel, no record of it. */
export function workedOut(register: Register, finding: Finding, times: Times): FindingAnswer & { readonly key: string } {
  const { severity, remedy } = findingRules[finding.rule]
  const owner = ownerOf(register, finding, times)
  return {
    ...nobodyYet, key: findingKey(finding), rule: finding.rule, severity, remedy, subject: finding.subject,
    entity: finding.entity === null ? null : named(register, 'entity', finding.entity),
    matter: finding.matter === null ? null : named(register, 'matter', finding.matter),
    since: isoOrNull(finding.since), owner: owner === null ? null : named(register, 'person', owner), cause: causeAnswer(finding.cause),
    names: namesIn(register, finding.cause, finding.subject), ratification: finding.ratification,
  }
}
