import { useEffect, useState, type ReactNode } from 'react'

import { loadWith, type PageMessages } from '../languages/load.ts'
import type { Translator } from '../../platform/messages/catalogue.ts'
import { LanguageProvider } from '../design/language/language.tsx'
import { Busy } from '../design/progress/progress.tsx'
import { useLanguageChoice } from './language.tsx'

/** A page with messages of its own is shown once they are there, in whatever language is read next too. */
export function WithMessages({ messages, children }: { readonly messages: PageMessages; readonly children: ReactNode }) {
  const { language } = useLanguageChoice()
  const [translator, setTranslator] = useState<Translator | null>(null)
  useEffect(() => {
    let wanted = true
    void loadWith(messages, language).then((loaded) => {
      if (wanted) setTranslator(loaded)
    })
    return () => {
      wanted = false
    }
  }, [messages, language])
  return translator ? <LanguageProvider translator={translator}>{children}</LanguageProvider> : <Busy />
}
