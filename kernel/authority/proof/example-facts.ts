/** Facts with everything ordinary filled in, for tests to say only what matters to them. */
import { Register } from '../register.ts'
import type {
  AbsenceFact,
  ArrangementFact,
  AssignmentFact,
  BodyFact,
  ControlFact,
  CredentialFact,
  DelegationFact,
  EntityFact,
  ExerciseFact,
  Fact,
  FrameworkFact,
  Instant,
  LedgerNumber,
  MappingFact,
  MatterFact,
  MinuteFact,
  PersonFact,
  PlaceFact,
  PostFact,
  RateFact,
  RelationFact,
  Times,
  UnitFact,
  WaiverFact,
} from '../model.ts'

export const day = 86_400_000

/** Midnight UTC of a date. */
export const on = (date: string): Instant => Date.parse(`${date}T00:00:00Z`)

const always = { effectiveFrom: null, effectiveTo: null } as const
const invented = { kind: 'invented' } as const

type Given<F> = Partial<Omit<F, 'kind'>> & { readonly id: string }

export const framework = (given: Given<FrameworkFact>): FrameworkFact => ({
  kind: 'framework',
  title: given.id,
  zone: 'UTC',
  grades: ['P-3', 'P-4', 'P-5', 'D-1', 'D-2', 'USG'],
  fallDefault: 'falls',
  longestActingDays: null,
  acceptWithinDays: 30,
  supersedes: null,
  transitionTo: null,
  runningCases: 'keep',
  yearBegins: 1,
  reviewMonths: null,
  unusedMonths: null,
  personalNotice: false,
  ...always,
  ...given,
})

export const matter = (given: Given<MatterFact>): MatterFact => ({
  kind: 'matter',
  framework: 'framework',
  area: 'procurement',
  name: given.id,
  names: {},
  description: null,
  rules: null,
  citation: null,
  acceptance: 'after',
  delegable: 'yes',
  reservedTo: 'secretary-general',
  personalOnly: false,
  dimensions: [],
  basis: 'act',
  prerequisites: [],
  preconditions: [],
  advisers: [],
  notChecked: [],
  obligations: [],
  incompatible: [],
  contractKinds: [],
  splitDays: null,
  silenceDays: null,
  authentic: [],
  provenance: invented,
  ...always,
  ...given,
})

export const entity = (given: Given<EntityFact>): EntityFact => ({
  kind: 'entity',
  name: given.id,
  names: {},
  parent: null,
  category: 'department',
  rules: ['staff', 'financial'],
  provenance: invented,
  ...always,
  ...given,
})

export const post = (given: Given<PostFact>): PostFact => ({
  kind: 'post',
  entity: 'organisation',
  title: given.id,
  titles: {},
  grade: null,
  heads: false,
  ...always,
  ...given,
})

export const person = (given: Given<PersonFact>): PersonFact => ({
  kind: 'person',
  name: given.id,
  staff: true,
  email: null,
  ...always,
  ...given,
})

export const assignment = (given: Partial<Omit<AssignmentFact, 'kind'>> & { person: string; post: string }): AssignmentFact => ({
  kind: 'assignment',
  id: `${given.person}/${given.post}`,
  assignment: 'substantive',
  instrument: null,
  excludes: [],
  contract: null,
  ...always,
  ...given,
})

export const credential = (given: Partial<Omit<CredentialFact, 'kind'>> & { person: string; credential: string }): CredentialFact => ({
  kind: 'credential',
  id: `${given.person}/${given.credential}`,
  ...always,
  ...given,
})

export const body = (given: Given<BodyFact>): BodyFact => ({
  kind: 'body',
  name: given.id,
  names: {},
  entity: 'organisation',
  quorum: null,
  members: [],
  ...always,
  ...given,
})

export const place = (given: Given<PlaceFact>): PlaceFact => ({ kind: 'place', name: given.id, names: {}, parent: null, ...always, ...given })

export const unitFact = (given: Partial<Omit<UnitFact, 'kind'>> & { entity: string; key: string; value: string }): UnitFact => ({
  kind: 'unit-fact',
  id: `${given.entity}/${given.key}`,
  ...always,
  ...given,
})

export const rate = (given: Partial<Omit<RateFact, 'kind'>> & { from: string; to: string; rate: string }): RateFact => ({
  kind: 'rate',
  id: `${given.from}/${given.to}`,
  ...always,
  ...given,
})

