/**
 * One contract per route: path, input and output as Zod schemas. Requests are parsed by it, answers typed by it, the OpenAPI document and
 * the browser's types come from it.
 */
import { z } from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
type Schema = z.ZodType

export interface Contract<Query extends Schema = Schema, Body extends Schema = Schema, Params extends Schema = Schema, Answer extends Schema = Schema> {
  /** "register.list": the file's subject; operationId in OpenAPI. */
  readonly id: string
  readonly method: Method
  /** With `{name}` parameters: "/api/v1/delegations/{id}". */
  readonly path: string
  readonly summary: string
  readonly tag: string
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly answer: Answer
  /** Who may call it; see platform/access. Default: anyone signed in. */
  readonly open?: 'public' | 'signed-in' | 'operator' | 'auditor' | 'demonstration'
  /** Largest body in bytes; default 256 KiB. */
  readonly bodyLimit?: number
  /** Raw body (uploads): parsed by the handler. */
  readonly raw?: boolean
  /** A POST that only asks: open to programs, and its answer is never kept for a retry. */
  readonly question?: boolean
  /** How refusals are told: a problem document, or one text as a standard from outside wants it. Default: a problem. */
  readonly refusals?: 'problem' | 'text'
}

export type QueryOf<C> = C extends Contract<infer Q, Schema, Schema, Schema> ? z.infer<Q> : never
export type BodyOf<C> = C extends Contract<Schema, infer B, Schema, Schema> ? z.infer<B> : never
export type ParamsOf<C> = C extends Contract<Schema, Schema, infer P, Schema> ? z.infer<P> : never
export type AnswerOf<C> = C extends Contract<Schema, Schema, Schema, infer A> ? z.infer<A> : never

interface Parts<Q extends Schema, B extends Schema, P extends Schema, A extends Schema> {
  readonly id: string
  readonly method: Method
  readonly path: string
  readonly summary: string
  readonly tag: string
  readonly answer: A
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly open?: Contract['open']
  readonly bodyLimit?: number
  readonly raw?: boolean
  readonly question?: boolean
  readonly refusals?: Contract['refusals']
}

const nothing = z.strictObject({})
type Nothing = typeof nothing

/** Declares a contract. Query and parameters are objects of their own; what is not named in them is refused, not ignored. */
export function contract<A extends Schema, Q extends Schema = Nothing, B extends Schema = z.ZodUndefined, P extends Schema = Nothing>(
  parts: Parts<Q, B, P, A>,
): Contract<Q, B, P, A> {
  const defaults = { params: nothing as unknown as P, query: nothing as unknown as Q, body: z.undefined() as unknown as B }
  return { ...defaults, ...parts }
}
