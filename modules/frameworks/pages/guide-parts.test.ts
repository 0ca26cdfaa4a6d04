import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { guideParts, says } from './guide-parts.ts'

const messages = (language: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'messages', `${language}.json`), 'utf8')) as Readonly<Record<string, string>>

describe('the guide', () => {
  it.each(['en', 'zh', 'ar', 'fr', 'es'])('has the words of every part in %s, and none of a part there is not', (language) => {
    const words = messages(language)
    const wanted = guideParts.flatMap(({ key }) => ['title', 'text', 'link'].map((what) => `guide.${key}.${what}`))
    expect(Object.keys(words).filter((key) => /^guide\.[\w-]+\.(title|text|link)$/.test(key)).sort()).toEqual(wanted.sort())
    expect(wanted.every((key) => (words[key] ?? '').length > 1)).toBe(true)
  })

  it('is translated, not copied', () => {
    const english = messages('en')
    for (const language of ['zh', 'ar', 'fr', 'es']) {
      const words = messages(language)
      expect(guideParts.filter(({ key }) => words[`guide.${key}.text`] === english[`guide.${key}.text`])).toEqual([])
    }
  })

  it.each([
    ['Délégué à un responsable', 'delegue RESPONSABLE', true],
    ['当时的情况与当时所知', '当时', true],
    ['officer-in-charge', 'officer reserved', false],
    ['anything', '  ', true],
  ])('finds in "%s" the words "%s": %s', (text, words, found) => expect(says(text, words)).toBe(found))
})
