import { expect, test } from 'vitest'

import { may } from '../may.ts'
import type { DelegationFact } from '../model.ts'
import { asked, delegation, on, ordinary, passable, person, record, recorded } from '../proof/example-facts.ts'
import { awaitNotice, giveNotice } from './personal-notice.ts'

/** ASIC guidelines of the Australian Treasury: a revocation takes effect when the delegate is notified in writing. */
test('use stops from recording, the delegation ends at notice, and the two stay apart in what is told', () => {
  const register = recorded([
    ...ordinary, person({ id: 'amina' }), person({ id: 'bilal' }),
    delegation({ id: 'top', holder: { kind: 'person', person: 'amina' }, subdelegation: passable() }),
    delegation({ id: 'below', parent: 'top', holder: { kind: 'person', person: 'bilal' } }),
    delegation({ id: 'other', holder: { kind: 'person', person: 'chen' } }),
  ])
  const ask = (who: string, date: string) =>
    may(register, { person: who, matter: 'award', entity: 'organisation' }, asked(register, date)).reasons.map(({ code }) => code)
  const line = (id: string) => register.fact('delegation', id) as DelegationFact
  record(register, [awaitNotice(line('top'), on('2021-06-01'))], on('2021-06-01'))
  expect([ask('amina', '2021-05-31'), ask('amina', '2021-06-05'), ask('bilal', '2021-06-05')]).toEqual([[], ['suspended'], ['chain-broken']])
  expect(line('top').endedAt).toBeNull()
  record(register, giveNotice(line('top'), on('2021-06-10'), 'revoked', register.children('top'), {}), on('2021-06-10'))
  expect([ask('amina', '2021-06-05'), ask('amina', '2021-06-10')]).toEqual([['suspended'], ['revoked', 'suspended']])
  expect(line('below')).toMatchObject({ endedAt: on('2021-06-10'), endReason: 'fallen' })
})