export const relation = (given: Partial<Omit<RelationFact, 'kind'>> & { person: string; other: string }): RelationFact => ({
  kind: 'relation',
  id: `${given.person}/${given.other}`,
  relation: 'family',
  ...always,
  ...given,
})

export const minute = (given: Given<MinuteFact> & { heldAt: Instant }): MinuteFact => ({
  kind: 'minute',
  body: 'committee',
  matter: 'award',
  circulated: false,
  present: [],
  recused: [],
  subject: null,
  ...always,
  ...given,
})

/** An act of nobody in particular on the matter "award". */
export const exercise = (given: Given<ExerciseFact> & { decidedAt: Instant }): ExerciseFact => ({
  kind: 'exercise',
  person: null,
  body: null,
  capacity: null,
  matter: 'award',
  delegation: null,
  entity: null,
  amount: null,
  method: null,
  category: null,
  fund: null,
  grade: null,
  term: null,
  place: null,
  contract: null,
  requirement: null,
  beneficiary: null,
  supplier: null,
  case: null,
  facts: {},
  answer: null,
  what: given.id,
  provenance: invented,
  ...always,
  ...given,
})

/** A root unless a parent is given; held by a person of the same name as the line unless a holder is. */
export const delegation = (given: Given<DelegationFact>): DelegationFact => ({
  kind: 'delegation',
  instrument: given.id,
  line: 1,
  parent: null,
  legalBasis: given.parent == null ? 'Regulation 12' : null,
  holder: { kind: 'person', person: given.id },
  matter: 'award',
  entities: ['organisation'],
  limits: [],
  mayExercise: true,
  subdelegation: null,
  conditions: null,
  effectiveFrom: on('2020-01-01'),
  effectiveTo: null,
  preparedBy: null,
  decidedBy: null,
  signedBy: null,
  signedAs: null,
  communicatedBy: null,
  signedAt: null,
  acceptedBy: null,
  acceptedAt: null,
  confirmedBy: null,
  endedAt: null,
  endReason: null,
  fallsAt: null,
  suspensions: [],
  emergency: null,
  reviewedAt: null,
  cites: [],
  provenance: invented,
  ...given,
})

/** May be passed on, this many levels down. */
export const passable = (depth = 3, more: Partial<NonNullable<DelegationFact['subdelegation']>> = {}): DelegationFact['subdelegation'] => ({
  depth,
  limits: null,
  ownEntityOnly: false,
  lowestGrade: null,
  endRequired: false,
  ...more,
})

export const mapping = (given: Given<MappingFact> & Pick<MappingFact, 'from' | 'to'>): MappingFact =>
  ({ kind: 'mapping', how: 'identical', ...always, ...given })

export const absence = (given: Given<AbsenceFact> & { person: string }): AbsenceFact => ({ kind: 'absence', absence: 'leave', ...always, ...given })

export const waiver = (given: Given<WaiverFact> & { person: string; credential: string }): WaiverFact =>
  ({ kind: 'waiver', matter: null, grantedBy: 'secretary-general', reason: 'Nobody else is trained.', ...always, ...given })

export const control = (given: Given<ControlFact> & Pick<ControlFact, 'entity' | 'matters'>): ControlFact =>
  ({ kind: 'control', owner: 'secretary-general', description: 'Every decision is looked at again.', ...always, ...given })

export const arrangement = (given: Given<ArrangementFact> & Pick<ArrangementFact, 'provider' | 'client' | 'matters'>): ArrangementFact =>
  ({ kind: 'arrangement', decides: false, ...always, ...given })

export const usd = (value: string) => ({ currency: 'USD', value })
export const upTo = (value: string, currency = 'USD') => [{ amount: { currency, upTo: value } }]

/** The framework, the matter "award" and the entity "organisation", from which most examples start. */
export const ordinary: readonly Fact[] = [framework({ id: 'framework' }), matter({ id: 'award' }), entity({ id: 'organisation' })]

/** A register that recorded these facts, one number each, all at `recordedAt`. */
export function recorded(facts: readonly Fact[], recordedAt: Instant = on('2020-01-01')): Register {
  const register = new Register()
  facts.forEach((fact, index) => register.apply(fact, index + 1, recordedAt))
  return register
}

/** Records further facts on a later day, one number each. */
export function record(register: Register, facts: readonly Fact[], recordedAt: Instant): void {
  for (const fact of facts) register.apply(fact, register.head + 1, recordedAt)
}

/** Asked on a date, known as of the head unless said. */
export const asked = (register: Register, date: string, known: LedgerNumber = register.head): Times => ({
  on: on(date),
  known,
  now: on(date),
})
