/** Small random organisations with a history, for the tests that hold the engine against the reference. Mostly ordinary, seldom orderly. */
import fc from 'fast-check'

import { accept } from '../acts/accept.ts'
import { narrow } from '../acts/narrow.ts'
import { revoke, type ChildChoice } from '../acts/revoke.ts'
import { suspend } from '../acts/suspend.ts'
import { changedFrom } from '../changing.ts'
import { assignment, body, credential, day, delegation, entity, framework, matter, person, post } from './example-facts.ts'
import type { DelegationFact, Fact, Holder, Instant } from '../model.ts'
import { actFacts, circumstanceFacts, circumstances, preconditions } from './random-surroundings.ts'
import { narrowed, narrowings } from './narrowings.ts'
import { grades, limits, palettes, seldom, start, stating } from './random-limits.ts'
import { emergency, endOfOld, pairs, safeguards, succession, successor } from './random-use.ts'
import type { Entry } from './reference.ts'

const noon = day / 2
export const lastDay = 40

const entities = ['organisation', 'department', 'section', 'mission', 'fund'] as const
export const posts = ['head', 'chief', 'officer', 'clerk'] as const
const people = ['ana', 'ana', 'bo', 'bo', 'chen', 'chen', 'partner'] as const
const matters = ['award', 'award', 'award', 'award', 'award-anew', 'leave', 'pay'] as const
const holder: fc.Arbitrary<Holder> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...posts).map(held => ({ kind: 'post', post: held }) as const) },
  { weight: 2, arbitrary: fc.constantFrom(...people).map(held => ({ kind: 'person', person: held }) as const) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...people), fc.constantFrom(...posts))
      .map(([one, held]) => ({ kind: 'person-in-post', person: one, post: held }) as const),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'body', body: 'committee' } as const) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...grades), fc.constantFrom('organisation', 'organisation', 'department', 'section'))
      .map(([grade, entity]) => ({ kind: 'class', grade, entity }) as const),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.subarray([...posts], { minLength: 2 }), fc.constantFrom(1, 2, 2))
      .map(([held, needed]) => ({ kind: 'joint', posts: held, needed }) as const),
  },
)

const permission = fc.record({
  depth: fc.constantFrom(0, 1, 2, 3, 3),
  limits: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: limits }),
  ownEntityOnly: fc.constantFrom(false, false, false, true),
  lowestGrade: fc.constantFrom(null, null, null, 'P-4'),
  endRequired: fc.constantFrom(false, false, false, true),
})

/** One line to be recorded on `recorded`: passed on from an earlier line if `from` says which, mostly with its terms. */
const line = fc.record({
  from: fc.option(fc.nat(6), { freq: 2 }),
  holder,
  limits,
  sameLimits: fc.constantFrom(true, true, false),
  matter: fc.constantFrom(...matters),
  sameMatter: fc.constantFrom(true, true, true, true, false),
  entities: fc.oneof(
    { weight: 3, arbitrary: fc.constant(['organisation']) },
    { weight: 2, arbitrary: fc.subarray([...entities], { minLength: 1, maxLength: 2 }) },
  ),
  permission: fc.option(permission, { freq: 9 }),
  mayExercise: seldom(fc.constant(false), 1, 10).map(given => given ?? true),
  begins: fc.constantFrom(0, 0, 0, 5),
  lasts: seldom(fc.constantFrom(5, 15), 1, 5),
  recorded: fc.nat(8),
  accepted: fc.option(fc.nat(15), { freq: 3 }),
  emergency,
})

export const choice: fc.Arbitrary<ChildChoice> = fc.oneof(
  fc.constant({ kind: 'falls' } as const),
  fc.constant({ kind: 'stands' } as const),
  fc.integer({ min: 20, max: lastDay }).map(until => ({ kind: 'falls-on', at: start + until * day }) as const),
)

/** Something that happens to a line or to the organisation on a later day. */
const change = fc.record({
  kind: fc.constantFrom(
    'accept',
    'accept',
    'revoke',
    'revoke',
    'suspend',
    'suspend',
    'relimit',
    'narrow',
    'narrow',
    'widen',
    'leave',
    'move',
    'reserve',
    'decline',
    'rescind',
    'withdraw',
    'depart',
  ),
  line: fc.nat(8),
  day: fc.integer({ min: 10, max: 30 }),
  choices: fc.array(choice, { minLength: 3, maxLength: 3 }),
  limits,
  by: narrowings,
  who: fc.nat(5),
})

