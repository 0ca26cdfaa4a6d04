import { useEffect, useState, type ReactNode } from 'react'

import { loadTranslator } from '../languages/load.ts'
import type { Translator } from '../../platform/messages/catalogue.ts'
import { direction, type Language } from '../../platform/messages/languages.ts'
import type { Example } from '../design/example.ts'
import { allExamples } from '../design/examples.ts'
import { LanguageProvider, useLanguage } from '../design/language/language.tsx'
import { PageHead, Section } from '../design/page-head/page-head.tsx'
import './gallery.css'

/** Every component in every situation. An example's anchor is "<component>-<situation>". */
export function Page() {
  const { t } = useLanguage()
  return (
    <>
      <PageHead title={t('gallery.title')}><p>{t('gallery.intro')}</p></PageHead>
      <nav className="gallery-contents" aria-label={t('gallery.contents')}>
        {allExamples.map(({ component }) => <a key={component} href={`#${component}`}>{component}</a>)}
      </nav>
      {allExamples.map(({ component, examples }) => (
        <div key={component} id={component} className="gallery-component">
          <Section title={component}>
            {examples.map((example) => <Specimen key={example.situation} component={component} example={example} />)}
          </Section>
        </div>
      ))}
    </>
  )
}

function Specimen({ component, example: { situation, language, Shown } }: { readonly component: string; readonly example: Example }) {
  const { t } = useLanguage()
  return (
    <div id={`${component}-${situation}`} className="gallery-example">
      <h3>{t(`gallery.situation-${situation}`)}</h3>
      <InLanguage language={language ?? 'en'}><Shown /></InLanguage>
    </div>
  )
}

function InLanguage({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  const [translator, setTranslator] = useState<Translator | null>(null)
  useEffect(() => void loadTranslator(language).then(setTranslator), [language])
  return (
    <div className="gallery-specimen" lang={language} dir={direction(language)}>
      {translator ? <LanguageProvider translator={translator}>{children}</LanguageProvider> : null}
    </div>
  )
}
