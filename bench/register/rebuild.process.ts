/** In a process of its own, so that its memory is the register's: opens the database it is told, rebuilds, and says how it went. */
import { may } from '../../kernel/authority/may.ts'
import { modules } from '../../composition/modules.ts'
import { openDatabase } from '../../platform/database/open.ts'
import { loadRegister } from '../../platform/register/live-register.ts'
import { seconds } from '../line.ts'

export interface Rebuilt {
  readonly seconds: number
  /** Of the processor, on all cores, for all that this process did meanwhile. */
  readonly processorSeconds: number
  /** Of the whole process, from its start to the first answer. */
  readonly peakGigabytes: number
}

const [, , folder = '', url = ''] = process.argv
const db = await openDatabase({ url: url === '' ? null : url, folder, migrations: modules.flatMap((module) => module.migrations) })
const factTables = modules.flatMap((module) => module.tables)
let loaded: Awaited<ReturnType<typeof loadRegister>> | undefined
const before = process.cpuUsage()
const taken = await seconds(async () => {
  loaded = await loadRegister(db, factTables)
})
const { user, system } = process.cpuUsage(before)
if (loaded === undefined) throw new Error('Nothing was loaded.')
const { register } = loaded
const now = Date.parse('2026-06-01T00:00:00Z')
const question = { person: 'person-242081', matter: 'matter-39', entity: 'entity-199', amount: { currency: 'USD', value: '1000' } }
const { answer } = may(register, question, { on: now, known: register.head, now })
if (answer !== 'permitted') throw new Error(`The register rebuilt answers ${answer}.`)
process.stdout.write(JSON.stringify({
  seconds: taken, processorSeconds: (user + system) / 1e6, peakGigabytes: process.resourceUsage().maxRSS / 2 ** 20,
} satisfies Rebuilt))
await db.close()
