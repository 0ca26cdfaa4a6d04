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

/** The evidence for the question as it stands in the address; for the decision recorded as an entry of the ledger: `evidenceOfEntry`. */
export function evidenceHref(search: PageProps['search'], person: string | undefined): string {
  const kept = [...asked.map((name) => [name, search[name]] as const), ['person', person] as const]
  return `/evidence?${new URLSearchParams(Object.fromEntries(kept.filter((pair): pair is readonly [typeof pair[0], string] => pair[1] !== undefined)))}`
}

export const evidenceOfEntry = (number: number): string => `/evidence?act=${number}`
