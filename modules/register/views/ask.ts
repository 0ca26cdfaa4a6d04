/** "May X decide Y?", "who may?", "what may X decide?": the questions the register exists to answer. */
import { z } from 'zod'

import { holds } from '../../../kernel/authority/holds.ts'
import { may } from '../../../kernel/authority/may.ts'
import type { Question, Times } from '../../../kernel/authority/model.ts'
import { insteadOf, nextUp } from '../../../kernel/authority/next-up.ts'
import type { Verdict } from '../../../kernel/authority/verdict.ts'
import { whoMay, type PersonWhoMay, type WhoMay } from '../../../kernel/authority/who-may.ts'
import { contract, type AnswerOf, type QueryOf } from '../../../platform/http/contract.ts'
import { count, identity, line, moneyText } from '../../../platform/http/parse.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { namesIn } from '../names-in.ts'
import { entityOfPerson, iso, isoOrNull, named, presentHolder, summary } from '../present.ts'
import { boxes, delegationSummary, holder, named as namedShape, reason, timesAnswered, timesAsked } from '../shapes.ts'
import { answerTimes, timesOf } from '../times.ts'

const answers = z.enum(['permitted', 'not-yet', 'refused', 'refer', 'reserved', 'outside', 'no-such-matter', 'before-register'])

/** A query parameter that may be repeated. */
const severally = (one: ReturnType<typeof identity>) => z.union([one, z.array(one)]).optional()

const decision = {
  matter: identity().describe('Code of the matter in the catalogue.'),
  amount: moneyText().optional().describe('With its currency: "USD 250000".'),
  method: identity().optional(), category: identity().optional(), fund: identity().optional(),
  grade: line(40).optional().describe('Grade of the person the decision is about.'),
  term: count(1, 1200).optional().describe('Term in whole months.'),
  entity: identity().optional().describe('Where it takes effect; default: the entity of the post in which the asker acts.'),
  beneficiary: identity().optional(),
  place: identity().optional().describe('Where in the world it takes effect.'),
  contract: identity().optional().describe('Contract it belongs to: earlier acts on it count with this one.'),
  requirement: identity().optional().describe('Requirement it belongs to: earlier acts on it count with this one.'),
  case: identity().optional().describe('Case it belongs to.'), supplier: identity().optional(),
  fact: z.union([z.string(), z.array(z.string())]).optional().describe('Facts the catalogue asks for, KEY=VALUE; repeat for several.'),
  ...timesAsked,
}

const link = z.object({
  id: z.string(), instrument: z.string(), matter: z.string(), holder, from: z.string().nullable(), legalBasis: z.string().nullable(),
  limits: boxes, entities: z.array(namedShape), effectiveFrom: z.string(), effectiveTo: z.string().nullable(), acceptedAt: z.string().nullable(),
})

export const mayContract = contract({
  id: 'register.may', method: 'GET', path: '/api/v1/may', tag: 'questions',
  summary: 'May this person take this decision? Everything but `permitted` is no to a program; history and forecasts authorise nothing.',
  query: z.strictObject({
    person: identity().optional(), body: identity().optional(), capacity: identity().optional(),
    cosigner: severally(identity()).describe('Who signs with the asker, where several must; repeat for several.'), ...decision,
  }),
  answer: z.object({
    answer: answers, standing: z.enum(['now', 'history', 'forecast']),
    /** True only for `permitted` now. */
    authorises: z.boolean(),
    person: namedShape.nullable(), body: namedShape.nullable(), matter: namedShape, entity: namedShape.nullable(), capacity: namedShape.nullable(),
    amount: z.object({ currency: z.string(), value: z.string() }).nullable(), method: z.string().nullable(),
    reasons: z.array(reason), names: z.record(z.string(), namedShape), chain: z.array(link), missing: z.array(z.object({ code: z.string(), who: z.array(z.string()), whoNamed: z.array(namedShape) })),
    obligations: z.array(z.string()), notChecked: z.array(z.string()),
    /** For `reserved`: who holds what is delegated to nobody. */
    heldBy: namedShape.nullable(),
    /** What shows that a body decided. */
    evidence: z.object({ minute: z.string() }).nullable(),
    /** Who could, when the asker may not: the next limit up, or another signer nearby; at most five. */
    whoCould: z.array(z.object({ person: namedShape, post: namedShape.nullable(), delegation: z.string() })),
    /** Bodies that could, no further up than those people. */
    bodiesCould: z.array(z.object({ body: namedShape, delegation: z.string() })),
    times: timesAnswered,
  }),
})

