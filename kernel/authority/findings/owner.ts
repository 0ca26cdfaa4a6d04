/** Whose a finding is to close, by its rule; whoever it is can pass it on. */
import type { Times } from '../model.ts'
import type { Register } from '../register.ts'
import { findingRules, type Finding } from './finding.ts'

/** The person; null: nobody can be named, so it is the monitors'. */
export function ownerOf(register: Register, finding: Finding, times: Times): string | null {
  const { owner } = findingRules[finding.rule]
  switch (owner) {
    case 'holder':
      return holderOf(register, finding, times) ?? headAbove(register, finding, times)
    case 'signatory':
      return signatoryOf(register, finding, times) ?? headAbove(register, finding, times)
    case 'policy-holder':
      return policyHolder(register, finding, times) ?? headAbove(register, finding, times)
    case 'entity-head':
      return headAbove(register, finding, times)
  }
}

const here = (register: Register, person: string | null, { on, known }: Times): string | null => {
  const fact = person === null ? null : register.fact('person', person, known)
  return fact !== null && (fact.effectiveTo === null || fact.effectiveTo > on) ? fact.id : null
}

const inPost = (register: Register, post: string, times: Times): string | null =>
  register.incumbents(post, times).find(held => held.assignment === 'substantive' || held.instrument !== null)?.person ?? null

function holderOf(register: Register, { persons, posts }: Finding, times: Times): string | null {
  for (const person of persons) if (here(register, person, times) !== null) return person
  for (const post of posts) {
    const person = inPost(register, post, times)
    if (person !== null) return person
  }
  return null
}

/** Who answers for the line now: who confirmed or signed it, or whoever sits in the post it was signed in. */
function signatoryOf(register: Register, { subject }: Finding, times: Times): string | null {
  const row = subject.kind === 'delegation' ? register.delegation(subject.id, times) : null
  if (row === null) return null
  const parentPost = row.isRoot ? null : (register.parentOf(row, times)?.post ?? null)
  const post = row.signedAs !== null && register.fact('post', row.signedAs, times.known) !== null ? row.signedAs : parentPost
  return (post === null ? null : inPost(register, post, times)) ?? here(register, row.confirmedBy ?? row.signedBy, times)
}

function policyHolder(register: Register, { matter }: Finding, times: Times): string | null {
  const fact = matter === null ? null : register.fact('matter', matter, times.known)
  return fact === null ? null : inPost(register, fact.reservedTo, times)
}

/** The entity at the top: where what lies nowhere belongs. */
function topOf(register: Register, { known }: Times): string | null {
  for (const { id, parent } of register.facts('entity', known)) if (parent === null) return id
  return null
}

/** The head of the entity, or of the nearest one above who is not the one concerned. */
function headAbove(register: Register, { entity, persons }: Finding, times: Times): string | null {
  for (let at = entity ?? topOf(register, times), depth = 0; at !== null && depth < 100; depth++) {
    const head = register.headOf(at, times)?.incumbents.find(held => held.assignment === 'substantive' || held.instrument !== null)?.person
    if (head !== undefined && !persons.includes(head)) return head
    at = register.fact('entity', at, times.known)?.parent ?? null
  }
  return null
}
