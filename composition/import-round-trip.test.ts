/** Any register that import can make comes back the same from its own export. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Box, DelegationFact, Fact, FactKind, Names, Provenance } from '../kernel/authority/model.ts'
import { Register } from '../kernel/authority/register.ts'
import { readFile, type FileFormat } from '../platform/imports/read-file.ts'
import { exportFile } from '../platform/imports/run-export.ts'
import { planImport } from '../platform/imports/run-import.ts'
import { modules } from './modules.ts'

const kinds = new Map(modules.flatMap((module) => module.imports).map((kind) => [kind.kind, kind]))
const order = ['catalogue', 'organisation', 'people', 'assignments', 'credentials', 'bodies', 'delegations']
const factKinds: readonly FactKind[] = ['framework', 'matter', 'entity', 'post', 'person', 'assignment', 'credential', 'body', 'delegation']
const now = Date.parse('2026-11-24T10:00:00Z')
const day = 86_400_000

const letter = fc.constantFrom(...'aZ09éß中عЖ ,;|:"\'=+-@._/\\<>&%$#…')
const written = (unit: fc.Arbitrary<string>) =>
  fc
    .string({ unit, minLength: 1, maxLength: 12 })
    .map((text) => text.trim())
    .filter((text) => text !== '')
const line = written(letter)
const code = written(letter.filter((each) => !';|:'.includes(each)))
const lines = fc.option(line)
const codes = fc.array(code, { maxLength: 3 })
const names: fc.Arbitrary<Names> = fc.dictionary(fc.constantFrom('ar', 'zh', 'en', 'fr', 'ru', 'es'), line, { noNullPrototype: true })
const provenance: fc.Arbitrary<Provenance> = fc.oneof(
  fc.constant<Provenance>({ kind: 'own' }),
  fc.constant<Provenance>({ kind: 'invented' }),
  line.filter((text) => !/^(invented$|quoted\s)/i.test(text)).map((source): Provenance => ({ kind: 'quoted', source })),
)
/** Midnights of several zones, and instants of no zone. */
const instant = fc.oneof(
  fc.integer({ min: 0, max: 30_000 }).map((days) => days * day - 40 * 365 * day),
  fc.integer({ min: 0, max: 700_000 }).map((hours) => hours * 3_600_000 - 40 * 365 * day),
  fc.integer({ min: -1e12, max: 4e12 }),
)
const span = fc
  .tuple(instant, fc.integer({ min: 1, max: 5000 }), fc.boolean())
  .map(([effectiveFrom, days, open]) => ({ effectiveFrom, effectiveTo: open ? null : effectiveFrom + days * day }))
const decimal = (min: number) =>
  fc.tuple(fc.integer({ min, max: min + 999_999 }), fc.constantFrom('', '.5', '.50', '.0001')).map((parts) => parts.join(''))

const box: fc.Arbitrary<Box> = fc.record(
  {
    amount: fc.record(
      {
        currency: fc.constantFrom('USD', 'JPY', 'KWD'),
        over: decimal(0),
        upTo: decimal(2_000_000),
        overIncluded: fc.boolean(),
        upToIncluded: fc.boolean(),
      },
      { requiredKeys: ['currency'] },
    ),
    grade: fc.constantFrom('P-1', 'D-2'),
    methods: codes,
    categories: codes,
    funds: codes,
    term: fc.integer({ min: 1, max: 1200 }),
  },
  { requiredKeys: [] },
)

