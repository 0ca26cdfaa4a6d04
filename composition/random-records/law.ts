/** Random frameworks, matters, mappings and rates. For tests only. */
import fc from 'fast-check'

import type { FrameworkFact, MappingFact, MatterFact, Precondition, RateFact } from '../../kernel/authority/model.ts'
import { always, basis, code, codes, decimal, fact, instant, languages, line, lines, money, names, provenance, someCodes, somePairs, span, type Span } from './values.ts'

const days = (min: number, max: number) => fc.integer({ min, max })

export const framework = (id: string, supersedes: string | null, held: fc.Arbitrary<Span> = fc.constant(always)): fc.Arbitrary<FrameworkFact> =>
  fact('framework', {
    id: fc.constant(id),
    title: line,
    zone: fc.constantFrom('UTC', 'Europe/Vienna', 'America/Santiago', 'Asia/Kathmandu', 'Africa/Cairo'),
    grades: fc.constant(['P-1', 'D-2']),
    fallDefault: fc.constantFrom<FrameworkFact['fallDefault'][]>('falls', 'stands'),
    longestActingDays: fc.option(days(1, 999)),
    acceptWithinDays: days(1, 99),
    supersedes: fc.constant(supersedes),
    transitionTo: supersedes === null ? fc.constant(null) : fc.option(instant),
    runningCases: fc.constantFrom<FrameworkFact['runningCases'][]>('keep', 'move'),
    yearBegins: days(1, 12),
    reviewMonths: fc.option(days(1, 99)),
    unusedMonths: fc.option(days(1, 99)),
    personalNotice: fc.boolean(),
  }, held)

const when = fc.record({ methods: someCodes, categories: someCodes, where: somePairs }, { requiredKeys: [] })
const amendment = fc.record({ raisedByPercent: fc.option(days(0, 999)), extendedByMonths: fc.option(days(0, 99)) })
const kinds = ['tender', 'advice', 'clearance', 'endorsement', 'cosignature', 'consultation', 'condition'] as const

const precondition: fc.Arbitrary<Precondition> = fc
  .record({ kind: fc.constantFrom(...kinds), fact: code, over: money, basis, overFact: code, when, amendment, givenBy: codes },
    { requiredKeys: ['kind', 'fact', 'givenBy'] })
  .map(({ basis: counted, overFact, ...each }) => (each.over === undefined ? each : {
    ...each, ...(counted === undefined ? {} : { basis: counted }), ...(overFact === undefined ? {} : { overFact }),
  }))

const obligation: fc.Arbitrary<MatterFact['obligations'][number]> = fc
  .record({ duty: code, at: fc.constantFrom('permit', 'issue'), over: money, basis, tells: codes }, { requiredKeys: ['duty', 'at', 'tells'] })
  .map(({ basis: counted, ...each }) => (each.over === undefined || counted === undefined ? each : { ...each, basis: counted }))

const prerequisite: fc.Arbitrary<MatterFact['prerequisites'][number]> = fc.oneof(
  fc.record({ credential: code, onLapse: fc.constantFrom('blocks-exercise', 'blocks-issue') }),
  fc.record({ credential: code, onLapse: fc.constant('grace' as const), graceDays: days(0, 999) }),
)

/** Two matters name each other as incompatible. */
export const matter = (id: string, other: string, open: boolean, held: fc.Arbitrary<Span> = fc.constant(always)): fc.Arbitrary<MatterFact> =>
  fact('matter', {
    id: fc.constant(id),
    framework: fc.constant('frame'),
    area: line,
    name: line,
    names,
    description: lines,
    rules: open ? fc.constant(null) : fc.constantFrom<MatterFact['rules'][]>(null, 'staff', 'financial'),
    citation: lines,
    acceptance: fc.constantFrom<MatterFact['acceptance'][]>('before-use', 'after'),
    delegable: open ? fc.constant('yes' as const) : fc.constantFrom<MatterFact['delegable'][]>('yes', 'once', 'no'),
    reservedTo: line,
    personalOnly: open ? fc.constant(false) : fc.boolean(),
    dimensions: fc.subarray(['amount', 'grade', 'method', 'category', 'fund', 'place', 'term', 'count'] as const),
    basis,
    prerequisites: open ? fc.constant([]) : fc.array(prerequisite, { maxLength: 2 }),
    preconditions: fc.array(precondition, { maxLength: 2 }),
    advisers: codes,
    notChecked: codes,
    obligations: fc.array(obligation, { maxLength: 2 }),
    incompatible: fc.subarray([{ matter: other, scope: 'entity' as const }, { matter: other, scope: 'case' as const }], { maxLength: 1 }),
    contractKinds: open ? fc.constant([]) : codes,
    splitDays: fc.option(days(1, 99)),
    silenceDays: fc.option(days(1, 99)),
    authentic: fc.subarray([...languages]),
    provenance,
  }, held)

const how = fc.constantFrom<MappingFact['how'][]>('identical', 'narrower', 'wider', 'changed')
export const mapping = (from: string | null, to: string | null): fc.Arbitrary<MappingFact> =>
  fact('mapping', { id: code.map((id) => `${from} ${to} ${id}`), from: fc.constant(from), to: fc.constant(to), how }, span)

export const rate: fc.Arbitrary<RateFact> = fact('rate', {
  id: code, from: fc.constant('KWD'), to: fc.constant('USD'),
  rate: fc.oneof(decimal(1), fc.constantFrom('0.0000000001', '1.2345678901', '3.0')),
}, span.filter(({ effectiveFrom }) => effectiveFrom !== null))
