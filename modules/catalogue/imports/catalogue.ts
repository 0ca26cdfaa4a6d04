/** `catalogue`: frameworks, their matters, and what answers to what between two frameworks, in one file. */
import { Cells } from '../../../platform/imports/cells.ts'
import type { ImportKind, Row, RowResult } from '../../../platform/imports/import-kind.ts'
import type { ImportWorld } from '../../../platform/imports/import-world.ts'
import { catalogueColumns } from './catalogue-columns.ts'
import { frameworkWritten, mappingWritten, readFramework, readMapping } from './frameworks.ts'
import { matterWritten, readMatter } from './matters.ts'

function read(row: Row, world: ImportWorld): RowResult {
  const cells = new Cells(row, world)
  switch (cells.choice('type', ['framework', 'matter', 'mapping'], 'matter')) {
    case 'framework': return readFramework(cells)
    case 'mapping': return readMapping(cells)
    case 'matter': return readMatter(cells, world)
  }
}

function* write(world: ImportWorld): Iterable<Row> {
  for (const fact of world.all('framework')) yield frameworkWritten(fact)
  for (const fact of world.all('matter')) yield matterWritten(fact, world)
  for (const fact of world.all('mapping')) yield mappingWritten(fact, world)
}

export const catalogueKind: ImportKind = {
  kind: 'catalogue',
  about: 'Frameworks and the matters over which they give authority, each exact; which matter takes the place of which.',
  columns: catalogueColumns,
  above: 'framework',
  onlyOnce: {
    column: 'to',
    code: 'duplicate-mapping',
    of: (fact) => (fact.kind === 'mapping' ? `The mapping from ${fact.from ?? 'nothing'} to ${fact.to ?? 'nothing'}` : null),
  },
  read,
  write,
}
