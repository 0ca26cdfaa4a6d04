/** Measurements that want a memory of their own: `bench/…/<name>.process.ts` prints lines as JSON and is run beside this process. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'

import type { Line } from './line.ts'

/** What a process of its own says, as it says it; throws when it breaks. */
export async function* linesOfProcess(name: string, heapMegabytes: number): AsyncIterable<Line> {
  // Everything of the bench is built into one folder.
  const script = join(dirname(process.argv[1] ?? ''), `${name}.process.js`)
  const child = spawn(process.execPath, [`--max-old-space-size=${heapMegabytes}`, script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  for await (const text of createInterface({ input: child.stdout })) yield JSON.parse(text) as Line
  const [code] = await ended
  if (code !== 0) throw new Error(`The measurement "${name}" broke off (exit ${code})`)
}

/** The other side: prints each line as it is measured. */
export async function printLines(lines: AsyncIterable<Line>): Promise<void> {
  for await (const line of lines) process.stdout.write(`${JSON.stringify(line)}\n`)
}
