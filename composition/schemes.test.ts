/** Published schemes of delegation, whole: taken in by the importer into an empty database, and asked over HTTP and by the command. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { SeededClock } from '../platform/ledger/seeded-clock.ts'
import type { mayContract } from '../modules/register/index.ts'
import type { AnswerOf } from '../platform/http/contract.ts'
import { openApplication, type Application } from './application.ts'
import { takeScheme, takeSchemeFile } from './scheme-files.ts'
import { schemes, type SchemeQuestion } from './schemes.cases.ts'
import { caller, type Caller } from './trial.ts'

const root = join(import.meta.dirname, '..')
const taken = Date.parse('2024-06-03T09:00:00Z')

function target(asks: SchemeQuestion['asks']): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asks)) for (const each of [value].flat()) query.append(name, each)
  return `/api/v1/may?${query.toString()}`
}

function command(folder: string, asks: SchemeQuestion['asks']): Promise<{ code: number; answer: unknown }> {
  const options = Object.entries(asks).flatMap(([name, value]) => [value].flat().flatMap((each) => [`--${name}`, each]))
  const env = { ...process.env, MANDATE_DATA: folder, DATABASE_URL: '', MANDATE_DEMO: '' }
  return new Promise((done) => {
    execFile(process.execPath, ['--import', 'tsx', join(root, 'cli/cli.ts'), 'may', ...options, '--json'], { cwd: root, env }, (error, out) =>
      done({ code: error === null ? 0 : Number(error.code), answer: out === '' ? null : (JSON.parse(out) as { answer: unknown }).answer }))
  })
}

/** In order: a file once taken stays, and days go forward. */
describe.each(Object.entries(schemes))('%s', (scheme, questions) => {
  let folder: string
  let application: Application
  let asker: Caller
  const clock = new SeededClock(taken)
  const files = new Set<string>()

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mandate-scheme-'))
    application = await openApplication({ databaseUrl: null, dataFolder: folder, demonstration: false, version: 'scheme', clock })
    await takeScheme(application, scheme)
    asker = caller(application, { authorization: `Bearer ${application.operatorToken}` })
  }, 120_000)
  afterAll(async () => {
    await application?.close()
    await rm(folder, { recursive: true, force: true })
  })

  it.each(questions.map((question) => [question.says, question] as const))('%s', async (_says, question) => {
    const { after, day } = question
    if (after !== undefined && !files.has(after.file)) {
      await takeSchemeFile(application, scheme, after.file, after.kind)
      files.add(after.file)
    }
    if (day !== undefined) clock.set(Date.parse(`${day}T09:00:00Z`))
    const { status, body } = await asker.get<AnswerOf<typeof mayContract>>(target(question.asks))
    expect({ status, answer: body.answer, reasons: body.reasons.map(({ code }) => code).sort() }).toEqual({
      status: 200, answer: question.answer, reasons: [...(question.reasons ?? body.reasons.map(({ code }) => code))].sort(),
    })
    expect(body.authorises).toBe(question.answer === 'permitted')
    for (const [code, who] of Object.entries(question.missing ?? {})) expect(body.missing.find((each) => each.code === code)?.who).toEqual(who)
    if (question.obligations !== undefined) expect([...body.obligations].sort()).toEqual([...question.obligations].sort())
    if (question.notChecked !== undefined) expect(body.notChecked).toEqual(question.notChecked)
    expect(body.whoCould.map(({ person }) => person.id)).toEqual(expect.arrayContaining([...(question.could ?? [])]))
  })

  it('answers the command as it answers programs', async () => {
    await application.close()
    const last = questions.at(-1)!
    expect(await command(folder, last.asks)).toEqual({ code: last.answer === 'permitted' ? 0 : 1, answer: last.answer })
  }, 60_000)
})
