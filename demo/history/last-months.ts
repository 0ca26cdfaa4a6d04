/** The months before today, told by their distance from it: what waits, what runs out, who is new, and the planted faults. */
import type { BatchWriter } from '../batch.ts'
import { addDays, daysBetween, occasionOn, type Day, type Occasion } from '../days.ts'
import { faultPlans, type PlantedFault } from '../faults.ts'
import { personas } from '../personas.ts'
import type { Random } from '../random.ts'
import type { Decisions } from './decisions.ts'
import type { DelegationHistory } from './delegations.ts'
import { mattersFor, signingPost, type HandingOut } from './hand-out.ts'
import type { OrganisationHistory } from './organisation-history.ts'
import { FaultPlanting } from './fault-planting.ts'
import { plantDecisions } from './planted-decisions.ts'
import type { Delegation } from './records.ts'
import type { Turnover } from './turnover.ts'
import { renewYearlyLines } from './yearly.ts'

export interface Chronicle {
  readonly writer: BatchWriter
  readonly organisation: OrganisationHistory
  readonly delegations: DelegationHistory
  readonly handingOut: HandingOut
  readonly turnover: Turnover
  readonly decisions: Decisions
  readonly random: Random
}

/** Posts the story needs as they are; nobody comes or goes there by chance. */
export const plantedPosts: ReadonlySet<string> = new Set([
  ...faultPlans.map((fault) => fault.post), 'northern-plains-support.procurement-officer-1', 'commission-north.head',
  'office-orvanne-support.procurement-officer-1', 'office-sulimar-support.people-officer-1',
])

const renewalHorizonDays = 150
const recentShare = 0.12
const decisionsADay = 0.9

/** `since`: the occasion before. */
export function lastMonths(chronicle: Chronicle, on: Day, since: Day): readonly PlantedFault[] {
  const { writer, organisation, delegations, handingOut, turnover, decisions } = chronicle
  const planting = new FaultPlanting(chronicle, on)
  let previous = addDays(on, -200)
  let lastTold = since
  const told = (daysAgo: number, title: string, tell: (occasion: Occasion) => void): void => {
    const occasion = occasionOn(addDays(on, -daysAgo))
    decisions.between(lastTold, occasion.day, Math.ceil(daysBetween(lastTold, occasion.day) * decisionsADay))
    lastTold = occasion.day
    organisation.renewCertificates(addDays(occasion.day, renewalHorizonDays))
    turnover.settleSuccessors(occasion)
    const october = `${occasion.day.slice(0, 4)}-10-01`
    if (previous < october && october <= occasion.day) renewYearlyLines(delegations, handingOut, occasion)
    tell(occasion)
    writer.close(occasion.recordedAt, title)
    previous = occasion.day
  }

  told(110, 'Changes of the season', (occasion) => {
    turnover.quarter(occasion)
    planting.linesToPersons(occasion)
    planting.successor(occasion)
  })
  told(75, 'Limits reviewed', (occasion) => {
    planting.narrowings(occasion)
    planting.unaccepted(occasion)
    planting.certificatesRunningOut()
    forStorms(chronicle, occasion)
  })
  told(45, 'Departures and moves', (occasion) => {
    planting.departures(occasion)
    planting.moves(occasion)
    planting.vacancies(occasion)
    planting.expiring(occasion)
  })
  told(24, 'A new head of the River Mission', (occasion) => {
    for (const persona of personas) if (typeof persona.arrives === 'object') turnover.succeed(persona.post, occasion, persona)
    inCharge(chronicle, occasion, on)
    recentLines(chronicle, occasion, 1)
  })
  told(10, 'New delegations of the month', (occasion) => {
    recentLines(chronicle, occasion, 0.6)
    awaitingPersonas(chronicle, occasion)
  })
  let decided: readonly PlantedFault[] = []
  told(1, 'Yesterday', (occasion) => {
    recentLines(chronicle, occasion, 0.2)
    decided = plantDecisions(chronicle, on)
  })
  return [...planting.planted, ...decided]
}

