/** A small kind of import for this folder's own tests: entities with a parent. */
import { Cells } from './cells.ts'
import type { ImportColumn, ImportKind } from './import-kind.ts'

const column = (name: string, required = false): ImportColumn => ({ name, required, about: name, example: '' })

export const trialKind: ImportKind = {
  kind: 'trial',
  about: 'Entities, for tests.',
  columns: [
    column('id', true),
    { ...column('name', true), aliases: ['title'] },
    column('parent'),
    column('category'),
    column('effective_from'),
  ],
  above: 'parent',
  onlyOnce: { column: 'name', code: 'duplicate-name', of: (fact) => (fact.kind === 'entity' ? fact.name : null) },
  read: (row, world) => {
    const cells = new Cells(row, world)
    const parent = cells.line('parent')
    cells.known('parent', 'entity', parent)
    const fact = {
      kind: 'entity' as const,
      id: cells.id(),
      name: cells.needed('name'),
      names: {},
      parent,
      category: cells.line('category') ?? 'office',
      rules: [],
      provenance: cells.provenance(),
      effectiveFrom: cells.from('effective_from'),
      effectiveTo: null,
    }
    const above = parent === null ? null : world.get('entity', parent)
    if (above?.category === 'closed') cells.wrong('parent', 'closed', `${above.id} is closed.`, 'Give another parent.')
    return cells.result(() => [fact])
  },
  write: function* (world) {
    for (const { id, name, parent, category } of world.all('entity')) yield { id, name, parent: parent ?? undefined, category }
  },
}
