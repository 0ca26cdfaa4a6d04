/**
 * What OpenID AuthZEN Authorization API 1.0 asks of a server, as requests and answers. Numbered cases: certification scenario of the
 * standard (openid/authzen, certification/authorization-api-1_0-scenario.md, C-2 Basic, C-3 Batch, C-4 Search); others name their clause.
 */
import type { Fact } from '../kernel/authority/model.ts'
import { delegation, entity, framework, matter, person } from '../kernel/authority/proof/example-facts.ts'

const given = (id: string, matter: string, person: string, entity: string) =>
  delegation({ id, matter, holder: { kind: 'person', person }, entities: [entity] })

/**
 * C-1, the fixture, as delegations: who may what on which record. Rules 5 and 6 come out because "write" on the archived record is
 * delegated to the administrator alone: the register knows who holds what, and takes no caller's word for a role or a state.
 */
export const fixture: readonly Fact[] = [
  framework({ id: 'framework' }), entity({ id: 'records' }), entity({ id: 'record-1', parent: 'records' }), entity({ id: 'record-2', parent: 'records' }),
  matter({ id: 'read' }), matter({ id: 'write' }), matter({ id: 'delete', preconditions: [{ kind: 'condition', fact: 'soft', givenBy: [] }] }),
  person({ id: 'alice' }), person({ id: 'bob' }),
  given('r1', 'read', 'alice', 'record-1'), given('r2', 'read', 'bob', 'record-1'), given('w1', 'write', 'alice', 'record-1'),
  given('w2', 'write', 'bob', 'record-2'), given('d1', 'delete', 'alice', 'record-1'),
]

const alice = { type: 'user', id: 'alice' }
const bob = { type: 'user', id: 'bob' }
const admin = { ...bob, properties: { role: 'admin' } }
const read = { name: 'read' }
const write = { name: 'write' }
const record1 = { type: 'record', id: 'record-1' }
const record2 = { type: 'record', id: 'record-2' }
const archived = { ...record2, properties: { status: 'archived' } }
const active = { ...record1, properties: { status: 'active' } }
const aliceReads = { subject: alice, action: read, resource: record1 }

export interface Case {
  readonly name: string
  readonly path: string
  readonly body: unknown
  readonly status?: number
  /** What the answer must hold, in order, without its contexts. */
  readonly answer?: unknown
}

const one = '/access/v1/evaluation'
const many = '/access/v1/evaluations'
const subjects = '/access/v1/search/subject'
const resources = '/access/v1/search/resource'
const actions = '/access/v1/search/action'

const decision = (name: string, body: unknown, decision: boolean, path = one): Case => ({ name, path, body, answer: { decision } })
const batch = (name: string, body: unknown, ...decisions: boolean[]): Case =>
  ({ name, path: many, body, answer: { evaluations: decisions.map((each) => ({ decision: each })) } })
const refused = (name: string, path: string, body: unknown): Case => ({ name, path, body, status: 400 })
const found = (name: string, path: string, body: unknown, ...results: unknown[]): Case => ({ name, path, body, answer: { results } })

