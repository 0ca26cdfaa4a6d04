/** `catalogue`: frameworks and their matters in one file. */
import type { FrameworkFact, MatterFact, Precondition, PreconditionKind, Prerequisite } from '../../../kernel/authority/model.ts'
import { Cells } from '../../../platform/imports/cells.ts'
import type { ImportColumn, ImportKind, Row, RowResult } from '../../../platform/imports/import-kind.ts'
import type { ImportWorld } from '../../../platform/imports/import-world.ts'
import { firstDay, lastDay, listed, namesWritten, orNothing, sourceWritten, yesNo } from '../../../platform/imports/written.ts'

const dimensions = ['amount', 'grade', 'method', 'category', 'fund', 'term'] as const
const bases = ['act', 'contract', 'requirement', 'beneficiary-year', 'financial-year'] as const
const preconditionKinds: readonly PreconditionKind[] = [
  'tender',
  'advice',
  'clearance',
  'endorsement',
  'cosignature',
  'consultation',
  'condition',
]

function readFramework(cells: Cells): RowResult {
  const fact: FrameworkFact = {
    kind: 'framework',
    id: cells.id(),
    title: cells.needed('name'),
    zone: cells.zone('zone'),
    grades: cells.list('grades'),
    fallDefault: cells.choice('fall_default', ['falls', 'stands'], 'falls'),
    longestActingDays: cells.count('longest_acting_days', 1, 10_000),
    acceptWithinDays: cells.count('accept_within_days', 1, 10_000) ?? 30,
    supersedes: null,
    transitionTo: null,
    runningCases: 'keep',
    yearBegins: 1,
    reviewMonths: null,
    unusedMonths: null,
    personalNotice: false,
    ...cells.span(),
  }
  return cells.result(() => [fact])
}

/** "procurement-2:blocks-exercise" or "ethics:grace:30". */
function prerequisitesOf(cells: Cells): Prerequisite[] {
  return cells.list('prerequisites').flatMap((text): Prerequisite[] => {
    const [credential = '', onLapse = 'blocks-exercise', days] = text.split(':').map((part) => part.trim())
    const graceDays = days === undefined ? undefined : Number(days)
    const right =
      credential !== '' &&
      ['blocks-issue', 'blocks-exercise', 'grace'].includes(onLapse) &&
      (graceDays === undefined || /^\d{1,5}$/.test(days!)) &&
      (onLapse === 'grace') === (graceDays !== undefined)
    if (!right) {
      cells.wrong(
        'prerequisites',
        'unreadable',
        `"${text.slice(0, 80)}" cannot be read.`,
        'Write credential:blocks-issue, credential:blocks-exercise or credential:grace:days.',
      )
      return []
    }
    return [{ credential, onLapse: onLapse as Prerequisite['onLapse'], ...(graceDays === undefined ? {} : { graceDays }) }]
  })
}

/** "tender:tender:over GBP 50000", "advice:committee-advice:over USD 100000:by contracts-committee|legal-office". */
function preconditionsOf(cells: Cells): Precondition[] {
  return cells.list('preconditions').flatMap((text): Precondition[] => {
    const [kind = '', fact = '', ...more] = text.split(':').map((part) => part.trim())
    const over = more.map((part) => /^over ([A-Z]{3}) (\d{1,15}(?:\.\d{1,4})?)$/.exec(part)).find(Boolean)
    const by = more.map((part) => /^by (.+)$/.exec(part)).find(Boolean)
    if (
      !preconditionKinds.includes(kind as PreconditionKind) ||
      fact === '' ||
      more.length !== Number(Boolean(over)) + Number(Boolean(by))
    ) {
      cells.wrong(
        'preconditions',
        'unreadable',
        `"${text.slice(0, 80)}" cannot be read.`,
        `Write kind:fact, then if needed :over CUR amount and :by id|id; kinds are ${preconditionKinds.join(', ')}.`,
      )
      return []
    }
    return [
      {
        kind: kind as PreconditionKind,
        fact,
        ...(over ? { over: { currency: over[1]!, value: over[2]! } } : {}),
        givenBy: by ? by[1]!.split('|').map((id) => id.trim()) : [],
      },
    ]
  })
}

