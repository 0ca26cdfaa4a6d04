import type { Part } from '../../../web/app/page.ts'
import { messages } from './messages.ts'

export const parts: readonly Part[] = [
  { place: 'home', load: () => import('./part-home.tsx') },
  { place: 'delegation', messages, load: () => import('./part-delegation.tsx') },
  { place: 'person', messages, load: () => import('./part-person.tsx') },
  { place: 'entity', messages, load: () => import('./part-entity.tsx') },
]
