/** Where things are, and the one way to say what is going on. Plain Node: everything in this folder runs before anything is installed. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
export const inRoot = (...parts) => join(root, ...parts)

/** A line about progress. On stderr, so that what a command answers can be piped. */
export const say = (line) => process.stderr.write(`mandate: ${line}\n`)

/** Ends with a message for a person instead of a stack. */
export class CannotGoOn extends Error {}

/** Runs the body; a `CannotGoOn` ends the process with its message alone. */
export async function orSayWhy(body) {
  try {
    await body()
  } catch (error) {
    if (!(error instanceof CannotGoOn)) throw error
    say(error.message)
    process.exit(3)
  }
}
