import type { Page } from '../../../web/app/page.ts'
import { messages } from './messages.ts'

export const pages: readonly Page[] = [
  { path: '/findings', door: 'authority', messages, load: () => import('./findings.tsx') },
  { path: '/findings/$id', door: 'authority', messages, load: () => import('./finding.tsx') },
  { path: '/drift', door: 'authority', room: '/findings', messages, load: () => import('./drift.tsx') },
]
