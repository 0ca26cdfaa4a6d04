/** Asking and acting over HTTP, typed by the contracts: pages import a contract's type and nothing of the server. */
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query'
import type { z } from 'zod'

import type { AnswerOf, Contract } from '../../platform/http/contract.ts'
import { send, type Sent } from './request.ts'

type InputOf<S> = S extends z.ZodType ? z.input<S> : never
type Optional<Key extends string, Value> = [Value] extends [undefined] ? Record<never, never> : { readonly [K in Key]: Value }

export type QueryFor<C> = C extends Contract<infer Q> ? Partial<InputOf<Q>> : never
export type ParamsFor<C> = C extends Contract<z.ZodType, z.ZodType, infer P> ? InputOf<P> : never
export type BodyFor<C> = C extends Contract<z.ZodType, infer B> ? InputOf<B> : never

export interface Asked<C> {
  readonly params?: ParamsFor<C>
  readonly query?: QueryFor<C>
}

export type Acted<C> = { readonly params?: ParamsFor<C> } & Optional<'body', BodyFor<C>>

const keyOf = (method: string, path: string, asked: Sent): readonly unknown[] => [path, method, asked]

/**
 * Reads: `useAnswer<typeof listDelegations>('GET', '/api/v1/delegations', { query: { page: 2 } })`.
 * POST is for questions that carry a body and change nothing; give it as `body`.
 */
export function useAnswer<C extends Contract>(
  method: C['method'],
  path: string,
  asked: Asked<C> & { readonly body?: BodyFor<C> } = {},
  options: { readonly enabled?: boolean; readonly keepPrevious?: boolean } = {},
): UseQueryResult<AnswerOf<C>> {
  return useQuery<AnswerOf<C>>({
    queryKey: keyOf(method, path, asked),
    queryFn: ({ signal }) => send<AnswerOf<C>>(method, path, { ...asked, signal }),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: (previous: unknown) => previous as never } : {}),
  })
}

/**
 * Acts: `const revoke = useAct<typeof revokeDelegation>('POST', '/api/v1/delegations/{id}/revoke')`, then
 * `revoke.mutate({ params, body })`.
 * One idempotency key per press, so that a repeated delivery is one act. Afterwards everything shown is asked again.
 */
export function useAct<C extends Contract>(method: C['method'], path: string): UseMutationResult<AnswerOf<C>, Error, Acted<C>> {
  const client = useQueryClient()
  return useMutation<AnswerOf<C>, Error, Acted<C>>({
    mutationFn: (acted) => send<AnswerOf<C>>(method, path, { ...acted, idempotencyKey: newKey() }),
    onSuccess: () => client.invalidateQueries(),
  })
}

function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
