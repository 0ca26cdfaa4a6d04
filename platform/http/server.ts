/** The HTTP server: one route a contract, problems for every refusal, the same headers on every answer. */
import fastifyCompress from '@fastify/compress'
import fastifyCookie from '@fastify/cookie'
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'

import { admit } from '../access/admit.ts'
import { identify, sessionCookie } from '../identity/identify.ts'
import { Conflict } from '../ledger/conflict.ts'
import { LedgerStalled } from '../ledger/waiting.ts'
import type { Services } from '../services.ts'
import type { Contract } from './contract.ts'
import { openApiDocument } from './openapi.ts'
import { parse } from './parse.ts'
import { Problem } from './problem.ts'
import { answerBefore, keepAnswer, repeatable } from './replay.ts'
import { FileAnswer, WrittenAnswer, type Route } from './route.ts'
import { serveBrowserFiles } from './static-files.ts'

export interface ServerOptions {
  readonly services: Services
  readonly routes: readonly Route[]
  readonly version: string
  /** Folder of the built pages; null = API only. */
  readonly webFolder: string | null
  /** Secret of the command line on this machine (owner.json); null = none. */
  readonly operatorToken: string | null
  /** True once it can answer truly: database open, register loaded. */
  readonly ready: () => boolean
}

const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const

const problemBody = (problem: Problem) => ({
  type: `/problems/${problem.code}`, title: problem.title, status: problem.status, detail: problem.detail,
  ...(problem.errors.length > 0 ? { errors: problem.errors } : {}),
})

type Thrown = FastifyError | Problem | Conflict | LedgerStalled

function asProblem(error: Thrown): Problem {
  if (error instanceof Problem) return error
  const nothing = 'Nothing was changed.'
  if (error instanceof LedgerStalled) return new Problem(503, 'ledger-stalled', 'The act has no number yet', error.message)
  if (error instanceof Conflict) {
    return new Problem(409, error.code, 'It has moved on', `${nothing} ${error.message} Look again and repeat the step if it still fits.`)
  }
  switch (error.statusCode) {
    case 413:
      return new Problem(413, 'too-large', 'The request is too large', `${nothing} Send less at a time; files go to /api/v1/imports.`)
    case 414:
      return new Problem(414, 'too-long', 'The address is too long', `${nothing} No id is that long; correct the address.`)
    case 415:
      return new Problem(415, 'wrong-content-type', 'The content type is not one this address takes', `${nothing} Send JSON with content-type application/json.`)
    case 503:
      return new Problem(503, 'not-now', 'The service cannot answer at the moment', `${nothing} Try again shortly.`)
    default:
      return new Problem(400, 'malformed', 'The request could not be read', `${nothing} ${error.message}. Send well-formed JSON and headers.`)
  }
}

/** The same in one text, for standards from outside that know no problem documents. */
const problemText = ({ title, detail, errors }: Problem): string =>
  [`${title}.`, detail, ...errors.map(({ field, message, remedy }) => `${field}: ${message}${remedy === message ? '' : ` ${remedy}`}`)].join(' ')

function sendProblem(reply: FastifyReply, problem: Problem, told: Contract['refusals'] = 'problem'): void {
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="mandate"')
  if (problem.status === 503) reply.header('retry-after', '1')
  if (told === 'text') {
    // Such standards know one status for whatever cannot be read.
    const status = problem.status === 415 ? 400 : problem.status
    return void reply.code(status).type('application/json').send(JSON.stringify(problemText(problem)))
  }
  void reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problemBody(problem)))
}

/** Browsers send Origin with every write; another site's is refused, so a session cannot be ridden. */
function refuseForeignOrigin(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const { origin, host } = request.headers
  if (origin !== undefined && URL.parse(origin)?.host !== host) {
    throw new Problem(403, 'foreign-origin', 'The request comes from another site', 'Nothing was changed. Use the product’s own pages, or a bearer token without an Origin header.')
  }
}

const withoutEmpty = (query: unknown): unknown =>
  Object.fromEntries(Object.entries(query as Record<string, unknown>).filter(([, value]) => value !== ''))

const fastifyPath = (contract: Contract): string => contract.path.replaceAll(/\{(\w+)\}/g, ':$1')

