import fc from 'fast-check'
import { expect, it } from 'vitest'

import { Texts } from './texts.ts'

const asStored = (text: string): DataView => {
  const { buffer, byteOffset, byteLength } = new TextEncoder().encode(text)
  return new DataView(buffer, byteOffset, byteLength)
}

/** Ids that count up, words of any script, and what is nearly the same. */
const texts = fc.oneof(
  fc.nat(300).map((n) => `person-${n}`),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('', 'a', 'ab', 'abc', 'abcd', 'abcde', 'é', 'e\u0301', '采购', '\ufeffa', ...[254, 255, 256, 5000].map((length) => 'x'.repeat(length))),
)

it('gives each text one number, however it comes, and gives it back to the letter', () => {
  fc.assert(fc.property(
    fc.array(fc.record({ text: texts, stored: fc.boolean(), near: fc.integer({ min: -1, max: 60 }) }), { maxLength: 400 }),
    fc.nat(500),
    (asked, expected) => {
      const kept = new Texts()
      kept.expect(expected)
      const numbers = new Map<string, number>()
      for (const { text, stored, near } of asked) {
        expect(kept.find(text)).toBe(numbers.get(text) ?? -1)
        const view = asStored(text)
        const number = stored ? kept.keepBytes(view, 0, view.byteLength, Math.min(near, kept.count - 1)) : kept.keep(text)
        expect(number).toBe(numbers.get(text) ?? numbers.size)
        numbers.set(text, number)
      }
      for (const [text, number] of numbers) expect([kept.text(number), kept.find(text)]).toEqual([text, number])
      expect(kept.count).toBe(numbers.size)
    },
  ))
})

it('keeps a great many that count up', () => {
  const kept = new Texts()
  for (let n = 0; n < 100_000; n++) kept.keep(`delegation-${n}`)
  expect(kept.count).toBe(100_000)
  for (let n = 0; n < 100_000; n += 997) expect(kept.find(`delegation-${n}`)).toBe(n)
  expect(kept.find('delegation-100000')).toBe(-1)
})
