import { describe, expect, it } from 'vitest'

import { makeTranslator } from './catalogue.ts'
import { nameIn, preferredLanguage } from './languages.ts'

describe('a translator', () => {
  const english = {
    'list.count': '{count, plural, one {# delegation} other {# delegations}}',
    'only.english': 'Only in English',
    'may.open': '<link>{name}</link> may decide',
  }
  const arabic = {
    'list.count': '{count, plural, zero {لا تفويضات} one {تفويض واحد} two {تفويضان} few {# تفويضات} many {# تفويضا} other {# تفويض}}',
    'may.open': '<link>{name}</link> يجوز له',
  }

  it('counts as its language counts', () => {
    const { t } = makeTranslator('ar', arabic, english)
    expect([0, 1, 2, 5, 11, 100].map((count) => t('list.count', { count }))).toEqual([
      'لا تفويضات',
      'تفويض واحد',
      'تفويضان',
      '٥ تفويضات',
      '١١ تفويضا',
      '١٠٠ تفويض',
    ])
    expect(makeTranslator('en', english).t('list.count', { count: 1284 })).toBe('1,284 delegations')
  })

  it('says in English what its language lacks, and shows a key nobody knows', () => {
    const { t } = makeTranslator('ar', arabic, english)
    expect(t('only.english')).toBe('Only in English')
    expect(t('nobody.knows')).toBe('nobody.knows')
    expect(makeTranslator('fr', {}, english).untranslated).toBe(true)
  })

  it('keeps a Latin name in its place inside an Arabic sentence', () => {
    const said = makeTranslator('ar', { 'may.plain': '{name} يجوز له' }, english).t('may.plain', { name: 'Diallo' })
    expect(said).toContain('\u2068Diallo\u2069')
  })

  it('chooses by a value as it is, and isolates it only where it is shown', () => {
    const { t } = makeTranslator('ar', { limit: '{upper, select, none {بلا حد} other {حتى {to}}}' }, english)
    expect(t('limit', { upper: 'none', to: '' })).toBe('بلا حد')
    expect(t('limit', { upper: 'upTo', to: 'USD 5' })).toBe('حتى \u2068USD 5\u2069')
  })

  it('makes parts of tags', () => {
    const said = makeTranslator('en', english).rich<{ link: string }>('may.open', {
      name: 'Amina',
      link: (content) => ({ link: content.join('') }),
    })
    expect(said).toEqual([{ link: 'Amina' }, ' may decide'])
  })
})

describe('languages', () => {
  it('prefers the first that is one of the six', () => {
    expect(preferredLanguage(['de-CH', 'fr-CA', 'en'])).toBe('fr')
    expect(preferredLanguage(['ja'])).toBe('en')
  })

  it('names a record in the language where it has such a name', () => {
    expect(nameIn('zh', 'Lake Region', { zh: '湖区' })).toBe('湖区')
    expect(nameIn('ru', 'Lake Region', { zh: '湖区' })).toBe('Lake Region')
  })
})
