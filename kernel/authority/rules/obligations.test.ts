import { describe, expect, test } from 'vitest'

import { inquire } from '../inquiry.ts'
import { may } from '../may.ts'
import type { Box, Obligation } from '../model.ts'
import { asked, delegation, entity, framework, matter, passable, person, recorded, upTo, usd } from '../proof/example-facts.ts'
import { obligationsOfIssue, obligationsOfPermit } from './obligations.ts'

const duties: readonly Obligation[] = [
  { duty: 'copy-to-committee', at: 'issue', over: usd('500'), tells: ['chair'] },
  { duty: 'note-in-accounts', at: 'permit', tells: [] },
]
const facts = [
  framework({ id: 'framework' }), entity({ id: 'organisation' }), ...['amina', 'bilal', 'chen'].map(id => person({ id })),
  matter({ id: 'award', obligations: duties }), matter({ id: 'plain' }),
]

describe('what issuing a line brings with it (rule 16; UNDP delegated procurement authority, S3)', () => {
  test.each<readonly [string, readonly Box[], boolean]>([
    ['no limit', [], true],
    ['a limit over the threshold', upTo('500.0001'), true],
    ['a limit at the threshold', upTo('500'), false],
    ['a limit under it', upTo('499'), false],
    ['one box of two over it', [...upTo('100'), ...upTo('900')], true],
    ['a band without an upper end', [{ amount: { currency: 'USD', over: '100' } }], true],
    ['a box without an amount', [{ grade: 'P-5' }], true],
    ['another currency, which cannot be compared', upTo('1', 'EUR'), true],
    ['an amount nobody can read', upTo('much'), true],
  ])('%s: the duty from a threshold on', (_, limits, owed) => {
    const register = recorded(facts)
    const line = delegation({ id: 'd', limits })
    expect(obligationsOfIssue(register, line, asked(register, '2020-06-01'))).toEqual(owed ? duties.slice(0, 1) : [])
  })

  test('a matter without duties, and one the catalogue does not know, bring none', () => {
    const register = recorded(facts)
    for (const other of ['plain', 'unknown']) {
      expect(obligationsOfIssue(register, delegation({ id: 'd', matter: other }), asked(register, '2020-06-01'))).toEqual([])
    }
  })
})

describe('what a permit brings with it', () => {
  const emergency = { trigger: 'flood', lapsesAfterDays: null, declared: [{ from: 0, to: null, by: 'x' }] }
  const register = recorded([
    ...facts,
    delegation({ id: 'relief', holder: { kind: 'person', person: 'amina' }, matter: 'plain', emergency, subdelegation: passable() }),
    delegation({ id: 'below', parent: 'relief', holder: { kind: 'person', person: 'bilal' }, matter: 'plain' }),
    delegation({ id: 'ordinary', holder: { kind: 'person', person: 'chen' }, matter: 'plain' }),
    delegation({ id: 'award', holder: { kind: 'person', person: 'chen' } }),
  ])
  const times = asked(register, '2020-06-01')
  const asks = (who: string, what: string) => ({ person: who, matter: what, entity: 'organisation', amount: usd('900') })

  test('the duties of use, not those of issue; emergency authority reports, ordinary authority beside it does not (rule 12)', () => {
    const owed = (who: string, what: string) => may(register, asks(who, what), times).obligations
    expect([owed('chen', 'award'), owed('amina', 'plain'), owed('bilal', 'plain'), owed('chen', 'plain')]).toEqual([
      ['note-in-accounts'], ['report-emergency-use'], ['report-emergency-use'], [],
    ])
  })

  test('nobody in particular is told of an emergency use', () => {
    const row = register.delegation('relief', { on: Infinity, known: register.head })
    expect(row === null ? null : obligationsOfPermit(inquire(register, asks('amina', 'plain'), times), row, 'organisation')).toEqual([
      { duty: 'report-emergency-use', at: 'permit', tells: [] },
    ])
  })
})
