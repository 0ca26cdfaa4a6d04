/** How delegations, limits, holders and reasons look from outside. Instants are ISO texts, days `YYYY-MM-DD`; ends are exclusive instants. */
import { z } from 'zod'

import { namedShape, provenanceShape } from '../organisation/index.ts'
import { calendarDate, currency, decimal, identity, line } from '../../platform/http/parse.ts'

export { namedShape as named, provenanceShape as provenance }

export const amountBand = z.strictObject({
  currency: currency(),
  over: decimal().optional(), overIncluded: z.boolean().optional(),
  upTo: decimal().optional(), upToIncluded: z.boolean().optional(),
})

/** A fact's key and its text. */
const factPairs = <T extends z.ZodType>(value: T) => z.record(line(100), value)

export const box = z.strictObject({
  amount: amountBand.optional(),
  basis: z.enum(['act', 'contract', 'requirement', 'beneficiary-year', 'financial-year']).optional(),
  count: z.int().min(1).max(1_000_000).optional(),
  grade: line(40).optional(),
  methods: z.array(identity()).max(50).optional(),
  categories: z.array(identity()).max(50).optional(),
  funds: z.array(identity()).max(50).optional(),
  places: z.array(identity()).min(1).max(50).optional(),
  term: z.int().min(1).max(1200).optional(),
  termOver: z.int().min(0).max(1200).optional().describe('Only terms longer than so many months.'),
  dates: z.strictObject({ from: z.int().nullable(), to: z.int().nullable() }).optional()
    .describe('Milliseconds since 1970; half-open.'),
  where: factPairs(line(500)).optional(),
  stated: factPairs(amountBand).optional(),
})

export const boxes = z.array(box).max(20)

/** A reason: its code, the delegation it concerns, and the facts that made it, by name. */
export const reason = z.looseObject({ code: z.string(), delegation: z.string().optional() })

export const holder = z.object({
  kind: z.enum(['person', 'post', 'person-in-post', 'body', 'class', 'joint']),
  person: namedShape.nullable(),
  /** Its title; `entity` is where the post sits. */
  post: namedShape.nullable(),
  body: namedShape.nullable(),
  entity: namedShape.nullable(),
  /** Of a class: the grade that all its members have; `entity` is the unit. */
  grade: z.string().nullable(),
  /** Of posts that hold jointly: which, and how many of them must sign. */
  posts: z.array(namedShape),
  needed: z.int().nullable(),
  /** Who exercises it at the time asked: empty = nobody in post. */
  persons: z.array(namedShape),
})

export const subdelegation = z.object({
  depth: z.int(), limits: boxes.nullable(), ownEntityOnly: z.boolean(), lowestGrade: z.string().nullable(), endRequired: z.boolean(),
})

