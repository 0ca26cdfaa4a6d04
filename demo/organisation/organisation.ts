/** The invented organisation as one list of entities, parents before children, each with the posts it has. */
import type { Random } from '../random.ts'
import {
  commissions, envoys, missionUnits, officesAway, outside, peaceOperations, serviceCentres, specialPoliticalMissions, supportUnits,
  treatySecretariats, tribunals, type FieldPlan,
} from './field.ts'
import { headquarters } from './headquarters.ts'
import { inventedCountries } from './places.ts'
import { staffing, type Staffing } from './staffing.ts'
import { titles, type Duty } from './titles.ts'
import { within, words, type Words } from './words.ts'

/** How much is delegated to the entity's head; null for units below an entity and for what is outside the framework. */
export type Tier = 'full' | 'large' | 'medium' | 'small' | null

export interface DemonstrationEntity {
  readonly id: string
  readonly name: Words
  readonly parent: string | null
  readonly category: string
  readonly rules: '' | 'staff' | 'financial' | 'staff;financial'
  readonly tier: Tier
  readonly staffing: Staffing | null
}

export interface DemonstrationPost {
  readonly id: string
  readonly entity: string
  /** The entity whose head answers for the post: the entity itself, or the one its unit belongs to. */
  readonly answersTo: string
  readonly title: Words
  readonly grade: string | null
  readonly heads: boolean
  readonly duty: Duty
}

export const organisationId = 'concord'
export const assemblyId = 'assembly'
export const secretaryGeneralPost = 'executive-office.head'
export const presidentPost = 'assembly.president'
const countryOffices = 120

const bothRules = 'staff;financial'
const entity = (
  [id, name]: FieldPlan, category: string, staffingOf: Staffing | null, tier: Tier, rules: DemonstrationEntity['rules'] = bothRules,
  parent: string = organisationId,
): DemonstrationEntity => ({ id, name, parent, category, rules, tier, staffing: staffingOf })

const withUnits = (whole: DemonstrationEntity, units: readonly FieldPlan[]): readonly DemonstrationEntity[] => [
  whole,
  ...units.map(([slug, frame]) => entity([`${whole.id}-${slug}`, within(frame, whole.name)],
    slug.startsWith('field') ? 'field-office' : 'division',
    slug === 'support' ? 'support-unit' : slug === 'programme' ? 'programme-unit' : 'field-office', null, bothRules, whole.id)),
]

function headquartersEntities(): readonly DemonstrationEntity[] {
  return headquarters.flatMap((plan) => {
    const tier: Tier = plan.id === 'management' || plan.id === 'operational-support' ? 'full' : 'medium'
    const layout: Staffing = plan.id === 'executive-office' ? 'executive-office' : plan.category
    const whole = entity([plan.id, plan.name], plan.category, layout, plan.id === 'executive-office' ? null : tier)
    return [whole, ...plan.divisions.map((division) => entity(division, 'division', 'division', null, bothRules, plan.id))]
  })
}

/** All entities, parents first. */
export function inventOrganisation(random: Random): readonly DemonstrationEntity[] {
  const countries = inventedCountries(random, countryOffices)
  const countryOffice = words('Resident Coordinator Office, {}', '驻{}协调员办事处', 'مكتب المنسق المقيم، {}')
  return [
    entity([assemblyId, words('Assembly of the Concord', '协和大会', 'جمعية الوئام')], 'governing-body', 'assembly', null, '', undefined),
    entity([organisationId, words('Concord of Peoples', '万民协和组织', 'منظمة وئام الشعوب')], 'organisation', null, null, bothRules),
    ...headquartersEntities(),
    ...officesAway.flatMap((plan) => withUnits(entity(plan, 'office-away-from-headquarters', 'office-away', 'large'), supportUnits)),
    ...commissions.flatMap((plan) => withUnits(entity(plan, 'regional-commission', 'commission', 'large'), supportUnits)),
    ...peaceOperations.flatMap((plan) => withUnits(entity(plan, 'peace-operation', 'peace-operation', 'large'), missionUnits)),
    ...specialPoliticalMissions.places.map(([id, place]) =>
      entity([id, within(specialPoliticalMissions.frame, place)], 'special-political-mission', 'political-mission', 'medium')),
    ...envoys.subjects.map(([id, subject]) => entity([id, within(envoys.frame, subject)], 'special-envoy', 'envoy', 'small', 'staff')),
    ...countries.map((country) =>
      entity([`country-${country.en.toLowerCase()}`, within(countryOffice, country)], 'resident-coordinator-office', 'resident-coordinator',
        'small')),
    ...tribunals.map((plan) => entity(plan, 'tribunal', 'tribunal', 'medium')),
    ...serviceCentres.map((plan) => entity(plan, 'service-centre', 'service-centre', 'medium')),
    ...treatySecretariats.map((plan) => entity(plan, 'treaty-secretariat', 'secretariat', 'small', 'financial')),
    ...outside.map((plan) => entity(plan, 'fund-or-programme', 'outside', null, '')),
  ].map((one) => one.id === organisationId || one.id === assemblyId ? { ...one, parent: null } : one)
}

/** The posts of one entity; `answersTo` is its parent when it is a unit below an entity that receives delegations. */
export function postsOf(whole: DemonstrationEntity): readonly DemonstrationPost[] {
  if (whole.staffing === null) return []
  const answersTo = whole.tier === null && whole.parent !== null && whole.parent !== organisationId ? whole.parent : whole.id
  return staffing[whole.staffing].flatMap((plan) => Array.from({ length: plan.count }, (_, index) => ({
    id: `${whole.id}.${plan.slug}${plan.count > 1 ? `-${index + 1}` : ''}`,
    entity: whole.id,
    answersTo,
    title: titles[plan.title],
    grade: plan.grade === 'none' ? null : plan.grade,
    heads: plan.slug === 'head' || plan.slug === 'president' || (answersTo !== whole.id &&
      (plan.slug === 'director' || plan.slug === 'chief')),
    duty: plan.slug === 'head' && answersTo !== whole.id ? 'programme-manager' as const : plan.duty,
  })))
}