function frameworkOf(cells: Cells, world: ImportWorld): string {
  const named = cells.text('framework', 200)
  cells.known('framework', 'framework', named)
  if (named !== null) return named
  const all = [...world.all('framework')].map(({ id }) => id)
  if (all.length === 0)
    cells.wrong('framework', 'unknown-framework', 'There is no framework yet.', 'Add a row with type framework, with its id and name.')
  if (all.length > 1) cells.wrong('framework', 'missing', 'There are several frameworks.', `Write which: ${all.join(', ')}.`)
  return all[0] ?? ''
}

function readMatter(cells: Cells, world: ImportWorld): RowResult {
  const asked = cells.list('dimensions').filter((each) => {
    const right = (dimensions as readonly string[]).includes(each)
    if (!right)
      cells.wrong('dimensions', 'not-a-choice', `"${each.slice(0, 40)}" is not a dimension.`, `Write some of: ${dimensions.join(', ')}.`)
    return right
  })
  const rules = cells.text('rules', 20)
  if (rules !== null && rules !== 'staff' && rules !== 'financial')
    cells.wrong('rules', 'not-a-choice', 'A matter stands under one set of rules.', 'Write staff or financial, or leave it empty.')
  const fact: MatterFact = {
    kind: 'matter',
    id: cells.id(),
    framework: frameworkOf(cells, world),
    area: cells.text('area', 100) ?? 'general',
    name: cells.needed('name'),
    names: cells.names('name'),
    description: cells.text('description', 2000),
    rules: rules as MatterFact['rules'],
    citation: cells.text('citation', 300),
    acceptance: cells.choice('acceptance', ['before-use', 'after'], 'before-use'),
    delegable: cells.choice('delegable', ['yes', 'once', 'no'], 'yes'),
    reservedTo: cells.text('reserved_to', 300) ?? 'the head of the organisation',
    personalOnly: cells.flag('personal_only', false),
    dimensions: asked as MatterFact['dimensions'],
    basis: cells.choice('basis', bases, 'act'),
    prerequisites: prerequisitesOf(cells),
    preconditions: preconditionsOf(cells),
    advisers: cells.list('advisers'),
    notChecked: cells.list('not_checked'),
    obligations: cells.list('obligations').map(duty => ({ duty, at: 'permit', tells: [] })),
    incompatible: [],
    contractKinds: [],
    splitDays: null,
    silenceDays: null,
    authentic: [],
    provenance: cells.provenance(),
    ...cells.span(),
  }
  return cells.result(() => [fact])
}

function read(row: Row, world: ImportWorld): RowResult {
  const cells = new Cells(row, world)
  return cells.choice('type', ['framework', 'matter'], 'matter') === 'framework' ? readFramework(cells) : readMatter(cells, world)
}

const prerequisiteWritten = ({ credential, onLapse, graceDays }: Prerequisite): string =>
  [credential, onLapse, ...(graceDays === undefined ? [] : [graceDays])].join(':')

const preconditionWritten = ({ kind, fact, over, givenBy }: Precondition): string =>
  [kind, fact, ...(over ? [`over ${over.currency} ${over.value}`] : []), ...(givenBy.length > 0 ? [`by ${givenBy.join('|')}`] : [])].join(
    ':',
  )