export const whoMayContract = contract({
  id: 'register.who-may', method: 'GET', path: '/api/v1/who-may', tag: 'questions',
  summary: 'Who may take this decision: the people, the posts through which, and the bodies.',
  query: z.strictObject(decision),
  answer: z.object({
    matter: namedShape,
    people: z.array(z.object({ person: z.string(), name: z.string(), post: namedShape.nullable(), entity: namedShape.nullable(), limit: boxes, delegation: z.string(), assignment: z.string().nullable() })),
    notYet: z.array(z.object({ person: z.string(), name: z.string(), post: namedShape.nullable(), delegation: z.string() })),
    posts: z.array(z.object({ post: z.string(), name: z.string(), names: namedShape.shape.names, vacant: z.boolean(), delegation: z.string() })),
    bodies: z.array(z.object({ body: z.string(), name: z.string(), names: namedShape.shape.names, delegation: z.string() })),
    times: timesAnswered,
  }),
})

export const holdsContract = contract({
  id: 'register.holds', method: 'GET', path: '/api/v1/holds', tag: 'questions', summary: 'All that one person may decide, or could once accepted.',
  query: z.strictObject({ person: identity(), ...timesAsked }),
  answer: z.object({
    person: namedShape, times: timesAnswered,
    holds: z.array(z.object({
      delegation: delegationSummary, capacity: namedShape.nullable(), canExercise: z.boolean(), canPassOn: z.boolean(), awaitsAcceptance: z.boolean(), passedOn: z.int(),
    })),
  }),
})

type Decision = Omit<QueryOf<typeof whoMayContract>, 'on' | 'known'>

function factsOf(fact: string | string[] | undefined): Record<string, string> {
  const facts: Record<string, string> = {}
  for (const each of fact === undefined ? [] : Array.isArray(fact) ? fact : [fact]) {
    const at = each.indexOf('=')
    if (at < 1 || each.length > 500) {
      throw new Problem(400, 'wrong-fact', 'A fact could not be read', 'Nothing was answered. Write each fact as KEY=VALUE, for example tender=true.', [
        { field: 'query.fact', code: 'wrong-fact', message: 'This is not KEY=VALUE.', remedy: 'Write KEY=VALUE, for example tender=true.' },
      ])
    }
    facts[each.slice(0, at)] = each.slice(at + 1)
  }
  return facts
}

/** A decision, whoever would take it. */
type Asked = Omit<Question, 'person' | 'body'>

export function questionOf(decided: Decision): Asked {
  const { fact, ...rest } = decided
  const facts = factsOf(fact)
  return { ...rest, ...(Object.keys(facts).length > 0 ? { facts } : {}) }
}

/** Unknown people and bodies are wrong questions, not refusals. */
export function mustKnow({ register }: Services, kind: 'person' | 'body' | 'entity' | 'post', id: string | undefined, field: string = kind): void {
  if (id === undefined || register.fact(kind, id)) return
  throw new Problem(400, `unknown-${kind}`, `The register knows no ${kind} by this id`, 'Nothing was answered. Look it up with GET /api/v1/search and ask again.', [
    { field: `query.${field}`, code: `unknown-${kind}`, message: `Nothing is known by the id ${id}.`, remedy: 'Give an id of the register; search finds it.' },
  ])
}

/** Fails closed: a server that cannot know it is current gives no permit (SEMANTICS, The register in memory). */
export function mustBeFresh({ ledger }: Services): void {
  if (!ledger.fresh()) throw new Problem(503, 'register-stale', 'The register here may not be current', 'No permit is given on what may be out of date. Try again in a moment.')
}

