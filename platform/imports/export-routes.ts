/** Exports over HTTP: all records of a kind as a file, in the columns that import takes. */
import { z } from 'zod'

import { contract } from '../http/contract.ts'
import { FileAnswer, route, type Route } from '../http/route.ts'
import type { ImportKind } from './import-kind.ts'
import { findKind } from './import-routes.ts'
import { contentTypes } from './list-file.ts'
import { exportFile } from './run-export.ts'

const exportContract = contract({
  id: 'export',
  method: 'GET',
  path: '/api/v1/exports/{kind}',
  tag: 'imports',
  summary: 'All records of a kind as CSV, XLSX or JSON.',
  params: z.strictObject({ kind: z.string().max(40) }),
  query: z.strictObject({ format: z.enum(['csv', 'xlsx', 'json']).optional() }),
  answer: z.any(),
})

export const exportRoutes = (kinds: readonly ImportKind[]): readonly Route[] => [
  route(exportContract, async ({ params, query, services }) => {
    const kind = findKind(kinds, params.kind)
    const format = query.format ?? 'csv'
    return new FileAnswer(contentTypes[format], `${kind.kind}.${format}`, await exportFile(services, kind, format))
  }),
]
