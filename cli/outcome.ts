/** How a verb ends. Exit codes are promises to scripts. */
export const exit = { done: 0, no: 1, wrongQuestion: 2, broke: 3, notNow: 4 } as const

/** Ends the verb with a code and, for people, what to do on standard error. */
export class Ended extends Error {
  constructor(readonly code: number, message: string) {
    super(message)
  }
}

interface ProblemDocument {
  readonly title: string
  readonly detail: string
  readonly errors?: readonly { readonly field: string; readonly message: string; readonly remedy: string }[]
}

const codeOf = (status: number): number => (status >= 500 ? exit.broke : exit.wrongQuestion)

/** A refusal of the server as text for people, with its exit code. */
export function problemOf(status: number, body: Buffer): Ended {
  let problem: ProblemDocument
  try {
    problem = JSON.parse(body.toString('utf8')) as ProblemDocument
  } catch {
    return new Ended(codeOf(status), `The server answered ${status}.`)
  }
  const errors = (problem.errors ?? []).map(({ field, message, remedy }) => `  ${field.replace(/^(query|params)\./, '')}: ${message}${remedy === message ? '' : ` ${remedy}`}`)
  return new Ended(codeOf(status), [`${problem.title}. ${problem.detail}`, ...errors].join('\n'))
}
