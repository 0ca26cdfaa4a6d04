/** The built pages. Files with a digest in their name may be kept for ever; the page that names them may not. */
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

export async function serveBrowserFiles(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}
