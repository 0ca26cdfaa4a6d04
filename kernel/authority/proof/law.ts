/**
 * A law holds for every example that can be drawn. Where it does not, the example is shrunk and kept as a file in `counter-examples/`, and
 * tried again in every run from then on: what once was wrong stays a case.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'

import { exampleFact, isExampleFact } from './example-fact.ts'

const ourFolder = join(import.meta.dirname, 'counter-examples')

/** What is kept of a counter-example. */
interface Kept {
  readonly law: string
  readonly example: unknown
}

export interface Law {
  /** A sentence. */
  readonly name: string
  /** Draws so many examples; throws what fast-check reports at the first that fails, and keeps it. */
  prove(runs: number): void
  /** Holds every example ever kept against the law; returns how many. */
  replay(): number
}

function keep(folder: string, law: string, example: unknown): string {
  const text = `${JSON.stringify({ law, example } satisfies Kept, null, 1)}\n`
  const slug = law.toLowerCase().replaceAll(/[^a-z]+/g, '-')
  const name = `${slug.slice(0, 60)}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.json`
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

/** Facts kept before a field was thought of get it as any other example does. */
const refilled = (_: string, value: unknown): unknown => (isExampleFact(value) ? exampleFact(value) : value)

/** All counter-examples kept, of every law. */
export const keptExamples = (folder = ourFolder): readonly Kept[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .map(name => JSON.parse(readFileSync(join(folder, name), 'utf8'), refilled) as Kept)

/** Mutation tests break laws on purpose, always with the same examples: what fails then is no counter-example. */
const mutation = process.env['MANDATE_MUTATION'] !== undefined

export function law<T>(name: string, given: fc.Arbitrary<T>, holds: (example: T) => void, folder = ourFolder): Law {
  return {
    name,
    prove(runs) {
      const numRuns = Math.max(1, Math.round(runs))
      const always = mutation ? { seed: 1, endOnFailure: true } : {}
      const found = fc.check(fc.property(given, example => void holds(example)), { numRuns, ...always })
      if (!found.failed) return
      const example = found.counterexample?.[0]
      const kept = !mutation && example !== undefined ? `\nKept as ${keep(folder, name, example)}` : ''
      throw new Error(`${fc.defaultReportMessage(found) ?? name}${kept}`, { cause: found.errorInstance })
    },
    replay() {
      const examples = keptExamples(folder).filter(kept => kept.law === name)
      for (const { example } of examples) holds(example as T)
      return examples.length
    },
  }
}
