/** The organisation: entities, posts, people, assignments, credentials, bodies. Everything else stands on it. */
import type { Module } from '../../platform/module.ts'
import { organisationImports } from './imports/index.ts'
import { organisationMigrations, organisationTables } from './tables.ts'
import { entityRoutes } from './views/entities.ts'
import { peopleRoutes } from './views/people.ts'
import { postRoutes } from './views/posts.ts'

export { named, namedShape, provenanceShape, type Named } from './named.ts'

export type { entitiesContract, entityContract } from './views/entities.ts'
export type { personContract } from './views/people.ts'
export type { postContract } from './views/posts.ts'

export const organisation: Module = {
  name: 'organisation',
  tables: organisationTables,
  migrations: organisationMigrations,
  routes: [...entityRoutes, ...peopleRoutes, ...postRoutes],
  imports: organisationImports,
}
