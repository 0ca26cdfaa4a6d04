import { describe, expect, it } from 'vitest'

import type { DraftBody } from '../../shapes.ts'
import { asToday, bulk, copiedToMatters, copiedToPosts, edited, lineOfToday, rowsOf, withdrawn, withTemplate, type SchemeLine } from './scheme-rows.ts'

const usd = (upTo: string) => [{ amount: { currency: 'USD', upTo } }]
const today = (id: string, post: string, given: Partial<SchemeLine> = {}): SchemeLine => ({
  id, instrument: '2026-1', line: 1, matter: { id: 'award', name: 'Award', names: {}, area: 'procurement' },
  holder: { kind: 'post', person: null, post: { id: post, name: post, names: {} }, body: null, entity: null, grade: null, posts: [], needed: null, persons: [] },
  entities: [{ id: 'office', name: 'Office', names: {} }], limits: usd('1000'), mayExercise: true, depth: 0, from: null, parent: 'held', legalBasis: null,
  effectiveFrom: '2026-01-01T00:00:00.000Z', effectiveTo: null, acceptedAt: null, endedAt: null, state: 'in-force', reasons: [], provenance: { kind: 'own' },
  conditions: null, subdelegation: null, until: null, ...given,
})
const lines = [today('a', 'chief'), today('b', 'officer', { until: '2027-12-31' }), today('c', 'clerk')]
const empty: DraftBody = { title: null, entity: 'office', of: null, lines: [], withdraws: [] }
const keys = (...all: string[]) => new Set(all)
const marks = (body: DraftBody) => rowsOf(lines, body).map(({ today: before, line, mark }) => [before?.id ?? line?.recipient.post, mark])

describe('a scheme while it is edited', () => {
  it('is today’s lines until something changes, and again when it is changed back', () => {
    expect(marks(empty)).toEqual([['a', 'kept'], ['b', 'kept'], ['c', 'kept']])
    expect(edited(empty, rowsOf(lines, empty), keys('of-a', 'of-b'), (line) => line)).toEqual(empty)
    const changed = edited(empty, rowsOf(lines, empty), keys('of-b'), (line) => ({ ...line, limits: usd('500') }))
    expect(changed.lines).toMatchObject([{ replaces: 'b', limits: usd('500'), until: '2027-12-31', recipient: { post: 'officer' } }])
    expect(marks(changed)).toEqual([['a', 'kept'], ['b', 'edited'], ['c', 'kept']])
    expect(asToday(changed, rowsOf(lines, changed), keys(changed.lines[0]!.key))).toEqual(empty)
  })

  it('withdraws what is of today, drops what is new, and leaves what is withdrawn alone', () => {
    const added: DraftBody = { ...empty, lines: [{ ...lineOfToday(lines[0]!), replaces: null, key: 'new' }] }
    const off = withdrawn(added, rowsOf(lines, added), keys('of-c', 'new'))
    expect(off).toMatchObject({ lines: [], withdraws: [{ delegation: 'c' }] })
    expect(withdrawn(off, rowsOf(lines, off), keys('of-c'))).toEqual(off)
    expect(edited(off, rowsOf(lines, off), keys('of-c'), (line) => ({ ...line, limits: [] }))).toEqual(off)
    expect(asToday(off, rowsOf(lines, off), keys('of-c'))).toEqual(empty)
  })

  it('withdraws an edited line whole, but keeps to the other half of one split in two', () => {
    const changed = edited(empty, rowsOf(lines, empty), keys('of-a'), (line) => ({ ...line, limits: [] }))
    const [line] = changed.lines
    expect(withdrawn(changed, rowsOf(lines, changed), keys(line!.key))).toMatchObject({ lines: [], withdraws: [{ delegation: 'a' }] })
    const split = { ...changed, lines: [line!, { ...line!, key: 'half' }] }
    expect(withdrawn(split, rowsOf(lines, split), keys('half'))).toMatchObject({ lines: [{ key: line!.key }], withdraws: [] })
  })

  it('copies lines to posts and to matters as new ones', () => {
    const copied = copiedToPosts(empty, rowsOf(lines, empty), keys('of-a', 'of-b'), ['clerk', 'chief'])
    expect(copied.lines.map(({ recipient: { post }, replaces }) => [post, replaces])).toEqual([['clerk', null], ['clerk', null], ['chief', null]])
    expect(new Set(copied.lines.map(({ key }) => key)).size).toBe(3)
    const more = copiedToMatters(empty, rowsOf(lines, empty), keys('of-a', 'of-b'), [{ id: 'held', limits: [] }, { id: 'other', limits: usd('9') }])
    expect(more.lines.map(({ parent, recipient: { post }, limits }) => [parent, post, limits])).toEqual([['other', 'chief', usd('9')], ['other', 'officer', usd('9')]])
  })

  it('takes a template’s lines once for each line of today', () => {
    const proposed = [{ ...lineOfToday(lines[0]!), key: 't', limits: usd('7') }, { ...lineOfToday(lines[2]!), key: 't2' }]
    const off: DraftBody = { ...empty, withdraws: [{ delegation: 'a', below: null }] }
    const once = withTemplate(off, proposed)
    expect(once).toMatchObject({ withdraws: [], lines: [{ replaces: 'a' }, { replaces: 'c' }] })
    expect(withTemplate(once, proposed).lines.map(({ replaces }) => replaces)).toEqual(['a', 'c', null, null])
  })
})

describe('set for many lines at once', () => {
  const nothing = { upTo: null, percent: null, until: null, depth: null }
  const held = (id: string) => (id === 'held' ? usd('8000') : [{ grade: 'P-4' }])
  const line = lineOfToday(lines[0]!)
  it.each([
    [{ ...nothing, percent: 25 }, { limits: usd('2000') }], [{ ...nothing, upTo: '300' }, { limits: usd('300') }],
    [{ ...nothing, until: '2028-01-31' }, { until: '2028-01-31', limits: usd('1000') }],
    [{ ...nothing, depth: 2 }, { passOn: { depth: 2, ownEntityOnly: true, endRequired: false, lowestGrade: null } }], [{ ...nothing, depth: 0 }, { passOn: null }],
  ])('%j', (given, expected) => {
    expect(bulk(given, held)(line)).toMatchObject(expected)
  })
  it('gives no amount to a line whose authority has none', () => {
    expect(bulk({ ...nothing, upTo: '300' }, held)({ ...line, parent: 'graded', limits: [{ grade: 'P-4' }] }).limits).toEqual([{ grade: 'P-4' }])
  })
})
