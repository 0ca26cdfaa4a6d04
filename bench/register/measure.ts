/** How long a server takes to know everything: a large register rebuilt from the database, and the memory it then needs in all. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { modules } from '../../composition/modules.ts'
import { openEmbeddedForTest, openPostgresForTest, type OpenTestDatabase } from '../../platform/database/test-database.ts'
import { startPostgres } from '../../scripts/postgres.mjs'
import { line, median, type Line } from '../line.ts'
import { fill, size } from './fill.ts'
import type { Rebuilt } from './rebuild.process.ts'

const count = (value: number): string => value.toLocaleString('en')
const versions = count(size.delegations + size.changed)
const what = `${count(size.delegations)} delegations in ${versions} versions, ${count(size.held)} assignments and as many credentials of ${count(size.people)} people`

async function rebuilt(folder: string, url: string): Promise<Rebuilt> {
  const script = join(dirname(process.argv[1] ?? ''), 'rebuild.process.js')
  const child = spawn(process.execPath, [script, folder, url], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`The rebuild broke off (exit ${code})`)
  return JSON.parse(said) as Rebuilt
}

async function* measure(open: OpenTestDatabase, name: string, atMost: number): AsyncIterable<Line> {
  const { db, at, dispose } = await open(modules.flatMap((module) => module.migrations))
  try {
    await fill(db)
    await db.close()
    const runs: Rebuilt[] = []
    for (let run = 0; run < 3; run++) runs.push(await rebuilt(at.folder, at.url ?? ''))
    const middle = (of: (run: Rebuilt) => number): number => median(runs.map(of))
    yield line({
      group: 'register', claim: `rebuilt from ${name} (${what})`, ours: middle(({ seconds }) => seconds), unit: 's', goal: { of: 'ours', atMost },
    })
    const within = at.url === null ? 'and of the database in it' : 'without the database'
    yield line({
      group: 'register', claim: `processor time of the server for it, ${within}`, ours: middle(({ processorSeconds }) => processorSeconds), unit: 's',
    })
    yield line({
      group: 'register', claim: `memory of the server in all, at its highest (${name})`,
      ours: Math.max(...runs.map(({ peakGigabytes }) => peakGigabytes)), unit: 'GB', goal: { of: 'ours', atMost: 1 },
    })
  } finally {
    await (at.url === null ? rm(at.folder, { recursive: true, force: true }) : dispose().catch(() => undefined))
  }
}

export async function* measureRegister(): AsyncIterable<Line> {
  yield* measure(openEmbeddedForTest, 'the embedded database', 15)
  const server = await startPostgres((text: string) => process.stderr.write(`${text}\n`))
  if (server === null) return
  try {
    yield* measure(openPostgresForTest(server.url), 'PostgreSQL', 5)
  } finally {
    server.stop()
  }
}
