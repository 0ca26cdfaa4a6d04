/** The question as the address holds it, and as it is sent. */
import type { PageProps } from '../../../web/app/page.ts'

const asked = [
  'person',
  'matter',
  'amount',
  'method',
  'category',
  'fund',
  'grade',
  'term',
  'entity',
  'fact',
  'on',
  'known',
  'capacity',
] as const

/** The address holds one text a name: several facts stand in one, separated by ";". */
export function queryOf(search: PageProps['search'], leave: readonly string[] = []): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {}
  for (const name of asked) {
    const value = search[name]
    if (value === undefined || value === '' || leave.includes(name)) continue
    query[name] = name === 'fact' ? value.split(';') : value
  }
  return query
}
