/** What the decision is, by the book: totals with earlier acts, rates, preconditions, minutes, relations. For the naive engine. */
import { parseDecimal } from '../amount.ts'
import type { Basis, ExerciseFact, Fact, FactKind, Instant, MatterFact, MinuteFact, Precondition, Question } from '../model.ts'
import { compared, decimal, exact, type Decision, type Exact } from './reference-limits.ts'

type Lasting = Exclude<FactKind, 'delegation'>

/** The record as it stood, as far as these rules look into it. */
export interface Book {
  readonly on: Instant
  /** Of each identity, the version last recorded by R. */
  all<K extends FactKind>(kind: K): readonly Extract<Fact, { kind: K }>[]
  effective<K extends Lasting>(kind: K, id: string): Extract<Fact, { kind: K }> | undefined
  under(entity: string, roots: readonly string[]): boolean
}

interface Span {
  readonly id: string
  readonly effectiveFrom: Instant | null
  readonly effectiveTo: Instant | null
}

const running = (fact: Span, at: Instant): boolean =>
  (fact.effectiveFrom ?? -Infinity) <= at && at < (fact.effectiveTo ?? Infinity)

/** The one that began last; of those that began together, the first by id. */
const latest = <F extends Span>(facts: readonly F[]): F | undefined =>
  [...facts].sort((a, b) => {
    const [one, other] = [a.effectiveFrom ?? -Infinity, b.effectiveFrom ?? -Infinity]
    return one === other ? (a.id < b.id ? -1 : 1) : one > other ? -1 : 1
  })[0]

/* ── Money ── */

function rate(book: Book, from: string, to: string, at: Instant): Exact | undefined {
  if (from === to) return exact(1n)
  const read = (text: string): Exact | undefined => {
    const [before = '', after = ''] = text.split('.')
    const n = BigInt(before + after)
    return n === 0n ? undefined : exact(n, 10n ** BigInt(after.length))
  }
  const recorded = (one: string, other: string): Exact | undefined => {
    const fact = latest(book.all('rate').filter(each => each.from === one && each.to === other && running(each, at)))
    return fact === undefined ? undefined : read(fact.rate)
  }
  const back = recorded(to, from)
  return recorded(from, to) ?? (back === undefined ? undefined : exact(back.d, back.n))
}

function worth(book: Book, currency: string, value: string, to: string, at: Instant): Exact | undefined {
  const at1 = rate(book, currency, to, at)
  return at1 === undefined ? undefined : exact(parseDecimal(value) * at1.n, at1.d)
}

function stated(book: Book, question: Question, fact: string, currency: string): Exact | undefined {
  const text = question.facts?.[fact]
  if (text === undefined) return undefined
  const [first = '', second] = text.split(' ')
  if (!/^\d+(\.\d+)?$/.test(second ?? first)) return undefined
  return second === undefined
    ? worth(book, question.amount?.currency ?? currency, first, currency, book.on)
    : worth(book, first, second, currency, book.on)
}

/* ── Earlier acts ── */

/** The year of D that begins on the first of `month`, in UTC. */
function yearBegan(on: Instant, month: number): Instant {
  const date = new Date(on)
  const year = date.getUTCMonth() + 1 >= month ? date.getUTCFullYear() : date.getUTCFullYear() - 1
  return Date.UTC(year, month - 1, 1)
}

/** `undefined`: it cannot be told which. */
function earlier(book: Book, question: Question, matter: MatterFact, basis: Basis, entity: string | undefined): ExerciseFact[] | undefined {
  const acts = book.all('exercise').filter(act => act.decidedAt <= book.on && act.id !== question.act)
  const area = (act: ExerciseFact): boolean => {
    const other = book.effective('matter', act.matter)
    return act.matter === matter.id || other === undefined || other.area === matter.area
  }
  switch (basis) {
    case 'act':
      return []
    case 'contract':
      return acts.filter(act => question.contract !== undefined && act.contract === question.contract && area(act))
    case 'requirement':
      return acts.filter(act => question.requirement !== undefined && act.requirement === question.requirement && area(act))
    case 'beneficiary-year':
      if (question.beneficiary === undefined) return undefined
      return acts.filter(
        act => act.matter === matter.id && act.beneficiary === question.beneficiary && act.decidedAt >= yearBegan(book.on, 1),
      )
    case 'financial-year': {
      if (entity === undefined) return undefined
      const begins = book.effective('framework', matter.framework)?.yearBegins ?? 1
      return acts.filter(
        act =>
          act.matter === matter.id && act.decidedAt >= yearBegan(book.on, begins) &&
          (act.entity === null || book.under(act.entity, [entity])),
      )
    }
  }
}

