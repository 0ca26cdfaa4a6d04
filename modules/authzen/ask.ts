/** From what an AuthZEN client asks to the question the register answers, and back to one decision (docs/authzen.md, the mapping). */
import { may } from '../../kernel/authority/may.ts'
import type { Question, Times } from '../../kernel/authority/model.ts'
import type { Verdict } from '../../kernel/authority/verdict.ts'
import type { Services } from '../../platform/services.ts'
import { timesOf } from '../register/index.ts'
import type { Action, Context, Resource, Subject } from './entities.ts'

export interface Evaluation {
  readonly subject: Subject
  readonly action: Action
  readonly resource: Resource
  readonly context: Context
}

/** Everything of a question but who decides. */
export type Matter = Omit<Question, 'person' | 'body' | 'capacity'>

/** The times of a question, and whether the caller named any: whoever names a time asks for history or a forecast. */
export interface Asked {
  readonly times: Times
  readonly named: boolean
}

export interface Decision {
  readonly permitted: boolean
  /** Null where there was nothing to ask the register: `unasked` says why. */
  readonly verdict: Verdict | null
  readonly unasked: Unasked | null
  readonly asked: Asked
}

/** Reasons that arise before the register is asked. */
export type Unasked =
  | { readonly code: 'cannot-evaluate'; readonly needs: 'subject.type' | 'resource.type' | 'subject.id' }
  | { readonly code: 'vacancy'; readonly post: string }

/** Our word for a client's: `user` is a `person`. */
export function kindOf({ typeNames }: Services, type: string): string {
  return Object.hasOwn(typeNames, type) ? (typeNames[type] ?? type) : type
}

export function presentTimes({ clock, register }: Services): Asked {
  const now = clock.now()
  return { times: { on: now, known: register.head, now }, named: false }
}

export function askedTimes(services: Services, { on, known }: Context, present: Asked): Asked {
  return on === undefined && known === undefined ? present : { times: timesOf(services, { on, known }), named: true }
}

/** The context's facts stand over the action's, and those over the resource's. */
function factsOf({ action, resource, context }: Omit<Evaluation, 'subject'>): Question['facts'] {
  if (resource.facts === null && action.facts === null && context.facts === null) return undefined
  return { ...resource.facts, ...action.facts, ...context.facts }
}

export function matterOf(evaluation: Omit<Evaluation, 'subject'>): Matter {
  const { action, resource, context: { cosigners } } = evaluation
  const facts = factsOf(evaluation)
  const matter: Matter = Object.assign({ matter: action.name, entity: resource.id }, resource.about)
  if (facts === undefined && cosigners === undefined) return matter
  return { ...matter, ...(facts === undefined ? {} : { facts }), ...(cosigners === undefined ? {} : { cosigners }) }
}

function decisionOf(verdict: Verdict, asked: Asked): Decision {
  return { permitted: verdict.answer === 'permitted' && verdict.standing === 'now' && !asked.named, verdict, unasked: null, asked }
}

const not = (unasked: Unasked, asked: Asked): Decision => ({ permitted: false, verdict: null, unasked, asked })

/** A post decides through whoever holds it: one present holder who may, acting in it, is enough. */
function decideForPost({ register }: Services, post: string, matter: Matter, asked: Asked): Decision {
  const { times } = asked
  if (register.fact('post', post, times.known) === null) return not({ code: 'cannot-evaluate', needs: 'subject.id' }, asked)
  let first: Decision | null = null
  for (const { person } of register.incumbents(post, times)) {
    const decision = decisionOf(may(register, { ...matter, person, capacity: post }, times), asked)
    if (decision.permitted) return decision
    first ??= decision
  }
  return first ?? not({ code: 'vacancy', post }, asked)
}

export function decideFor(services: Services, kind: string, id: string, capacity: string | undefined, matter: Matter, asked: Asked): Decision {
  switch (kind) {
    case 'person': {
      const question: Question = capacity === undefined ? { ...matter, person: id } : { ...matter, person: id, capacity }
      return decisionOf(may(services.register, question, asked.times), asked)
    }
    case 'body':
      return decisionOf(may(services.register, { ...matter, body: id }, asked.times), asked)
    case 'post':
      return decideForPost(services, id, matter, asked)
    default:
      return not({ code: 'cannot-evaluate', needs: 'subject.type' }, asked)
  }
}

/** `present` is when the request arrived: a whole batch is decided on one state of the register. Throws a Problem for a wrong time. */
export function decide(services: Services, evaluation: Evaluation, present: Asked): Decision {
  const { subject, resource, context } = evaluation
  const asked = askedTimes(services, context, present)
  if (kindOf(services, resource.type) !== 'entity') return not({ code: 'cannot-evaluate', needs: 'resource.type' }, asked)
  return decideFor(services, kindOf(services, subject.type), subject.id, context.capacity, matterOf(evaluation), asked)
}
