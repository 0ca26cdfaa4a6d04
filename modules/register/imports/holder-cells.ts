/** Who holds a line, as cells: a person, a post, a person in a post, a body, a class, or posts jointly (rule 6). */
import type { Holder } from '../../../kernel/authority/model.ts'
import type { Cells } from '../../../platform/imports/cells.ts'
import type { Row } from '../../../platform/imports/import-kind.ts'
import { listed } from '../../../platform/imports/written.ts'

const kinds = {
  'a person or post': ['person', 'post'],
  'a body': ['body'],
  'a class': ['class_grade', 'class_entity'],
  'posts jointly': ['joint_posts', 'joint_needed'],
} as const

const nobody: Holder = { kind: 'post', post: '' }

function classOf(cells: Cells): Holder {
  const [grade, entity] = [cells.needed('class_grade', 40), cells.id('class_entity')]
  cells.grade('class_grade', grade === '' ? null : grade)
  cells.known('class_entity', 'entity', entity)
  return { kind: 'class', grade, entity }
}

function jointOf(cells: Cells): Holder {
  const posts = cells.list('joint_posts')
  for (const post of posts) cells.known('joint_posts', 'post', post)
  if (new Set(posts).size < Math.max(posts.length, 2))
    cells.wrong('joint_posts', 'not-several', 'Several posts hold it jointly.', 'Name two posts or more, each once.')
  const needed = cells.has('joint_needed') ? (cells.count('joint_needed', 1, Math.max(posts.length, 1)) ?? posts.length) : posts.length
  return { kind: 'joint', posts, needed }
}

export function holderOf(cells: Cells): Holder {
  const said = Object.entries(kinds).filter(([, columns]) => columns.some((column) => cells.has(column)))
  if (said.length === 0) {
    cells.wrong('person', 'missing', 'Nobody holds it.',
      'Fill in person, post, both (the person in that post), body, class_grade and class_entity, or joint_posts.')
    return nobody
  }
  if (said.length > 1) {
    cells.wrong(said[1]![1][0]!, 'two-holders', `It is held by ${said.map(([words]) => words).join(' and by ')}.`, 'Leave the others empty.')
    return nobody
  }
  if (cells.has('class_grade') || cells.has('class_entity')) return classOf(cells)
  if (cells.has('joint_posts') || cells.has('joint_needed')) return jointOf(cells)
  const [person, post, body] = [cells.text('person', 200), cells.text('post', 200), cells.text('body', 200)]
  cells.known('person', 'person', person)
  cells.known('post', 'post', post)
  cells.known('body', 'body', body)
  if (body !== null) return { kind: 'body', body }
  if (person !== null && post !== null) return { kind: 'person-in-post', person, post }
  return person !== null ? { kind: 'person', person } : { kind: 'post', post: post ?? '' }
}

export function holderWritten(holder: Holder): Row {
  switch (holder.kind) {
    case 'person': return { person: holder.person }
    case 'post': return { post: holder.post }
    case 'person-in-post': return { person: holder.person, post: holder.post }
    case 'body': return { body: holder.body }
    case 'class': return { class_grade: holder.grade, class_entity: holder.entity }
    case 'joint': return { joint_posts: listed(holder.posts), joint_needed: String(holder.needed) }
  }
}