function total(
  book: Book, question: Question, matter: MatterFact, basis: Basis, currency: string, entity: string | undefined,
): Exact | undefined {
  const acts = earlier(book, question, matter, basis, entity)
  if (acts === undefined || question.amount === undefined) return undefined
  const parts = [
    worth(book, question.amount.currency, question.amount.value, currency, book.on),
    ...acts.flatMap(act => (act.amount === null ? [] : [worth(book, act.amount.currency, act.amount.value, currency, act.decidedAt)])),
  ]
  let sum = exact(0n)
  for (const part of parts) {
    if (part === undefined) return undefined
    sum = exact(sum.n * part.d + part.n * sum.d, sum.d * part.d)
  }
  if (basis === 'act' || question.facts?.['total'] === undefined) return sum
  const said = stated(book, question, 'total', question.amount.currency)
  const more = said === undefined ? undefined : stated(book, question, 'total', currency)
  return more === undefined ? undefined : compared(more, sum) > 0 ? more : sum
}

/** Of the unit, as the record knows it; else as the question says; else "false". */
function circumstance(book: Book, question: Question, key: string, entity: string | undefined): string {
  const ofUnit = latest(book.all('unit-fact').filter(fact => fact.entity === entity && fact.key === key && running(fact, book.on)))
  return ofUnit?.value ?? question.facts?.[key] ?? 'false'
}

/** The question as limits see it. */
export function decisionAsked(book: Book, question: Question, matter: MatterFact, entity: string | undefined): Decision {
  const { grade, method, category, fund, term, place } = question
  const said = { grade, method, category, fund, term, place }
  return {
    ...(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Partial<Decision>),
    on: book.on,
    amount: (basis, currency) => total(book, question, matter, basis, currency, entity),
    acts: basis => {
      const acts = earlier(book, question, matter, basis, entity)
      return acts === undefined ? undefined : acts.length + 1
    },
    stated: (fact, currency) => stated(book, question, fact, currency),
    fact: key => circumstance(book, question, key, entity),
  }
}

/* ── Conflicts of interest and minutes ── */

/** Why this person may not decide: they gain or supply it, or somebody they are related to does. */
export function conflicts(book: Book, question: Question, matter: MatterFact, person: string): string[] {
  const { beneficiary, supplier } = question
  if (beneficiary === person || supplier === person) return ['conflict-of-interest', ...(matter.area === 'procurement' ? ['own-purchase'] : [])]
  const relations = book.all('relation').filter(fact => running(fact, book.on))
  const isRelated = relations.some(
    fact =>
      [beneficiary, supplier].some(
        other =>
          other !== undefined && other !== person &&
          ((fact.person === person && fact.other === other) || (fact.person === other && fact.other === person)),
      ),
  )
  return isRelated ? ['conflict-of-interest'] : []
}

function minuteNamed(book: Book, question: Question): MinuteFact | undefined {
  const named = question.facts?.['minute']
  return question.body === undefined || named === undefined ? undefined : book.effective('minute', named)
}

const deciders = (minute: MinuteFact): string[] => [...new Set(minute.present)].filter(one => !minute.recused.includes(one))

/** Those who decided by the minute and had no business to. */
export function conflictsInBody(book: Book, question: Question, matter: MatterFact): string[] {
  const minute = minuteNamed(book, question)
  if (minute === undefined) return []
  return deciders(minute).some(member => conflicts(book, question, matter, member).length > 0) ? ['conflict-of-interest'] : []
}

/** What a body still owes. */
export function quorum(book: Book, question: Question): string[] {
  if (question.body === undefined) return []
  const needed = book.effective('body', question.body)?.quorum ?? null
  const { facts = {} } = question
  if (facts['minute'] !== undefined) {
    const minute = minuteNamed(book, question)
    const subjects = [null, question.contract, question.requirement, question.case]
    const good =
      minute !== undefined && minute.body === question.body && minute.matter === question.matter && minute.heldAt <= book.on &&
      subjects.includes(minute.subject) && deciders(minute).length >= Math.max(1, needed ?? 1)
    return good ? [] : ['quorum-missing']
  }
  if (facts['quorum'] === 'true') return []
  const present = facts['present']
  const enough = needed !== null && present !== undefined && /^\d{1,6}$/.test(present) && Number(present) >= Math.max(1, needed)
  return enough ? [] : ['quorum-missing']
}

