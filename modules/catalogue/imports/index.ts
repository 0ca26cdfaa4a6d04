import type { ImportKind } from '../../../platform/imports/import-kind.ts'
import { catalogueKind } from './catalogue.ts'
import { ratesKind } from './rates.ts'

export const catalogueImports: readonly ImportKind[] = [catalogueKind, ratesKind]
