import type { ImportKind } from '../../../platform/imports/import-kind.ts'
import { delegationsKind } from './delegations.ts'

export const registerImports: readonly ImportKind[] = [delegationsKind]
