/** Register monitoring (A3; A/75/201 ¶14): what is wrong with authority on record, as findings that somebody must close; and drift. */
import type { Module } from '../../platform/module.ts'
import { closeRoutes } from './acts/close-finding.ts'
import { findingMigrations } from './tables.ts'
import { driftView } from './views/drift.ts'
import { listRoutes } from './views/list-findings.ts'
import { oneFinding } from './views/one-finding.ts'
import { FindingWatch } from './watch.ts'

export type { findingFiguresContract, findingsContract } from './views/list-findings.ts'

export const findings: Module = {
  name: 'findings',
  tables: [],
  migrations: findingMigrations,
  routes: [...listRoutes, oneFinding, ...closeRoutes, driftView],
  imports: [],
  work: (services) => new FindingWatch(services),
}
