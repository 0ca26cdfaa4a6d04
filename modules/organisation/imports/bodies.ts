/** `bodies`: committees and councils, and the minutes of what they decided. */
import { Cells } from '../../../platform/imports/cells.ts'
import type { ImportKind, RowResult } from '../../../platform/imports/import-kind.ts'
import type { ImportWorld } from '../../../platform/imports/import-world.ts'
import { firstDay, listed, namesWritten, orNothing, yesNo } from '../../../platform/imports/written.ts'
import { optional, span, spanWritten } from './columns.ts'

function readBody(cells: Cells): RowResult {
  const entity = cells.id('entity')
  cells.known('entity', 'entity', entity)
  const members = cells.list('members')
  for (const post of members) cells.known('members', 'post', post)
  const fact = {
    kind: 'body' as const,
    id: cells.id(),
    name: cells.needed('name'),
    names: cells.names('name'),
    entity,
    quorum: cells.count('quorum', 1, 1000),
    members,
    ...cells.span(),
  }
  return cells.result(() => [fact])
}

/** A minute stands from when the body met. */
function readMinute(cells: Cells, world: ImportWorld): RowResult {
  const [body, matter] = [cells.id('body'), cells.id('matter')]
  cells.known('body', 'body', body)
  cells.known('matter', 'matter', matter)
  const people = (column: string): readonly string[] => {
    const list = cells.list(column)
    for (const person of list) cells.known(column, 'person', person)
    if (new Set(list).size < list.length) cells.wrong(column, 'twice', 'Somebody is named twice.', 'Name each person once.')
    return list
  }
  const [present, recused] = [people('present'), people('recused')]
  if (!cells.has('held_on')) cells.wrong('held_on', 'missing', 'held_on is empty.', 'Fill in the day or instant of the meeting.')
  const heldAt = cells.from('held_on')
  if (heldAt !== null && heldAt > world.now) cells.wrong('held_on', 'in-the-future', 'The body has not met yet.', 'Correct the day.')
  const fact = {
    kind: 'minute' as const,
    id: cells.id(),
    body,
    matter,
    heldAt: heldAt ?? 0,
    circulated: cells.flag('circulated', false),
    present,
    recused,
    subject: cells.line('subject', 200),
    effectiveFrom: null,
    effectiveTo: null,
  }
  return cells.result(() => [fact])
}

export const bodiesKind: ImportKind = {
  kind: 'bodies',
  about: 'Committees and councils that decide or advise as a body, and the minutes of what they decided.',
  columns: [
    optional('type', 'body (default) or minute.', 'body'),
    { name: 'id', required: true, about: 'Identity, stable across changes; a minute’s number.', example: 'contracts-committee' },
    optional('name', 'Bodies (always): name of the body.', 'Committee on Contracts'),
    ...(['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const).map((language) => optional(`name_${language}`, `The name in the language ${language}.`)),
    optional('entity', 'Bodies (always): entity it belongs to.', 'organisation'),
    optional('quorum', 'Bodies: how many members must be present.', '3'),
    optional('members', 'Bodies: posts whose holders are members.', 'head;deputy'),
    optional('body', 'Minutes (always): the body that met.'),
    optional('matter', 'Minutes (always): the matter it decided on.'),
    optional('held_on', 'Minutes (always): day or instant of the meeting.'),
    optional('circulated', 'Minutes: yes where it decided by circulation.', 'no'),
    optional('present', 'Minutes: persons present.'),
    optional('recused', 'Minutes: persons who stood back.'),
    optional('subject', 'Minutes: contract, requirement or case it decided on; empty = not said.'),
    ...span,
  ],
  above: 'body',
  read: (row, world) => {
    const cells = new Cells(row, world)
    return cells.choice('type', ['body', 'minute'], 'body') === 'minute' ? readMinute(cells, world) : readBody(cells)
  },
  write: function* (world) {
    for (const fact of world.all('body')) {
      yield {
        type: 'body',
        id: fact.id,
        name: fact.name,
        ...namesWritten('name', fact.names),
        entity: fact.entity,
        quorum: orNothing(fact.quorum),
        members: listed(fact.members),
        ...spanWritten(fact, world),
      }
    }
    for (const fact of world.all('minute')) {
      yield {
        type: 'minute',
        id: fact.id,
        body: fact.body,
        matter: fact.matter,
        held_on: firstDay(fact.heldAt, world.zone),
        circulated: yesNo(fact.circulated),
        present: listed(fact.present),
        recused: listed(fact.recused),
        subject: orNothing(fact.subject),
      }
    }
  },
}
