import type { ImportKind } from '../../../platform/imports/import-kind.ts'
import { organisationKind } from './organisation.ts'
import { assignmentsKind, bodiesKind, credentialsKind, peopleKind } from './people.ts'

/** In the order an empty register takes them. */
export const organisationImports: readonly ImportKind[] = [organisationKind, peopleKind, assignmentsKind, credentialsKind, bodiesKind]
