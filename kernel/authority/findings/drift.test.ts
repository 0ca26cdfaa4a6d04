/** What a system would have to add and take away for its roles to be what the register says (issue A3; A/75/201 ¶14). */
import { expect, test } from 'vitest'

import { asked, assignment, delegation, entity, matter, on, ordinary, person, post, recorded } from '../proof/example-facts.ts'
import type { RoleFact, RoleMapFact } from '../model.ts'
import { drift } from './drift.ts'

const always = { effectiveFrom: null, effectiveTo: null } as const
const role = (id: string, who: string, more: Partial<RoleFact> = {}): RoleFact =>
  ({ kind: 'role', id, system: 'erp', person: who, role: 'BUYER', entity: null, ...always, ...more })
const map = (id: string, more: Partial<RoleMapFact> = {}): RoleMapFact => ({ kind: 'role-map', id, system: 'erp', role: 'BUYER', matter: 'award', ...always, ...more })

const register = recorded([
  ...ordinary, matter({ id: 'pay' }), entity({ id: 'office', parent: 'organisation' }), entity({ id: 'branch', parent: 'organisation' }),
  ...['ana', 'bo', 'chen', 'dora', 'emil', 'fay'].map(id => person({ id })), person({ id: 'left', effectiveTo: on('2020-03-01') }),
  post({ id: 'a' }), assignment({ person: 'chen', post: 'a' }), assignment({ person: 'emil', post: 'a', effectiveTo: on('2020-02-01') }),
  map('m1'), map('m2', { role: 'ALL', matter: 'award' }), map('m3', { system: 'bank', role: 'SIGN', matter: 'pay' }), map('over', { role: 'OLD', effectiveTo: on('2020-02-01') }),
  delegation({ id: 'of-ana', holder: { kind: 'person', person: 'ana' }, entities: ['office'] }),
  delegation({ id: 'of-bo', holder: { kind: 'person', person: 'bo' }, entities: ['office', 'branch'] }),
  delegation({ id: 'of-post', holder: { kind: 'post', post: 'a' } }),
  delegation({ id: 'pays', holder: { kind: 'person', person: 'ana' }, matter: 'pay' }),
  delegation({ id: 'only-passes-on', holder: { kind: 'person', person: 'dora' }, mayExercise: false }),
  delegation({ id: 'ended', holder: { kind: 'person', person: 'fay' }, endedAt: on('2020-02-01'), endReason: 'revoked' }),
  role('covered', 'ana', { entity: 'office' }), role('elsewhere', 'ana', { entity: 'branch' }), role('by-post', 'chen', { role: 'ALL' }),
  role('was-in-post', 'emil'), role('no-use', 'dora'), role('leaver', 'left'), role('gone', 'fay', { effectiveTo: on('2020-02-01') }),
  role('unknown', 'ana', { role: 'OTHER' }), role('unknown-too', 'bo', { role: 'OTHER' }), role('no-map-now', 'bo', { role: 'OLD' }),
])

test('roles no line covers go, lines without a role get one where they apply, and roles nobody mapped are named', () => {
  const { steps, unmapped } = drift(register, asked(register, '2020-06-01'))
  const remove = { system: 'erp', role: 'BUYER', action: 'remove', reason: 'role-without-delegation' } as const
  const add = { system: 'erp', role: 'ALL', action: 'add', reason: 'delegation-without-role' } as const
  expect(steps).toEqual([
    { system: 'bank', person: 'ana', role: 'SIGN', entity: 'organisation', action: 'add', reason: 'delegation-without-role', subject: 'pays' },
    { ...remove, person: 'ana', entity: 'branch', subject: 'elsewhere' },
    { ...add, person: 'bo', entity: 'branch', subject: 'of-bo' },
    { ...add, person: 'bo', entity: 'office', subject: 'of-bo' },
    { ...remove, person: 'dora', entity: null, subject: 'no-use' },
    { ...remove, person: 'emil', entity: null, subject: 'was-in-post' },
    { ...remove, person: 'left', entity: null, reason: 'active-leaver', subject: 'leaver' },
  ])
  expect(unmapped).toEqual([{ system: 'erp', role: 'OLD', persons: 1 }, { system: 'erp', role: 'OTHER', persons: 2 }])
})
