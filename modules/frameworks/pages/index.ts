import type { Page, PageMessages } from '../../../web/app/page.ts'

/** Bulletins, the transition and the guide: wanted only there. */
const messages: PageMessages = {
  ar: () => import('./messages/ar.json'),
  zh: () => import('./messages/zh.json'),
  en: () => import('./messages/en.json'),
  fr: () => import('./messages/fr.json'),
  es: () => import('./messages/es.json'),
}

export const pages: readonly Page[] = [
  { path: '/frameworks', door: 'authority', messages, load: () => import('./bulletins.tsx') },
  { path: '/frameworks/$id', door: 'authority', messages, load: () => import('./bulletin.tsx') },
  { path: '/frameworks/$id/matters/$matter', door: 'authority', messages, load: () => import('./matter.tsx') },
  { path: '/frameworks/$id/comments', door: 'authority', messages, load: () => import('./comments.tsx') },
  { path: '/frameworks/$id/what-changed', door: 'mandate', room: '/', messages, load: () => import('./what-changed.tsx') },
  { path: '/frameworks/$id/transition', door: 'authority', messages, load: () => import('./transition.tsx') },
  { path: '/guide', door: 'mandate', room: '/', messages, load: () => import('./guide.tsx') },
]
