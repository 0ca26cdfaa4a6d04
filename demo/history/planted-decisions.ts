/** What a monitor should find in decisions and in another system's roles: planted in the days before today. */
import { addDays, at, type Day } from '../days.ts'
import type { PlantedFault } from '../faults.ts'
import type { Chronicle } from './last-months.ts'
import type { Delegation } from './records.ts'

const system = 'concord-erp'
const role = 'CONTRACT_SIGNER'
const withRole = 'sign-contract'
/** Of those who sign contracts: whose role the other system lacks. Of those who do not: who has it there. */
const [lacking, surplus] = [2, 2]

interface Held {
  readonly line: Delegation
  readonly post: string
  readonly person: string
}

export function plantDecisions(chronicle: Chronicle, on: Day): readonly PlantedFault[] {
  const bought = heldOn(chronicle, 'low-value-purchase', addDays(on, -20))
  const paid = heldOn(chronicle, 'petty-cash', addDays(on, -20))
  return [split(chronicle, bought[0]!, on), beyond(chronicle, paid[0]!, on), ratified(chronicle, paid, on), ...roles(chronicle, on)]
}

/** Lines on a matter that run, below a head of entity, with who holds them. */
function heldOn({ delegations, organisation }: Chronicle, matter: string, day: Day): readonly Held[] {
  return delegations.running(day).flatMap((line) => {
    const post = 'post' in line.recipient ? line.recipient.post : null
    const person = post === null ? null : organisation.holderOn(post, day)
    const named = 'person' in line.recipient ? line.recipient.person : person
    const usable = line.matter === matter && line.mayExercise && line.acceptedOn !== null && line.from < day && line.parent?.parent
    return usable && post !== null && person !== null && named === person && (line.ceiling.upTo ?? 0) >= 1000 ? [{ line, post, person }] : []
  })
}

const decision = ({ line, post, person }: Held, day: Day, share: number) => ({
  person, capacity: post, matter: line.matter, delegation: line.id, entity: line.entity, currency: 'USD',
  amount: Math.round((line.ceiling.upTo ?? 0) * share), decided_on: at(day, '11:00'),
})

const fault = (id: string, rule: PlantedFault['rule'], { line, post }: Held, why: string, subjects: readonly string[]): PlantedFault =>
  ({ id, rule, post, matter: line.matter, why, subjects, provenance: 'invented' })

function split({ decisions }: Chronicle, held: Held, on: Day): PlantedFault {
  const acts = [8, 6, 4].map((daysAgo) => decisions.record({
    ...decision(held, addDays(on, -daysAgo), 0.6), requirement: 'REQ-118', what: 'Chairs for the training room, a part of them',
  }))
  return fault('split-1', 'split-decision', held, 'Three purchases for one requirement, each inside the limit, together above it.', acts.slice(1))
}

function beyond({ decisions }: Chronicle, held: Held, on: Day): PlantedFault {
  const act = decisions.record({ ...decision(held, addDays(on, -5), 3), what: 'Imprest replenished beyond its ceiling' })
  return fault('beyond-1', 'unauthorised-when-taken', held, 'Three times what the line allows.', [act])
}

/** By the head of the entity, within what the head holds. */
function ratified({ decisions, organisation, writer }: Chronicle, paid: readonly Held[], on: Day): PlantedFault {
  const held = paid.find(({ line: { ceiling, parent } }) => (parent?.ceiling.upTo ?? 0) > (ceiling.upTo ?? 0) * 1.2)!
  const { parent } = held.line
  const post = parent !== null && 'post' in parent.recipient ? parent.recipient.post : ''
  const act = decisions.record({ ...decision(held, addDays(on, -6), 1.1), what: 'Imprest replenished a little beyond its ceiling' })
  writer.put('acts', `R-${act}`, {
    type: 'ratification', id: `R-${act}`, ratifies: act, person: organisation.holderOn(post, on), delegation: parent?.id,
    decided_on: at(addDays(on, -2), '15:00'), what: 'The amount was owed; the ceiling had been overlooked.',
  })
  return fault('beyond-2', 'unauthorised-when-taken', held, 'Above what the line allows; ratified by the head, and on record all the same.', [act])
}

function roles(chronicle: Chronicle, on: Day): readonly PlantedFault[] {
  const { writer, organisation, delegations } = chronicle
  writer.put('roles', 'map', { type: 'map', system, role, matter: withRole })
  const signers = delegations.running(on).flatMap((line) => {
    if (line.matter !== withRole || !line.mayExercise || !('post' in line.recipient)) return []
    const { post } = line.recipient
    return [{ line, post, person: organisation.holderOn(post, on) ?? '' }]
  })
  const without = signers.filter(({ line, person }) => person !== '' && line.parent?.parent).slice(0, lacking)
  const give = (person: string): void => writer.put('roles', person, { type: 'role', system, role, person })
  // The deputy in charge of the Northern commission signs for its head meanwhile.
  const inCharge = organisation.holderOn('commission-north.deputy', on)
  if (inCharge !== null) give(inCharge)
  for (const { person } of signers) if (person !== '' && !without.some((each) => each.person === person)) give(person)
  const strangers = [...organisation.posts.values()].filter(({ duty }) => duty === 'none').flatMap(({ id }) => organisation.holderOn(id, on) ?? [])
  const extra = strangers.filter((person) => !signers.some((each) => each.person === person)).slice(0, surplus)
  extra.forEach(give)
  return [
    ...without.map((held, place) =>
      fault(`no-role-${place + 1}`, 'delegation-without-role', held, 'May sign contracts, and cannot in the other system.', [held.line.id])),
    ...extra.map((person, place): PlantedFault => ({
      id: `no-line-${place + 1}`, rule: 'role-without-delegation', post: '', matter: withRole, provenance: 'invented',
      why: 'Can sign contracts in the other system, and has no authority to.', subjects: [`${system}/${person}/${role}/`],
    })),
  ]
}
