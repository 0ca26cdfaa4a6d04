import type { Page } from '../../../web/app/page.ts'

export const pages: readonly Page[] = [
  { path: '/catalogue', door: 'authority', load: () => import('./catalogue.tsx') },
  { path: '/catalogue/$id', door: 'authority', load: () => import('./matter.tsx') },
]
