/** A load of HTTP requests over kept connections: each connection sends the next request when it has the answer to the last. */
import { connect } from 'node:net'

export interface Load {
  readonly port: number
  readonly path: string
  readonly token: string
  /** Sent in turn. */
  readonly bodies: readonly string[]
  readonly connections: number
  readonly seconds: number
  /** Milliseconds a connection rests between an answer and its next request. */
  readonly rest: number
}

export interface Loaded {
  readonly answers: number
  readonly seconds: number
  /** Milliseconds. */
  readonly median: number
  readonly p99: number
  readonly longest: number
  /** Answers that were not 200, or broke off. */
  readonly failed: number
}

const head = ({ path, token }: Load, body: string): string =>
  `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`

/** Bytes of the answer at the front of what has come, or null while it is not whole. */
function answerLength(come: Buffer): number | null {
  const end = come.indexOf('\r\n\r\n')
  if (end < 0) return null
  const length = /content-length: (\d+)/i.exec(come.toString('latin1', 0, end))?.[1]
  if (length === undefined) throw new Error('An answer without its length')
  const whole = end + 4 + Number(length)
  return come.length < whole ? null : whole
}

/** Resolves when the time is over and every connection has had its last answer. */
export async function applyLoad(load: Load): Promise<Loaded> {
  const requests = load.bodies.map((body) => Buffer.from(head(load, body) + body))
  const taken: number[] = []
  let next = 0
  let failed = 0
  const begun = performance.now()
  const ends = begun + load.seconds * 1000
  const connection = (): Promise<void> => new Promise((resolve, reject) => {
    const socket = connect({ port: load.port, host: '127.0.0.1', noDelay: true })
    let sent = 0
    let come: Buffer[] = []
    const send = (): void => {
      sent = performance.now()
      socket.write(requests[next++ % requests.length] ?? '')
    }
    socket.once('connect', send)
    socket.once('error', reject)
    socket.on('data', (piece) => {
      come.push(piece)
      const whole = come.length === 1 ? piece : Buffer.concat(come)
      if (answerLength(whole) === null) return void (come = [whole])
      const now = performance.now()
      taken.push(now - sent)
      if (!whole.toString('latin1', 0, 12).endsWith('200')) failed++
      come = []
      if (now >= ends) return void socket.end(resolve)
      if (load.rest > 0) setTimeout(send, load.rest)
      else send()
    })
  })
  await Promise.all(Array.from({ length: load.connections }, connection))
  const sorted = taken.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
  return { answers: taken.length, seconds: (performance.now() - begun) / 1000, median: at(0.5), p99: at(0.99), longest: at(1), failed }
}
