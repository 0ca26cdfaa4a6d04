/** What stands against a line, as a problem of its row: the column to look at, and what to do. */
import type { Reason, ReasonCode } from '../../../kernel/authority/reasons.ts'
import type { RowProblem } from '../../../platform/imports/import-kind.ts'

interface Wording {
  readonly column: string | null
  readonly message: string
  readonly remedy: string
}

const limitColumns: Record<string, string> = {
  amount: 'up_to',
  grade: 'grade',
  methods: 'methods',
  categories: 'categories',
  funds: 'funds',
  places: 'places',
  count: 'count',
  basis: 'basis',
  where: 'where',
  stated: 'stated',
  term: 'term_months',
  termOver: 'term_over_months',
  dates: 'effective_to',
}

const wordings: { readonly [C in ReasonCode]?: (reason: Extract<Reason, { code: C }>) => Wording } = {
  'never-wider': ({ dimension, parent }) => ({
    column: limitColumns[dimension] ?? 'limits',
    message: `It is wider than ${parent}, from which it was passed on (${dimension}).`,
    remedy: `Narrow it to what ${parent} holds.`,
  }),
  'no-subdelegation': ({ parent }) => ({
    column: 'parent',
    message: `${parent} may not be passed on.`,
    remedy: 'Give another parent, or let the parent permit it (subdelegate_depth).',
  }),
  'too-deep': ({ ancestor, depth }) => ({
    column: 'parent',
    message: `${ancestor} may be passed on ${depth} levels only.`,
    remedy: 'Pass it on from a higher level.',
  }),
  'end-required': ({ parent }) => ({ column: 'effective_to', message: `${parent} demands an end date.`, remedy: 'Fill in the last day.' }),
  'recipient-scope': ({ parent, needs, grade }) => ({
    column: 'post',
    message:
      needs === 'grade'
        ? `${parent} may be passed on only to ${grade ?? 'a certain grade'} and above.`
        : `${parent} may be passed on only within the holder’s own entity.`,
    remedy: 'Choose another recipient.',
  }),
  'personal-only': ({ matter }) => ({ column: 'post', message: `${matter} is given to persons only.`, remedy: 'Fill in person.' }),
  'exact-matter': ({ parentMatter }) => ({
    column: 'matter',
    message: `The parent is over ${parentMatter}.`,
    remedy: `Write ${parentMatter}, or give a parent over this matter.`,
  }),
  'wrong-entity': ({ entity, entities }) => ({
    column: 'entity',
    message:
      entities.length > 0 ? `${entity} does not lie in ${entities.join(', ')}.` : `${entity} does not stand under the rules of the matter.`,
    remedy: 'Give entities inside what the parent covers, under the matter’s rules.',
  }),
  'designate-only': () => ({
    column: 'may_exercise',
    message: 'It may be neither exercised nor passed on.',
    remedy: 'Write yes in may_exercise, or fill in subdelegate_depth.',
  }),
  'outside-framework': ({ what, id }) => ({
    column: what === 'partner' ? 'person' : 'entity',
    message: `${id} is outside the framework (${what}).`,
    remedy: 'Choose a recipient and entities under the framework.',
  }),
  'legal-basis-missing': () => ({
    column: 'legal_basis',
    message: 'A root cites the law it rests on.',
    remedy: 'Fill in legal_basis, or parent.',
  }),
  'dates-reversed': () => ({ column: 'effective_to', message: 'It ends before it begins.', remedy: 'Correct one of the two dates.' }),
  'self-delegation': () => ({ column: 'person', message: 'Nobody delegates to themselves.', remedy: 'Choose another recipient.' }),
  cycle: ({ parent }) => ({
    column: 'parent',
    message: `It would hang below itself, by way of ${parent}.`,
    remedy: 'Give another parent.',
  }),
  reserved: ({ heldBy }) => ({
    column: 'matter',
    message: `The matter is reserved to ${heldBy}.`,
    remedy: 'It is delegated to nobody; take the row out.',
  }),
  'already-delegated': ({ to }) => ({
    column: 'matter',
    message: `The matter is delegated to one official only, by ${to}.`,
    remedy: 'End that one first.',
  }),
  'prerequisite-missing': ({ credential, person }) => ({
    column: 'person',
    message: `${person} does not hold ${credential}.`,
    remedy: 'Import the credential first.',
  }),
  'prerequisite-lapsed': ({ credential, person }) => ({
    column: 'person',
    message: `${credential} of ${person} has lapsed.`,
    remedy: 'Import the renewed credential first.',
  }),
  'unknown-reference': ({ kind, id }) => ({
    column: { delegation: 'parent', entity: 'entity', matter: 'matter', person: 'person', post: 'post', body: 'body' }[kind] ?? null,
    message: `No ${kind} has the id "${id}".`,
    remedy: 'Import it first, or correct the id.',
  }),
  'unreadable-limit': ({ dimension }) => ({
    column: limitColumns[dimension] ?? 'limits',
    message: `The limit on ${dimension} cannot be read.`,
    remedy: 'Correct the limit.',
  }),
  'chain-broken': ({ at }) => ({ column: 'parent', message: `The chain above it is broken at ${at}.`, remedy: 'Correct the parent.' }),
}

export function rowProblem(reason: Reason): Omit<RowProblem, 'row'> {
  const word = wordings[reason.code] as ((reason: Reason) => Wording) | undefined
  const wording = word?.(reason) ?? { column: null, message: `It cannot be issued: ${reason.code}.`, remedy: 'Correct the row.' }
  return { ...wording, code: reason.code === 'unknown-reference' ? `unknown-${reason.kind}` : reason.code }
}
