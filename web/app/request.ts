/** One request to this product's own server, and its refusals as typed problems. */
import { NoAnswerError, ProblemError, type FieldProblem } from '../design/notice/problem-error.ts'

export { NoAnswerError, ProblemError }

export interface Sent {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
}

const patience = 30_000

const entries = (record: unknown): [string, unknown][] => (typeof record === 'object' && record !== null ? Object.entries(record) : [])

/** "/api/v1/delegations/{id}" with its parameters and query filled in; lists repeat their name. */
export function addressOf(path: string, params: unknown, query: unknown): string {
  const given = new Map(entries(params))
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(given.get(name))))
  const search = new URLSearchParams()
  for (const [name, value] of entries(query)) {
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined && each !== null && each !== '') search.append(name, String(each))
  }
  const text = search.toString()
  return text === '' ? filled : `${filled}?${text}`
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

function asField(value: unknown): FieldProblem {
  const record = isRecord(value) ? value : {}
  return {
    field: textOf(record['field']),
    code: textOf(record['code']),
    message: textOf(record['message']),
    remedy: textOf(record['remedy']),
  }
}

/** Reads a refusal, even one that is not a problem document (a proxy's page). */
export async function problemOf(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => null)
  const record = isRecord(body) ? body : {}
  const code = textOf(record['type']).split('/').at(-1)
  const fields = Array.isArray(record['errors']) ? record['errors'].map(asField) : []
  return new ProblemError(
    response.status,
    code || `http-${response.status}`,
    textOf(record['title']) || response.statusText,
    textOf(record['detail']),
    fields,
  )
}

/** Sends and reads one request of the same origin. Throws ProblemError or NoAnswerError; an abort passes through. */
export async function send<Answer>(method: string, path: string, { params, query, body, idempotencyKey, signal }: Sent): Promise<Answer> {
  const headers = new Headers({ accept: 'application/json, application/problem+json' })
  if (body !== undefined) headers.set('content-type', 'application/json')
  if (idempotencyKey !== undefined) headers.set('idempotency-key', idempotencyKey)
  const limit = AbortSignal.timeout(patience)
  const response = await fetch(addressOf(path, params, query), {
    method,
    headers,
    credentials: 'same-origin',
    redirect: 'error',
    body: body === undefined ? null : JSON.stringify(body),
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw new NoAnswerError(`${method} ${path}`, { cause: error })
  })
  if (!response.ok) throw await problemOf(response)
  return (await response.json()) as Answer
}

/** Reads are tried again where trying again can help; refusals are not. */
export const worthRetrying = (failures: number, error: Error): boolean =>
  failures < 3 &&
  (error instanceof NoAnswerError ||
    (error instanceof ProblemError && (error.status === 503 || error.status === 502 || error.status === 504)))
