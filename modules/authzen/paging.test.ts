import fc from 'fast-check'
import { expect, it } from 'vitest'

import { pageOf, pagingOf } from './paging.ts'

const request = { subject: { type: 'person' }, action: { name: 'award' } }

it('pages of any size, one after the other, are the whole in order, each once', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1 }), { maxLength: 40 }), fc.integer({ min: 1, max: 50 }), (ids, limit) => {
    const seen: string[] = []
    let page: Record<string, unknown> = { limit }
    for (let turns = 0; turns <= ids.length; turns++) {
      const shown = pageOf(ids, pagingOf('subject', { ...request, page }))
      expect(shown.ids.length).toBeLessThanOrEqual(limit)
      expect(shown.page).toMatchObject({ count: shown.ids.length, total: ids.length })
      seen.push(...shown.ids)
      if (shown.page?.next_token === '') break
      page = { token: shown.page?.next_token }
    }
    expect(seen).toEqual(ids.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
  }))
})

it('goes on after the last one shown, though it has gone meanwhile', () => {
  const first = pageOf(['a', 'b', 'c', 'd'], pagingOf('subject', { ...request, page: { limit: 2 } }))
  expect(first.ids).toEqual(['a', 'b'])
  expect(pageOf(['a', 'c', 'd'], pagingOf('subject', { ...request, page: { token: first.page?.next_token } })).ids).toEqual(['c', 'd'])
  expect(pageOf(['a'], pagingOf('subject', { ...request, page: { token: first.page?.next_token } }))).toEqual({ ids: [], page: { next_token: '', count: 0, total: 1 } })
})

it('speaks of pages to those who asked for one, and to those who did not get all', () => {
  expect(pageOf(['a'], pagingOf('subject', request))).toEqual({ ids: ['a'] })
  const many = Array.from({ length: 1001 }, (_, place) => String(place))
  expect(pageOf(many, pagingOf('subject', request)).page).toMatchObject({ count: 1000, total: 1001, next_token: expect.stringMatching(/./) })
})