const framework = fc.record({
  kind: fc.constant('framework' as const),
  id: fc.constant('frame'),
  title: line,
  zone: fc.constantFrom('UTC', 'Europe/Vienna', 'America/Santiago', 'Asia/Kathmandu', 'Africa/Cairo'),
  grades: fc.constant(['P-1', 'D-2']),
  fallDefault: fc.constantFrom('falls', 'stands'),
  longestActingDays: fc.option(fc.integer({ min: 1, max: 999 })),
  acceptWithinDays: fc.integer({ min: 1, max: 99 }),
  supersedes: fc.constant(null),
  transitionTo: fc.constant(null),
  runningCases: fc.constant('keep' as const),
  yearBegins: fc.constant(1),
  reviewMonths: fc.constant(null),
  unusedMonths: fc.constant(null),
  personalNotice: fc.constant(false),
  effectiveFrom: fc.constant(null),
  effectiveTo: fc.constant(null),
})
const matter = fc.record({
  kind: fc.constant('matter' as const),
  id: fc.constant('other'),
  framework: fc.constant('frame'),
  area: line,
  name: line,
  names,
  description: lines,
  rules: fc.constant(null),
  citation: lines,
  acceptance: fc.constantFrom('before-use', 'after'),
  delegable: fc.constant('yes' as const),
  reservedTo: line,
  personalOnly: fc.constant(false),
  dimensions: fc.subarray(['amount', 'grade', 'method', 'category', 'fund', 'term'] as const),
  basis: fc.constantFrom('act', 'contract', 'financial-year'),
  prerequisites: fc.array(
    fc.oneof(
      fc.record({ credential: code, onLapse: fc.constant('blocks-exercise' as const) }),
      fc.record({ credential: code, onLapse: fc.constant('grace' as const), graceDays: fc.integer({ min: 0, max: 999 }) }),
    ),
    { maxLength: 2 },
  ),
  preconditions: fc.array(
    fc.record(
      {
        kind: fc.constantFrom('tender', 'advice'),
        fact: code,
        givenBy: codes,
        over: fc.record({ currency: fc.constant('USD'), value: decimal(0) }),
      },
      { requiredKeys: ['kind', 'fact', 'givenBy'] },
    ),
    { maxLength: 2 },
  ),
  advisers: codes,
  notChecked: codes,
  obligations: codes.map((duties) => duties.map((duty) => ({ duty, at: 'permit' as const, tells: [] }))),
  incompatible: fc.constant([]),
  contractKinds: fc.constant([]),
  splitDays: fc.constant(null),
  silenceDays: fc.constant(null),
  authentic: fc.constant([]),
  provenance,
  effectiveFrom: fc.constant(null),
  effectiveTo: fc.constant(null),
})
const delegation = (id: string): fc.Arbitrary<DelegationFact> =>
  fc
    .record({
      id: fc.constant(id),
      kind: fc.constant('delegation' as const),
      instrument: code.map((text) => `${id} ${text}`),
      line: fc.integer({ min: 1, max: 99 }),
      parent: fc.constant(null),
      legalBasis: line,
      holder: fc.constantFrom(
        { kind: 'person', person: 'bo' },
        { kind: 'post', post: 'chief' },
        { kind: 'person-in-post', person: 'bo', post: 'chief' },
        { kind: 'body', body: 'board' },
      ),
      matter: fc.constant('act'),
      entities: fc.constantFrom(['root'], ['root', 'below']),
      limits: fc.array(box, { maxLength: 2 }),
      mayExercise: fc.boolean(),
      subdelegation: fc.option(
        fc.record({
          depth: fc.integer({ min: 1, max: 4 }),
          limits: fc.option(fc.array(box, { minLength: 1, maxLength: 2 })),
          ownEntityOnly: fc.boolean(),
          lowestGrade: fc.option(fc.constant('P-1')),
          endRequired: fc.boolean(),
        }),
      ),
      conditions: lines,
      preparedBy: fc.constantFrom(null, 'ana'),
      decidedBy: fc.constantFrom(null, 'ana'),
      signedBy: fc.constant('ana'),
      signedAs: fc.constantFrom(null, 'person', 'chief'),
      communicatedBy: fc.constantFrom(null, 'ana'),
      signedAt: fc.option(instant),
      acceptedBy: fc.constantFrom(null, 'ana'),
      acceptedAt: fc.option(instant),
      confirmedBy: fc.constant('ana'),
      fallsAt: fc.option(instant),
      end: fc.option(fc.tuple(instant, fc.constantFrom('revoked', 'withdrawn'))),
      suspensions: fc.constant([]),
      emergency: fc.constant(null),
      reviewedAt: fc.constant(null),
      cites: fc.constant([]),
      provenance,
      span,
    })
    .map(
      ({ end, span: held, ...fact }) =>
        ({
          ...fact,
          ...held,
          mayExercise: fact.mayExercise || fact.subdelegation === null,
          endedAt: end?.[0] ?? null,
          endReason: end?.[1] ?? null,
        }) as DelegationFact,
    )

