/**
 * Composition for the browser: the pages of all modules on disk. Each exports `pages: readonly Page[]` from
 * `modules/<name>/pages/index.ts`.
 */
import { administrationPages } from './administration/index.ts'
import type { Page } from './app/page.ts'

const modules = import.meta.glob<readonly Page[]>('../modules/*/pages/index.ts', { eager: true, import: 'pages' })

export const pages: readonly Page[] = [
  ...Object.values(modules).flat(),
  ...administrationPages,
  { path: '/gallery', door: 'administration', open: true, load: () => import('./gallery/gallery.tsx') },
]
