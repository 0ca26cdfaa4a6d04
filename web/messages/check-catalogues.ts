/** What can be wrong with a message, found by reading its syntax. */
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'

import type { Messages } from '../../platform/messages/catalogue.ts'
import { localeOf, type Language } from '../../platform/messages/languages.ts'

interface Contents {
  readonly names: ReadonlySet<string>
  /** Plurals as written: their kind and their forms. */
  readonly plurals: readonly { readonly ordinal: boolean; readonly forms: readonly string[] }[]
}

function contentsOf(elements: readonly MessageFormatElement[]): Contents {
  const names = new Set<string>()
  const plurals: Contents['plurals'][number][] = []
  const walk = (all: readonly MessageFormatElement[]): void => {
    for (const element of all) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue
      names.add(element.type === TYPE.tag ? `<${element.value}>` : element.value)
      if (element.type === TYPE.tag) walk(element.children)
      if (element.type === TYPE.plural || element.type === TYPE.select) for (const { value } of Object.values(element.options)) walk(value)
      if (element.type === TYPE.plural) plurals.push({ ordinal: element.pluralType === 'ordinal', forms: Object.keys(element.options) })
    }
  }
  walk(elements)
  return { names, plurals }
}

function read(message: string): Contents | string {
  try {
    return contentsOf(parse(message))
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function missingForms(language: Language, contents: Contents): string[] {
  return contents.plurals.flatMap(({ ordinal, forms }) => {
    // A form used only for fractions or whole millions ("many" in French) may be left to "other".
    const counted = new Intl.PluralRules(localeOf(language), { type: ordinal ? 'ordinal' : 'cardinal' })
    const needed = new Set(
      Array.from({ length: 200 }, (_, count) => count)
        .filter((count) => !forms.includes(`=${count}`))
        .map((count) => counted.select(count)),
    )
    return [...needed].filter((form) => !forms.includes(form))
  })
}

/** Every fault of one catalogue against the English of the same folder, in words. */
export function faultsOf(language: Language, messages: Messages, english: Messages): readonly string[] {
  const faults: string[] = []
  for (const key of Object.keys(english)) if (!(key in messages)) faults.push(`${key}: missing`)
  for (const [key, message] of Object.entries(messages)) {
    if (!/^[a-z0-9-]+(\.[a-zA-Z0-9_-]+)+$/.test(key)) faults.push(`${key}: not of the form area.sentence-slug`)
    if (message.trim() === '') faults.push(`${key}: empty`)
    const contents = read(message)
    const source = english[key]
    if (typeof contents === 'string') faults.push(`${key}: ${contents}`)
    else if (source === undefined) faults.push(`${key}: unknown in English`)
    else {
      const expected = read(source)
      const names = [...contents.names].sort().join(' ')
      const wanted = typeof expected === 'string' ? names : [...expected.names].sort().join(' ')
      if (names !== wanted) faults.push(`${key}: has "${names}" where English has "${wanted}"`)
      for (const form of missingForms(language, contents)) faults.push(`${key}: lacks the plural form "${form}"`)
    }
  }
  return faults
}
