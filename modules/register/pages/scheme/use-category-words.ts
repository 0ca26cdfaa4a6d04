/** Kinds of entity in the reader's language, as the organisation's own pages name them. */
import { useAnswer } from '../../../../web/app/api.ts'
import { useLanguage } from '../../../../web/design/index.ts'
import type { entitiesContract } from '../../../organisation/index.ts'

export function useCategoryWords() {
  const { t, has } = useLanguage()
  const categories = useAnswer<typeof entitiesContract>('GET', '/api/v1/entities', { query: {} }).data?.categories ?? []
  const name = (category: string): string => (has(`entity-category.${category}`) ? t(`entity-category.${category}`) : category)
  return { name, choices: categories.map(({ category }) => ({ value: category, label: name(category) })) }
}
