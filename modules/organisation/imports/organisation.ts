/** `organisation`: entities, posts and places in one file. */
import type { EntityFact, PlaceFact, PostFact, RuleSet } from '../../../kernel/authority/model.ts'
import { Cells } from '../../../platform/imports/cells.ts'
import type { ImportKind, Row, RowResult } from '../../../platform/imports/import-kind.ts'
import type { ImportWorld } from '../../../platform/imports/import-world.ts'
import { listed, namesWritten, orNothing, sourceWritten, yesNo } from '../../../platform/imports/written.ts'
import { spanWritten } from './columns.ts'

const languages = ['ar', 'zh', 'fr', 'ru', 'es'] as const

function rulesOf(cells: Cells): RuleSet[] {
  return cells.list('rules').flatMap((rule): RuleSet[] => {
    if (rule === 'staff' || rule === 'financial') return [rule]
    cells.wrong(
      'rules',
      'not-a-choice',
      `"${rule.slice(0, 40)}" is not a set of rules.`,
      'Write staff, financial, or staff;financial; leave it empty for outside the framework.',
    )
    return []
  })
}

function readEntity(cells: Cells, world: ImportWorld): RowResult {
  const id = cells.id()
  const parent = cells.text('parent', 200)
  cells.known('parent', 'entity', parent)
  if (parent !== null && leadsBack(world, 'entity', id, parent))
    cells.wrong('parent', 'cycle', `${id} would lie below itself.`, 'Give another parent.')
  const fact: EntityFact = {
    kind: 'entity',
    id,
    name: cells.needed('name'),
    names: cells.names('name'),
    parent,
    category: cells.text('category', 100) ?? 'unclassified',
    rules: rulesOf(cells),
    provenance: cells.provenance(),
    ...cells.span(),
  }
  return cells.result(() => [fact])
}

/** Whether climbing from `from` comes to `id`. */
function leadsBack(world: ImportWorld, kind: 'entity' | 'place', id: string, from: string): boolean {
  let above: string | null = from
  for (const seen = new Set<string>(); above !== null && !seen.has(above);) {
    if (above === id) return true
    seen.add(above)
    above = world.get(kind, above)?.parent ?? null
  }
  return false
}

function readPlace(cells: Cells, world: ImportWorld): RowResult {
  const id = cells.id()
  const parent = cells.text('parent', 200)
  cells.known('parent', 'place', parent)
  if (parent !== null && leadsBack(world, 'place', id, parent))
    cells.wrong('parent', 'cycle', `${id} would lie below itself.`, 'Give another parent.')
  const fact: PlaceFact = { kind: 'place', id, name: cells.needed('name'), names: cells.names('name'), parent, ...cells.span() }
  return cells.result(() => [fact])
}

function readPost(cells: Cells): RowResult {
  const entity = cells.id('parent')
  cells.known('parent', 'entity', entity)
  const grade = cells.text('grade', 40)
  cells.grade('grade', grade)
  const fact: PostFact = {
    kind: 'post',
    id: cells.id(),
    entity,
    title: cells.needed('name'),
    titles: cells.names('name'),
    grade,
    heads: cells.flag('head', false),
    ...cells.span(),
  }
  return cells.result(() => [fact])
}

function read(row: Row, world: ImportWorld): RowResult {
  const cells = new Cells(row, world)
  switch (cells.choice('type', ['entity', 'post', 'place'], 'entity')) {
    case 'entity': return readEntity(cells, world)
    case 'post': return readPost(cells)
    case 'place': return readPlace(cells, world)
  }
}

function* write(world: ImportWorld): Iterable<Row> {
  for (const fact of world.all('entity')) {
    yield {
      type: 'entity',
      id: fact.id,
      name: fact.name,
      ...namesWritten('name', fact.names),
      parent: orNothing(fact.parent),
      category: fact.category,
      rules: listed(fact.rules),
      ...spanWritten(fact, world),
      source: sourceWritten(fact.provenance),
    }
  }
  for (const fact of world.all('post')) {
    yield {
      type: 'post',
      id: fact.id,
      name: fact.title,
      ...namesWritten('name', fact.titles),
      parent: fact.entity,
      grade: orNothing(fact.grade),
      head: yesNo(fact.heads),
      ...spanWritten(fact, world),
    }
  }
  for (const fact of world.all('place')) {
    yield {
      type: 'place',
      id: fact.id,
      name: fact.name,
      ...namesWritten('name', fact.names),
      parent: orNothing(fact.parent),
      ...spanWritten(fact, world),
    }
  }
}

export const organisationKind: ImportKind = {
  kind: 'organisation',
  about: 'Entities and posts: the tree of the organisation, what rules each entity stands under, and which post heads it. Places, a tree too.',
  columns: [
    { name: 'type', required: false, about: 'entity, post or place; empty = entity.', example: 'entity' },
    { name: 'id', required: true, about: 'Identity, stable across changes.', example: 'lake-mission', aliases: ['code'] },
    { name: 'name', required: true, about: 'The name of the entity or place, or the post’s title.', example: 'Lake Mission', aliases: ['title'] },
    ...languages.map((language) => ({
      name: `name_${language}`,
      required: false,
      about: `The name in the language ${language}.`,
      example: '',
    })),
    { name: 'name_en', required: false, about: 'The name in English, where `name` is in another language.', example: '' },
    {
      name: 'parent',
      required: false,
      about: 'The parent of an entity or place; the entity a post sits in.',
      example: 'organisation',
      aliases: ['entity'],
    },
    { name: 'category', required: false, about: 'Kind of entity, for comparing like with like.', example: 'peace-operation' },
    {
      name: 'rules',
      required: false,
      about: 'Rules the entity stands under: staff, financial or both; empty = outside the framework.',
      example: 'staff;financial',
    },
    { name: 'grade', required: false, about: 'The post’s grade, in the framework’s order.', example: 'D-1' },
    { name: 'head', required: false, about: 'yes where the post’s holder heads the entity.', example: 'yes', aliases: ['heads'] },
    { name: 'effective_from', required: false, about: 'First day; empty = always.', example: '2020-01-01' },
    { name: 'effective_to', required: false, about: 'Last day, inclusive; empty = no end.', example: '' },
    { name: 'source', required: false, about: '"invented", or what is quoted; empty = the organisation’s own.', example: '' },
  ],
  above: 'parent',
  read,
  write,
}
