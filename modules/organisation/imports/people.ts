/** `people`, `assignments`, `credentials` and `bodies`. */
import { Cells } from '../../../platform/imports/cells.ts'
import type { ImportColumn, ImportKind } from '../../../platform/imports/import-kind.ts'
import { firstDay, lastDay, listed, namesWritten, orNothing, yesNo } from '../../../platform/imports/written.ts'
import { dateOf } from '../../../kernel/time/instants.ts'

const span: readonly ImportColumn[] = [
  { name: 'effective_from', required: false, about: 'First day; empty = always.', example: '2020-01-01', aliases: ['from', 'start'] },
  { name: 'effective_to', required: false, about: 'Last day, inclusive; empty = no end.', example: '', aliases: ['to', 'until', 'end'] },
]

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
        effective_from: firstDay(fact.effectiveFrom, world.zone),
        effective_to: lastDay(fact.effectiveTo, world.zone),
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
    const assignment = cells.choice('kind', kinds, 'substantive')
    if (!cells.has('effective_from')) cells.wrong('effective_from', 'missing', 'effective_from is empty.', 'Fill in the first day.')
    const { effectiveFrom, effectiveTo } = cells.span()
    const id = cells.text('id', 200) ?? `${person}/${post}/${assignment}/${effectiveFrom === null ? '' : dateOf(effectiveFrom, world.zone)}`
    const fact = {
      kind: 'assignment' as const,
      id,
      person,
      post,
      assignment,
      instrument: cells.text('instrument', 200),
      excludes: cells.list('excludes'),
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
        effective_from: firstDay(fact.effectiveFrom, world.zone),
        effective_to: lastDay(fact.effectiveTo, world.zone),
      }
    }
  },
}

export const credentialsKind: ImportKind = {
  kind: 'credentials',
  about: 'Certificates, training and declarations people hold, with when they lapse: the register checks them as prerequisites.',
  columns: [
    { name: 'id', required: false, about: 'Identity; empty = made of person, credential and first day.', example: '' },
    { name: 'person', required: true, about: 'Id of the person.', example: 'amina-diallo' },
    { name: 'credential', required: true, about: 'What is held.', example: 'procurement-certificate' },
    ...span,
  ],
  read: (row, world) => {
    const cells = new Cells(row, world)
    const person = cells.id('person')
    cells.known('person', 'person', person)
    const credential = cells.id('credential')
    const { effectiveFrom, effectiveTo } = cells.span()
    const id = cells.text('id', 200) ?? `${person}/${credential}/${effectiveFrom === null ? '' : dateOf(effectiveFrom, world.zone)}`
    return cells.result(() => [{ kind: 'credential' as const, id, person, credential, effectiveFrom, effectiveTo }])
  },
  write: function* (world) {
    for (const fact of world.all('credential')) {
      yield {
        id: fact.id,
        person: fact.person,
        credential: fact.credential,
        effective_from: firstDay(fact.effectiveFrom, world.zone),
        effective_to: lastDay(fact.effectiveTo, world.zone),
      }
    }
  },
}

export const bodiesKind: ImportKind = {
  kind: 'bodies',
  about: 'Committees and councils that decide or advise as a body.',
  columns: [
    { name: 'id', required: true, about: 'Identity, stable across changes.', example: 'contracts-committee' },
    { name: 'name', required: true, about: 'Name of the body.', example: 'Committee on Contracts' },
    ...(['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const).map((language) => ({
      name: `name_${language}`,
      required: false,
      about: `The name in the language ${language}.`,
      example: '',
    })),
    { name: 'entity', required: true, about: 'Entity it belongs to.', example: 'organisation' },
    { name: 'quorum', required: false, about: 'How many members must be present.', example: '3' },
    { name: 'members', required: false, about: 'Posts whose holders are members.', example: 'head;deputy' },
    ...span,
  ],
  read: (row, world) => {
    const cells = new Cells(row, world)
    const entity = cells.id('entity')
    cells.known('entity', 'entity', entity)
    const fact = {
      kind: 'body' as const,
      id: cells.id(),
      name: cells.needed('name'),
      names: cells.names('name'),
      entity,
      quorum: cells.count('quorum', 1, 1000),
      members: cells.list('members'),
      ...cells.span(),
    }
    return cells.result(() => [fact])
  },
  write: function* (world) {
    for (const fact of world.all('body')) {
      yield {
        id: fact.id,
        name: fact.name,
        ...namesWritten('name', fact.names),
        entity: fact.entity,
        quorum: orNothing(fact.quorum),
        members: listed(fact.members),
        effective_from: firstDay(fact.effectiveFrom, world.zone),
        effective_to: lastDay(fact.effectiveTo, world.zone),
      }
    }
  },
}
