import { expect, it } from 'vitest'

import { anotherAuthority, copyOf, emptyLine, inserted, isUnfinished, placeOf, toAnother, withAuthority } from './sheet-lines.ts'

const line = {
  ...emptyLine('2019-0034.30', [{ grade: 'P-5' }]),
  recipient: { kind: 'post' as const, person: null, post: 'lake-region.procurement' },
  until: '2027-12-31',
}

it('varies a line without changing it', () => {
  expect(copyOf(line)).toEqual({ ...line, key: expect.not.stringMatching(line.key) })
  expect(toAnother(line)).toMatchObject({ parent: line.parent, limits: line.limits, until: line.until, recipient: { post: null } })
  expect(anotherAuthority(line)).toMatchObject({ parent: '', limits: [], until: line.until, recipient: line.recipient })
  expect(withAuthority(line, 'other', [])).toMatchObject({ key: line.key, parent: 'other', limits: [], recipient: line.recipient })
})

it('puts a new line after the one it came from', () => {
  const [first, last] = [emptyLine('a'), emptyLine('b')]
  expect(inserted([first, last], first.key, line)).toEqual([first, line, last])
})

it('calls unfinished what names no authority or nobody', () => {
  expect(isUnfinished(line)).toBe(false)
  expect(isUnfinished(toAnother(line))).toBe(true)
  expect(isUnfinished({ ...line, recipient: { kind: 'person-in-post', person: 'amina-diallo', post: null } })).toBe(true)
})

it('says each problem beside the field it is about', () => {
  expect(placeOf({ code: 'never-wider', dimension: 'amount' })).toBe('amount')
  expect(placeOf({ code: 'never-wider', dimension: 'dates' })).toBe('until')
  expect(placeOf({ code: 'never-wider', dimension: 'methods' })).toBe('more')
  expect(placeOf({ code: 'self-delegation' })).toBe('recipient')
  expect(placeOf({ code: 'unknown-reference', kind: 'post' })).toBe('recipient')
  expect(placeOf({ code: 'no-subdelegation' })).toBe('authority')
})
