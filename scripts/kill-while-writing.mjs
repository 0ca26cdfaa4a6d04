#!/usr/bin/env node
/**
 * Kills a writer with SIGKILL at a random moment, opens its folder again, and looks for every delegation it had acknowledged.
 * `node scripts/kill-while-writing.mjs [--rounds 30]`; one line a round; exit code 1 when anything was lost.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const house = fileURLToPath(new URL('./kill-while-writing.house.ts', import.meta.url))
const root = fileURLToPath(new URL('..', import.meta.url))
/** Between its first acknowledgement and its end, in ms: short enough to hit the first commits, long enough to reach a checkpoint. */
const longestLife = 1500

const start = (verb, folder) =>
  spawn(process.execPath, ['--import', 'tsx', house, verb, folder], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
const ended = (child) => new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal })))

/** Runs a writer until it is killed; returns what it acknowledged. */
async function writeAndDie(folder) {
  const child = start('write', folder)
  const end = ended(child)
  const acknowledged = []
  let killer
  for await (const line of createInterface({ input: child.stdout })) {
    // A line cut off by the kill was never acknowledged to anybody.
    const [, id, number] = /^ack (\S+) (\d+)$/.exec(line) ?? []
    if (!id) continue
    acknowledged.push({ id, number: Number(number) })
    killer ??= setTimeout(() => child.kill('SIGKILL'), Math.random() * longestLife)
  }
  clearTimeout(killer)
  const { signal } = await end
  if (signal !== 'SIGKILL') throw new Error('the writer ended by itself')
  return acknowledged
}

async function readBack(folder) {
  const child = start('read', folder)
  const end = ended(child)
  let text = ''
  for await (const piece of child.stdout) text += piece
  const { code } = await end
  if (code !== 0) throw new Error('the folder could not be opened again')
  return JSON.parse(text)
}

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '30' } } })
const rounds = Number(values.rounds)
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error('--rounds wants a whole number from 1')
  process.exit(2)
}

const folder = await mkdtemp(join(tmpdir(), 'mandate-kill-'))
const acknowledged = new Map()
let failures = 0
try {
  for (let round = 1; round <= rounds; round++) {
    const written = await writeAndDie(folder)
    for (const { id, number } of written) acknowledged.set(id, number)
    const { numbers, events, highest } = await readBack(folder)
    const lost = [...acknowledged].filter(([id, number]) => numbers[id] !== number).length
    const gaps = highest - events
    if (lost > 0 || gaps !== 0) failures++
    const told = `${written.length} acknowledged, then killed; ${acknowledged.size} in all, ${lost} lost`
    console.log(`round ${round}: ${told}; ${highest} numbers, ${gaps} gaps`)
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
const outcome = failures === 0 ? 'nothing was lost' : `${failures} rounds lost something`
console.log(`${outcome}: ${acknowledged.size} acknowledged delegations in ${rounds} rounds of kill -9`)
process.exitCode = failures === 0 ? 0 : 1
