import type { Page, PageMessages } from '../../../web/app/page.ts'

const messages: PageMessages = {
  ar: () => import('./messages/ar.json'),
  zh: () => import('./messages/zh.json'),
  en: () => import('./messages/en.json'),
  fr: () => import('./messages/fr.json'),
  es: () => import('./messages/es.json'),
}

export const pages: readonly Page[] = [
  { path: '/findings', door: 'authority', messages, load: () => import('./findings.tsx') },
  { path: '/findings/$id', door: 'authority', messages, load: () => import('./finding.tsx') },
  { path: '/drift', door: 'authority', room: '/findings', messages, load: () => import('./drift.tsx') },
]