/* ── Preconditions ── */

type Needed = 'yes' | 'no' | 'unknown'

function isNeeded(book: Book, question: Question, matter: MatterFact, rule: Precondition, entity: string | undefined): Needed {
  const answers: Needed[] = []
  const list = (allowed: readonly string[] | undefined, value: string | undefined): void => {
    if (allowed !== undefined) answers.push(value === undefined ? 'unknown' : allowed.includes(value) ? 'yes' : 'no')
  }
  list(rule.when?.methods, question.method)
  list(rule.when?.categories, question.category)
  for (const [key, value] of Object.entries(rule.when?.where ?? {})) {
    answers.push(circumstance(book, question, key, entity) === value ? 'yes' : 'no')
  }
  if (rule.over !== undefined) {
    const amount =
      rule.overFact === undefined
        ? total(book, question, matter, rule.basis ?? matter.basis, rule.over.currency, entity)
        : stated(book, question, rule.overFact, rule.over.currency)
    answers.push(amount === undefined ? 'unknown' : compared(amount, decimal(rule.over.value)) > 0 ? 'yes' : 'no')
  }
  if (isSmallAmendment(book, question, matter, rule, entity)) answers.push('no')
  return answers.includes('no') ? 'no' : answers.includes('unknown') ? 'unknown' : 'yes'
}

/** All amendments together raise the contract's first act by so many percent at most, and add so many months at most. */
function isSmallAmendment(
  book: Book, question: Question, matter: MatterFact, { amendment }: Precondition, entity: string | undefined,
): boolean {
  if (amendment === undefined || question.contract === undefined) return false
  const acts = [...(earlier(book, question, matter, 'contract', entity) ?? [])]
  acts.sort((a, b) => (a.decidedAt === b.decidedAt ? (a.id < b.id ? -1 : 1) : a.decidedAt - b.decidedAt))
  const [first, ...amendments] = acts
  if (first === undefined || first.amount === null) return false
  const sum = total(book, question, matter, 'contract', first.amount.currency, entity)
  if (sum === undefined) return false
  const began = parseDecimal(first.amount.value)
  const percent = amendment.raisedByPercent ?? 0
  const most = exact(began * (1_000_000n + parseDecimal(String(percent))), 1_000_000n)
  const months = amendments.reduce((added, { term }) => added + (term ?? 0), question.term ?? 0)
  return compared(sum, most) <= 0 && months <= (amendment.extendedByMonths ?? 0)
}

/** Whether it cannot be told if something that is not met must come first. */
export const unjudged = (book: Book, question: Question, matter: MatterFact, entity: string | undefined): string[] =>
  matter.preconditions.some(
    rule => question.facts?.[rule.fact] !== 'true' && isNeeded(book, question, matter, rule, entity) === 'unknown',
  )
    ? ['cannot-evaluate']
    : []

function isCosigned(book: Book, question: Question, matter: MatterFact, rule: Precondition): boolean {
  if (rule.kind !== 'cosignature') return false
  return (question.cosigners ?? []).some(signer => {
    const posts = book
      .all('assignment')
      .filter(held => held.person === signer && running(held, book.on) && (held.assignment === 'substantive' || held.instrument !== null))
      .map(held => held.post)
    return (
      signer !== question.person &&
      book.effective('person', signer)?.staff === true &&
      conflicts(book, question, matter, signer).length === 0 &&
      (rule.givenBy.length === 0 || rule.givenBy.some(post => posts.includes(post)))
    )
  })
}

/** What must still come first. */
export function open(book: Book, question: Question, matter: MatterFact, entity: string | undefined): string[] {
  const codes = { endorsement: 'clearance-missing', condition: 'condition-unanswered' } as Record<string, string>
  return matter.preconditions
    .filter(
      rule =>
        question.facts?.[rule.fact] !== 'true' && isNeeded(book, question, matter, rule, entity) !== 'no' &&
        !isCosigned(book, question, matter, rule),
    )
    .map(({ kind }) => codes[kind] ?? `${kind}-missing`)
}
