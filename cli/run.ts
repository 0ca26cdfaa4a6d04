/** Runs a verb: connects, acts, prints, closes, and ends with the promised exit code. */
import { writeSync } from 'node:fs'

import { DatabaseRefusal } from '../platform/database/refusal.ts'
import { WrongSetting } from '../composition/settings.ts'
import { connect, type Called, type Connection } from './connect.ts'
import { Ended, exit, problemOf } from './outcome.ts'

type Verb<Arguments extends readonly unknown[]> = (connection: Connection, ...given: Arguments) => Promise<number>
export type Run = <Arguments extends readonly unknown[]>(verb: Verb<Arguments>) => (...given: Arguments) => Promise<void>

export const collect = (value: string, earlier: readonly string[]): readonly string[] => [...earlier, value]

/** For people, or one JSON object for programs: never both. */
export function printer({ json }: { readonly json?: true | undefined }): { print(text: string): void; printJson(value: unknown): void } {
  return {
    print: (text) => { if (!json) out(`${text}\n`) },
    printJson: (value) => { if (json) out(`${JSON.stringify(value, null, 2)}\n`) },
  }
}

/** Synchronous, so that nothing is lost when the process ends. */
export function out(text: string): void {
  let rest = Buffer.from(text)
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(1, rest))
    } catch (error) {
      if ((error as { code?: string }).code === 'EPIPE') return
      if ((error as { code?: string }).code !== 'EAGAIN') throw error
    }
  }
}

export async function ask<T>(connection: Connection, asked: Called): Promise<T> {
  const answer = await connection.call(asked)
  if (answer.status >= 400) throw problemOf(answer.status, answer.body)
  return JSON.parse(answer.body.toString('utf8')) as T
}

function ending(error: unknown): { code: number; text: string } {
  if (error instanceof Ended) return { code: error.code, text: error.message }
  if (error instanceof WrongSetting) return { code: exit.wrongQuestion, text: error.message }
  if (error instanceof DatabaseRefusal) return { code: exit.broke, text: `${error.title}. ${error.detail}\n${error.remedy}` }
  return { code: exit.broke, text: `Something broke: ${error instanceof Error ? error.message : String(error)}` }
}

/** Runs a verb that needs no connection. */
export const runAlone = <Arguments extends readonly unknown[]>(verb: (...given: Arguments) => Promise<number>) => async (...given: Arguments): Promise<void> => {
  let code: number = exit.broke
  try {
    code = await verb(...given)
  } catch (error) {
    const ended = ending(error)
    code = ended.code
    process.stderr.write(`${ended.text}\n`)
  }
  process.exit(code)
}

export const run: Run = (verb) => async (...given) => {
  let connection: Connection | null = null
  let code: number = exit.broke
  try {
    connection = await connect(process.env)
    code = await verb(connection, ...given)
  } catch (error) {
    const ended = ending(error)
    code = ended.code
    process.stderr.write(`${ended.text}\n`)
  }
  await connection?.close()
  process.exit(code)
}
