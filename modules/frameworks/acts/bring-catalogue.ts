/** A catalogue file brought into a bulletin: its matters and mappings take the place of those there; nothing is recorded in the register. */
import { z } from 'zod'

import type { Fact, MappingFact, MatterFact } from '../../../kernel/authority/model.ts'
import { actingPerson } from '../../../platform/access/admit.ts'
import { contract } from '../../../platform/http/contract.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import { readFile } from '../../../platform/imports/read-file.ts'
import { planImport } from '../../../platform/imports/run-import.ts'
import { catalogueKind } from '../../catalogue/index.ts'
import { byBulletin, carries, type BulletinMapping } from '../model.ts'
import { edit } from './prepare-bulletin.ts'

export const bringCatalogueContract = contract({
  id: 'bulletin.catalogue', method: 'POST', path: '/api/v1/bulletins/{id}/catalogue', tag: 'frameworks',
  summary: 'Bring the matters and mappings of the bulletin by a catalogue file (CSV, XLSX or JSON), whole.',
  params: byBulletin, raw: true, bodyLimit: 8 * 1024 * 1024,
  query: z.strictObject({ format: z.enum(['csv', 'xlsx', 'json']).optional() }),
  answer: z.object({ id: z.string(), version: z.int(), matters: z.int(), mappings: z.int() }),
})

const mappingOf = ({ from, to, how }: MappingFact): BulletinMapping => ({ from, to, how: to === null ? 'dropped' : from === null ? 'new' : how })

const isOf = <K extends Fact['kind']>(kind: K) => (fact: Fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind

const bring = route(bringCatalogueContract, async ({ params, query, raw, asker, services }) => {
  actingPerson(asker)
  if (!raw || raw.length === 0) throw new Problem(400, 'empty-file', 'The file is empty', 'Nothing was taken. Send the file as the body of the request.')
  const file = await readFile(catalogueKind, raw, query.format ?? 'csv')
  const { report, facts } = planImport(catalogueKind, file, services.register, services.clock.now(), 'whole')
  if (report.refused.length > 0) {
    throw new Problem(422, 'file-refused', 'The file cannot be taken', 'Nothing was taken; the bulletin is as it was. Correct the rows named.', report.refused.slice(0, 50).map(({ row, column, code, message, remedy }) =>
      ({ field: `row ${row}${column === null ? '' : `.${column}`}`, code, message, remedy })))
  }
  const brought = facts.flat()
  const matters = brought.filter(isOf('matter')).filter(({ framework }) => services.register.fact('framework', framework) === null)
  const mappings = brought.filter(isOf('mapping')).map(mappingOf)
  if (matters.length === 0) {
    throw new Problem(422, 'no-matters', 'The file has no matters of a new framework', 'Nothing was taken. Give the file a row of type framework with a new id, and its matters that id as their framework.')
  }
  const after = await edit(services, asker, {
    id: params.id, version: null,
    how: ({ id }) => ({
      matters: matters.map((matter): MatterFact => ({ ...matter, framework: id, effectiveFrom: null, effectiveTo: null })), mappings,
      reissue: mappings.flatMap(({ from, how }) => (from !== null && carries(how) ? [from] : [])),
    }),
  })
  return { ...after, matters: matters.length, mappings: mappings.length }
})

export const bringCatalogueRoutes: readonly Route[] = [bring]
