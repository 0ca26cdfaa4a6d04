/** A contract with its handler. `route` keeps the types of the two together. */
import type { Asker } from '../access/asker.ts'
import type { Services } from '../services.ts'
import type { AnswerOf, BodyOf, Contract, ParamsOf, QueryOf } from './contract.ts'

export interface Request<C> {
  readonly params: ParamsOf<C>
  readonly query: QueryOf<C>
  readonly body: BodyOf<C>
  /** Only where the contract says `raw`. */
  readonly raw: Buffer | null
  readonly contentType: string | null
  readonly asker: Asker
  /** A request header by its lower-case name; repeated ones come joined by commas. */
  header(name: string): string | undefined
  readonly services: Services
  /** The `Idempotency-Key` header, if sent. */
  readonly idempotencyKey: string | null
  setCookie(name: string, value: string | null, maxAgeSeconds: number): void
}

/** An answer that is a file instead of JSON (exports, printable documents). */
export class FileAnswer {
  constructor(readonly contentType: string, readonly fileName: string, readonly body: Buffer | NodeJS.ReadableStream) {}
}

/** An answer its handler has written as JSON already, with headers of its own. */
export class WrittenAnswer {
  constructor(readonly text: string, readonly headers: Readonly<Record<string, string>> = {}) {}
}

// A list of routes holds handlers of many contracts, so the common type forgets them.
export interface Route {
  readonly contract: Contract
  readonly handle: (request: Request<Contract>) => Promise<unknown>
}

export function route<C extends Contract>(contract: C, handle: (request: Request<C>) => Promise<AnswerOf<C> | FileAnswer | WrittenAnswer>): Route {
  return { contract, handle: handle as unknown as Route['handle'] }
}
