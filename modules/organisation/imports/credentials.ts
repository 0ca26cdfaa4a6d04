/** `credentials`: what people hold, and where somebody with authority let a missing one go for a time. */
import { Cells } from '../../../platform/imports/cells.ts'
import type { ImportKind, RowResult } from '../../../platform/imports/import-kind.ts'
import type { ImportWorld } from '../../../platform/imports/import-world.ts'
import { orNothing } from '../../../platform/imports/written.ts'
import { idOf, optional, span, spanWritten } from './columns.ts'

/** A waiver without an end would do away with the prerequisite (rule 15). */
function readWaiver(cells: Cells, world: ImportWorld): RowResult {
  const [person, credential] = [cells.id('person'), cells.id('credential')]
  cells.known('person', 'person', person)
  const matter = cells.text('matter', 200)
  cells.known('matter', 'matter', matter)
  const grantedBy = cells.id('granted_by')
  cells.known('granted_by', 'person', grantedBy)
  if (grantedBy !== '' && grantedBy === person)
    cells.wrong('granted_by', 'own-waiver', 'Nobody waives a prerequisite for themselves.', 'Name the person who granted it.')
  if (!cells.has('effective_to')) cells.wrong('effective_to', 'missing', 'A waiver is for a time.', 'Fill in its last day.')
  const { effectiveFrom, effectiveTo } = cells.span()
  const id = idOf(cells, ['waiver', person, credential, matter], effectiveFrom, world)
  const reason = cells.needed('reason', 2000)
  return cells.result(() => [{ kind: 'waiver', id, person, credential, matter, grantedBy, reason, effectiveFrom, effectiveTo }])
}

function readCredential(cells: Cells, world: ImportWorld): RowResult {
  const [person, credential] = [cells.id('person'), cells.id('credential')]
  cells.known('person', 'person', person)
  const { effectiveFrom, effectiveTo } = cells.span()
  const id = idOf(cells, [person, credential], effectiveFrom, world)
  return cells.result(() => [{ kind: 'credential', id, person, credential, effectiveFrom, effectiveTo }])
}

export const credentialsKind: ImportKind = {
  kind: 'credentials',
  about:
    'Certificates, training and declarations people hold, with when they lapse: the register checks them as prerequisites. ' +
    'Waivers of a prerequisite, for a time and under authority.',
  columns: [
    optional('type', 'credential (default) or waiver.', 'credential'),
    optional('id', 'Identity; empty = made of person, credential and first day.'),
    { name: 'person', required: true, about: 'Id of the person.', example: 'amina-diallo' },
    { name: 'credential', required: true, about: 'What is held, or waived.', example: 'procurement-certificate' },
    optional('matter', 'Waivers: the matter it is waived for; empty = every matter that wants it.'),
    optional('granted_by', 'Waivers: the person who granted it.'),
    optional('reason', 'Waivers: why.'),
    ...span,
  ],
  read: (row, world) => {
    const cells = new Cells(row, world)
    return cells.choice('type', ['credential', 'waiver'], 'credential') === 'waiver' ? readWaiver(cells, world) : readCredential(cells, world)
  },
  write: function* (world) {
    for (const fact of world.all('credential'))
      yield { type: 'credential', id: fact.id, person: fact.person, credential: fact.credential, ...spanWritten(fact, world) }
    for (const fact of world.all('waiver')) {
      yield {
        type: 'waiver', id: fact.id, person: fact.person, credential: fact.credential, matter: orNothing(fact.matter),
        granted_by: fact.grantedBy, reason: fact.reason, ...spanWritten(fact, world),
      }
    }
  },
}
