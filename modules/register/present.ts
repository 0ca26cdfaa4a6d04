/** From facts to what is shown: names beside ids, who exercises, in what state. Reads the register; decides nothing. */
import { termsAt } from '../../kernel/authority/changing.ts'
import type { DelegationFact, Holder, Instant, Times } from '../../kernel/authority/model.ts'
import type { Register } from '../../kernel/authority/register.ts'
import { membersOf } from '../../kernel/authority/shared-holders.ts'
import { statusOf } from '../../kernel/authority/status.ts'
import { named } from '../organisation/index.ts'
import type { DelegationSummary, HolderAnswer } from './shapes.ts'

export const iso = (at: Instant): string => new Date(at).toISOString()
export const isoOrNull = (at: Instant | null): string | null => (at === null ? null : iso(at))

export { named }

/** Persons who hold it at the time asked: by themselves, or by a running assignment to the post. */
function personsOf(register: Register, holder: Holder, times: Times): string[] {
  const inPost = (post: string) => register.incumbents(post, times)
    .filter((each) => each.assignment === 'substantive' || each.instrument !== null).map((each) => each.person)
  switch (holder.kind) {
    case 'person': return [holder.person]
    case 'body': return []
    case 'class': return [...membersOf({ register, times, world: register.world(times) }, holder)]
    case 'joint': return [...new Set(holder.posts.flatMap(inPost))]
    case 'person-in-post':
      return register.incumbents(holder.post, times).some((each) => each.person === holder.person && each.assignment === 'substantive') ? [holder.person] : []
    case 'post':
      return [...new Set(inPost(holder.post))]
  }
}

export function presentHolder(register: Register, holder: Holder, times: Times): HolderAnswer {
  const post = 'post' in holder ? register.fact('post', holder.post, times.known) ?? register.fact('post', holder.post) : null
  const body = 'body' in holder ? register.fact('body', holder.body, times.known) : null
  const entity = post?.entity ?? body?.entity ?? ('entity' in holder ? holder.entity : null) ?? ('person' in holder ? entityOfPerson(register, holder.person, times) : null)
  return {
    kind: holder.kind,
    person: 'person' in holder ? named(register, 'person', holder.person, times.known) : null,
    post: 'post' in holder ? named(register, 'post', holder.post, times.known) : null,
    body: 'body' in holder ? named(register, 'body', holder.body, times.known) : null,
    entity: entity === null ? null : named(register, 'entity', entity, times.known),
    grade: 'grade' in holder ? holder.grade : null,
    posts: 'posts' in holder ? holder.posts.map((each) => named(register, 'post', each, times.known)) : [],
    needed: 'needed' in holder ? holder.needed : null,
    persons: personsOf(register, holder, times).map((person) => named(register, 'person', person, times.known)),
  }
}

export function entityOfPerson(register: Register, person: string, times: Times): string | null {
  const running = register.assignmentsOf(person, times)
  const assignment = running.find((each) => each.assignment === 'substantive') ?? running[0]
  return assignment ? (register.fact('post', assignment.post, times.known)?.entity ?? null) : null
}

/** With the terms that count at D. */
export function summary(register: Register, version: DelegationFact, times: Times): DelegationSummary {
  const fact = termsAt(version, times.on)
  const above = fact.parent === null ? null : register.fact('delegation', fact.parent, times.known)
  const parent = above && termsAt(above, times.on)
  const matter = register.fact('matter', fact.matter, times.known) ?? register.fact('matter', fact.matter)
  const { state, reasons } = statusOf(register, fact.id, times)
  return {
    id: fact.id, instrument: fact.instrument, line: fact.line,
    matter: { ...named(register, 'matter', fact.matter, times.known), area: matter?.area ?? '' },
    holder: presentHolder(register, fact.holder, times),
    entities: fact.entities.map((entity) => named(register, 'entity', entity, times.known)),
    limits: fact.limits as DelegationSummary['limits'],
    mayExercise: fact.mayExercise,
    depth: fact.subdelegation?.depth ?? 0,
    from: parent ? presentHolder(register, parent.holder, times) : null,
    parent: fact.parent, legalBasis: fact.legalBasis,
    effectiveFrom: iso(fact.effectiveFrom), effectiveTo: isoOrNull(fact.effectiveTo), acceptedAt: isoOrNull(fact.acceptedAt), endedAt: isoOrNull(fact.endedAt),
    state, reasons: reasons as DelegationSummary['reasons'],
    provenance: fact.provenance,
  }
}
