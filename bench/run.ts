/** Runs the groups asked for (all without an argument), prints each line when it is there; exit code 1 when a promise does not hold. */
import { parseArgs } from 'node:util'

import { measureAuthority } from './authority/measure.ts'
import { measureAuthzen } from './authzen/measure.ts'
import { measureFindings } from './findings.ts'
import { measureLedger } from './ledger.ts'
import { told, type Line } from './line.ts'
import { measurePage } from './page.ts'
import { measureRegister } from './register/measure.ts'
import { measureStart } from './start.ts'

const groups: Readonly<Record<string, () => AsyncIterable<Line>>> = {
  start: measureStart,
  page: measurePage,
  authority: measureAuthority,
  authzen: measureAuthzen,
  findings: measureFindings,
  ledger: measureLedger,
  register: measureRegister,
}

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean', default: false } }, allowPositionals: true })
const asked = positionals.length > 0 ? positionals : Object.keys(groups)
const unknown = asked.find((name) => !(name in groups))
if (unknown !== undefined) {
  process.stderr.write(`There is no group "${unknown}". The groups are ${Object.keys(groups).join(', ')}.\n`)
  process.exit(2)
}

for (const name of asked) {
  for await (const line of groups[name]?.() ?? []) {
    process.stdout.write(`${values.json ? JSON.stringify(line) : told(line)}\n`)
    if (!line.holds) process.exitCode = 1
  }
}
