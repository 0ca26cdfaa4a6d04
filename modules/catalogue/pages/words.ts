/** Words for the catalogue's codes. A code that the catalogues of messages do not know is shown as it was recorded. */
import { useLanguage } from '../../../web/design/index.ts'

type Vocabulary =
  'matter.area' | 'matter.dimension' | 'basis' | 'matter.precondition-kind' | 'fact' | 'not-checked' | 'obligation' | 'credential'

/** `const word = useWords(); word('matter.area', 'procurement')`. */
export function useWords(): (vocabulary: Vocabulary, code: string) => string {
  const { has, t } = useLanguage()
  return (vocabulary, code) => (has(`${vocabulary}.${code}`) ? t(`${vocabulary}.${code}`) : code)
}

/** "amount and grade", as the language lists things. */
export function useDimensions(): (dimensions: readonly string[]) => string {
  const { locale } = useLanguage()
  const word = useWords()
  return (dimensions) =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(dimensions.map((dimension) => word('matter.dimension', dimension)))
}