export function presentChain(services: Services, { chain }: Verdict, times: Times): z.infer<typeof link>[] {
  const { register } = services
  return chain.map((each) => ({
    id: each.id, instrument: each.instrument, matter: each.matter, holder: presentHolder(register, each.holder, times), from: each.from, legalBasis: each.legalBasis,
    limits: each.limits as z.infer<typeof boxes>, entities: each.entities.map((entity) => named(register, 'entity', entity, times.known)),
    effectiveFrom: iso(each.effectiveFrom), effectiveTo: isoOrNull(each.effectiveTo), acceptedAt: isoOrNull(each.acceptedAt),
  }))
}

/** A post, body or person by id, whichever it is; otherwise the words themselves. */
function whoNamed({ register }: Services, id: string) {
  const kind = (['post', 'body', 'person'] as const).find((each) => register.fact(each, id))
  return kind ? named(register, kind, id) : { id, name: id, names: {} }
}

/** What stands against the line whose chain is shown, before what stands against lines long gone. */
export function ownFirst({ reasons, chain }: Verdict): Verdict['reasons'] {
  const own = chain.at(-1)?.id
  const isOwn = ({ delegation }: Verdict['reasons'][number]): boolean => delegation === undefined || delegation === own
  return [...reasons.filter(isOwn), ...reasons.filter((each) => !isOwn(each))]
}

/** Others are asked about where the asker would have acted, not each about their own entity. */
export function whereAsked({ register }: Services, { question, capacity }: Verdict, times: Times): { entity?: string } {
  if (question.entity !== undefined) return {}
  const seat = capacity === null ? null : register.fact('post', capacity, times.known)?.entity ?? null
  const entity = seat ?? (question.person === undefined ? null : entityOfPerson(register, question.person, times))
  return entity === null ? {} : { entity }
}

interface Others {
  readonly people: readonly PersonWhoMay[]
  readonly bodies: WhoMay['bodies']
}

/** Where the asker has a conflict of interest, another signer nearby; else the next limit up, and bodies no further up (rule 18). */
function whoElse({ register }: Services, verdict: Verdict, where: { entity?: string }, times: Times): Others {
  if (['permitted', 'no-such-matter', 'before-register'].includes(verdict.answer)) return { people: [], bodies: [] }
  const question = { ...verdict.question, ...where }
  if (verdict.reasons.some(({ code }) => code === 'conflict-of-interest')) return { people: insteadOf(register, question, times), bodies: [] }
  const rungs = nextUp(register, question, times)
  const first = rungs.findIndex(({ people }) => people.length > 0)
  return { people: rungs[first]?.people ?? [], bodies: rungs.slice(0, first < 0 ? 1 : first + 1).flatMap(({ bodies }) => bodies) }
}

/** The verdict as the kernel gives it, and as it is answered with names. Throws a Problem for a wrong question. */
export function askMay(services: Services, query: QueryOf<typeof mayContract>): { verdict: Verdict; times: Times; answer: AnswerOf<typeof mayContract> } {
  const { person, body, capacity, cosigner, on, known, ...decided } = query
  const cosigners = cosigner === undefined ? [] : [cosigner].flat()
  if ((person === undefined) === (body === undefined)) {
    throw new Problem(400, 'person-or-body', 'Ask about one person or one body', 'Nothing was answered. Give either person or body.', [
      { field: 'query.person', code: 'person-or-body', message: 'Exactly one of person and body is needed.', remedy: 'Give person=… or body=….' },
    ])
  }
  mustKnow(services, 'person', person)
  mustKnow(services, 'body', body)
  mustKnow(services, 'post', capacity, 'capacity')
  for (const other of cosigners) mustKnow(services, 'person', other)
  mustKnow(services, 'entity', decided.entity)
  const { register } = services
  const times = timesOf(services, { on, known })
  mustBeFresh(services)
  const asked = questionOf(decided)
  const question = {
    ...asked, ...(person === undefined ? {} : { person }), ...(body === undefined ? {} : { body }),
    ...(capacity === undefined ? {} : { capacity }), ...(cosigners.length === 0 ? {} : { cosigners }),
  }
  const verdict = may(register, question, times)
  return { verdict, times, answer: presentVerdict(services, verdict, asked, times) }
}

