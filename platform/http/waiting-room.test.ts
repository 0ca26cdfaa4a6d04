import fastify from 'fastify'
import { connect } from 'node:net'
import { afterEach, expect, it } from 'vitest'

import { openWaitingRoom, type WaitingRoom } from './waiting-room.ts'

let room: WaitingRoom
const opened = async (): Promise<WaitingRoom> => (room = await openWaitingRoom({ port: 0, host: '127.0.0.1', version: '1.2.3' }))
afterEach(() => room.close())

it('says that the server lives, what it is loading and how far it has come', async () => {
  const { address, tell } = await opened()
  const asked = async (path: string) => {
    const answer = await fetch(`${address}${path}`)
    return [answer.status, answer.headers.get('retry-after'), await answer.json()]
  }
  expect(await asked('/health')).toEqual([200, null, { status: 'loading', version: '1.2.3', step: 'schema', share: null }])
  tell({ step: 'register', share: 0.426 })
  expect(await asked('/health?now')).toEqual([200, null, { status: 'loading', version: '1.2.3', step: 'register', share: 0.426 }])
  expect(await asked('/ready')).toEqual([503, '1', { status: 'loading', step: 'register', share: 0.426 }])
  expect(await asked('/api/v1/delegations')).toMatchObject([503, '1', { type: '/problems/loading', detail: expect.stringContaining('42 %') }])
})

it('refuses what is sent meanwhile, and lets all through afterwards, on connections that were there before too', async () => {
  const { address, open } = await opened()
  const post = () => fetch(`${address}/acts`, { method: 'POST', body: 'x'.repeat(100_000), headers: { 'content-type': 'text/plain' } })
  expect((await post()).status).toBe(503)
  const product = fastify()
  product.post('/acts', (request) => ({ size: String(request.body).length }))
  await open(product)
  expect(await (await post()).json()).toEqual({ size: 100_000 })
  expect((await fetch(`${address}/health`)).status).toBe(404)
  const malformed = await new Promise<string>((resolve) => {
    const socket = connect(Number(new URL(address).port), '127.0.0.1', () => socket.write('not http\r\n\r\n'))
    socket.once('data', (bytes) => resolve(bytes.toString()))
  })
  expect(malformed).toMatch(/^HTTP\/1.1 400/)
  await product.close()
})

it('does not take a port that is taken', async () => {
  const { address } = await opened()
  await expect(openWaitingRoom({ port: Number(new URL(address).port), host: '127.0.0.1', version: '1' })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
