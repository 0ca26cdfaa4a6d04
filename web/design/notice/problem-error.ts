/** Refusals as the browser sees them. */
export interface FieldProblem {
  readonly field: string
  readonly code?: string
  readonly message: string
  readonly remedy: string
}

/** A refusal that says what happened, what was kept and what to do next (application/problem+json). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  constructor(
    readonly status: number,
    /** Slug, "limit-exceeded". */
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(`${code}: ${title}`)
  }

  /** The problem of one field of a form, if it has one; "amount" also finds "body.amount". */
  field(name: string): FieldProblem | undefined {
    return this.fields.find(({ field }) => field === name || field.endsWith(`.${name}`))
  }
}

/** No answer came: no network, or too late. Nothing is known of what was sent. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError'
}
