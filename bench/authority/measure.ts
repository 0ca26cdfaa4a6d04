/** The lines of the group, in the order they are told. Another measurement is a file here and a line in this list. */
import type { Line } from '../line.ts'
import { linesOfProcess } from '../own-process.ts'
import { measurePeers } from './peers.ts'

const measurements: readonly (() => AsyncIterable<Line>)[] = [
  measurePeers,
  () => linesOfProcess('large', 12_000),
]

export async function* measureAuthority(): AsyncIterable<Line> {
  for (const measure of measurements) yield* measure()
}