function* write(world: ImportWorld): Iterable<Row> {
  for (const fact of world.all('framework')) {
    yield {
      type: 'framework',
      id: fact.id,
      name: fact.title,
      zone: fact.zone,
      grades: listed(fact.grades),
      fall_default: fact.fallDefault,
      longest_acting_days: orNothing(fact.longestActingDays),
      accept_within_days: String(fact.acceptWithinDays),
      effective_from: firstDay(fact.effectiveFrom, world.zone),
      effective_to: lastDay(fact.effectiveTo, world.zone),
    }
  }
  for (const fact of world.all('matter')) {
    yield {
      type: 'matter',
      id: fact.id,
      name: fact.name,
      ...namesWritten('name', fact.names),
      framework: fact.framework,
      area: fact.area,
      description: orNothing(fact.description),
      rules: orNothing(fact.rules),
      citation: orNothing(fact.citation),
      acceptance: fact.acceptance,
      delegable: fact.delegable,
      reserved_to: fact.reservedTo,
      personal_only: yesNo(fact.personalOnly),
      dimensions: listed(fact.dimensions),
      basis: fact.basis,
      prerequisites: listed(fact.prerequisites.map(prerequisiteWritten)),
      preconditions: listed(fact.preconditions.map(preconditionWritten)),
      advisers: listed(fact.advisers),
      not_checked: listed(fact.notChecked),
      obligations: listed(fact.obligations.map(({ duty }) => duty)),
      effective_from: firstDay(fact.effectiveFrom, world.zone),
      effective_to: lastDay(fact.effectiveTo, world.zone),
      source: sourceWritten(fact.provenance),
    }
  }
}

const optional = (name: string, about: string, example = '', aliases: readonly string[] = []): ImportColumn => ({
  name,
  required: false,
  about,
  example,
  aliases,
})

export const catalogueKind: ImportKind = {
  kind: 'catalogue',
  about: 'Frameworks and the matters over which they give authority, each exact.',
  columns: [
    optional('type', 'framework or matter; empty = matter.', 'matter'),
    { name: 'id', required: true, about: 'Code of the matter or framework.', example: 'award-contract', aliases: ['code', 'matter'] },
    {
      name: 'name',
      required: true,
      about: 'Name of the matter, title of the framework.',
      example: 'Award of contract',
      aliases: ['title'],
    },
    ...(['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const).map((language) =>
      optional(`name_${language}`, `The name in the language ${language}.`),
    ),
    optional('framework', 'Matters: framework they belong to; empty = the only one.'),
    optional('area', 'Matters: functional area.', 'procurement'),
    optional('description', 'Matters: one or two sentences.'),
    optional('rules', 'Matters: staff or financial, the rules that give it.', 'financial'),
    optional('citation', 'Matters: the rule cited.', 'Rule 105.4'),
    optional('acceptance', 'Matters: before-use (default) or after.', 'before-use'),
    optional('delegable', 'Matters: yes (default), once (to one official, not passed on), no (reserved).', 'yes'),
    optional('reserved_to', 'Matters: who holds what is not delegated: a post’s id or words.'),
    optional('personal_only', 'Matters: yes where only persons may receive it.', 'no'),
    optional('dimensions', 'Matters: what a limit should state.', 'amount;method'),
    optional('basis', 'Matters: what an amount is counted on.', 'act'),
    optional('prerequisites', 'Matters: credentials needed.', 'procurement-certificate:blocks-exercise'),
    optional('preconditions', 'Matters: what must come before the act.', 'tender:tender:over GBP 50000'),
    optional('advisers', 'Matters: posts that advise.'),
    optional('not_checked', 'Matters: checks made elsewhere.', 'funds'),
    optional('obligations', 'Matters: what a permit obliges to.'),
    optional('zone', 'Frameworks: IANA zone of its midnights; empty = UTC.', 'UTC'),
    optional('grades', 'Frameworks: grades from lowest to highest.', 'P-1;P-2;P-3'),
    optional('fall_default', 'Frameworks: falls (default) or stands.', 'falls'),
    optional('longest_acting_days', 'Frameworks: longest acting authority.', '180'),
    optional('accept_within_days', 'Frameworks: days until an unaccepted line is a finding; empty = 30.', '30'),
    optional('effective_from', 'First day; empty = always.', '2020-01-01'),
    optional('effective_to', 'Last day, inclusive; empty = no end.'),
    optional('source', '"invented", or what is quoted; empty = the organisation’s own.'),
  ],
  above: 'framework',
  read,
  write,
}
