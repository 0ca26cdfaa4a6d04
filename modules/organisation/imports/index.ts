import type { ImportKind } from '../../../platform/imports/import-kind.ts'
import { bodiesKind } from './bodies.ts'
import { credentialsKind } from './credentials.ts'
import { factsKind } from './facts.ts'
import { organisationKind } from './organisation.ts'
import { assignmentsKind, peopleKind } from './people.ts'
import { absencesKind, relationsKind } from './relations.ts'

/** In the order an empty register takes them. */
export const organisationImports: readonly ImportKind[] = [
  organisationKind, peopleKind, assignmentsKind, credentialsKind, bodiesKind, factsKind, relationsKind, absencesKind,
]
