/** The one place that decides whether an asker may use a route. What they may do there, the module's rules decide with the register. */
import type { Contract } from '../http/contract.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import type { Asker } from './asker.ts'

const signIn = (what: string) =>
  new Problem(401, 'sign-in-first', 'Sign in first', `Nothing was ${what}. Sign in on the page, or send a bearer token made by "npx mandate token create".`)

const mayOperate = (asker: Asker): boolean => asker.kind === 'operator' || (asker.kind === 'person' && asker.roles.includes('administrator'))

const mayAudit = (asker: Asker): boolean =>
  asker.kind === 'operator' || (asker.kind === 'person' && asker.roles.some((role) => role === 'auditor' || role === 'monitor'))

/** Programs ask; they do not act. */
const isQuestion = ({ method, question }: Contract): boolean => method === 'GET' || question === true

export function admit(contract: Contract, asker: Asker, services: Services): void {
  switch (contract.open ?? 'signed-in') {
    case 'public':
      return
    case 'demonstration':
      if (services.demonstration) return
      throw new Problem(404, 'not-found', 'There is nothing at this address', 'The demonstration sign-in exists only in demonstration mode.')
    case 'operator':
      if (mayOperate(asker)) return
      if (asker.kind === 'nobody') throw signIn('changed')
      throw new Problem(403, 'administrators-only', 'This is for administrators', 'Nothing was changed. Ask an administrator of the register, or use the command line on its machine.')
    case 'auditor':
      if (mayAudit(asker)) return
      if (asker.kind === 'nobody') throw signIn('shown')
      throw new Problem(403, 'auditors-only', 'This is for auditors and monitors', 'Nothing was shown. Whoever needs a population or a sample asks an auditor or a monitor of the register for it.')
    case 'signed-in':
      if (asker.kind === 'nobody') throw signIn('shown')
      if (asker.kind === 'program' && !isQuestion(contract)) {
        throw new Problem(403, 'programs-only-ask', 'Programs may ask, not act', 'Nothing was changed. A person signed in has to take this act.')
      }
  }
}

/** The person who acts; programs and the operator hold no authority of their own. */
export function actingPerson(asker: Asker): Extract<Asker, { kind: 'person' }> {
  if (asker.kind === 'person') return asker
  throw new Problem(403, 'persons-only', 'Only a person can take this act', 'Nothing was changed. Sign in as the person whose authority it is.')
}

/** How the database is told who asks. */
export const databasePerson = (asker: Asker): string =>
  asker.kind === 'person' ? asker.person : asker.kind === 'operator' ? 'operator' : asker.kind === 'program' ? `program:${asker.name}` : ''
