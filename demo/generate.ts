/** The demonstration organisation, invented whole: the same today gives the same files, byte for byte. */
import { BatchWriter, type DemonstrationBatch } from './batch.ts'
import { addDays, occasionOn, openingOn, quartersBetween, type Day } from './days.ts'
import type { PlantedFault } from './faults.ts'
import { Decisions } from './history/decisions.ts'
import { DelegationHistory } from './history/delegations.ts'
import { HandingOut } from './history/hand-out.ts'
import { lastMonths, plantedPosts } from './history/last-months.ts'
import { firstSubdelegations, open, redesign } from './history/opening.ts'
import { OrganisationHistory } from './history/organisation-history.ts'
import { committeeMeets, control, declarations, leave, openSurroundings, rates } from './history/surroundings.ts'
import { personaPosts, Turnover } from './history/turnover.ts'
import { renewYearlyLines, reviewOfTheYear } from './history/yearly.ts'
import { nameGiver } from './people/names.ts'
import { personas } from './personas.ts'
import { seededRandom } from './random.ts'

export type { DemonstrationBatch } from './batch.ts'

const seed = 20190101
const firstDay = '2019-01-01'
/** The last quarter told as a quarter; what follows is told by its distance from today. */
const quietDays = 120
const decisionsAQuarter = 80

const today = (): Day => new Date().toISOString().slice(0, 10)

export interface Demonstration {
  /** In the order in which they were recorded, the first on the framework's first day, the last yesterday. */
  readonly batches: readonly DemonstrationBatch[]
  readonly faults: readonly PlantedFault[]
}

/** What the importer loads. */
export const generateDemonstration = (on: Day = today()): readonly DemonstrationBatch[] => inventDemonstration(on).batches

/** The batches, and what a monitor should find in them. */
export function inventDemonstration(on: Day = today()): Demonstration {
  const random = seededRandom(seed)
  // Of their own, so that what is decided and recorded beside changes nothing of who comes and goes.
  const [chance, weather] = [seededRandom(seed + 1), seededRandom(seed + 2)]
  const writer = new BatchWriter()
  const organisation = new OrganisationHistory(writer, nameGiver(random, personas.map((persona) => persona.name)))
  const delegations = new DelegationHistory(writer, organisation)
  const handingOut = new HandingOut(organisation, delegations, random)
  const settled = new Set([...personaPosts, ...plantedPosts, 'assembly.president'])
  const decisions = new Decisions(writer, organisation, delegations, chance)
  const turnover = new Turnover(organisation, delegations, handingOut, random, settled)

  const opening = openingOn(firstDay)
  open(writer, organisation, handingOut, random, opening)
  openSurroundings(writer, organisation, weather, opening.day)
  writer.close(opening.recordedAt, 'The framework enters into force')

  let previous = firstDay
  for (const day of quartersBetween(firstDay, addDays(on, -quietDays))) {
    const occasion = occasionOn(day)
    decisions.between(previous, day, decisionsAQuarter)
    previous = day
    rates(writer, weather, day)
    leave(writer, organisation, weather, day)
    committeeMeets(writer, organisation, weather, day)
    if (day.endsWith('-01-01')) {
      declarations(writer, organisation, weather, day)
      control(writer, day)
    }
    organisation.renewCertificates(addDays(day, 150))
    turnover.settleSuccessors(occasion)
    for (const persona of personas) if (persona.arrives === day) turnover.succeed(persona.post, occasion, persona)
    turnover.quarter(occasion)
    if (day === '2019-04-01') firstSubdelegations(organisation, delegations, handingOut, occasion)
    if (day === '2019-07-01') redesign(delegations, handingOut, occasion)
    if (day.endsWith('-01-01')) reviewOfTheYear(delegations, random, occasion, settled)
    if (day.endsWith('-10-01')) renewYearlyLines(delegations, handingOut, occasion)
    writer.close(occasion.recordedAt, titleOf(day))
  }
  const faults = lastMonths({ writer, organisation, delegations, handingOut, turnover, decisions, random }, on, previous)
  return { batches: writer.batches(), faults }
}

function titleOf(day: Day): string {
  if (day === '2019-04-01') return 'First subdelegations'
  if (day === '2019-07-01') return 'Subdelegations redesigned'
  return day.endsWith('-01-01') ? `Review at the beginning of ${day.slice(0, 4)}` : `Changes of the quarter from ${day}`
}
