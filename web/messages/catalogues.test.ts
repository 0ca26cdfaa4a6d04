import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { wholeLanguages } from '../../platform/messages/languages.ts'
import { mergedMessages, messageFiles } from '../../platform/messages/message-files.ts'
import { faultsOf } from './check-catalogues.ts'
import { keysUsed, literalWords } from './check-words.ts'

const root = join(import.meta.dirname, '..', '..')
const files = messageFiles(root)
const english = new Map(files.filter(({ language }) => language === 'en').map(({ folder, messages }) => [folder, messages]))
const others = files.map((file) => [`${file.folder}/${file.language}.json`, file] as const)

describe('catalogues', () => {
  it.each(others)(
    '%s has every message, well formed, with the arguments and plural forms it needs',
    (_, { folder, language, messages }) => {
      expect(faultsOf(language, messages, english.get(folder) ?? {})).toEqual([])
    },
  )

  it.each([...english.keys()])('%s speaks every language that is called whole', (folder) => {
    const spoken = files.filter((file) => file.folder === folder).map(({ language }) => language)
    expect(spoken).toEqual(expect.arrayContaining([...wholeLanguages]))
  })

  it('give no key twice', () => {
    const keys = [...english.values()].flatMap((messages) => Object.keys(messages))
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  it('are found at fault where they are', () => {
    const source = { 'a.one': '{count, plural, one {# line} other {# lines}}', 'a.two': 'By {name}' }
    const wrong = { 'a.one': '{count, plural, one {تفويض} other {# تفويض}}', 'a.three': 'x', 'a.two': 'من {person}' }
    expect(faultsOf('ar', wrong, source)).toEqual([
      'a.one: lacks the plural form "zero"',
      'a.one: lacks the plural form "two"',
      'a.one: lacks the plural form "few"',
      'a.one: lacks the plural form "many"',
      'a.three: unknown in English',
      'a.two: has "person" where English has "name"',
    ])
    expect(faultsOf('zh', { 'a.two': '{name' }, { 'a.two': 'By {name}' })).toHaveLength(1)
  })
})

const pageFolders = ['web', ...readdirSync(join(root, 'modules')).map((name) => `modules/${name}/pages`)].filter((folder) =>
  existsSync(join(root, folder)),
)
const pageFiles = pageFolders
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
const read = (name: string): string => readFileSync(join(root, name), 'utf8')

describe('pages', () => {
  it('show no words that are not in the catalogues', () => {
    // Examples are specimens: their words are invented content, as records are.
    const shown = pageFiles.filter((name) => name.endsWith('.tsx') && !name.endsWith('examples.tsx'))
    expect(shown.flatMap((name) => literalWords(name, read(name)).map(({ line, text }) => `${name}:${line} ${text}`))).toEqual([])
  })

  it('use only keys that English has', () => {
    const known = mergedMessages(root, 'en')
    const unknown = pageFiles.flatMap((name) =>
      keysUsed(name, read(name))
        .filter(({ text }) => !(text in known))
        .map(({ line, text }) => `${name}:${line} ${text}`),
    )
    expect(unknown).toEqual([])
  })

  it('are found at fault where they are', () => {
    expect(literalWords('page.tsx', '<p title="Hello">Words {"more"} {t("x.y")} · 3 <b>Mandate</b></p>').map(({ text }) => text)).toEqual([
      'Hello',
      'Words',
      'more',
    ])
    expect(keysUsed('page.tsx', "speech.t('a.b'); rich('c.d', {}); other('e.f')").map(({ text }) => text)).toEqual(['a.b', 'c.d'])
  })
})
