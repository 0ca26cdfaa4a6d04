/** Frameworks (A4, ¶14): a bulletin prepared, commented on and promulgated in one dated act; what it changed for whom; the guide. */
import type { Module } from '../../platform/module.ts'
import { preparationRoutes } from './acts/prepare-bulletin.ts'
import { promulgationRoutes } from './acts/promulgate.ts'
import { frameworkMigrations } from './tables.ts'
import { bulletinRoutes } from './views/bulletins.ts'
import { whatChangedRoutes } from './views/what-changed.ts'

export const frameworks: Module = {
  name: 'frameworks',
  tables: [],
  migrations: frameworkMigrations,
  routes: [...bulletinRoutes, ...preparationRoutes, ...promulgationRoutes, ...whatChangedRoutes],
  imports: [],
}
