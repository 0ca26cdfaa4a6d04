/** `relations` between people, or with suppliers; and `absences`. */
import { Cells } from '../../../platform/imports/cells.ts'
import type { ImportKind } from '../../../platform/imports/import-kind.ts'
import { idOf, optional, span, spanWritten } from './columns.ts'

export const relationsKind: ImportKind = {
  kind: 'relations',
  about: 'Declared relations, true both ways: nobody decides where they benefit.',
  columns: [
    optional('id', 'Identity; empty = made of person, other, relation and first day.'),
    { name: 'person', required: true, about: 'Id of the person who declared it.', example: 'amina-diallo' },
    { name: 'other', required: true, about: 'Id of the other person, or of a supplier.', example: 'lake-timber' },
    { name: 'relation', required: true, about: 'What it is, in a word.', example: 'owner' },
    ...span,
  ],
  read: (row, world) => {
    const cells = new Cells(row, world)
    const [person, other, relation] = [cells.id('person'), cells.id('other'), cells.needed('relation')]
    cells.known('person', 'person', person)
    if (person !== '' && person === other)
      cells.wrong('other', 'self-relation', 'Nobody needs to declare a relation to themselves.', 'Name the other person or the supplier.')
    const { effectiveFrom, effectiveTo } = cells.span()
    const id = idOf(cells, [person, other, relation], effectiveFrom, world)
    return cells.result(() => [{ kind: 'relation', id, person, other, relation, effectiveFrom, effectiveTo }])
  },
  write: function* (world) {
    for (const fact of world.all('relation'))
      yield { id: fact.id, person: fact.person, other: fact.other, relation: fact.relation, ...spanWritten(fact, world) }
  },
}

export const absencesKind: ImportKind = {
  kind: 'absences',
  about: 'Recorded leave and other absence: it proposes an officer-in-charge and grants nothing; deciding meanwhile is a finding.',
  columns: [
    optional('id', 'Identity; empty = made of person, absence and first day.'),
    { name: 'person', required: true, about: 'Id of the person.', example: 'amina-diallo' },
    optional('absence', 'What it is; empty = leave.', 'annual leave', ['kind', 'type']),
    ...span.map((column) => (column.name === 'effective_from' ? { ...column, required: true } : column)),
  ],
  read: (row, world) => {
    const cells = new Cells(row, world)
    const person = cells.id('person')
    cells.known('person', 'person', person)
    const absence = cells.line('absence', 100) ?? 'leave'
    if (!cells.has('effective_from')) cells.wrong('effective_from', 'missing', 'effective_from is empty.', 'Fill in the first day.')
    const { effectiveFrom, effectiveTo } = cells.span()
    const id = idOf(cells, [person, absence], effectiveFrom, world)
    return cells.result(() => [{ kind: 'absence', id, person, absence, effectiveFrom, effectiveTo }])
  },
  write: function* (world) {
    for (const fact of world.all('absence')) yield { id: fact.id, person: fact.person, absence: fact.absence, ...spanWritten(fact, world) }
  },
}
