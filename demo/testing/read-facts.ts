/** Reads the demonstration's files into facts, for its tests: what the importer would make of them, without a database. */
import { parse } from 'csv-parse/sync'

import type { IssueWorld } from '../../kernel/authority/issue.ts'
import type { Box, DelegationFact, Fact, FactKind, Holder, Instant } from '../../kernel/authority/model.ts'
import { endOfDay, startOfDay } from '../../kernel/time/instants.ts'
import type { FileKind } from '../batch.ts'

export type Cells = Readonly<Record<string, string>>

export const read = (csv: string): readonly Cells[] => parse(csv, { columns: true }) as Cells[]
const cell = (row: Cells, column: string): string | null => row[column] || null
const list = (row: Cells, column: string): readonly string[] => row[column]?.split(';').filter(Boolean) ?? []
const instant = (text: string | null): Instant | null =>
  (text === null ? null : text.includes('T') ? Date.parse(text) : startOfDay(text, 'UTC'))
const start = (row: Cells): Instant => instant(cell(row, 'effective_from')) ?? Date.parse('2010-01-01')
const end = (row: Cells): Instant | null => (cell(row, 'effective_to') ? endOfDay(row.effective_to ?? '', 'UTC') : null)
const span = (row: Cells) => ({ effectiveFrom: instant(cell(row, 'effective_from')), effectiveTo: end(row) })
const needed = (row: Cells, column: string): string => {
  const value = cell(row, column)
  if (value === null) throw new Error(`${column} is empty in ${JSON.stringify(row)}`)
  return value
}

function boxesOf(row: Cells): readonly Box[] {
  const written = cell(row, 'limits')
  if (written !== null) return JSON.parse(written) as Box[]
  const [upTo, grade, term, funds] = [cell(row, 'up_to'), cell(row, 'grade'), cell(row, 'term_months'), list(row, 'funds')]
  const box: Box = {
    ...(upTo && { amount: { currency: needed(row, 'currency'), upTo } }), ...(grade && { grade }), ...(term && { term: Number(term) }),
    ...(funds.length > 0 && { funds }),
  }
  return Object.keys(box).length > 0 ? [box] : []
}

function holderOf(row: Cells): Holder {
  const [person, post] = [cell(row, 'person'), cell(row, 'post')]
  if (person !== null) return post === null ? { kind: 'person', person } : { kind: 'person-in-post', person, post }
  return { kind: 'post', post: needed(row, 'post') }
}

const invented = { kind: 'invented' } as const

function delegationOf(row: Cells): DelegationFact {
  const depth = Number(needed(row, 'subdelegate_depth'))
  return {
    kind: 'delegation', id: needed(row, 'id'), instrument: needed(row, 'instrument'), line: Number(row.line), parent: cell(row, 'parent'),
    legalBasis: cell(row, 'legal_basis'),
    holder: holderOf(row), matter: needed(row, 'matter'), entities: list(row, 'entity'), limits: boxesOf(row),
    mayExercise: row.may_exercise === 'yes',
    subdelegation: depth === 0 ? null : {
      depth, limits: null, ownEntityOnly: row.subdelegate_own_entity === 'yes', lowestGrade: cell(row, 'subdelegate_lowest_grade'),
      endRequired: row.subdelegate_end_required === 'yes',
    },
    conditions: null, effectiveFrom: start(row), effectiveTo: end(row), preparedBy: cell(row, 'prepared_by'),
    decidedBy: cell(row, 'decided_by'), signedBy: needed(row, 'signed_by'),
    signedAs: needed(row, 'signed_as'), communicatedBy: null, signedAt: instant(cell(row, 'signed_on')),
    acceptedBy: cell(row, 'accepted_by'), acceptedAt: instant(cell(row, 'accepted_on')),
    confirmedBy: cell(row, 'confirmed_by') ?? needed(row, 'signed_by'), endedAt: instant(cell(row, 'ended_on')),
    endReason: row.end_reason === 'revoked' ? 'revoked' : row.end_reason === 'withdrawn' ? 'withdrawn' : null,
    fallsAt: null, suspensions: [], provenance: invented,
  }
}