export const basic: readonly Case[] = [
  decision('C-2-2-1 permit', aliceReads, true),
  decision('C-2-2-2 deny', { subject: bob, action: write, resource: record1 }, false),
  decision('C-2-2-3 context', { ...aliceReads, context: { time: '2025-06-27T18:03-07:00', ip: '192.168.1.1' } }, true),
  decision('C-2-2-4 deny by properties', { subject: alice, action: write, resource: archived }, false),
  decision('C-2-2-5 permit by subject', { subject: admin, action: write, resource: archived }, true),
  decision('C-2-2-6 action properties, permit', { subject: alice, action: { name: 'delete', properties: { soft: true } }, resource: record1 }, true),
  decision('C-2-2-7 action properties, deny', { subject: alice, action: { name: 'delete', properties: { soft: false } }, resource: record1 }, false),
  decision('C-2-2-8 more properties', {
    subject: { ...alice, properties: { department: 'Sales', role: 'manager' } }, action: { ...read, properties: { method: 'GET' } },
    resource: { ...record1, properties: { status: 'active', owner: 'bob' } },
  }, true),
  decision('C-2-2-9 unknown fields', { ...aliceReads, foo: 'bar', futureField: { nested: true } }, true),
  refused('C-2-4-1 no subject', one, { action: read, resource: record1 }),
  refused('C-2-4-1 no action', one, { subject: alice, resource: record1 }),
  refused('C-2-4-1 no resource', one, { subject: alice, action: read }),
  refused('C-2-4-2 subject without type', one, { ...aliceReads, subject: { id: 'alice' } }),
  refused('C-2-4-2 subject without id', one, { ...aliceReads, subject: { type: 'user' } }),
  refused('C-2-4-2 action without name', one, { ...aliceReads, action: {} }),
  refused('C-2-4-2 resource without type', one, { ...aliceReads, resource: { id: 'record-1' } }),
  refused('C-2-4-2 resource without id', one, { ...aliceReads, resource: { type: 'record' } }),
  refused('C-2-4-6 subject a text', one, { ...aliceReads, subject: 'alice' }),
  refused('C-2-4-6 action.name a number', one, { ...aliceReads, action: { name: 123 } }),
  refused('subject.id a number', one, { ...aliceReads, subject: { type: 'user', id: 7 } }),
  refused('subject a list', one, { ...aliceReads, subject: [alice] }),
  refused('context a text', one, { ...aliceReads, context: 'now' }),
  refused('properties a list', one, { ...aliceReads, resource: { ...record1, properties: [] } }),
  refused('the body a list', one, [aliceReads]),
  decision('properties null are left out', { ...aliceReads, resource: { ...record1, properties: null }, context: null }, true),
  decision('unknown subject', { ...aliceReads, subject: { type: 'user', id: 'nobody' } }, false),
  decision('unknown subject type', { ...aliceReads, subject: { type: 'spaceship', id: 'alice' } }, false),
  decision('a type that is a word of JavaScript', { ...aliceReads, subject: { type: 'constructor', id: 'alice' } }, false),
  decision('unknown resource', { ...aliceReads, resource: { type: 'record', id: 'record-9' } }, false),
  decision('unknown resource type', { ...aliceReads, resource: { type: 'spaceship', id: 'record-1' } }, false),
  decision('unknown action', { ...aliceReads, action: { name: 'fly' } }, false),
]

export const batches: readonly Case[] = [
  batch('C-3-2-1 defaults', { subject: alice, action: read, evaluations: [{ resource: record1 }, { resource: record2 }] }, true, false),
  batch('C-3-2-2 order', { subject: bob, resource: record1, evaluations: [{ action: read }, { action: write }] }, true, false),
  batch('C-3-2-3 properties', { subject: alice, action: write, evaluations: [{ resource: active }, { resource: archived }] }, true, false),
  batch('C-3-2-4 subject properties', { action: write, resource: archived, evaluations: [{ subject: alice }, { subject: admin }] }, false, true),
  batch('C-3-2-5 no defaults', { evaluations: [aliceReads, { subject: bob, action: write, resource: record1 }] }, true, false),
  batch('C-3-2-6 context', {
    subject: alice, action: read, context: { time: '2025-06-27T18:03-07:00' },
    evaluations: [{ resource: record1 }, { resource: record2, context: { time: '2025-06-27T19:00-07:00', source: 'batch-override' } }],
  }, true, false),
  batch('C-3-2-7 what names an entity falls back', {
    subject: alice, action: write, resource: { type: 'record' },
    evaluations: [{ resource: { id: 'record-1', properties: { status: 'active' } } }, { resource: archived }],
  }, true, false),
  batch('entities replace whole: the default’s properties are gone', {
    subject: alice, resource: record1, action: { name: 'delete', properties: { soft: true } }, evaluations: [{}, { action: { name: 'delete' } }],
  }, true, false),
  batch('contexts replace whole', {
    ...aliceReads, action: { name: 'delete' }, context: { facts: { soft: 'true' } }, evaluations: [{}, { context: { ip: '::1' } }],
  }, true, false),
  decision('C-3-4-2 no evaluations', aliceReads, true, many),
  decision('C-3-4-3 empty evaluations', { ...aliceReads, evaluations: [] }, true, many),
  refused('a single one that does not fit', many, { subject: alice, action: read }),
  batch('execute_all', { ...aliceReads, options: { evaluations_semantic: 'execute_all' }, evaluations: [{}, { subject: bob, action: write }, {}] }, true, false, true),
  batch('deny_on_first_deny', {
    ...aliceReads, options: { evaluations_semantic: 'deny_on_first_deny' }, evaluations: [{}, { subject: bob, action: write }, {}],
  }, true, false),
  batch('permit_on_first_permit', {
    ...aliceReads, options: { evaluations_semantic: 'permit_on_first_permit' }, evaluations: [{ subject: bob, action: write }, {}, {}],
  }, false, true),
  refused('no such semantic', many, { ...aliceReads, options: { evaluations_semantic: 'toString' }, evaluations: [{}] }),
  refused('options a text', many, { ...aliceReads, options: 'all', evaluations: [{}] }),
  refused('evaluations an object', many, { ...aliceReads, evaluations: { 0: {} } }),
  refused('a default of the wrong type', many, { ...aliceReads, subject: 'alice', evaluations: [{}] }),
]