const matterTerms = fc.record({
  acceptance: fc.constantFrom('after', 'after', 'after', 'before-use'),
  delegable: fc.constantFrom('yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'once', 'no'),
  rules: fc.constantFrom(null, null, 'staff', 'financial'),
  personalOnly: seldom(fc.constant(true), 1, 8).map(given => given ?? false),
  area: fc.constantFrom('procurement', 'procurement', 'human-resources'),
  basis: fc.constantFrom('act', 'act', 'act', 'contract', 'contract', 'requirement', 'beneficiary-year', 'financial-year'),
  prerequisites: seldom(
    fc.record({
      credential: fc.constant('certificate'),
      onLapse: fc.constantFrom('blocks-issue', 'blocks-exercise', 'grace'),
      graceDays: fc.constant(5),
    }),
    1,
    5,
  ).map(one => (one === undefined ? [] : [one])),
  preconditions: seldom(preconditions, 1, 3).map(some => some ?? []),
  advisers: seldom(fc.constant(['clerk']), 1, 6).map(some => some ?? []),
  contractKinds: seldom(fc.constant(['fixed-term', 'permanent']), 1, 7).map(some => some ?? []),
} as const)

const appointment = fc.record({
  person: fc.constantFrom(...people),
  post: fc.constantFrom(...posts),
  assignment: fc.constantFrom('substantive', 'substantive', 'acting', 'officer-in-charge'),
  instrument: fc.constantFrom('order', null),
  excludes: fc.constantFrom([], [], ['award']),
  contract: fc.constantFrom('fixed-term', 'permanent', 'consultant', null),
  effectiveFrom: fc.constantFrom(null, start, start + 5 * day),
  effectiveTo: fc.constantFrom(null, null, start + 25 * day),
} as const)

export interface RandomWorld {
  readonly entries: readonly Entry[]
  readonly lines: readonly string[]
  /** Number of the last fact of the setting, before the first line. */
  readonly settled: number
}

/** Unbiased, as the questions are: a generator that prefers its ends asks mostly about nothing. */
export const worlds: fc.Arbitrary<RandomWorld> = fc.noBias(
  fc
    .record({
      terms: fc.tuple(matterTerms, matterTerms),
      succession,
      palette: palettes,
      around: circumstances,
      apart: fc.tuple(pairs('leave'), pairs('award')),
      safeguards,
      appointments: fc.array(appointment, { minLength: 5, maxLength: 9 }),
      longest: fc.constantFrom(null, null, 10),
      fundRules: fc.constantFrom([], ['financial'] as const),
      certificates: fc.array(fc.record({ person: fc.constantFrom(...people), effectiveTo: fc.constantFrom(null, start + 20 * day) }), {
        maxLength: 3,
      }),
      lines: fc.array(line, { minLength: 5, maxLength: 9 }),
      changes: fc.array(change, { maxLength: 6 }),
    })
    .map(({ terms: [first, second], succession: after, palette, around, apart: [firstApart, secondApart], safeguards: safe, appointments, longest, fundRules, certificates, lines, changes }) => {
      const setting: Fact[] = [
        framework({ id: 'framework', effectiveTo: endOfOld(after), grades, longestActingDays: longest, yearBegins: around.yearBegins }),
        matter({ id: 'award', ...first, incompatible: firstApart }),
        matter({ id: 'leave', ...second, incompatible: secondApart }),
        matter({ id: 'pay', effectiveFrom: start + 10 * day, effectiveTo: start + 30 * day }),
        entity({ id: 'organisation' }),
        entity({ id: 'department', parent: 'organisation' }),
        entity({ id: 'section', parent: 'department', effectiveTo: start + 35 * day }),
        entity({ id: 'mission', parent: 'organisation', rules: ['staff'] }),
        entity({ id: 'fund', parent: 'organisation', rules: fundRules }),
        post({ id: 'head', grade: 'D-1' }),
        post({ id: 'chief', entity: 'department', grade: 'P-4' }),
        post({ id: 'officer', entity: 'section', grade: 'P-3' }),
        post({ id: 'clerk', entity: 'mission' }),
        person({ id: 'ana' }),
        person({ id: 'bo', effectiveTo: start + 38 * day }),
        person({ id: 'chen' }),
        person({ id: 'partner', staff: false }),
        body({ id: 'committee', entity: 'department', quorum: around.quorum }),
        ...circumstanceFacts(around),
        ...appointments.map((given, index) => assignment({ id: `a${index}`, ...given })),
        ...certificates.map((given, index) => credential({ id: `c${index}`, credential: 'certificate', ...given })),
        ...safe,
        ...successor(after, grades),
        ...(after === null ? [] : [matter({ id: 'award-anew', framework: 'renewed' })]),
      ]
      const dated: { fact: Fact; at: Instant }[] = setting.map(fact => ({ fact, at: start + noon }))
      const current = new Map<string, DelegationFact>()
      const put = (fact: Fact, at: Instant) => {
        if (fact.kind === 'delegation') current.set(fact.id, fact)
        dated.push({ fact, at })
      }
      for (const [index, given] of [...lines].sort((a, b) => a.recorded - b.recorded).entries()) {
        const parent = given.from === null || index === 0 ? undefined : current.get(`d${given.from % index}`)
        const from = start + (given.recorded + given.begins) * day
        put(
          delegation({
            id: `d${index}`,
            parent: parent?.id ?? null,
            holder: given.holder,
            matter: parent !== undefined && given.sameMatter ? parent.matter : after === null && given.matter === 'award-anew' ? 'award' : given.matter,
            limits: parent !== undefined && given.sameLimits ? parent.limits : stating(given.limits, palette),
            entities: given.entities,
            mayExercise: given.mayExercise,
            subdelegation: given.permission && {
              ...given.permission,
              limits: given.permission.limits && stating(given.permission.limits, palette),
            },
            effectiveFrom: from,
            effectiveTo: given.lasts === undefined ? null : from + given.lasts * day,
            emergency: given.emergency,
            acceptedAt: given.accepted === null ? null : start + given.accepted * day,
          }),
          start + given.recorded * day + (given.recorded === 0 ? noon + 1 : 0),
        )
      }
      for (const { act, at } of actFacts(around)) dated.push({ fact: act, at })
      const lineIds = [...current.keys()]
      for (const given of [...changes].sort((a, b) => a.day - b.day)) {
        const at = start + given.day * day
        const fact = current.get(lineIds[given.line % lineIds.length] as string) as DelegationFact
        switch (given.kind) {
          case 'accept':
            put(accept(fact, 'ana', at), at)
            break
          case 'suspend':
            put(suspend(fact, at, given.who % 2 === 0 ? null : at + 3 * day), at)
            break
          case 'narrow': {
            const limits = narrowed(fact.limits, given.by)
            const children = [...current.values()].filter(child => child.parent === fact.id && given.who % 2 === 0)
            const choices = Object.fromEntries(children.map((child, index) => [child.id, given.choices[index % 3] as ChildChoice]))
            for (const changed of narrow(fact, limits, at, children, choices)) put(changed, at)
            break
          }
          case 'widen':
            put(changedFrom(fact, at + given.who * day, { limits: stating(given.limits, palette) }), at)
            break
          case 'relimit':
            put({ ...fact, limits: stating(given.limits, palette) }, at)
            break
          case 'decline':
            put({ ...fact, endedAt: at, endReason: 'declined' }, at)
            break
          case 'rescind':
            put({ ...fact, endedAt: at, endReason: 'rescinded' }, at)
            break
          case 'withdraw':
            put({ ...fact, endedAt: at, endReason: 'withdrawn' }, at)
            break
          case 'revoke': {
            const children = [...current.values()].filter(child => child.parent === fact.id)
            const choices = Object.fromEntries(children.map((child, index) => [child.id, given.choices[index % 3] as ChildChoice]))
            for (const changed of revoke(fact, at, 'revoked', children, choices)) put(changed, at)
            break
          }
          case 'leave': {
            const index = given.who % appointments.length
            put(assignment({ id: `a${index}`, ...(appointments[index] as (typeof appointments)[number]), effectiveTo: at }), at)
            break
          }
          case 'move':
            put(post({ id: 'officer', entity: 'mission', grade: 'P-3' }), at)
            break
          case 'reserve':
            put(matter({ id: 'award', ...first, incompatible: firstApart, delegable: given.who === 0 ? 'no' : 'yes', acceptance: 'before-use' }), at)
            break
          case 'depart':
            put(person({ id: people[given.who] as string, effectiveTo: at }), at)
            break
        }
      }
      return {
        entries: [...dated].sort((a, b) => a.at - b.at).map(({ fact, at }, index) => ({ fact, number: index + 1, recordedAt: at })),
        lines: lineIds,
        settled: setting.length,
      }
    }),
)