function install(app: FastifyInstance, { contract, handle }: Route, options: ServerOptions): void {
  app.route({
    method: contract.method,
    url: fastifyPath(contract),
    bodyLimit: contract.bodyLimit ?? 256 * 1024,
    handler: async (request, reply) => {
      refuseForeignOrigin(request)
      const asker = await identify(options.services, options.operatorToken, request.headers.authorization, request.cookies[sessionCookie])
      admit(contract, asker, options.services)
      const idempotencyKey = (request.headers['idempotency-key'] as string | undefined)?.slice(0, 200) ?? null
      const repeated = contract.raw || contract.question ? null : repeatable(idempotencyKey, request.method, request.url, request.body)
      const before = repeated && (await answerBefore(options.services, asker, repeated))
      const answer = before ? before.answer : await handle({
        params: parse(contract.params, request.params, 'params'),
        query: parse(contract.query, withoutEmpty(request.query), 'query'),
        body: contract.raw ? undefined : parse(contract.body, Buffer.isBuffer(request.body) ? undefined : (request.body ?? undefined), 'body'),
        raw: contract.raw ? (Buffer.isBuffer(request.body) ? request.body : Buffer.from(request.body === undefined ? '' : JSON.stringify(request.body))) : null,
        contentType: request.headers['content-type'] ?? null,
        asker,
        header: (name) => request.headers[name]?.toString(),
        services: options.services,
        idempotencyKey,
        setCookie: (name, value, maxAge) => {
          // Browsers take a secure cookie over plain HTTP from this machine only; a demonstration shown to others on a network would let nobody in.
          const secure = !options.services.demonstration || /^(localhost|127\.|\[::1\])/.test(request.host)
          const cookie = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const
          if (value === null) void reply.clearCookie(name, cookie)
          else void reply.setCookie(name, value, { ...cookie, maxAge })
        },
      })
      if (repeated && !before) await keepAnswer(options.services, asker, repeated, answer ?? null)
      if (answer instanceof FileAnswer) {
        return reply.type(answer.contentType).header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(answer.fileName)}`).send(answer.body)
      }
      reply.header('cache-control', 'no-store').type('application/json')
      if (answer instanceof WrittenAnswer) return reply.headers(answer.headers).send(answer.text)
      return reply.send(JSON.stringify(answer ?? null))
    },
  })
}

/** Routes of uploads take their body raw, whatever its type; all others take JSON only. */
function takeRawBodies(app: FastifyInstance, raw: ReadonlySet<string>): void {
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => {
    if (raw.has(request.routeOptions.url ?? '')) return done(null, body)
    if (body.length === 0) return done(null, undefined)
    done(Object.assign(new Error('wrong content type'), { statusCode: 415 }))
  })
}

export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: false, bodyLimit: 1024 * 1024, routerOptions: { maxParamLength: 400 }, forceCloseConnections: true, requestTimeout: 120_000,
    frameworkErrors: (error, _request, reply) => sendProblem(reply as unknown as FastifyReply, asProblem(error)),
  })
  await app.register(fastifyCookie)
  await app.register(fastifyCompress, { threshold: 1024 })
  takeRawBodies(app, new Set(options.routes.filter(({ contract }) => contract.raw).map(({ contract }) => fastifyPath(contract))))

  app.addHook('onSend', async (request, reply, payload) => {
    reply.headers(securityHeaders)
    const requestId = request.headers['x-request-id']
    if (requestId !== undefined) reply.header('x-request-id', requestId)
    return payload
  })
  const toldByText = new Set(options.routes.filter(({ contract }) => contract.refusals === 'text').map(({ contract }) => fastifyPath(contract)))
  app.setErrorHandler((error: Thrown, request, reply) => {
    const told = toldByText.has(request.routeOptions.url ?? '') ? 'text' : 'problem'
    const known = error instanceof Problem || error instanceof Conflict || error instanceof LedgerStalled || (error.statusCode !== undefined && error.statusCode < 500) || error.statusCode === 503
    if (known) return sendProblem(reply, asProblem(error), told)
    // An error nobody foresaw: say so without its text, which may hold data.
    process.stderr.write(`${JSON.stringify({ level: 'error', route: request.routeOptions.url, method: request.method, error: error.stack ?? error.message })}\n`)
    const broken = { title: 'Something broke', detail: 'The act was not recorded. The fault was logged; try again or tell the operator.' }
    void reply.code(500).type(told === 'text' ? 'application/json' : 'application/problem+json')
      .send(JSON.stringify(told === 'text' ? `${broken.title}. ${broken.detail}` : { type: '/problems/broken', status: 500, ...broken }))
  })

  const document = JSON.stringify(openApiDocument(options.routes.map(({ contract }) => contract), options.version))
  app.get('/api/openapi.json', async (_request, reply) => reply.type('application/json').send(document))
  app.get('/health', async () => ({ status: 'alive', version: options.version }))
  app.get('/ready', async (_request, reply) => {
    const ready = options.ready() && options.services.ledger.fresh()
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not-ready', number: options.services.ledger.head })
  })
  for (const each of options.routes) install(app, each, options)

  app.setNotFoundHandler((request, reply) => {
    if (options.webFolder && request.method === 'GET' && !/^\/(api|access|scim|assets)\//.test(request.url)) {
      return reply.code(200).header('cache-control', 'no-cache').type('text/html; charset=utf-8').sendFile('index.html')
    }
    sendProblem(reply, new Problem(404, 'not-found', 'There is nothing at this address', `Nothing was changed. ${request.method} ${request.url.split('?')[0]} is not known; see /api/openapi.json.`))
  })
  if (options.webFolder) await serveBrowserFiles(app, options.webFolder)
  return app
}