export const searchCases: readonly Case[] = [
  found('C-4-2-1 subjects', subjects, { subject: { type: 'user' }, action: read, resource: record1 }, alice, bob),
  found('C-4-2-2 subjects, context', subjects, { subject: { type: 'user' }, action: read, resource: record1, context: { ip: '::1' } }, alice, bob),
  found('the id of the subject is not looked at', subjects, { subject: bob, action: read, resource: record1 }, alice, bob),
  found('C-4-2-4 subjects, properties', subjects, { subject: { type: 'user' }, action: write, resource: archived }, bob),
  found('C-4-3-1 resources', resources, { subject: alice, action: read, resource: { type: 'record' } }, record1),
  found('the id of the resource is not looked at', resources, { subject: alice, action: read, resource: record2 }, record1),
  found('C-4-3-3 resources, properties', resources, { subject: admin, action: write, resource: { type: 'record' } }, record2),
  found('C-4-4-1 actions', actions, { subject: alice, resource: record1 }, read, write),
  found('C-4-4-2 actions, context', actions, { subject: alice, resource: record1, context: { ip: '::1' } }, read, write),
  found('C-4-4-3 actions, properties', actions, { subject: admin, resource: archived }, write),
  found('C-4-6-1 unknown subject', actions, { subject: { type: 'user', id: 'nobody' }, resource: record1 }),
  found('C-4-6-1 unknown resource', subjects, { subject: { type: 'user' }, action: read, resource: { type: 'record', id: 'record-9' } }),
  found('C-4-6-2 unknown type', subjects, { subject: { type: 'spaceship' }, action: read, resource: record1 }),
  found('unknown type of resource', resources, { subject: alice, action: read, resource: { type: 'spaceship' } }),
  found('unknown action', subjects, { subject: { type: 'user' }, action: { name: 'fly' }, resource: record1 }),
  found('whoever names a time finds nothing', actions, { subject: alice, resource: record1, context: { on: '2024-01-01' } }),
  refused('C-4-7-1 subjects without action', subjects, { subject: { type: 'user' }, resource: record1 }),
  refused('C-4-7-1 resources without subject', resources, { action: read, resource: { type: 'record' } }),
  refused('C-4-7-1 actions without resource', actions, { subject: alice }),
  refused('C-4-7-2 subjects, resource without id', subjects, { subject: { type: 'user' }, action: read, resource: { type: 'record' } }),
  refused('C-4-7-2 resources, subject without id', resources, { subject: { type: 'user' }, action: read, resource: { type: 'record' } }),
  refused('a limit of none', subjects, { subject: { type: 'user' }, action: read, resource: record1, page: { limit: 0 } }),
  refused('a page that is a number', subjects, { subject: { type: 'user' }, action: read, resource: record1, page: 2 }),
  refused('a token of another house', subjects, { subject: { type: 'user' }, action: read, resource: record1, page: { token: 'abc' } }),
]

