import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'

import { loadTranslator } from '../../platform/messages/message-files.ts'
import { allExamples } from './examples.ts'
import { LanguageProvider } from './language/language.tsx'

const english = loadTranslator('en')

describe.each(allExamples)('$component', ({ examples }) => {
  it.each(examples)('stands when $situation', ({ Shown, language }) => {
    const markup = renderToStaticMarkup(
      <LanguageProvider translator={language ? loadTranslator(language) : english}>
        <Shown />
      </LanguageProvider>,
    )
    expect(markup).not.toBe('')
    expect(markup).not.toMatch(/design\.[a-z-]+/)
    expect(markup).not.toMatch(/ style="/)
  })

  it('is shown from right to left too, or is a document', () => {
    expect(examples.some(({ situation }) => situation === 'right-to-left' || situation === 'print')).toBe(true)
  })
})

it('gives every example an anchor of its own', () => {
  const anchors = allExamples.flatMap(({ component, examples }) => examples.map(({ situation }) => `${component}-${situation}`))
  expect(new Set(anchors).size).toBe(anchors.length)
})
