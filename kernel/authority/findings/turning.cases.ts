/**
 * The instant at which each finding begins or is gone: an instant before it is not so, at the instant it is. Days and months are the
 * framework's and the organisation's (thirty to run out, thirty to stand empty, sixty to confirm).
 */
import { assignment, control, credential, day, delegation, framework, matter, on, passable, person, post } from '../proof/example-facts.ts'
import type { AbsenceFact, Fact, RoleFact, RoleMapFact } from '../model.ts'
import type { FindingRule } from './finding.ts'
import { decided, today } from './findings.cases.ts'

export interface Turning {
  readonly what: string
  readonly source: string
  readonly rule: FindingRule
  /** Until "today" nothing is found, from then on it is; `gone`: the other way round. */
  readonly gone?: true
  readonly facts: readonly Fact[]
}

const always = { effectiveFrom: null, effectiveTo: null } as const
const ago = (days: number) => today - days * day
const ana = person({ id: 'ana' })
const bo = person({ id: 'bo' })
const line = (more: Partial<Parameters<typeof delegation>[0]> = {}) =>
  delegation({ acceptedAt: on('2020-01-01'), holder: { kind: 'person', person: 'ana' }, ...more, id: 'line' })
const inPost = (more: Partial<Parameters<typeof delegation>[0]> = {}) => line({ holder: { kind: 'post', post: 'a' }, ...more })
const parent = (more: Partial<Parameters<typeof delegation>[0]> = {}) =>
  delegation({ acceptedAt: on('2020-01-01'), holder: { kind: 'person', person: 'bo' }, subdelegation: passable(), ...more, id: 'parent' })
const child = (more: Partial<Parameters<typeof delegation>[0]> = {}) => line({ parent: 'parent', signedBy: 'bo', ...more })
const leave = (from: number, to: number | null = null): AbsenceFact =>
  ({ kind: 'absence', id: 'leave', person: 'ana', absence: 'leave', effectiveFrom: from, effectiveTo: to })
const role = (more: Partial<RoleFact> = {}): RoleFact =>
  ({ kind: 'role', id: 'r', system: 'erp', person: 'ana', role: 'BUYER', entity: null, ...always, ...more })
const map = (more: Partial<RoleMapFact> = {}): RoleMapFact => ({ kind: 'role-map', id: 'm', system: 'erp', role: 'BUYER', matter: 'award', ...always, ...more })
const needs = (onLapse: 'blocks-exercise' | 'blocks-issue' | 'grace', graceDays?: number) =>
  matter({ id: 'award', prerequisites: [{ credential: 'course', onLapse, ...(graceDays === undefined ? {} : { graceDays }) }] })
const course = (effectiveTo: number) => credential({ person: 'ana', credential: 'course', effectiveTo })
const apart: readonly Fact[] = [matter({ id: 'award', incompatible: [{ matter: 'pay', scope: 'entity' }] }), matter({ id: 'pay' })]
const pay = (more: Partial<Parameters<typeof delegation>[0]> = {}) =>
  delegation({ holder: { kind: 'person', person: 'ana' }, matter: 'pay', ...more, id: 'pay' })