/** A delegation as lists show it. */
export const delegationSummary = z.object({
  id: z.string(),
  instrument: z.string(),
  line: z.int(),
  matter: namedShape.extend({ area: z.string() }),
  holder,
  entities: z.array(namedShape),
  limits: boxes,
  mayExercise: z.boolean(),
  /** Levels it may still be passed on; 0 = not at all. */
  depth: z.int(),
  /** Who gave it: the holder of the parent; null for a root, which cites its legal basis. */
  from: holder.nullable(),
  parent: z.string().nullable(),
  legalBasis: z.string().nullable(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().nullable(),
  acceptedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  /** Derived at the two times asked: see kernel/authority/status.ts. */
  state: z.string(),
  reasons: z.array(reason),
  provenance: provenanceShape,
})

/** The two times of a page: dates or instants as asked, and what they came to. */
export const timesAsked = {
  on: z.string().trim().max(40).optional().describe('As it stood on this day (YYYY-MM-DD; default now).'),
  known: z.string().trim().max(40).optional().describe('As the register knew it on this day, or at this ledger number (default now).'),
}
export const timesAnswered = z.object({
  on: z.string(), known: z.string(), number: z.int(),
  standing: z.enum(['now', 'history', 'forecast']),
})

/* A draft: what its preparer typed, checked whole when it is checked or signed. */

export const recipient = z.strictObject({
  kind: z.enum(['person', 'post', 'person-in-post']),
  person: identity().nullable(),
  post: identity().nullable(),
})

export const draftLine = z.strictObject({
  /** The browser's own key for the line, kept so that problems can name it. */
  key: line(60),
  /** The delegation it is passed on from. */
  parent: identity(),
  recipient,
  /** Empty = all the parent covers. */
  entities: z.array(identity()).max(50),
  limits: boxes,
  mayExercise: z.boolean(),
  passOn: z.strictObject({ depth: z.int().min(1).max(9), ownEntityOnly: z.boolean(), endRequired: z.boolean(), lowestGrade: line(40).nullable() }).nullable(),
  from: calendarDate().nullable().describe('First day; null = from signature.'),
  until: calendarDate().nullable().describe('Last day, inclusive; null = no end of its own.'),
  conditions: line(1000).nullable(),
  /** The delegation it takes the place of: that one ends when this one begins. */
  replaces: identity().nullable().default(null),
  /** Dormant until its trigger is declared; lapses so many days after, null = when it is ended. Null = ordinary authority. */
  emergency: z.strictObject({ trigger: line(200), lapsesAfterDays: z.int().min(1).max(3660).nullable() }).nullable().default(null),
  /** What becomes of what was passed on from the one replaced; null = as the framework says. */
  below: z.enum(['falls', 'stands']).nullable().default(null),
})

/** A delegation taken back by the instrument, at signature. */
export const withdrawal = z.strictObject({ delegation: identity(), below: z.enum(['falls', 'stands']).nullable().default(null) })

export const draftBody = z.strictObject({
  title: line(200).nullable(),
  /** The entity whose scheme it changes; null = a sheet of its own. */
  entity: identity().nullable().default(null),
  /** Whose authority is passed on, where that is not whoever has the draft. */
  of: identity().nullable().default(null),
  lines: z.array(draftLine).max(500),
  withdraws: z.array(withdrawal).max(500).default([]),
})

export const handedOver = z.object({ by: namedShape, at: z.string(), note: z.string().nullable() })

export const draftRecord = z.object({
  id: z.string(), version: z.int(), owner: namedShape, preparedBy: namedShape, handedOver: handedOver.nullable(), body: draftBody, createdAt: z.string(), updatedAt: z.string(),
})

/** What stands against each line, live. */
export const lineChecks = z.object({
  key: z.string(),
  problems: z.array(reason),
  /** What it comes to when issued: the parent's limit beside it, who would exercise it, when it is in force. */
  parent: delegationSummary.nullable(),
  persons: z.array(namedShape),
  /** To whom it goes; null while it names nobody. */
  holder: holder.nullable(),
  acceptance: z.enum(['before-use', 'after']).nullable(),
  /** The same holder has authority on this matter already. */
  standing: z.array(z.string()),
  /** Against the delegation it replaces; `added` where it replaces none. An unchanged line is not issued anew. */
  change: z.enum(['added', 'unchanged', 'narrowed', 'widened', 'changed']),
})

/** A delegation that would end, and what becomes of what was passed on from it. */
export const ending = z.object({
  delegation: delegationSummary,
  /** Key of the line in its place; null = withdrawn. */
  line: z.string().nullable(),
  problems: z.array(reason),
  /** Chosen or, where nobody chose, the framework's. */
  below: z.enum(['falls', 'stands']),
  falls: z.array(delegationSummary), fallsTotal: z.int(), stands: z.int(),
  uncovered: z.array(z.object({ matter: namedShape, entity: namedShape, nobodyElse: z.boolean() })),
})

export type Named = z.infer<typeof namedShape>
export type DelegationSummary = z.infer<typeof delegationSummary>
export type DraftBody = z.infer<typeof draftBody>
export type DraftLine = z.infer<typeof draftLine>
export type EndingAnswer = z.infer<typeof ending>
export type HolderAnswer = z.infer<typeof holder>
export type TimesAnswered = z.infer<typeof timesAnswered>
