/** The posts each kind of unit has. One table: what an entity looks like inside is read here and nowhere else. */
import type { Duty, Title } from './titles.ts'

export interface PostPlan {
  readonly slug: string
  readonly title: Title
  readonly grade: string
  readonly duty: Duty
  readonly count: number
}

const post = (slug: string, title: Title, grade: string, duty: Duty = 'none', count = 1): PostPlan => ({ slug, title, grade, duty, count })

const chiefs = (grade: string, officers: string): readonly PostPlan[] => [
  post('chief-people', 'chiefPeople', grade, 'chief-people'), post('people-officer', 'peopleOfficer', officers, 'people-officer', 2),
  post('chief-finance', 'chiefFinance', grade, 'chief-finance'), post('finance-officer', 'financeOfficer', officers, 'finance-officer', 3),
  post('chief-procurement', 'chiefProcurement', grade, 'chief-procurement'), post('procurement-officer', 'procurementOfficer', officers,
    'procurement-officer', 2),
  post('chief-property', 'chiefProperty', grade, 'chief-property'), post('property-officer', 'propertyOfficer', officers,
    'property-officer', 2),
]

const front = (head: Title, grade: string, ...others: readonly PostPlan[]): readonly PostPlan[] => [
  post('head', head, grade, 'head'), ...others, post('assistant', 'administrativeAssistant', 'G-6'),
]

export const staffing = {
  'executive-office': front('secretaryGeneral', 'SG', post('deputy', 'deputySecretaryGeneral', 'DSG'),
    post('officer', 'programmeOfficer', 'P-5', 'none', 3)),
  assembly: [post('president', 'presidentOfAssembly', 'none', 'head')],
  department: front('underSecretaryGeneral', 'USG', post('deputy', 'assistantSecretaryGeneral', 'ASG', 'deputy'),
    post('executive-officer', 'executiveOfficer', 'D-1', 'executive-officer'), ...chiefs('P-5', 'P-4')),
  division: front('director', 'D-2', post('section-chief', 'sectionChief', 'P-5', 'programme-manager', 2),
    post('programme-officer', 'programmeOfficer', 'P-4'),
    post('officer', 'officer', 'P-3', 'none', 2), post('programme-assistant', 'programmeAssistant', 'G-5', 'none', 2)),
  'headquarters-office': front('headOfOffice', 'ASG', post('section-chief', 'sectionChief', 'P-5', 'programme-manager'),
    post('administrative-officer', 'administrativeOfficer', 'P-4', 'executive-officer'),
    post('legal-officer', 'legalOfficer', 'P-3', 'none', 2)),
  'office-away': front('directorGeneral', 'USG', post('chief-of-administration', 'chiefOfAdministration', 'D-2', 'executive-officer')),
  commission: front('executiveSecretary', 'USG', post('deputy', 'director', 'D-2', 'deputy'),
    post('chief-of-administration', 'chiefOfAdministration', 'D-1', 'executive-officer')),
  'peace-operation': front('headOfMission', 'USG', post('deputy', 'deputyHeadOfMission', 'ASG', 'deputy'),
    post('legal-officer', 'legalOfficer', 'P-4'),
    post('security-officer', 'securityOfficer', 'FS-6', 'none', 2)),
  'support-unit': [post('director', 'directorOfSupport', 'D-2', 'executive-officer'), ...chiefs('P-5', 'P-3'),
    post('data-officer', 'dataOfficer', 'P-3'),
    post('driver', 'driver', 'G-3', 'none', 3)],
  'programme-unit': [post('director', 'director', 'D-1', 'programme-manager'), post('programme-officer', 'programmeOfficer', 'P-4', 'none',
    2),
    post('officer', 'officer', 'P-3', 'none', 2), post('programme-assistant', 'programmeAssistant', 'G-5', 'none', 2)],
  'field-office': [post('chief', 'sectionChief', 'P-5', 'programme-manager'), post('officer', 'officer', 'P-3'),
    post('security-officer', 'securityOfficer', 'FS-5'),
    post('driver', 'driver', 'G-3')],
  'political-mission': front('headOfMission', 'ASG', post('chief-of-support', 'chiefOfAdministration', 'P-5', 'executive-officer'),
    post('finance-officer', 'financeOfficer', 'P-4', 'finance-officer'), post('procurement-officer', 'procurementOfficer', 'P-3',
      'procurement-officer'),
    post('people-officer', 'peopleOfficer', 'P-3', 'people-officer'), post('officer', 'officer', 'P-4', 'none', 2)),
  envoy: front('specialEnvoy', 'ASG', post('programme-officer', 'programmeOfficer', 'P-4')),
  'resident-coordinator': front('residentCoordinator', 'D-1', post('head-of-office', 'headOfOffice', 'P-5', 'executive-officer'),
    post('programme-officer', 'programmeOfficer', 'P-3')),
  tribunal: front('registrar', 'ASG', post('chief-of-administration', 'chiefOfAdministration', 'D-1', 'executive-officer'),
    post('finance-officer', 'financeOfficer', 'P-4', 'finance-officer'), post('procurement-officer', 'procurementOfficer', 'P-4',
      'procurement-officer'),
    post('people-officer', 'peopleOfficer', 'P-3', 'people-officer'), post('legal-officer', 'legalOfficer', 'P-4', 'none', 4)),
  'service-centre': front('director', 'D-2', ...chiefs('P-5', 'P-4'), post('administrative-officer', 'administrativeOfficer', 'P-3', 'none',
    4)),
  secretariat: front('executiveSecretary', 'D-2', post('administrative-officer', 'administrativeOfficer', 'P-4', 'executive-officer'),
    post('officer', 'officer', 'P-3', 'none', 2)),
  outside: front('director', 'D-2'),
} as const satisfies Record<string, readonly PostPlan[]>

export type Staffing = keyof typeof staffing