/** The Northern commission’s deputy is in charge while its head is on leave, under an instrument. */
function inCharge({ organisation }: Chronicle, occasion: Occasion, on: Day): void {
  const deputy = organisation.holderOn('commission-north.deputy', occasion.day)
  if (deputy) organisation.standIn(deputy, 'commission-north.head', 'officer-in-charge', 'charge-commission-north', occasion.starts,
    addDays(on, 18))
}

/** The Coast Mission's head may call up more people, longer, once a storm is declared. */
function forStorms({ organisation, delegations, handingOut }: Chronicle, occasion: Occasion): void {
  const parent = handingOut.roots.get('surge-deployment')
  const signedAs = parent && signingPost(parent)
  const signedBy = signedAs && organisation.holderOn(signedAs, occasion.day)
  if (!parent || !signedAs || !signedBy) return
  delegations.give({
    parent, matter: parent.matter, entity: 'coast', ceiling: { term: 18 }, depth: 0, ownEntityOnly: true, recipient: { post: 'coast.head' },
    emergency: 'storm', from: occasion.starts, accepted: true, occasion, signedBy, signedAs,
  })
}

/** What the head of an entity holds on a matter. */
const headLine = (delegations: DelegationHistory, matter: string, entity: string, occasion: Occasion): Delegation | undefined =>
  delegations.running(occasion.day).find((line) => line.matter === matter && line.entity === entity && line.parent?.parent === null)

/** A few heads add to what they have passed on; the share accepted at once differs. */
function recentLines({ organisation, delegations, handingOut, random }: Chronicle, occasion: Occasion, accepted: number): void {
  for (const entity of organisation.entities.values()) {
    const head = organisation.headPost(entity.id)
    const executive = organisation.postsWith(entity.id, 'executive-officer')[0]
    const manager = organisation.postsWith(entity.id, 'programme-manager').at(-1) ?? executive
    if (!head || !manager || plantedPosts.has(head.id) || plantedPosts.has(manager.id) || !random.chance(recentShare)) continue
    const matters = mattersFor(entity).filter((matter) => matter.passedTo.length > 0 && !matter.personalOnly)
    if (matters.length === 0) continue
    const matter = random.pick(matters)
    const parent = headLine(delegations, matter.id, entity.id, occasion)
    if (parent) handingOut.give(parent, matter, manager, occasion, 0, random.chance(accepted))
  }
}

/** What waits for the people one signs in as. */
function awaitingPersonas({ organisation, delegations, handingOut }: Chronicle, occasion: Occasion): void {
  const mission = organisation.entities.get('lake-region')
  if (!mission) return
  const larger = { 'award-contract': { byMethod: { 'open-tender': 2000000 } }, 'accept-donated-goods': { upTo: 250000 },
    'lease-premises': { upTo: 1000000, term: 60 } }
  for (const [matter, ceiling] of Object.entries(larger)) {
    const parent = handingOut.roots.get(matter)
    const signedAs = parent && signingPost(parent)
    const signedBy = signedAs && organisation.holderOn(signedAs, occasion.day)
    if (!parent || !signedAs || !signedBy) continue
    delegations.give({
      parent, matter, entity: mission.id, ceiling, depth: 1, ownEntityOnly: true, recipient: { post: 'lake-region.head' },
      from: occasion.starts, accepted: false, occasion,
      signedBy, signedAs,
    })
  }
  const passedOn = [['lake-region-support.chief-procurement', 'partner-contract'],
    ['lake-region-support.finance-officer-1', 'petty-cash']] as const
  for (const [post, matterId] of passedOn) {
    const recipient = organisation.posts.get(post)
    const matter = mattersFor(mission).find((one) => one.id === matterId)
    const parent = headLine(delegations, matterId, mission.id, occasion)
    if (recipient && matter && parent) handingOut.give(parent, matter, recipient, occasion, 0, false)
  }
}
