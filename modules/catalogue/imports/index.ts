import type { ImportKind } from '../../../platform/imports/import-kind.ts'
import { catalogueKind } from './catalogue.ts'

export const catalogueImports: readonly ImportKind[] = [catalogueKind]