const always = { effectiveFrom: fc.constant(null), effectiveTo: fc.constant(null) }
const entity = (id: string, parent: string | null) =>
  fc.record({
    kind: fc.constant('entity' as const),
    id: fc.constant(id),
    name: line,
    names,
    parent: fc.constant(parent),
    category: line,
    rules: fc.subarray(['staff', 'financial'] as const, { minLength: 1 }),
    provenance,
    ...always,
  })
const person = (id: string) =>
  fc.record({
    kind: fc.constant('person' as const),
    id: fc.constant(id),
    name: line,
    staff: fc.constant(true),
    email: fc.constantFrom(null, 'ana@example.org', '=cmd@example.org'),
    ...always,
  })
const post = fc.record({
  kind: fc.constant('post' as const),
  id: fc.constant('chief'),
  entity: fc.constant('below'),
  title: line,
  titles: names,
  grade: fc.constantFrom(null, 'D-2'),
  heads: fc.boolean(),
  ...always,
})
const body = fc.record({
  kind: fc.constant('body' as const),
  id: fc.constant('board'),
  name: line,
  names,
  entity: fc.constant('root'),
  quorum: fc.option(fc.integer({ min: 1, max: 99 })),
  members: fc.constantFrom([], ['chief']),
  ...always,
})
const assignment = fc
  .tuple(code, span)
  .map(([id, held]) => ({
    kind: 'assignment' as const,
    id,
    person: 'ana',
    post: 'chief',
    assignment: 'acting' as const,
    instrument: id,
    excludes: [id],
    contract: id,
    ...held,
  }))
const credential = fc
  .tuple(code, code, span)
  .map(([id, named, held]) => ({ kind: 'credential' as const, id, person: 'ana', credential: named, ...held }))

const facts: fc.Arbitrary<readonly Fact[]> = fc.tuple(
  framework,
  matter,
  matter.map((each) => ({ ...each, id: 'act', prerequisites: [] })),
  entity('root', null),
  entity('below', 'root'),
  post,
  person('ana'),
  person('bo'),
  assignment,
  credential,
  body,
  delegation('one'),
  delegation('two'),
) as fc.Arbitrary<readonly Fact[]>

const all = (register: Register): Fact[] => factKinds.flatMap((kind): Fact[] => [...register.facts(kind)])

async function imported(before: Register, format: FileFormat): Promise<Register> {
  const after = new Register()
  for (const name of order) {
    const kind = kinds.get(name)!
    const file = await readFile(kind, await exportFile({ register: before, clock: { now: () => now } }, kind, format), format)
    const plan = planImport(kind, file, after, now, 'whole')
    expect({ name, refused: plan.report.refused, warnings: plan.report.warnings }).toEqual({ name, refused: [], warnings: [] })
    for (const fact of plan.facts.flat()) after.apply(fact, after.head + 1, now)
  }
  return after
}

describe('export, then import into an empty register', () => {
  it.each<[FileFormat, number]>([
    ['csv', 300],
    ['json', 150],
    ['xlsx', 25],
  ])(
    'gives the same facts (%s)',
    async (format, numRuns) => {
      await fc.assert(
        fc.asyncProperty(facts, async (given) => {
          const before = new Register()
          given.forEach((fact, place) => before.apply(fact, place + 1, now))
          expect(all(await imported(before, format))).toEqual(all(before))
        }),
        { numRuns },
      )
    },
    60_000,
  )
})
