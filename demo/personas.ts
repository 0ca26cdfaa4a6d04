/** The people one can sign in as in the demonstration, and where they sit. What to try as each: `demo.persona.<id>` in messages/. */
import type { Day } from './days.ts'

export interface Persona {
  /** Also the person's id in the register. */
  readonly id: string
  readonly name: string
  readonly post: string
  readonly role: 'administrator' | 'monitor' | null
  /** Day of arrival in the post, or how many days before today. */
  readonly arrives: Day | { readonly daysAgo: number }
}

export const personas: readonly Persona[] = [
  { id: 'amina-diallo', name: 'Amina Diallo', post: 'lake-region.head', role: null, arrives: '2023-04-01' },
  { id: 'leila-haddad', name: 'ليلى الحداد', post: 'lake-region-support.chief-procurement', role: null, arrives: '2021-07-01' },
  { id: 'marc-olivier', name: 'Marc-Olivier Chênevert', post: 'lake-region-support.finance-officer-1', role: null, arrives: '2022-01-01' },
  { id: 'itzel-quispe', name: 'Itzel Quispe Zúñiga', post: 'river.head', role: null, arrives: { daysAgo: 24 } },
  { id: 'soren-kjaer', name: 'Søren Kjær', post: 'commission-north.deputy', role: null, arrives: '2020-04-01' },
  { id: 'grace-mwangi', name: 'Grace Mwangi', post: 'delta.deputy', role: null, arrives: '2022-10-01' },
  { id: 'lin-xiulan', name: '林秀兰', post: 'accountability.section-chief-1', role: 'monitor', arrives: '2020-01-01' },
  { id: 'tomas-zak', name: 'Tomáš Žák', post: 'technology-operations.programme-officer', role: 'administrator', arrives: '2019-01-01' },
  { id: 'wulandari', name: 'Wulandari', post: 'statistics.programme-assistant-1', role: null, arrives: '2021-01-01' },
  { id: 'ines-falcao', name: 'Inês Falcão', post: 'executive-office.head', role: null, arrives: '2019-01-01' },
]
