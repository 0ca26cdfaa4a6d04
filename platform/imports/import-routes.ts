/** Imports over HTTP: the file as the raw body, the report as the answer. */
import { z } from 'zod'

import { databasePerson } from '../access/admit.ts'
import { contract } from '../http/contract.ts'
import { flag } from '../http/parse.ts'
import { Problem } from '../http/problem.ts'
import { route, type Route } from '../http/route.ts'
import type { ImportKind } from './import-kind.ts'
import { readFile } from './read-file.ts'
import { applyImport } from './run-import.ts'

const megabyte = 1024 * 1024

const problemShape = z.object({ row: z.int(), column: z.string().nullable(), code: z.string(), message: z.string(), remedy: z.string() })

export const importContract = contract({
  id: 'import',
  method: 'POST',
  path: '/api/v1/imports/{kind}',
  tag: 'imports',
  open: 'operator',
  raw: true,
  bodyLimit: 50 * megabyte,
  summary: 'Take a file into the register: whole or not at all (default), or row by row with a report.',
  params: z.strictObject({ kind: z.string().max(40) }),
  query: z.strictObject({
    format: z.enum(['csv', 'xlsx', 'json']).optional().describe('Default: told from the content type, else CSV.'),
    mode: z.enum(['whole', 'rows']).optional(),
    dryRun: flag().optional(),
    mapping: z.string().max(100_000).optional().describe('For JSON: how its fields become columns; see docs/import.md.'),
  }),
  answer: z.object({
    read: z.int(),
    taken: z.int(),
    unchanged: z.int(),
    refused: z.array(problemShape),
    warnings: z.array(problemShape),
    number: z.int().nullable(),
  }),
})

export const kindsContract = contract({
  id: 'import.kinds',
  method: 'GET',
  path: '/api/v1/imports',
  tag: 'imports',
  summary: 'The kinds of file that can be imported, with their columns.',
  answer: z.object({
    kinds: z.array(
      z.object({
        kind: z.string(),
        about: z.string(),
        columns: z.array(z.object({ name: z.string(), required: z.boolean(), about: z.string(), example: z.string() })),
      }),
    ),
  }),
})

export function findKind(kinds: readonly ImportKind[], name: string): ImportKind {
  const kind = kinds.find((each) => each.kind === name)
  if (kind) return kind
  const known = kinds.map((each) => each.kind).join(', ')
  throw new Problem(
    404,
    'no-such-kind',
    `Nothing of the kind "${name.slice(0, 40)}" can be imported or exported`,
    `Nothing was changed. The kinds are: ${known}.`,
  )
}

const formatOf = (contentType: string | null): 'csv' | 'xlsx' | 'json' =>
  contentType?.includes('json') ? 'json' : contentType?.includes('spreadsheetml') ? 'xlsx' : 'csv'

export function importRoutes(kinds: readonly ImportKind[]): readonly Route[] {
  return [
    route(kindsContract, async () => ({
      kinds: kinds.map(({ kind, about, columns }) => ({
        kind,
        about,
        columns: columns.map(({ name, required, about: words, example }) => ({ name, required, about: words, example })),
      })),
    })),

    route(importContract, async ({ params, query, raw, contentType, asker, services }) => {
      const kind = findKind(kinds, params.kind)
      if (!raw || raw.length === 0)
        throw new Problem(400, 'empty-file', 'The file is empty', 'Nothing was taken. Send the file as the body of the request.')
      const file = await readFile(kind, raw, query.format ?? formatOf(contentType), query.mapping)
      const report = await applyImport(services, kind, file, {
        mode: query.mode ?? 'whole',
        dryRun: query.dryRun ?? false,
        actor: databasePerson(asker),
      })
      return { ...report, refused: [...report.refused], warnings: [...report.warnings] }
    }),
  ]
}
