/** Whose a finding is to close: who answers for it, or the nearest head above who is not the one concerned (A/75/201 ¶14: each has an owner). */
import { describe, expect, test } from 'vitest'

import { asked, assignment, delegation, entity, matter, on, ordinary, passable, person, post, recorded } from '../proof/example-facts.ts'
import type { Fact } from '../model.ts'
import type { Finding, FindingRule } from './finding.ts'
import { ownerOf } from './owner.ts'

const facts: readonly Fact[] = [
  ...ordinary, matter({ id: 'award', reservedTo: 'director' }),
  entity({ id: 'department', parent: 'organisation' }), entity({ id: 'section', parent: 'department' }),
  ...['ana', 'bo', 'chen', 'dora', 'emil'].map(id => person({ id })), person({ id: 'left', effectiveTo: on('2020-03-01') }),
  post({ id: 'secretary', entity: 'organisation', heads: true }), assignment({ person: 'dora', post: 'secretary' }),
  post({ id: 'head', entity: 'department', heads: true }), assignment({ person: 'emil', post: 'head' }),
  post({ id: 'chief', entity: 'section' }), assignment({ person: 'bo', post: 'chief', assignment: 'acting', instrument: 'memo' }),
  post({ id: 'director', entity: 'department' }), assignment({ person: 'chen', post: 'director' }),
  post({ id: 'empty', entity: 'section' }), assignment({ person: 'bo', post: 'empty', assignment: 'acting' }),
  delegation({ id: 'top', holder: { kind: 'post', post: 'director' }, subdelegation: passable() }),
  delegation({ id: 'line', parent: 'top', holder: { kind: 'person', person: 'ana' } }),
  delegation({ id: 'signed', parent: 'top', holder: { kind: 'person', person: 'ana' }, signedBy: 'emil', signedAs: 'chief' }),
  delegation({ id: 'by-name', legalBasis: 'Regulation 12', holder: { kind: 'person', person: 'ana' }, signedBy: 'left', confirmedBy: 'emil' }),
  delegation({ id: 'by-one-who-left', holder: { kind: 'person', person: 'ana' }, signedBy: 'left' }),
  delegation({ id: 'of-a-post-that-is-not', parent: 'top', holder: { kind: 'person', person: 'ana' }, signedAs: 'nowhere' }),
]
const register = recorded(facts)
const times = asked(register, '2020-06-01')
const finding = (rule: FindingRule, more: Partial<Finding> = {}): Finding => ({
  rule, since: null, cause: {}, subject: { kind: 'delegation', id: 'line' }, entity: 'section', matter: 'award', persons: [], posts: [], ratification: null, ...more,
})
const line = (id: string): Partial<Finding> => ({ subject: { kind: 'delegation', id } })

describe('whose a finding is', () => {
  test.each<readonly [string, Finding, string | null]>([
    ['the holder’s, where it is theirs', finding('not-accepted', { persons: ['ana'] }), 'ana'],
    ['of the first holder who is still there', finding('not-accepted', { persons: ['left', 'ana'] }), 'ana'],
    ['a person nobody recorded is not there', finding('not-accepted', { persons: ['nobody'], posts: ['chief'] }), 'bo'],
    ['who sits in the post, acting with an instrument too', finding('successor-unconfirmed', { posts: ['chief'] }), 'bo'],
    ['who acts without an instrument is not in the post: the head above', finding('successor-unconfirmed', { posts: ['empty'] }), 'emil'],
    ['no holder to be found: the head above', finding('not-accepted', { persons: ['left'] }), 'emil'],

    ['whoever sits in the post above the line', finding('unused'), 'chen'],
    ['whoever sits in the post it was signed in, before who signed it', finding('unused', line('signed')), 'bo'],
    ['who confirmed it, before who signed it', finding('unused', line('by-name')), 'emil'],
    ['who signed it has left: the head above', finding('unused', line('by-one-who-left')), 'emil'],
    ['signed in a post the register does not know: the one above the line', finding('unused', line('of-a-post-that-is-not')), 'chen'],
    ['a line the register does not know: the head above', finding('unused', line('nothing')), 'emil'],

    ['the head of the nearest entity that has one', finding('vacancy'), 'emil'],
    ['not the one concerned: the next head above', finding('active-leaver', { persons: ['emil'] }), 'dora'],
    ['nobody above the top', finding('active-leaver', { entity: 'organisation', persons: ['dora'] }), null],
    ['what lies nowhere is the top’s', finding('active-leaver', { entity: null }), 'dora'],
    ['an entity the register does not know has no head', finding('active-leaver', { entity: 'nowhere' }), null],
  ])('%s', (_, found, owner) => {
    expect(ownerOf(register, found, times)).toBe(owner)
  })

  test('a head who only acts answers with an instrument, and not without', () => {
    const acting = (instrument: string | null) => recorded([
      ...ordinary, person({ id: 'ana' }), post({ id: 'head', heads: true }), assignment({ person: 'ana', post: 'head', assignment: 'acting', instrument }),
    ])
    const owner = (of: ReturnType<typeof acting>) => ownerOf(of, finding('vacancy', { entity: 'organisation' }), asked(of, '2020-06-01'))
    expect([owner(acting('memo')), owner(acting(null))]).toEqual(['ana', null])
  })

  test('on the day somebody leaves they are there no more', () => {
    const leaving = recorded([...ordinary, person({ id: 'ana', effectiveTo: on('2020-06-01') })])
    const owner = (date: string) => ownerOf(leaving, finding('not-accepted', { entity: null, persons: ['ana'] }), asked(leaving, date))
    expect([owner('2020-05-31'), owner('2020-06-01')]).toEqual(['ana', null])
  })
})
