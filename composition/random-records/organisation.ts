/** Random units, posts, people, and what authority depends on about them. For tests only. */
import fc from 'fast-check'

import type {
  AbsenceFact, ArrangementFact, AssignmentFact, BodyFact, ControlFact, CredentialFact, EntityFact, MinuteFact, PersonFact, PlaceFact, PostFact,
  RelationFact, RoleFact, RoleMapFact, UnitFact, WaiverFact,
} from '../../kernel/authority/model.ts'
import { always, code, ended, fact, line, lines, names, past, provenance, span, started, type Span } from './values.ts'

const id = (name: string) => fc.constant(name)

export const entity = (name: string, parent: string | null, held: fc.Arbitrary<Span> = fc.constant(always)): fc.Arbitrary<EntityFact> =>
  fact('entity', {
    id: id(name), name: line, names, parent: fc.constant(parent), category: line,
    rules: fc.subarray(['staff', 'financial'] as const, { minLength: 1 }), provenance,
  }, held)

export const place = (name: string, parent: string | null): fc.Arbitrary<PlaceFact> =>
  fact('place', { id: id(name), name: line, names, parent: fc.constant(parent) }, span)

export const post = (name: string, held: fc.Arbitrary<Span> = fc.constant(always)): fc.Arbitrary<PostFact> =>
  fact('post', { id: id(name), entity: fc.constant('below'), title: line, titles: names, grade: fc.constantFrom(null, 'D-2'), heads: fc.boolean() },
    held)

export const person = (name: string): fc.Arbitrary<PersonFact> =>
  fact('person', { id: id(name), name: line, staff: fc.constant(true), email: fc.constantFrom(null, 'ana@example.org', '=cmd@example.org') },
    fc.constant(always))

/** Of a partner organisation: holds nothing. */
export const partner: fc.Arbitrary<PersonFact> =
  fact('person', { id: id('pat'), name: line, staff: fc.boolean(), email: fc.constant(null) }, span)

export const body = (name: string, held: fc.Arbitrary<Span> = fc.constant(always)): fc.Arbitrary<BodyFact> => fact('body', {
  id: id(name), name: line, names, entity: fc.constant('root'), quorum: fc.option(fc.integer({ min: 1, max: 99 })),
  members: fc.subarray(['chief', 'deputy']),
}, held)

export const minute: fc.Arbitrary<MinuteFact> = fact('minute', {
  id: code, body: fc.constant('board'), matter: fc.constantFrom('act', 'other'), heldAt: past, circulated: fc.boolean(),
  present: fc.subarray(['ana', 'bo']), recused: fc.subarray(['ana', 'bo']), subject: lines,
}, fc.constant(always))

export const assignment: fc.Arbitrary<AssignmentFact> = fact('assignment', {
  id: code, person: fc.constant('ana'), post: fc.constantFrom('chief', 'deputy'),
  assignment: fc.constantFrom<AssignmentFact['assignment'][]>('substantive', 'acting', 'officer-in-charge'),
  instrument: fc.option(code), excludes: fc.subarray(['act', 'other']), contract: lines,
}, started)

export const credential: fc.Arbitrary<CredentialFact> = fact('credential', { id: code, person: fc.constant('ana'), credential: code }, span)

export const waiver: fc.Arbitrary<WaiverFact> = fact('waiver', {
  id: code, person: fc.constant('ana'), credential: code, matter: fc.constantFrom(null, 'act'), grantedBy: fc.constant('bo'), reason: line,
}, ended)

export const unitFact: fc.Arbitrary<UnitFact> =
  fact('unit-fact', { id: code, entity: fc.constantFrom('root', 'below'), key: line, value: line }, span)

export const arrangement: fc.Arbitrary<ArrangementFact> = fact('arrangement', {
  id: code, provider: fc.constant('root'), client: fc.constant('below'), matters: fc.subarray(['act', 'other'], { minLength: 1 }),
  decides: fc.boolean(),
}, span)

export const control: fc.Arbitrary<ControlFact> = fact('control', {
  id: code, entity: fc.constant('below'), matters: fc.constantFrom<ControlFact['matters'][]>(['act', 'other'], ['other', 'act']),
  owner: fc.constantFrom('ana', 'chief'), description: line,
}, ended)

export const relation: fc.Arbitrary<RelationFact> =
  fact('relation', { id: code, person: fc.constant('ana'), other: fc.oneof(fc.constant('bo'), code.filter((each) => each !== 'ana')), relation: line }, span)

export const absence: fc.Arbitrary<AbsenceFact> = fact('absence', { id: code, person: fc.constant('ana'), absence: line }, started)

export const role: fc.Arbitrary<RoleFact> =
  fact('role', { id: code, system: code, person: fc.constant('ana'), role: code, entity: fc.constantFrom(null, 'below') }, span)

export const roleMap: fc.Arbitrary<RoleMapFact> =
  fact('role-map', { id: code, system: code, role: code, matter: fc.constantFrom('act', 'other') }, span)

