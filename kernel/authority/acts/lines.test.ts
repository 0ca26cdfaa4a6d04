/** What each act leaves on record: the next version of a line, and of those directly below it (DESIGN §3.1 rules 8, 10, 11, 12). */
import { describe, expect, test } from 'vitest'

import { termsAt } from '../changing.ts'
import type { DelegationFact } from '../model.ts'
import { delegation, on, passable, upTo } from '../proof/example-facts.ts'
import { accept } from './accept.ts'
import { confirm } from './confirm.ts'
import { decline } from './decline.ts'
import { declareTrigger, endTrigger } from './emergency.ts'
import { revoke, type ChildChoice } from './revoke.ts'
import { lift, suspend } from './suspend.ts'

const at = on('2021-06-01')
const line = delegation({ id: 'line', parent: 'top', subdelegation: passable(), limits: upTo('100') })

test('accepting, declining and confirming say by whom and when, and leave all else', () => {
  expect(accept(line, 'amina', at)).toEqual({ ...line, acceptedBy: 'amina', acceptedAt: at })
  expect(decline(line, at)).toEqual({ ...line, endedAt: at, endReason: 'declined' })
  expect(confirm(line, 'bilal')).toEqual({ ...line, confirmedBy: 'bilal' })
})

describe('a suspension', () => {
  const spans = (fact: DelegationFact) => fact.suspensions.map(({ from, to }) => [from, to])
  test('is added to those there were', () => {
    expect(spans(suspend(suspend(line, 1, 2), at, null))).toEqual([[1, 2], [at, null]])
  })

  test.each<readonly [string, readonly [number, number | null], readonly [number, number | null]]>([
    ['without an end', [at - 5, null], [at - 5, at]], ['with an end to come', [at - 5, at + 5], [at - 5, at]], ['that ended then', [at - 5, at], [at - 5, at]],
    ['that ended before', [at - 5, at - 1], [at - 5, at - 1]], ['still to begin: it never does', [at + 5, null], [at, at]],
  ])('is lifted: %s', (_, [from, to], left) => {
    expect(spans(lift(suspend(line, from, to), at))).toEqual([left])
  })
})

describe('a trigger', () => {
  const relief = delegation({ id: 'relief', emergency: { trigger: 'flood', lapsesAfterDays: 30, declared: [{ from: 1, to: 2, by: 'amina' }] } })
  const declared = (fact: DelegationFact) => fact.emergency?.declared.map(({ from, to, by }) => [from, to, by])
  test('is declared beside those before, and ended where it runs', () => {
    const twice = declareTrigger(relief, at, 'bilal')
    expect(declared(twice)).toEqual([[1, 2, 'amina'], [at, null, 'bilal']])
    expect(declared(endTrigger(twice, at + 5))).toEqual([[1, 2, 'amina'], [at, at + 5, 'bilal']])
  })

  test.each<readonly [string, number | null, number]>([['with an end to come', at + 5, at], ['that ended then', at, at], ['that ended before', at - 1, at - 1]])(
    'ended: one %s', (_, to, left) => {
      const running = { ...relief, emergency: { trigger: 'flood', lapsesAfterDays: 30, declared: [{ from: at - 9, to, by: 'amina' }] } }
      expect(declared(endTrigger(running, at))).toEqual([[at - 9, left, 'amina']])
    })

  test('ordinary authority has none, and says so', () => {
    expect(() => declareTrigger(line, at, 'amina')).toThrow('line is ordinary authority')
  })
})

describe('revoking', () => {
  const child = (id: string, more: Partial<DelegationFact> = {}) => delegation({ id, parent: 'line', ...more })
  const after = (children: readonly DelegationFact[], choices: Readonly<Record<string, ChildChoice>>, otherwise?: 'falls' | 'stands') =>
    revoke(line, at, 'revoked', children, choices, otherwise).slice(1)

  test('ends the line, and what is below follows the choice made for it', () => {
    expect(revoke(line, at, 'withdrawn', [], {})).toEqual([{ ...line, endedAt: at, endReason: 'withdrawn' }])
    const [falls, stands, until] = after(
      [child('falls'), child('stands'), child('until')], { falls: { kind: 'falls' }, stands: { kind: 'stands' }, until: { kind: 'falls-on', at: at + 9 } },
    )
    expect(falls).toEqual({ ...child('falls'), endedAt: at, endReason: 'fallen' })
    expect(stands).toMatchObject({ parent: 'top', endedAt: null, fallsAt: null })
    expect(until).toMatchObject({ parent: 'top', endedAt: null, fallsAt: at + 9 })
    // What it hung on until then, it hung on.
    for (const moved of [stands, until]) expect(moved === undefined ? [] : [termsAt(moved, at - 1).parent, termsAt(moved, at).parent]).toEqual(['line', 'top'])
  })

  test('without a choice what the framework says, or it falls', () => {
    expect(after([child('c')], {}).map(({ endReason }) => endReason)).toEqual(['fallen'])
    expect(after([child('c')], {}, 'stands').map(({ parent, endedAt }) => [parent, endedAt])).toEqual([['top', null]])
  })

  test('leaves alone what has ended, and not what will', () => {
    const ended = (endedAt: number) => after([child('c', { endedAt, endReason: 'declined' })], {}).length
    expect([ended(at - 1), ended(at), ended(at + 1)]).toEqual([0, 0, 1])
  })
})
