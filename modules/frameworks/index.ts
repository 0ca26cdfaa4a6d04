/** Frameworks (A4, ¶14): a bulletin prepared, commented on and promulgated in one dated act; what it changed for whom; the guide. */
import type { Module } from '../../platform/module.ts'
import { bringCatalogueRoutes } from './acts/bring-catalogue.ts'
import { commentActs } from './acts/comment.ts'
import { preparationRoutes } from './acts/prepare-bulletin.ts'
import { promulgationRoutes } from './acts/promulgate.ts'
import { frameworkMigrations } from './tables.ts'
import { bulletinRoutes } from './views/bulletins.ts'
import { commentRoutes } from './views/comments.ts'
import { transitionRoutes } from './views/transition.ts'
import { whatChangedRoutes } from './views/what-changed.ts'

export { inventBulletin } from './demo.ts'

export const frameworks: Module = {
  name: 'frameworks',
  tables: [],
  migrations: frameworkMigrations,
  routes: [...bulletinRoutes, ...preparationRoutes, ...bringCatalogueRoutes, ...promulgationRoutes, ...commentActs, ...commentRoutes, ...whatChangedRoutes, ...transitionRoutes],
  imports: [],
}
