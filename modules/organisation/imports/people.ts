/** `people` and `assignments`. */
import { Cells } from '../../../platform/imports/cells.ts'
import type { ImportKind } from '../../../platform/imports/import-kind.ts'
import { listed, orNothing, yesNo } from '../../../platform/imports/written.ts'
import { idOf, span, spanWritten } from './columns.ts'

export const peopleKind: ImportKind = {
  kind: 'people',
  about: 'People: one name field in any script; staff of the organisation or of a partner.',
  columns: [
    { name: 'id', required: true, about: 'Identity, stable across changes.', example: 'amina-diallo', aliases: ['person'] },
    { name: 'name', required: true, about: 'The whole name as the person writes it.', example: 'Amina Diallo' },
    {
      name: 'staff',
      required: false,
      about: 'no for people of partner organisations, who are outside the framework; empty = yes.',
      example: 'yes',
    },
    { name: 'email', required: false, about: 'Address for notices.', example: '', aliases: ['mail', 'e-mail'] },
    ...span,
  ],
  read: (row, world) => {
    const cells = new Cells(row, world)
    const fact = {
      kind: 'person' as const,
      id: cells.id(),
      name: cells.needed('name'),
      staff: cells.flag('staff', true),
      email: cells.text('email', 300),
      ...cells.span(),
    }
    if (fact.email !== null && !/^[^\s@]+@[^\s@]+$/.test(fact.email))
      cells.wrong('email', 'not-an-address', 'This is not a mail address.', 'Write name@example.org, or leave it empty.')
    return cells.result(() => [fact])
  },
  write: function* (world) {
    for (const fact of world.all('person')) {
      yield {
        id: fact.id,
        name: fact.name,
        staff: yesNo(fact.staff),
        email: orNothing(fact.email),
        ...spanWritten(fact, world),
      }
    }
  },
}

const kinds = ['substantive', 'acting', 'officer-in-charge'] as const

export const assignmentsKind: ImportKind = {
  kind: 'assignments',
  about: 'Who holds which post, from when to when, and whether substantively.',
  columns: [
    { name: 'id', required: false, about: 'Identity; empty = made of person, post, kind and first day.', example: '' },
    { name: 'person', required: true, about: 'Id of the person.', example: 'amina-diallo' },
    { name: 'post', required: true, about: 'Id of the post.', example: 'lake-mission.head' },
    {
      name: 'kind',
      required: false,
      about: 'substantive (default), acting or officer-in-charge.',
      example: 'substantive',
      aliases: ['assignment'],
    },
    {
      name: 'instrument',
      required: false,
      about: 'The recorded act that lets an acting holder or officer-in-charge decide; without it status grants nothing.',
      example: '',
    },
    { name: 'excludes', required: false, about: 'Matters an acting holder may not decide.', example: '' },
    { name: 'contract', required: false, about: 'Kind of contract the person serves under.', example: 'fixed-term' },
    ...span.map((column) => (column.name === 'effective_from' ? { ...column, required: true } : column)),
  ],
  read: (row, world) => {
    const cells = new Cells(row, world)
    const person = cells.id('person')
    const post = cells.id('post')
    cells.known('person', 'person', person)
    cells.known('post', 'post', post)
    const excludes = cells.list('excludes')
    for (const matter of excludes) cells.known('excludes', 'matter', matter)
    const assignment = cells.choice('kind', kinds, 'substantive')
    if (!cells.has('effective_from')) cells.wrong('effective_from', 'missing', 'effective_from is empty.', 'Fill in the first day.')
    const { effectiveFrom, effectiveTo } = cells.span()
    const id = idOf(cells, [person, post, assignment], effectiveFrom, world)
    const fact = {
      kind: 'assignment' as const,
      id,
      person,
      post,
      assignment,
      instrument: cells.text('instrument', 200),
      excludes,
      contract: cells.text('contract', 100),
      effectiveFrom,
      effectiveTo,
    }
    return cells.result(() => [fact])
  },
  write: function* (world) {
    for (const fact of world.all('assignment')) {
      yield {
        id: fact.id,
        person: fact.person,
        post: fact.post,
        kind: fact.assignment,
        instrument: orNothing(fact.instrument),
        excludes: listed(fact.excludes),
        contract: orNothing(fact.contract),
        ...spanWritten(fact, world),
      }
    }
  },
}
