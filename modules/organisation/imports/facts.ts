/** `facts` about units: what a limit hangs on, who serves whom, what is kept in place of a separation of duties. */
import { Cells } from '../../../platform/imports/cells.ts'
import type { ImportKind, RowResult } from '../../../platform/imports/import-kind.ts'
import type { ImportWorld } from '../../../platform/imports/import-world.ts'
import { listed, yesNo } from '../../../platform/imports/written.ts'
import { idOf, optional, span, spanWritten } from './columns.ts'

function mattersOf(cells: Cells): readonly string[] {
  const matters = cells.list('matters')
  if (matters.length === 0) cells.wrong('matters', 'missing', 'matters is empty.', 'Name the matters it is about.')
  for (const matter of matters) cells.known('matters', 'matter', matter)
  return matters
}

function entityOf(cells: Cells, column = 'entity'): string {
  const entity = cells.id(column)
  cells.known(column, 'entity', entity)
  return entity
}

/** Two values of one fact at one time would be none. */
function readFact(cells: Cells, world: ImportWorld): RowResult {
  const [entity, key, value] = [entityOf(cells), cells.needed('key', 100), cells.line('value', 500) ?? 'true']
  const { effectiveFrom, effectiveTo } = cells.span()
  const id = idOf(cells, [entity, key], effectiveFrom, world)
  for (const other of world.all('unit-fact')) {
    const apart =
      other.id === id || other.entity !== entity || other.key !== key ||
      (other.effectiveTo ?? Infinity) <= (effectiveFrom ?? -Infinity) || (effectiveTo ?? Infinity) <= (other.effectiveFrom ?? -Infinity)
    if (!apart) cells.wrong('effective_from', 'overlapping', `${other.id} says ${key} of ${entity} for a part of these days.`, 'Let one end before the other.')
  }
  return cells.result(() => [{ kind: 'unit-fact', id, entity, key, value, effectiveFrom, effectiveTo }])
}

function readArrangement(cells: Cells, world: ImportWorld): RowResult {
  const [client, provider, matters] = [entityOf(cells), entityOf(cells, 'provider'), mattersOf(cells)]
  if (client !== '' && client === provider) cells.wrong('provider', 'same-entity', 'It would serve itself.', 'Name another provider.')
  const { effectiveFrom, effectiveTo } = cells.span()
  const id = idOf(cells, ['arrangement', provider, client], effectiveFrom, world)
  const decides = cells.flag('decides', false)
  return cells.result(() => [{ kind: 'arrangement', id, provider, client, matters, decides, effectiveFrom, effectiveTo }])
}

/** A control has an owner and an expiry (rule 17). */
function readControl(cells: Cells, world: ImportWorld): RowResult {
  const entity = entityOf(cells)
  const [one = '', two = '', ...more] = mattersOf(cells)
  if (two === '' || one === two || more.length > 0)
    cells.wrong('matters', 'not-a-pair', 'A control stands in place of keeping two matters apart.', 'Name two matters.')
  const owner = cells.id('owner')
  cells.knownAmong('owner', ['person', 'post'], owner)
  if (!cells.has('effective_to')) cells.wrong('effective_to', 'missing', 'A control is for a time.', 'Fill in its last day.')
  const { effectiveFrom, effectiveTo } = cells.span()
  const id = idOf(cells, ['control', entity, one, two], effectiveFrom, world)
  const description = cells.needed('description', 2000)
  return cells.result(() => [{ kind: 'control', id, entity, matters: [one, two], owner, description, effectiveFrom, effectiveTo }])
}

export const factsKind: ImportKind = {
  kind: 'facts',
  about:
    'Facts about units that limits hang on; service arrangements between units; controls where a unit is too small to keep two matters apart.',
  columns: [
    optional('type', 'fact (default), arrangement or control.', 'fact'),
    optional('id', 'Identity; empty = made of what it says and the first day.'),
    { name: 'entity', required: true, about: 'The unit; of an arrangement, the one that is served.', example: 'lake-mission', aliases: ['client'] },
    optional('key', 'Facts: what is said of it.', 'tender-exempt'),
    optional('value', 'Facts: the value; empty = true.', 'true'),
    optional('provider', 'Arrangements: the unit that serves.'),
    optional('matters', 'Arrangements: what it serves in. Controls: the two matters one person may exercise.'),
    optional('decides', 'Arrangements: yes where the provider decides under authority of its own; no (default) where it executes.', 'no'),
    optional('owner', 'Controls: person or post that answers for it.'),
    optional('description', 'Controls: what is done instead.'),
    ...span,
  ],
  read: (row, world) => {
    const cells = new Cells(row, world)
    switch (cells.choice('type', ['fact', 'arrangement', 'control'], 'fact')) {
      case 'fact': return readFact(cells, world)
      case 'arrangement': return readArrangement(cells, world)
      case 'control': return readControl(cells, world)
    }
  },
  write: function* (world) {
    for (const fact of world.all('unit-fact'))
      yield { type: 'fact', id: fact.id, entity: fact.entity, key: fact.key, value: fact.value, ...spanWritten(fact, world) }
    for (const fact of world.all('arrangement')) {
      yield {
        type: 'arrangement', id: fact.id, entity: fact.client, provider: fact.provider, matters: listed(fact.matters),
        decides: yesNo(fact.decides), ...spanWritten(fact, world),
      }
    }
    for (const fact of world.all('control')) {
      yield {
        type: 'control', id: fact.id, entity: fact.entity, matters: listed(fact.matters), owner: fact.owner,
        description: fact.description, ...spanWritten(fact, world),
      }
    }
  },
}