export function presentVerdict(services: Services, verdict: Verdict, decided: Asked, times: Times): AnswerOf<typeof mayContract> {
  const { register } = services
  const { person, body } = verdict.question
  const others = whoElse(services, verdict, whereAsked(services, verdict, times), times)
  return {
    answer: verdict.answer, standing: verdict.standing, authorises: verdict.answer === 'permitted' && verdict.standing === 'now' && times.known === register.head,
    person: person === undefined ? null : named(register, 'person', person, times.known), body: body === undefined ? null : named(register, 'body', body, times.known),
    matter: named(register, 'matter', decided.matter, times.known), entity: decided.entity === undefined ? null : named(register, 'entity', decided.entity, times.known),
    capacity: verdict.capacity === null ? null : named(register, 'post', verdict.capacity, times.known),
    amount: decided.amount ?? null, method: decided.method ?? null,
    reasons: ownFirst(verdict) as z.infer<typeof reason>[], names: namesIn(register, [...verdict.reasons, ...verdict.missing]), chain: presentChain(services, verdict, times),
    missing: verdict.missing.map(({ code, who }) => ({ code, who: [...who], whoNamed: who.map((id) => whoNamed(services, id)) })),
    obligations: [...verdict.obligations], notChecked: [...verdict.notChecked],
    heldBy: verdict.heldBy == null ? null : whoNamed(services, verdict.heldBy),
    evidence: verdict.evidence,
    whoCould: others.people.slice(0, 5).map((each) => ({
      person: named(register, 'person', each.person, times.known), post: each.post === null ? null : named(register, 'post', each.post, times.known), delegation: each.delegation,
    })),
    bodiesCould: others.bodies.slice(0, 5).map(({ body: other, delegation }) => ({ body: named(register, 'body', other, times.known), delegation })),
    times: answerTimes(services, times),
  }
}

const ask = route(mayContract, async ({ query, services }) => askMay(services, query).answer)

const askWho = route(whoMayContract, async ({ query, services }) => {
  const { on, known, ...decided } = query
  const { register } = services
  mustKnow(services, 'entity', decided.entity)
  const times = timesOf(services, { on, known })
  mustBeFresh(services)
  const found = whoMay(register, questionOf(decided), times)
  const post = (id: string | null) => (id === null ? null : named(register, 'post', id, times.known))
  return {
    matter: named(register, 'matter', query.matter, times.known),
    people: found.people.map((each) => {
      const seat = each.post === null ? null : register.fact('post', each.post, times.known)
      return {
        person: each.person, name: named(register, 'person', each.person, times.known).name, post: post(each.post),
        entity: seat ? named(register, 'entity', seat.entity, times.known) : null,
        limit: each.limits as z.infer<typeof boxes>, delegation: each.delegation, assignment: each.assignment,
      }
    }),
    notYet: found.notYet.map((each) => ({ person: each.person, name: named(register, 'person', each.person, times.known).name, post: post(each.post), delegation: each.delegation })),
    posts: found.posts.map((each) => ({ post: each.post, ...nameOnly(named(register, 'post', each.post, times.known)), vacant: each.vacant, delegation: each.delegation })),
    bodies: found.bodies.map((each) => ({ body: each.body, ...nameOnly(named(register, 'body', each.body, times.known)), delegation: each.delegation })),
    times: answerTimes(services, times),
  }
})

const nameOnly = ({ name, names }: z.infer<typeof namedShape>) => ({ name, names })

const askHolds = route(holdsContract, async ({ query, services }) => {
  mustKnow(services, 'person', query.person)
  const { register } = services
  const times = timesOf(services, query)
  return { person: named(register, 'person', query.person, times.known), times: answerTimes(services, times), holds: presentHoldings(services, query.person, times) }
})

export function presentHoldings({ register }: Services, person: string, times: Times): z.infer<typeof holdsContract.answer>['holds'] {
  return holds(register, person, times).map((each) => {
    const fact = register.fact('delegation', each.delegation, times.known)!
    return {
      delegation: summary(register, fact, times), capacity: each.capacity === null ? null : named(register, 'post', each.capacity, times.known),
      canExercise: each.canExercise, canPassOn: each.canPassOn, awaitsAcceptance: each.acceptanceWanted, passedOn: each.children,
    }
  })
}

export const questionRoutes: readonly Route[] = [ask, askWho, askHolds]