function matterOf(row: Cells): Fact {
  const id = needed(row, 'id')
  if (row.type === 'framework') {
    return { kind: 'framework', id, title: needed(row, 'name'), zone: 'UTC', grades: list(row, 'grades'), fallDefault: 'falls',
      longestActingDays: 180, acceptWithinDays: 30, ...span(row) }
  }
  return {
    kind: 'matter', id, framework: needed(row, 'framework'), area: needed(row, 'area'), name: needed(row, 'name'), names: {},
    description: needed(row, 'description'),
    rules: row.rules === 'staff' ? 'staff' : 'financial', citation: needed(row, 'citation'),
    acceptance: row.acceptance === 'after' ? 'after' : 'before-use',
    delegable: row.delegable === 'no' ? 'no' : row.delegable === 'once' ? 'once' : 'yes', reservedTo: needed(row, 'reserved_to'),
    personalOnly: row.personal_only === 'yes',
    dimensions: [], basis: 'act', prerequisites: list(row, 'prerequisites').map((text) => {
      const [credential = '', lapse, days] = text.split(':')
      return { credential, onLapse: lapse === 'blocks-issue' ? 'blocks-issue' : lapse === 'grace' ? 'grace' : 'blocks-exercise',
        graceDays: Number(days ?? 0) }
    }), preconditions: [], advisers: [], notChecked: [], obligations: [], provenance: invented, ...span(row),
  }
}

export const factOf: Record<FileKind, (row: Cells) => Fact> = {
  organisation: (row) => row.type === 'post'
    ? { kind: 'post', id: needed(row, 'id'), entity: needed(row, 'parent'), title: needed(row, 'name'), titles: {},
      grade: cell(row, 'grade'), heads: row.head === 'yes', ...span(row) }
    : { kind: 'entity', id: needed(row, 'id'), name: needed(row, 'name'), names: {}, parent: cell(row, 'parent'),
      category: needed(row, 'category'),
        rules: list(row, 'rules').map((rule) => (rule === 'staff' ? 'staff' : 'financial')), provenance: invented, ...span(row) },
  people: (row) => ({ kind: 'person', id: needed(row, 'id'), name: needed(row, 'name'), staff: row.staff === 'yes',
    email: cell(row, 'email'), ...span(row) }),
  assignments: (row) => ({ kind: 'assignment', id: needed(row, 'id'), person: needed(row, 'person'), post: needed(row, 'post'),
    assignment: row.kind === 'acting' ? 'acting' : row.kind === 'officer-in-charge' ? 'officer-in-charge' : 'substantive',
    instrument: cell(row, 'instrument'), excludes: [], ...span(row) }),
  credentials: (row) => ({ kind: 'credential', id: needed(row, 'id'), person: needed(row, 'person'), credential: needed(row, 'credential'),
    ...span(row) }),
  bodies: (row) => ({ kind: 'body', id: needed(row, 'id'), name: needed(row, 'name'), names: {}, entity: needed(row, 'entity'),
    quorum: Number(row.quorum), ...span(row) }),
  catalogue: matterOf,
  delegations: delegationOf,
}

/** Facts by kind and id, as the last batch left them. */
export class Loaded implements IssueWorld {
  private readonly facts = new Map<FactKind, Map<string, Fact>>()

  take(fact: Fact): void {
    this.facts.set(fact.kind, (this.facts.get(fact.kind) ?? new Map<string, Fact>()).set(fact.id, fact))
  }

  get<K extends FactKind>(kind: K, id: string): Extract<Fact, { kind: K }> | null {
    return (this.facts.get(kind)?.get(id) ?? null) as Extract<Fact, { kind: K }> | null
  }

  all<K extends FactKind>(kind: K): readonly Extract<Fact, { kind: K }>[] {
    return [...(this.facts.get(kind)?.values() ?? [])] as Extract<Fact, { kind: K }>[]
  }
}
