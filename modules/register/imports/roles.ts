/** `roles` people have in another system, as read from it, and which matter each role exercises (drift). */
import type { RoleFact, RoleMapFact } from '../../../kernel/authority/model.ts'
import { Cells } from '../../../platform/imports/cells.ts'
import type { ImportKind, RowResult } from '../../../platform/imports/import-kind.ts'
import { firstDay, lastDay, orNothing } from '../../../platform/imports/written.ts'

function readRole(cells: Cells): RowResult {
  const [system, role, person, entity] = [cells.id('system'), cells.id('role'), cells.id('person'), cells.text('entity', 200)]
  cells.known('person', 'person', person)
  cells.known('entity', 'entity', entity)
  const fact: RoleFact = {
    kind: 'role', id: cells.has('id') ? cells.id() : [system, person, role, entity ?? ''].join('/'), system, person, role, entity, ...cells.span(),
  }
  return cells.result(() => [fact])
}

function readMap(cells: Cells): RowResult {
  const [system, role, matter] = [cells.id('system'), cells.id('role'), cells.id('matter')]
  cells.known('matter', 'matter', matter)
  const fact: RoleMapFact = {
    kind: 'role-map', id: cells.has('id') ? cells.id() : [system, role, matter].join('/'), system, role, matter, ...cells.span(),
  }
  return cells.result(() => [fact])
}

export const rolesKind: ImportKind = {
  kind: 'roles',
  about: 'Roles people have in another system (an ERP), and the map from its roles to matters: the register is held against them.',
  columns: [
    { name: 'type', required: false, about: 'role (default) or map.', example: 'role' },
    { name: 'id', required: false, about: 'Identity; empty = made of the other columns.', example: '' },
    { name: 'system', required: true, about: 'The other system.', example: 'erp' },
    { name: 'role', required: true, about: 'The role as it is called there.', example: 'MM_APPROVER_2' },
    { name: 'person', required: false, about: 'Roles (always): id of the person who has it.', example: 'amina-diallo', aliases: ['user'] },
    { name: 'entity', required: false, about: 'Roles: where it applies; empty = everywhere.', example: 'lake-mission' },
    { name: 'matter', required: false, about: 'Maps (always): the matter the role exercises.', example: '' },
    { name: 'effective_from', required: false, about: 'First day; empty = always.', example: '2024-01-01' },
    { name: 'effective_to', required: false, about: 'Last day, inclusive; empty = no end.', example: '' },
  ],
  read: (row, world) => {
    const cells = new Cells(row, world)
    return cells.choice('type', ['role', 'map'], 'role') === 'map' ? readMap(cells) : readRole(cells)
  },
  write: function* (world) {
    const span = (fact: RoleFact | RoleMapFact) => ({
      effective_from: firstDay(fact.effectiveFrom, world.zone), effective_to: lastDay(fact.effectiveTo, world.zone),
    })
    for (const fact of world.all('role-map'))
      yield { type: 'map', id: fact.id, system: fact.system, role: fact.role, matter: fact.matter, ...span(fact) }
    for (const fact of world.all('role')) {
      yield {
        type: 'role', id: fact.id, system: fact.system, role: fact.role, person: fact.person, entity: orNothing(fact.entity), ...span(fact),
      }
    }
  },
}
