import type { Page } from '../../../web/app/page.ts'

export const pages: readonly Page[] = [
  { path: '/organisation', door: 'authority', load: () => import('./organisation.tsx') },
  { path: '/organisation/$id', door: 'authority', load: () => import('./entity.tsx') },
  { path: '/people', door: 'authority', room: '/organisation', load: () => import('./people.tsx') },
  { path: '/people/$id', door: 'authority', room: '/organisation', load: () => import('./person.tsx') },
  { path: '/posts/$id', door: 'authority', room: '/organisation', load: () => import('./post.tsx') },
]
