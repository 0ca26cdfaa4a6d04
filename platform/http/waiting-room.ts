/** Answers before the product can: that the server lives, and how far it has come. Then it lets every request through. */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** What a server does before it is ready; how much of it is done from 0 to 1, null where that cannot be said. */
export interface Loading {
  readonly step: 'schema' | 'register' | 'demonstration'
  readonly share: number | null
}

export interface WaitingRoom {
  readonly address: string
  tell(loading: Loading): void
  /** From now on the product answers. */
  open(product: FastifyInstance): Promise<void>
  close(): Promise<void>
}

const requestTimeout = 120_000
const keepAliveTimeout = 72_000

function send(response: ServerResponse, status: number, type: string, body: object): void {
  const soon = status === 503 ? { 'retry-after': '1' } : {}
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...soon })
  response.end(JSON.stringify(body))
}

function answer(request: IncomingMessage, response: ServerResponse, { step, share }: Loading, version: string): void {
  const path = request.url?.split('?')[0]
  if (path === '/health') return send(response, 200, 'application/json', { status: 'loading', version, step, share })
  if (path === '/ready') return send(response, 503, 'application/json', { status: 'loading', step, share })
  const sofar = share === null ? '' : ` ${Math.floor(share * 100)} % of this step (${step}) is done.`
  send(response, 503, 'application/problem+json', {
    type: '/problems/loading', title: 'The service is starting', status: 503,
    detail: `Nothing was changed.${sofar} Try again shortly; /health says how far it has come.`,
  })
}

/** Takes the port; throws where it is taken by another. */
export async function openWaitingRoom({ port, host, version }: { port: number; host: string; version: string }): Promise<WaitingRoom> {
  let loading: Loading = { step: 'schema', share: null }
  let through: RequestListener = (request, response) => {
    // A body nobody reads would hold the connection.
    request.resume()
    answer(request, response, loading, version)
  }
  const server = createServer({ requestTimeout, keepAliveTimeout }, (request, response) => through(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const { address, family, port: taken } = server.address() as AddressInfo
  return {
    address: `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`,
    tell: (next) => {
      loading = next
    },
    open: async (product) => {
      await product.ready()
      through = (request, response) => product.routing(request, response)
      server.on('clientError', (error, socket) => product.server.emit('clientError', error, socket))
    },
    close: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}
