import { languages, nativeNames } from '../../platform/messages/languages.ts'
import { useLanguage } from '../design/language/language.tsx'
import { useAddress } from './address.ts'
import { useLanguageChoice } from './language.tsx'

/** The six languages by their own names. Links, so that a language can be opened beside another. */
export function LanguageBar() {
  const { language, choose } = useLanguageChoice()
  const { t } = useLanguage()
  const { href } = useAddress()
  return (
    <nav className="languages" aria-label={t('frame.languages')}>
      {languages.map((each) => (
        <a key={each} href={href({ language: each })} lang={each} hrefLang={each} aria-current={each === language ? 'true' : undefined}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return
            event.preventDefault()
            choose(each)
          }}>
          {nativeNames[each]}
        </a>
      ))}
    </nav>
  )
}
