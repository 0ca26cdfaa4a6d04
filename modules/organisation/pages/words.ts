/** Words for the organisation's codes. A code that the catalogues do not know is shown as it was recorded. */
import { useLanguage } from '../../../web/design/language/language.tsx'

function useCode(prefix: string): (code: string) => string {
  const { has, t } = useLanguage()
  return (code) => (has(`${prefix}.${code}`) ? t(`${prefix}.${code}`) : code)
}

export const useCategoryName = (): ((category: string) => string) => useCode('entity-category')
export const useAssignmentName = (): ((assignment: string) => string) => useCode('assignment')
export const useCredentialName = (): ((credential: string) => string) => useCode('credential')

/** "Staff and financial rules", or "Outside the framework". */
export function useRulesName(): (rules: readonly string[]) => string {
  const { t } = useLanguage()
  return (rules) => t(`rule-set.${rules.length > 1 ? 'both' : (rules[0] ?? 'none')}`)
}
