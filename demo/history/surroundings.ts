/** What authority depends on besides: places, rates, facts about units, arrangements, controls, relations, absences, minutes. */
import type { BatchWriter } from '../batch.ts'
import { addDays, at, type Day } from '../days.ts'
import { inventedCountries } from '../organisation/places.ts'
import type { Random } from '../random.ts'
import type { OrganisationHistory } from './organisation-history.ts'

const regions = [
  { id: 'region-north', name: 'Northern region', name_zh: '北部区域', name_ar: 'المنطقة الشمالية' },
  { id: 'region-east', name: 'Eastern region', name_zh: '东部区域', name_ar: 'المنطقة الشرقية' },
  { id: 'region-south', name: 'Southern region', name_zh: '南部区域', name_ar: 'المنطقة الجنوبية' },
  { id: 'region-west', name: 'Western region', name_zh: '西部区域', name_ar: 'المنطقة الغربية' },
] as const
const countries = 24

/** What one unit is worth in dollars, about. */
const worth: Readonly<Record<string, number>> = { EUR: 1.1, GBP: 1.28, CHF: 1.09, KES: 0.0077, JPY: 0.0072, XOF: 0.00168 }

const smallOffices = 6

export function openSurroundings(writer: BatchWriter, organisation: OrganisationHistory, random: Random, day: Day): void {
  for (const region of regions) writer.put('organisation', `place:${region.id}`, { type: 'place', ...region })
  inventedCountries(random, countries).forEach((country, place) => {
    const id = `country-${place + 1}`
    writer.put('organisation', `place:${id}`, {
      type: 'place', id, name: country.en, name_zh: country.zh, name_ar: country.ar, parent: regions[place % regions.length]!.id,
    })
  })
  for (const entity of [...organisation.entities.values()].filter(({ tier }) => tier === 'small').slice(0, smallOffices))
    writer.put('facts', `small:${entity.id}`, { entity: entity.id, key: 'small-office', value: 'true', effective_from: day })
  writer.put('facts', 'arrangement', {
    type: 'arrangement', entity: 'commission-north', provider: 'supply-chain', matters: 'letter-of-assist', decides: 'no', effective_from: day,
  })
  writer.put('credentials', 'waiver', {
    type: 'waiver', person: organisation.holderOn('statistics.programme-assistant-1', day), credential: 'procurement-certificate',
    matter: 'low-value-purchase', granted_by: organisation.holderOn('executive-office.head', day), reason: 'No course was held before the census.',
    effective_from: day, effective_to: addDays(day, 180),
  })
  rates(writer, random, day)
}

/** A commission too small to keep certifying and approving apart: what is done instead, for a year at a time. */
export function control(writer: BatchWriter, day: Day): void {
  writer.put('facts', `control:${day}`, {
    type: 'control', entity: 'commission-north', matters: 'certify-expenditure;approve-payment', owner: 'commission-north.head',
    description: 'The head goes through all payments of the month with the accounts beside them.', effective_from: day, effective_to: addDays(day, 364),
  })
}

/** The rates of the quarter. */
export function rates(writer: BatchWriter, random: Random, day: Day): void {
  for (const [currency, dollars] of Object.entries(worth)) {
    const rate = dollars * (1 + random.int(-60, 60) / 1000)
    writer.put('rates', `${currency}/${day}`, { from: currency, to: 'USD', rate: rate.toFixed(6), effective_from: day })
  }
}

/** Leave of the quarter, of people who decide nothing; each a few weeks. */
export function leave(writer: BatchWriter, organisation: OrganisationHistory, random: Random, day: Day): void {
  const posts = [...organisation.posts.values()].filter(({ duty }) => duty === 'none')
  for (let told = 0; told < 8; told++) {
    const person = organisation.holderOn(random.pick(posts).id, day)
    const from = addDays(day, -random.int(30, 80))
    const kind = random.pick(['annual leave', 'sick leave', 'family leave'])
    if (person !== null) writer.put('absences', `${person}/${from}`, {
      person, absence: kind, effective_from: from, effective_to: addDays(from, random.int(4, 25)),
    })
  }
}

/** Declarations of the year: each with a supplier whose contracts the person has no hand in. */
export function declarations(writer: BatchWriter, organisation: OrganisationHistory, random: Random, day: Day): void {
  const posts = [...organisation.posts.values()].filter(({ duty }) => duty === 'none')
  for (let told = 0; told < 3; told++) {
    const person = organisation.holderOn(random.pick(posts).id, day)
    const supplier = `supplier-${random.int(1, 400)}`
    const relation = random.pick(['shareholder', 'spouse of the owner', 'former employee'])
    if (person !== null) writer.put('relations', `${person}/${supplier}`, { person, other: supplier, relation, effective_from: day })
  }
}

/** The Committee on Contracts meets; three heads or more are there. */
export function committeeMeets(writer: BatchWriter, organisation: OrganisationHistory, random: Random, day: Day): void {
  const heads = [...organisation.posts.values()].filter(({ heads: isHead }) => isHead)
  const present = new Set<string>()
  while (present.size < 4) {
    const head = organisation.holderOn(random.pick(heads).id, day)
    if (head !== null) present.add(head)
  }
  const id = `committee-on-contracts-${day}`
  writer.put('bodies', id, {
    type: 'minute', id, body: 'committee-on-contracts', matter: 'award-contract', held_on: at(addDays(day, -9), '10:00'),
    circulated: random.chance(0.2) ? 'yes' : 'no', present: [...present].join(';'), recused: random.chance(0.2) ? [...present][0] : null,
  })
}
