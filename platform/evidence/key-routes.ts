/** The public keys that sign evidence, with their history, as a JSON Web Key Set (RFC 7517). */
import { z } from 'zod'

import { contract } from '../http/contract.ts'
import { route, type Route } from '../http/route.ts'

const keysContract = contract({
  id: 'evidence.keys', method: 'GET', path: '/.well-known/mandate-keys.json', tag: 'evidence', open: 'public',
  summary: 'The public keys that sign evidence, each with the time it was used from and to.',
  answer: z.object({
    keys: z.array(z.object({
      kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), kid: z.string(), alg: z.literal('EdDSA'), use: z.literal('sig'),
      from: z.string(), to: z.string().nullable(), demonstration: z.boolean(),
    })),
  }),
})

export const keyRoutes: readonly Route[] = [
  route(keysContract, async ({ services }) => ({
    keys: (await services.signer.publicKeys()).map(({ key, from, to, demonstration }) => ({
      ...key, alg: 'EdDSA' as const, use: 'sig' as const,
      from: new Date(from).toISOString(), to: to === null ? null : new Date(to).toISOString(), demonstration,
    })),
  })),
]
