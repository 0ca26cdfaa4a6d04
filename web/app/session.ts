/** Who is signed in, in which capacity, and what they could act as. */
import { useAct, useAnswer } from './api.ts'
import type { AnswerOf } from '../../platform/http/contract.ts'
import type { chooseCapacity, demonstrationPeople, getSession, signIn, signOut } from '../../platform/identity/session-routes.ts'

export type Session = AnswerOf<typeof getSession>
export type Capacity = Session['capacities'][number]

const path = '/api/v1/session'

export const useSessionAnswer = () => useAnswer<typeof getSession>('GET', path)

/** The session of a page: pages are only shown once it is known. */
export function useSession(): Session {
  const { data } = useSessionAnswer()
  return data ?? { person: null, capacities: [], capacity: null, roles: [], demonstration: false, now: new Date().toISOString() }
}

export const useSignIn = () => useAct<typeof signIn>('POST', path)
export const useSignOut = () => useAct<typeof signOut>('DELETE', path)
export const useChooseCapacity = () => useAct<typeof chooseCapacity>('PUT', `${path}/capacity`)
export const useDemonstrationPeople = (enabled: boolean) =>
  useAnswer<typeof demonstrationPeople>('GET', '/api/v1/demonstration/people', {}, { enabled })

