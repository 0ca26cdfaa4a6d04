/** Errors as RFC 9457 problem documents: typed, say what happened, what was kept, and what to do next. */

export interface FieldError {
  readonly field: string
  /** Stable slug, worded in the message catalogues under `problem.<code>`. */
  readonly code: string
  readonly message: string
  readonly remedy: string
}

/** Thrown anywhere below a route; answered as `application/problem+json`. Never holds a secret or another person's data. */
export class Problem extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 414 | 415 | 422 | 428 | 429 | 503,
    /** Slug, "case-moved-on"; `type` in the document is `/problems/<code>`. */
    readonly code: string,
    readonly title: string,
    /** What happened, what was kept, what to do next. */
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
  ) {
    super(`${code}: ${detail}`)
  }
}
