/** `acts`: decisions that were taken, as the systems that took them report them, and ratifications of those that nobody had authority for. */
import type { Answer, ExerciseFact, Money, RatificationFact } from '../../../kernel/authority/model.ts'
import { Cells } from '../../../platform/imports/cells.ts'
import type { ImportKind, Row, RowResult } from '../../../platform/imports/import-kind.ts'
import type { ImportWorld } from '../../../platform/imports/import-world.ts'
import { firstDay, orNothing, pairsWritten, sourceWritten } from '../../../platform/imports/written.ts'
import { actColumns } from './act-columns.ts'

const answers = [
  'permitted', 'not-yet', 'refused', 'refer', 'reserved', 'outside', 'no-such-matter', 'before-register',
] as const satisfies readonly Answer[]

function amountOf(cells: Cells): Money | null {
  const [currency, value] = [cells.currency('currency'), cells.decimal('amount')]
  if (cells.has('currency') === cells.has('amount')) return currency === null || value === null ? null : { currency, value }
  const column = cells.has('currency') ? 'amount' : 'currency'
  cells.wrong(column, 'missing', 'An amount and its currency go together.', `Fill in ${column}, or empty the other.`)
  return null
}

/** Who decided: a person or a body, never both. */
function deciderOf(cells: Cells): Pick<ExerciseFact, 'person' | 'body'> {
  const [person, body] = [cells.text('person', 200), cells.text('body', 200)]
  cells.known('person', 'person', person)
  cells.known('body', 'body', body)
  if (person === null && body === null) cells.wrong('person', 'missing', 'Nobody decided it.', 'Fill in person or body.')
  if (person !== null && body !== null)
    cells.wrong('body', 'two-deciders', 'A person decided it, or a body.', 'Leave one of the two empty.')
  return { person, body }
}

function readAct(cells: Cells, world: ImportWorld): RowResult {
  const known = (column: string, kind: 'post' | 'delegation' | 'entity' | 'place'): string | null => {
    const id = cells.text(column, 200)
    cells.known(column, kind, id)
    return id
  }
  const matter = cells.id('matter')
  cells.known('matter', 'matter', matter)
  const grade = cells.text('grade', 40)
  cells.grade('grade', grade)
  if (!cells.has('decided_on')) cells.wrong('decided_on', 'missing', 'decided_on is empty.', 'Fill in the day or instant of the decision.')
  const decidedAt = cells.from('decided_on') ?? 0
  if (decidedAt > world.now) cells.wrong('decided_on', 'in-the-future', 'It has not been decided yet.', 'Correct the day.')
  const fact: ExerciseFact = {
    kind: 'exercise',
    id: cells.id(),
    ...deciderOf(cells),
    capacity: known('capacity', 'post'),
    matter,
    delegation: known('delegation', 'delegation'),
    entity: known('entity', 'entity'),
    amount: amountOf(cells),
    method: cells.line('method', 200),
    category: cells.line('category', 200),
    fund: cells.line('fund', 200),
    grade,
    term: cells.count('term_months', 0, 1200),
    place: known('place', 'place'),
    contract: cells.line('contract', 200),
    requirement: cells.line('requirement', 200),
    beneficiary: cells.line('beneficiary', 200),
    supplier: cells.line('supplier', 200),
    case: cells.line('case', 200),
    decidedAt,
    facts: cells.pairs('facts'),
    answer: cells.has('answer') ? cells.oneOf('answer', answers) : null,
    what: cells.text('what', 2000) ?? '',
    provenance: cells.provenance(),
    // It happened once, and is not true from some day to another.
    effectiveFrom: null,
    effectiveTo: null,
  }
  return cells.result(() => [fact])
}

/** A ratification counts from the day it was made, and is made by somebody else than it mends (rule 23). */
function readRatification(cells: Cells, world: ImportWorld): RowResult {
  const [exercise, ratifiedBy, delegation] = [cells.id('ratifies'), cells.id('person'), cells.id('delegation')]
  cells.known('ratifies', 'exercise', exercise)
  cells.known('person', 'person', ratifiedBy)
  cells.known('delegation', 'delegation', delegation)
  if (!cells.has('decided_on')) cells.wrong('decided_on', 'missing', 'decided_on is empty.', 'Fill in the day or instant of the ratification.')
  const at = cells.from('decided_on')
  const act = world.get('exercise', exercise)
  if (act !== null && at !== null && at < act.decidedAt)
    cells.wrong('decided_on', 'dates-reversed', 'It was ratified before it was decided.', 'Correct one of the two days.')
  if (act !== null && act.person === ratifiedBy)
    cells.wrong('person', 'own-act', 'Nobody ratifies what they decided themselves.', 'Name the competent official who ratified it.')
  const fact: RatificationFact = {
    kind: 'ratification', id: cells.id(), exercise, ratifiedBy, delegation, reason: cells.needed('what', 2000),
    effectiveFrom: at, effectiveTo: null,
  }
  return cells.result(() => [fact])
}

const actWritten = (fact: ExerciseFact, { zone }: ImportWorld): Row => ({
  type: 'act',
  id: fact.id,
  person: orNothing(fact.person),
  body: orNothing(fact.body),
  capacity: orNothing(fact.capacity),
  matter: fact.matter,
  delegation: orNothing(fact.delegation),
  entity: orNothing(fact.entity),
  currency: fact.amount?.currency,
  amount: fact.amount?.value,
  method: orNothing(fact.method),
  category: orNothing(fact.category),
  fund: orNothing(fact.fund),
  grade: orNothing(fact.grade),
  term_months: orNothing(fact.term),
  place: orNothing(fact.place),
  contract: orNothing(fact.contract),
  requirement: orNothing(fact.requirement),
  beneficiary: orNothing(fact.beneficiary),
  supplier: orNothing(fact.supplier),
  case: orNothing(fact.case),
  decided_on: firstDay(fact.decidedAt, zone),
  facts: pairsWritten(fact.facts),
  answer: orNothing(fact.answer),
  what: orNothing(fact.what),
  source: sourceWritten(fact.provenance),
})

export const actsKind: ImportKind = {
  kind: 'acts',
  about: 'Decisions taken, by whom, on what, for how much: totals, split decisions and the audit are read from them. Ratifications.',
  columns: actColumns,
  above: 'ratifies',
  read: (row, world) => {
    const cells = new Cells(row, world)
    return cells.choice('type', ['act', 'ratification'], 'act') === 'act' ? readAct(cells, world) : readRatification(cells, world)
  },
  write: function* (world) {
    for (const fact of world.all('exercise')) yield actWritten(fact, world)
    for (const fact of world.all('ratification')) {
      yield {
        type: 'ratification', id: fact.id, ratifies: fact.exercise, person: fact.ratifiedBy, delegation: fact.delegation, what: fact.reason,
        decided_on: firstDay(fact.effectiveFrom, world.zone),
      }
    }
  },
}