export const turnings: readonly Turning[] = [
  { what: 'the holder leaves', source: 'A/75/201 ¶14', rule: 'active-leaver', facts: [person({ id: 'ana', effectiveTo: today }), line()] },
  { what: 'a month is left of the line', source: 'domain.md §3', rule: 'expiring', facts: [ana, line({ effectiveTo: today + 30 * day })] },
  {
    what: 'a month is left until the day it falls, before its end', source: 'DESIGN §3.1 rule 11', rule: 'expiring',
    facts: [ana, line({ effectiveTo: today + 90 * day, fallsAt: today + 30 * day })],
  },
  {
    what: 'a month is left until its end, before the day it falls', source: 'DESIGN §3.1 rule 11', rule: 'expiring',
    facts: [ana, line({ effectiveTo: today + 30 * day, fallsAt: today + 90 * day })],
  },
  {
    what: 'a month is left, and the next line begins an instant too late', source: 'domain.md §3', rule: 'expiring',
    facts: [ana, line({ effectiveTo: today + 30 * day }), { ...line({ effectiveFrom: today + 30 * day + 1 }), id: 'next' }],
  },
  {
    what: 'a month is left, and the next line ends with it', source: 'domain.md §3', rule: 'expiring',
    facts: [ana, line({ effectiveTo: today + 30 * day }), { ...line({ effectiveFrom: today, effectiveTo: today + 30 * day }), id: 'next' }],
  },
  {
    what: 'a month is left, and what follows was declined', source: 'domain.md §3', rule: 'expiring',
    facts: [ana, line({ effectiveTo: today + 30 * day }), { ...line({ effectiveFrom: today, endedAt: today, endReason: 'declined' }), id: 'next' }],
  },
  {
    what: 'a month is left, and what follows is on another matter', source: 'DESIGN §3.1 rule 2', rule: 'expiring',
    facts: [ana, matter({ id: 'pay' }), line({ effectiveTo: today + 30 * day }), pay({ effectiveFrom: today })],
  },
  {
    what: 'six months since it began without a use', source: 'DESIGN §3.1 rule 24', rule: 'unused',
    facts: [framework({ id: 'framework', unusedMonths: 6 }), ana, line({ effectiveFrom: on('2025-12-01') })],
  },
  {
    what: 'six months since its last use', source: 'DESIGN §3.1 rule 24', rule: 'unused',
    facts: [
      framework({ id: 'framework', unusedMonths: 6 }), ana, line(),
      decided({ id: 'first', decidedAt: on('2025-10-01') }), decided({ id: 'last', decidedAt: on('2025-12-01') }), decided({ id: 'before', decidedAt: on('2025-11-01') }),
    ],
  },
  {
    what: 'six months since somebody looked at it', source: 'DESIGN §3.1 rule 24', rule: 'unused',
    facts: [framework({ id: 'framework', unusedMonths: 6 }), ana, line({ reviewedAt: on('2025-12-01') })],
  },
  {
    what: 'a year since it was reviewed', source: 'Victoria LGA 2020 s.11', rule: 'review-overdue',
    facts: [framework({ id: 'framework', reviewMonths: 12 }), ana, line({ reviewedAt: on('2025-06-01'), signedAt: on('2020-01-01') })],
  },
  {
    what: 'a year since it was signed and never reviewed', source: 'Victoria LGA 2020 s.11', rule: 'review-overdue',
    facts: [framework({ id: 'framework', reviewMonths: 12 }), ana, line({ signedAt: on('2025-06-01') })],
  },
  { what: 'the parent ends', source: 'DESIGN §3.1 rule 11', rule: 'chain-broken', facts: [ana, bo, parent({ endedAt: today, endReason: 'revoked' }), child()] },
  { what: 'the parent falls', source: 'DESIGN §3.1 rule 11', rule: 'chain-broken', facts: [ana, bo, parent({ fallsAt: today }), child()] },
  { what: 'the parent runs out', source: 'DESIGN §3.1 rule 11', rule: 'chain-broken', facts: [ana, bo, parent({ effectiveTo: today }), child()] },
  {
    what: 'the parent is suspended, then not', source: 'DESIGN §3.1 rule 12', rule: 'chain-broken', gone: true,
    facts: [ana, bo, parent({ suspensions: [{ from: ago(9), to: today }] }), child()],
  },
  {
    what: 'thirty days since it was signed, never accepted', source: 'DESIGN §3.1 rule 8', rule: 'not-accepted',
    facts: [ana, line({ acceptedAt: null, signedAt: ago(30) })],
  },
  {
    what: 'never accepted, and begins', source: 'DESIGN §3.1 rule 8', rule: 'not-accepted',
    facts: [ana, line({ acceptedAt: null, signedAt: ago(90), effectiveFrom: today })],
  },
  {
    what: 'thirty days since it was signed, where it must be accepted before use', source: 'DESIGN §3.1 rule 8', rule: 'not-accepted',
    facts: [matter({ id: 'award', acceptance: 'before-use' }), ana, line({ acceptedAt: null, signedAt: ago(30) })],
  },
  {
    what: 'a course lapses', source: 'A/75/201 ¶31–32', rule: 'prerequisite-lapsed', facts: [needs('blocks-exercise'), ana, course(today), line()],
  },
  {
    what: 'a course lapses that only issuing wants', source: 'A/75/201 ¶31–32', rule: 'prerequisite-lapsed',
    facts: [needs('blocks-issue'), ana, course(today), line()],
  },
  {
    what: 'the days of grace are over', source: 'DESIGN §3.1 rule 15', rule: 'prerequisite-lapsed', facts: [needs('grace', 5), ana, course(ago(5)), line()],
  },
  {
    what: 'a course never taken is taken', source: 'A/75/201 ¶31–32', rule: 'prerequisite-missing', gone: true,
    facts: [needs('blocks-exercise'), ana, credential({ person: 'ana', credential: 'course', effectiveFrom: today }), line()],
  },
  {
    what: 'the two are declared as related', source: 'A/75/201 ¶14 (i)', rule: 'conflict-of-interest',
    facts: [ana, bo, parent(), child(), { kind: 'relation', id: 'r', person: 'ana', other: 'bo', relation: 'spouse', effectiveFrom: today, effectiveTo: null }],
  },
  {
    what: 'the second of two to be kept apart begins', source: 'UNDP Fin. Reg. 20.02', rule: 'incompatible-exercise',
    facts: [...apart, ana, line(), pay({ effectiveFrom: today })],
  },
  {
    what: 'the second ends', source: 'UNDP Fin. Reg. 20.02', rule: 'incompatible-exercise', gone: true,
    facts: [...apart, ana, line(), pay({ effectiveTo: today })],
  },
  {
    what: 'the control over two in one hand expires', source: 'DESIGN §3.1 rule 17', rule: 'incompatible-exercise',
    facts: [...apart, ana, line(), pay(), control({ id: 'k', entity: 'organisation', matters: ['award', 'pay'], effectiveTo: today })],
  },
  {
    what: 'the one in the post leaves it for good thirty days ago', source: 'Syensqo: a vacant position escalates', rule: 'vacancy',
    facts: [ana, post({ id: 'a' }), assignment({ person: 'ana', post: 'a', effectiveTo: ago(30) }), inPost()],
  },
  {
    what: 'thirty days since the last of two left', source: 'Syensqo: a vacant position escalates', rule: 'vacancy',
    facts: [
      ana, bo, post({ id: 'a' }), assignment({ person: 'ana', post: 'a', effectiveTo: ago(30) }),
      assignment({ person: 'bo', post: 'a', effectiveTo: ago(90) }), inPost(),
    ],
  },
  {
    what: 'thirty days since the line began, and nobody ever came', source: 'Syensqo: a vacant position escalates', rule: 'vacancy',
    facts: [post({ id: 'a' }), inPost({ effectiveFrom: ago(30) })],
  },
  {
    what: 'the post is filled again', source: 'Syensqo: a vacant position escalates', rule: 'vacancy', gone: true,
    facts: [ana, post({ id: 'a' }), assignment({ person: 'ana', post: 'a', effectiveFrom: today }), inPost()],
  },
  {
    what: 'somebody acts in the empty post, with an instrument', source: 'DESIGN §3.1 rule 14', rule: 'vacancy', gone: true,
    facts: [
      ana, bo, post({ id: 'a' }), assignment({ person: 'bo', post: 'a', effectiveTo: ago(90) }),
      assignment({ person: 'ana', post: 'a', assignment: 'acting', instrument: 'memo', effectiveFrom: today }), inPost(),
    ],
  },
  {
    what: 'away for thirty days with nobody in charge', source: 'DESIGN §3.1 rule 14', rule: 'holder-absent',
    facts: [ana, post({ id: 'a' }), assignment({ person: 'ana', post: 'a' }), inPost(), leave(ago(30))],
  },
  {
    what: 'back from leave', source: 'DESIGN §3.1 rule 14', rule: 'holder-absent', gone: true,
    facts: [ana, post({ id: 'a' }), assignment({ person: 'ana', post: 'a' }), inPost(), leave(ago(90), today)],
  },
  {
    what: 'acts with no instrument', source: 'UNDT/2013/172 Bastet', rule: 'acting-unrecorded',
    facts: [ana, post({ id: 'a' }), assignment({ person: 'ana', post: 'a', assignment: 'acting', effectiveFrom: today })],
  },
  {
    what: 'acts longer than the framework allows', source: 'DESIGN §3.1 rule 14', rule: 'acting-unrecorded',
    facts: [
      framework({ id: 'framework', longestActingDays: 90 }), ana, post({ id: 'a' }),
      assignment({ person: 'ana', post: 'a', assignment: 'acting', instrument: 'memo', effectiveFrom: ago(90) }),
    ],
  },
  {
    what: 'sixty days since the successor came', source: 'ST/SGB/2019/2 §4.3', rule: 'successor-unconfirmed',
    facts: [ana, bo, post({ id: 'a' }), assignment({ person: 'bo', post: 'a', effectiveFrom: ago(60) }), { ...inPost({ subdelegation: passable() }), id: 'parent' },
      child({ signedAs: 'a', signedBy: 'chen' })],
  },
  {
    what: 'a decision to come is taken without authority', source: 'UNDT/GVA/2012/45', rule: 'unauthorised-when-taken',
    facts: [ana, decided({ id: 'e', delegation: null, decidedAt: today })],
  },
  { what: 'a role begins that no line covers', source: 'issue A3', rule: 'role-without-delegation', facts: [ana, map(), role({ effectiveFrom: today })] },
  { what: 'the role ends', source: 'issue A3', rule: 'role-without-delegation', gone: true, facts: [ana, map(), role({ effectiveTo: today })] },
  { what: 'the line that covers the role ends', source: 'issue A3', rule: 'role-without-delegation', facts: [ana, map(), role(), line({ effectiveTo: today })] },
  { what: 'the role for a line ends', source: 'issue A3', rule: 'delegation-without-role', facts: [ana, map(), role({ effectiveTo: today }), line()] },
  { what: 'a role is mapped for the first time', source: 'issue A3', rule: 'delegation-without-role', facts: [ana, map({ effectiveFrom: today }), line()] },
  { what: 'the one who has a role leaves', source: 'A/75/201 ¶14', rule: 'active-leaver', facts: [person({ id: 'ana', effectiveTo: today }), map(), role()] },
]
