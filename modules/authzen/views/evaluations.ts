/** Many access evaluations in one request, with defaults, in order, decided on one state of the register. */
import { contract } from '../../../platform/http/contract.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { route, WrittenAnswer } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { asFreshAs, knownHeader } from '../as-fresh-as.ts'
import { decide, presentTimes, type Asked, type Evaluation } from '../ask.ts'
import { actionOf, contextOf, optionsOf, resourceOf, subjectOf } from '../entities.ts'
import { isAbsent, isObject, itemError, misfit, objectOf, optionalFlag, type JsonObject } from '../misfit.ts'
import { evaluationsAnswer, evaluationsBody } from '../shapes.ts'
import { takeTurns } from '../turns.ts'
import { writtenBare, writtenError, writtenWithReasons } from '../written.ts'
import { answerOne, stoodOn } from './evaluation.ts'

const mostItems = 10_000

/** The decision after which no more are taken; null: all are. */
const stopsAt = { execute_all: null, deny_on_first_deny: false, permit_on_first_permit: true } as const
const semantics = Object.keys(stopsAt)

function stopOf(semantic: unknown): boolean | null {
  if (isAbsent(semantic)) return null
  if (typeof semantic === 'string' && Object.hasOwn(stopsAt, semantic)) return stopsAt[semantic as keyof typeof stopsAt]
  throw misfit('options.evaluations_semantic', 'This is no semantic of AuthZEN 1.0.', `Give one of ${semantics.join(', ')}, or leave it out.`)
}

const entityNames = ['subject', 'action', 'resource', 'context'] as const
type EntityName = (typeof entityNames)[number]

/** An item's entity replaces the default whole; only what names it (`type`, `id`, `name`) is taken from the default where it is left out. */
const naming = { subject: ['type', 'id'], action: ['name'], resource: ['type', 'id'], context: [] } as const

function completed(own: JsonObject, standard: unknown, name: EntityName): JsonObject {
  if (!isObject(standard)) return own
  let whole: Record<string, unknown> | null = null
  for (const field of naming[name]) {
    if (own[field] === undefined && standard[field] !== undefined) (whole ??= { ...own })[field] = standard[field]
  }
  return whole ?? own
}

/** Reads each item's entities; a default that many items share is read once. */
class Items {
  readonly #standard: JsonObject
  readonly #read = new Map<EntityName, unknown>()

  constructor(standard: JsonObject) {
    this.#standard = standard
    for (const name of entityNames) if (!isAbsent(standard[name])) objectOf(standard[name], name)
  }

  #entity<T>(item: JsonObject, name: EntityName, read: (value: unknown) => T): T {
    const own = item[name]
    if (isAbsent(own)) {
      if (!this.#read.has(name)) this.#read.set(name, read(this.#standard[name]))
      return this.#read.get(name) as T
    }
    return read(isObject(own) ? completed(own, this.#standard[name], name) : own)
  }

  evaluationOf(item: unknown): Evaluation {
    const given = objectOf(item, 'evaluation')
    return {
      subject: this.#entity(given, 'subject', subjectOf), action: this.#entity(given, 'action', actionOf),
      resource: this.#entity(given, 'resource', resourceOf), context: this.#entity(given, 'context', contextOf),
    }
  }
}

interface Answered {
  readonly text: string
  readonly permitted: boolean
}

function answerItem(services: Services, items: Items, item: unknown, reasons: boolean, present: Asked): Answered {
  try {
    const evaluation = items.evaluationOf(item)
    const decision = decide(services, evaluation, present)
    const { permitted } = decision
    return { text: (evaluation.context.reasons ?? reasons) ? writtenWithReasons(decision) : writtenBare(decision), permitted }
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    return { text: writtenError(itemError(problem)), permitted: false }
  }
}

async function answerMany(services: Services, request: JsonObject, list: readonly unknown[], present: Asked): Promise<string> {
  const options = optionsOf(request.options)
  const stop = stopOf(options.evaluations_semantic)
  const reasons = optionalFlag(options.reasons, 'options.reasons') ?? false
  const items = new Items(request)
  const turns = await takeTurns()
  const texts: string[] = []
  for (const item of list) {
    if (turns.over()) await turns.next()
    const { text, permitted } = answerItem(services, items, item, reasons, present)
    texts.push(text)
    if (permitted === stop) break
  }
  return `{"evaluations":[${texts.join(',')}]}`
}

function listOf({ evaluations }: JsonObject): readonly unknown[] {
  if (isAbsent(evaluations)) return []
  if (!Array.isArray(evaluations)) throw misfit('evaluations', 'This must be a list.', 'Give evaluations as a JSON array, or leave it out.')
  if (evaluations.length > mostItems) throw misfit('evaluations', `These are ${evaluations.length}.`, `Send at most ${mostItems} at a time.`, 'too-many')
  return evaluations as readonly unknown[]
}

const evaluationsContract = contract({
  id: 'authzen.evaluations', method: 'POST', path: '/access/v1/evaluations', tag: 'authzen', question: true, refusals: 'text', bodyLimit: 4 * 1024 * 1024,
  summary: 'AuthZEN 1.0 access evaluations: many in one request, in order. Without `evaluations` it is a single evaluation.',
  body: evaluationsBody, answer: evaluationsAnswer,
})

export const evaluations = route(evaluationsContract, async ({ body, services, header }) => {
  const request = objectOf(body, 'body')
  const list = listOf(request)
  await asFreshAs(services, header(knownHeader))
  const present = presentTimes(services)
  const text = list.length === 0 ? answerOne(services, request, present) : await answerMany(services, request, list, present)
  return new WrittenAnswer(text, stoodOn(present))
})
