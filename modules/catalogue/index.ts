/** The catalogue (¶13–14): frameworks, and the exact matters over which authority is given or reserved. */
import type { Module } from '../../platform/module.ts'
import { catalogueImports } from './imports/index.ts'
import { catalogueMigrations, catalogueTables } from './tables.ts'
import { matterRoutes } from './views/matters.ts'

export { catalogueKind } from './imports/catalogue.ts'
export type { matterContract, mattersContract } from './views/matters.ts'

export const catalogue: Module = {
  name: 'catalogue',
  tables: catalogueTables,
  migrations: catalogueMigrations,
  routes: matterRoutes,
  imports: catalogueImports,
}
