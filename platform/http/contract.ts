/**
 * One contract per route: path, input and output as Zod schemas. Requests are parsed by it, answers typed by it, the OpenAPI document and
 * the browser's types come from it.
 */
import type { z } from 'zod'

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
  readonly open?: 'public' | 'signed-in' | 'operator' | 'demonstration'
  /** Largest body in bytes; default 256 KiB. */
  readonly bodyLimit?: number
  /** Raw body (uploads): parsed by the handler. */
  readonly raw?: boolean
}

export type QueryOf<C> = C extends Contract<infer Q, Schema, Schema, Schema> ? z.infer<Q> : never
export type BodyOf<C> = C extends Contract<Schema, infer B, Schema, Schema> ? z.infer<B> : never
export type ParamsOf<C> = C extends Contract<Schema, Schema, infer P, Schema> ? z.infer<P> : never
export type AnswerOf<C> = C extends Contract<Schema, Schema, Schema, infer A> ? z.infer<A> : never
