/**
 * The first and the last instant of everything that begins or ends: intervals are half-open (SEMANTICS, Time), a lapsed certificate may
 * leave days of grace (rule 15). Each state is asked an instant before, at, and after.
 */
import { credential, day, on } from './example-facts.ts'
import type { CredentialFact, DelegationFact, Instant, MatterFact } from '../model.ts'
import type { ReasonCode } from '../reasons.ts'

const at = on('2020-06-01')

interface Said {
  readonly code: ReasonCode
  readonly since?: Instant | null
}

export interface Boundary {
  readonly name: string
  readonly delegation?: Partial<DelegationFact>
  readonly matter?: Partial<MatterFact>
  readonly credentials?: readonly CredentialFact[]
  /** Reasons at each instant, each with the instant it turns on; none: permitted. */
  readonly asked: readonly { readonly on: Instant; readonly says: readonly Said[] }[]
}

const permitted: readonly Said[] = []
const since = (code: ReasonCode, instant: Instant | null = at) => [{ code, since: instant }]

const certificate = (effectiveFrom: Instant | null, effectiveTo: Instant | null, name = 'certificate', id = name): CredentialFact =>
  credential({ id, person: 'amina', credential: name, effectiveFrom, effectiveTo })
const needs = (onLapse: 'blocks-issue' | 'blocks-exercise' | 'grace', graceDays?: number): Partial<MatterFact> =>
  ({ prerequisites: [{ credential: 'certificate', onLapse, ...(graceDays === undefined ? {} : { graceDays }) }] })
const missing = [{ code: 'prerequisite-missing' as const }]
/** Ended long before anything is asked. */
const past = [{ from: on('2019-01-01'), to: on('2019-02-01') }]