const head = { subject: { type: 'person', id: 'ana' }, action: { name: 'award' } }
const award = (properties: unknown, more: object = {}) => ({ ...head, resource: { type: 'entity', id: 'office', properties }, ...more })

/** Our mapping (docs/authzen.md), on the trial organisation: the head may award up to USD 1,000,000. */
export const mapping: readonly Case[] = [
  decision('amount as object', award({ amount: { currency: 'USD', value: '1000000' } }), true),
  decision('amount as text', award({ amount: 'USD 1000000' }), true),
  decision('amount with currency beside it', award({ amount: '1000000', currency: 'USD' }), true),
  decision('amount as a number', award({ amount: 1000000, currency: 'USD' }), true),
  decision('amount as an exact decimal number', award({ amount: { currency: 'USD', value: 999999.25 } }), true),
  decision('a hundredth over', award({ amount: 'USD 1000000.01' }), false),
  decision('no amount where the limit has one', award({}), false),
  decision('another currency', award({ amount: 'EUR 5' }), false),
  refused('over 2^53', one, award({ amount: { currency: 'USD', value: 9007199254740993 } })),
  refused('0.1 + 0.2', one, award({ amount: { currency: 'USD', value: 0.1 + 0.2 } })),
  refused('an exponent', one, award({ amount: 1e21, currency: 'USD' })),
  refused('a tiny number', one, award({ amount: 1e-7, currency: 'USD' })),
  refused('negative', one, award({ amount: 'USD -5' })),
  refused('no currency', one, award({ amount: '5' })),
  refused('a figure without currency', one, award({ amount: 5 })),
  refused('an unknown currency', one, award({ amount: 'XQX 5' })),
  refused('amount a flag', one, award({ amount: true })),
  refused('five decimals', one, award({ amount: 'USD 0.00001' })),
  refused('method a number', one, award({ amount: 'USD 5', method: 5 })),
  refused('term none', one, award({ amount: 'USD 5', term: 0 })),
  refused('term half a month', one, award({ amount: 'USD 5', term: 1.5 })),
  refused('an inexact fact', one, award({ amount: 'USD 5', share: 0.1 + 0.2 })),
  refused('cosigners a text', one, award({ amount: 'USD 5' }, { context: { cosigners: 'bo' } })),
  refused('a supplier that is a number', one, award({ amount: 'USD 5', supplier: 7 })),
  refused('reasons a text', one, award({ amount: 'USD 5' }, { context: { reasons: 'yes' } })),
  decision('in the post that gives it', award({ amount: 'USD 5' }, { context: { capacity: 'chief' } }), true),
  decision('in another post', award({ amount: 'USD 5' }, { context: { capacity: 'officer' } }), false),
  decision('the post, through its holder', award({ amount: 'USD 5' }, { subject: { type: 'post', id: 'chief' } }), true),
  decision('a post that holds nothing', award({ amount: 'USD 5' }, { subject: { type: 'post', id: 'officer' } }), false),
  decision('an unknown post', award({ amount: 'USD 5' }, { subject: { type: 'post', id: 'none' } }), false),
  decision('an unknown body', award({ amount: 'USD 5' }, { subject: { type: 'body', id: 'none' } }), false),
  decision('for oneself', award({ amount: 'USD 5', beneficiary: 'ana' }), false),
  decision('history authorises nothing', award({ amount: 'USD 5' }, { context: { on: '2024-01-01' } }), false),
  decision('a forecast authorises nothing', award({ amount: 'USD 5' }, { context: { on: '2199-01-01' } }), false),
  decision('nor does what was known', award({ amount: 'USD 5' }, { context: { known: '1' } }), false),
  decision('a caller’s own time is not looked at', award({ amount: 'USD 5' }, { context: { time: '1999-01-01T00:00:00Z' } }), true),
  refused('a day that does not exist', one, award({ amount: 'USD 5' }, { context: { on: '2026-02-30' } })),
  refused('a register of the future', one, award({ amount: 'USD 5' }, { context: { known: '999999999' } })),
  refused('on a number', one, award({ amount: 'USD 5' }, { context: { on: 20260101 } })),
]
