/** The header `Mandate-Known: N`: answer from a register that knows at least ledger number N. Answers carry what they stood on by the same name. */
import { Problem } from '../../platform/http/problem.ts'
import type { Services } from '../../platform/services.ts'
import { mustBeFresh } from '../register/index.ts'
import { misfit } from './misfit.ts'

export const knownHeader = 'mandate-known'

const longestWait = 1000
const between = 20

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds))

/** Waits a moment for a register that lags behind; refuses rather than answer from an older one. A malformed header is never "the latest". */
export async function asFreshAs(services: Services, header: string | undefined): Promise<void> {
  if (header !== undefined) {
    if (!/^\d{1,15}$/.test(header)) {
      throw misfit('Mandate-Known', 'This is not a ledger number.', 'Give one number in digits, or leave the header out.', 'wrong-header')
    }
    const wanted = Number(header)
    for (let waited = 0; services.register.head < wanted; waited += between) {
      if (waited >= longestWait) {
        throw new Problem(503, 'register-behind', 'The register here has not come so far', `It knows ${services.register.head}, not yet ${wanted}. Try again in a moment.`)
      }
      await pause(between)
    }
  }
  mustBeFresh(services)
}