export const boundaries: readonly Boundary[] = [
  {
    name: 'begins', delegation: { effectiveFrom: at },
    asked: [{ on: at - 1, says: since('not-in-force') }, { on: at, says: permitted }],
  },
  {
    name: 'runs out', delegation: { effectiveTo: at },
    asked: [{ on: at - 1, says: permitted }, { on: at, says: since('not-in-force') }],
  },
  {
    name: 'is revoked', delegation: { endedAt: at, endReason: 'revoked' },
    asked: [{ on: at - 1, says: permitted }, { on: at, says: since('revoked') }, { on: at + day, says: since('revoked') }],
  },
  {
    name: 'falls on a date', delegation: { fallsAt: at },
    asked: [{ on: at - 1, says: permitted }, { on: at, says: since('fallen') }, { on: at + day, says: since('fallen') }],
  },
  {
    name: 'is declined before the date on which it falls', delegation: { endedAt: at, endReason: 'declined', fallsAt: at + day },
    asked: [
      { on: at, says: since('declined') },
      { on: at + day - 1, says: since('declined') },
      { on: at + day, says: [{ code: 'declined', since: at }, { code: 'fallen', since: at + day }] },
    ],
  },
  {
    name: 'fell at once, with a date on which it would have fallen', delegation: { endedAt: at, endReason: 'fallen', fallsAt: at + day },
    asked: [{ on: at + day, says: since('fallen') }],
  },
  {
    name: 'will end after the date on which it falls', delegation: { endedAt: at + day, endReason: 'withdrawn', fallsAt: at },
    asked: [
      { on: at, says: since('fallen') },
      { on: at + day, says: [{ code: 'fallen', since: at }, { code: 'withdrawn', since: at + day }] },
    ],
  },
  {
    name: 'is suspended for a day', delegation: { suspensions: [{ from: at, to: at + day }] },
    asked: [
      { on: at - 1, says: permitted }, { on: at, says: since('suspended') },
      { on: at + day - 1, says: since('suspended') }, { on: at + day, says: permitted },
    ],
  },
  {
    name: 'is suspended until further notice', delegation: { suspensions: [{ from: at, to: null }] },
    asked: [{ on: at - 1, says: permitted }, { on: at, says: since('suspended') }, { on: at + 999 * day, says: since('suspended') }],
  },
  {
    name: 'is suspended before the days on which it falls and ends',
    delegation: { suspensions: [{ from: at, to: null }], fallsAt: at + day, endedAt: at + 2 * day, endReason: 'revoked' },
    asked: [{ on: at - 1, says: permitted }, { on: at, says: since('suspended') }],
  },
  {
    name: 'is accepted', matter: { acceptance: 'before-use' }, delegation: { acceptedAt: at, acceptedBy: 'amina' },
    asked: [{ on: at - 1, says: since('not-accepted') }, { on: at, says: permitted }],
  },
  {
    name: 'is never accepted', matter: { acceptance: 'before-use' }, delegation: { acceptedAt: null },
    asked: [{ on: at, says: since('not-accepted', null) }],
  },
  {
    name: 'is accepted after use, on a matter that lets it', delegation: { acceptedAt: at + day },
    asked: [{ on: at, says: permitted }],
  },
  {
    name: 'accepted on the very day it is suspended', matter: { acceptance: 'before-use' },
    delegation: { acceptedAt: at, acceptedBy: 'amina', suspensions: [{ from: at, to: null }] },
    asked: [{ on: at - 1, says: since('not-accepted') }, { on: at, says: since('suspended') }],
  },
  {
    name: 'was suspended once, and begins', delegation: { effectiveFrom: at, suspensions: past },
    asked: [{ on: at - 1, says: since('not-in-force') }, { on: at, says: permitted }],
  },
  {
    name: 'was suspended once, and is accepted', matter: { acceptance: 'before-use' },
    delegation: { acceptedAt: at, acceptedBy: 'amina', suspensions: past },
    asked: [{ on: at - 1, says: since('not-accepted') }, { on: at, says: permitted }],
  },
  {
    name: 'is suspended, and begins or will end besides', delegation: { effectiveFrom: at, effectiveTo: at + 9 * day, suspensions: [{ from: at - day, to: null }] },
    asked: [
      { on: at - 1, says: [{ code: 'suspended', since: at - day }, { code: 'not-in-force', since: at }] }, { on: at, says: since('suspended', at - day) },
      { on: at + 9 * day - 1, says: since('suspended', at - day) },
      { on: at + 9 * day, says: [{ code: 'suspended', since: at - day }, { code: 'not-in-force', since: at + 9 * day }] },
    ],
  },
  {
    name: 'is suspended on the day it is published', delegation: { suspensions: [{ from: on('2020-01-01'), to: null }] },
    asked: [{ on: on('2020-01-01'), says: since('suspended', on('2020-01-01')) }],
  },
  {
    name: 'is published and begins on the register’s first day, suspended once before', delegation: { suspensions: past },
    asked: [{ on: on('2020-01-01'), says: permitted }],
  },
  {
    name: 'is for emergencies, declared and lapsing after thirty days',
    delegation: { emergency: { trigger: 'flood', lapsesAfterDays: 30, declared: [{ from: at, to: null, by: 'amina' }] } },
    asked: [
      { on: at - 1, says: since('emergency-dormant', null) }, { on: at, says: permitted },
      { on: at + 30 * day - 1, says: permitted }, { on: at + 30 * day, says: since('emergency-dormant', at + 30 * day) },
    ],
  },
  {
    name: 'is for emergencies, declared twice, the second ended before it lapsed',
    delegation: {
      emergency: {
        trigger: 'flood', lapsesAfterDays: 30,
        declared: [{ from: at - 90 * day, to: null, by: 'amina' }, { from: at, to: at + day, by: 'amina' }],
      },
    },
    asked: [
      { on: at - 1, says: since('emergency-dormant', at - 60 * day) }, { on: at + day - 1, says: permitted },
      { on: at + day, says: since('emergency-dormant', at + day) },
    ],
  },
  {
    name: 'is for emergencies that do not lapse',
    delegation: { emergency: { trigger: 'flood', lapsesAfterDays: null, declared: [{ from: at, to: null, by: 'amina' }] } },
    asked: [{ on: at + 999 * day, says: permitted }],
  },

  {
    name: 'certified in time', matter: needs('blocks-exercise'), credentials: [certificate(at, at + day)],
    asked: [
      { on: at - 1, says: missing }, { on: at, says: permitted },
      { on: at + day - 1, says: permitted }, { on: at + day, says: since('prerequisite-lapsed', at + day) },
    ],
  },
  { name: 'never certified', matter: needs('blocks-exercise'), asked: [{ on: at, says: missing }] },
  {
    name: 'certified in something else', matter: needs('blocks-exercise'), credentials: [certificate(null, null, 'diploma')],
    asked: [{ on: at, says: missing }],
  },
  {
    name: 'certified for ever', matter: needs('blocks-exercise'), credentials: [certificate(null, null)],
    asked: [{ on: at, says: permitted }],
  },
  {
    name: 'lapsed twice: the last counts', matter: needs('blocks-exercise'),
    credentials: [certificate(null, at, 'certificate', 'first'), certificate(at + day, at + 2 * day, 'certificate', 'second')],
    asked: [{ on: at, says: since('prerequisite-lapsed') }, { on: at + 2 * day, says: since('prerequisite-lapsed', at + 2 * day) }],
  },
  {
    name: 'needed at issue only', matter: needs('blocks-issue'),
    asked: [{ on: at, says: permitted }],
  },
  {
    name: 'lapsed, with five days of grace', matter: needs('grace', 5), credentials: [certificate(null, at)],
    asked: [
      { on: at, says: permitted }, { on: at + 5 * day - 1, says: permitted },
      { on: at + 5 * day, says: since('prerequisite-lapsed') },
    ],
  },
  {
    name: 'lapsed, with grace of no stated length', matter: needs('grace'), credentials: [certificate(null, at)],
    asked: [{ on: at, says: since('prerequisite-lapsed') }],
  },
  {
    name: 'days of grace on a matter that gives none', matter: needs('blocks-exercise', 5), credentials: [certificate(null, at)],
    asked: [{ on: at, says: since('prerequisite-lapsed') }],
  },
  { name: 'grace for what was never held', matter: needs('grace', 5), asked: [{ on: at, says: missing }] },
]
