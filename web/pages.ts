/**
 * Composition for the browser: the pages of all modules on disk. Each exports `pages: readonly Page[]` from
 * `modules/<name>/pages/index.ts`.
 */
import { administrationPages } from './administration/index.ts'
import type { Page, Part } from './app/page.ts'

const modules = import.meta.glob<readonly Page[]>('../modules/*/pages/index.ts', { eager: true, import: 'pages' })

export const pages: readonly Page[] = [
  ...Object.values(modules).flat(),
  ...administrationPages,
  { path: '/gallery', door: 'administration', open: true, load: () => import('./gallery/gallery.tsx') },
]

/** What systems show on each other's pages: `parts` of `modules/<name>/pages/parts.ts`, where there is one. */
const shared = import.meta.glob<readonly Part[]>('../modules/*/pages/parts.ts', { eager: true, import: 'parts' })

export const parts: readonly Part[] = Object.values(shared).flat()
