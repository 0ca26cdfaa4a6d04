import type { ImportKind } from '../../../platform/imports/import-kind.ts'
import { actsKind } from './acts.ts'
import { delegationsKind } from './delegations.ts'
import { rolesKind } from './roles.ts'

/** In the order an empty register takes them. */
export const registerImports: readonly ImportKind[] = [delegationsKind, actsKind, rolesKind]
