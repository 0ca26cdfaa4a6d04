/** `verify-evidence` as a person runs it: a process of its own, a file, an exit code. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { openTrial, signedIn, trialMigrations } from '../composition/trial.ts'
import { openEmbeddedForTest } from '../platform/database/test-database.ts'
import type { SignedEvidence } from '../platform/evidence/document.ts'

const root = join(import.meta.dirname, '..')
let folder: string
let evidence: SignedEvidence
let keys: unknown

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mandate-evidence-'))
  const database = await openEmbeddedForTest(trialMigrations)
  const application = await openTrial(database.db)
  const ana = await signedIn(application, 'ana')
  evidence = (await ana.get<SignedEvidence>('/api/v1/evidence?person=ana&matter=award&amount=USD%205')).body
  keys = (await ana.get('/.well-known/mandate-keys.json')).body
  await application.close()
  await database.dispose()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function verify(file: unknown, ...options: string[]): Promise<{ code: number; out: string; err: string }> {
  const path = join(folder, 'evidence.json')
  await writeFile(path, typeof file === 'string' ? file : JSON.stringify(file))
  // A data folder that cannot be opened: the verb must not want one.
  const env = { ...process.env, MANDATE_DATA: '/nonexistent/folder', DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }
  return new Promise((done) => {
    execFile(process.execPath, ['--import', 'tsx', join(root, 'cli/cli.ts'), 'verify-evidence', path, ...options], { cwd: root, env }, (error, out, err) =>
      done({ code: error === null ? 0 : Number(error.code), out, err }))
  })
}

it('prints every check, and ends with 0', async () => {
  const set = join(folder, 'keys.json')
  await writeFile(set, JSON.stringify(keys))
  const { code, out } = await verify(evidence, '--keys', set)
  expect(out).toMatch(/^holds {2}signature .*\nholds {2}signer /m)
  expect(out).toMatch(/^holds {2}verdict award: asked again of these facts alone: permitted$/m)
  expect(out).toMatch(/All \d+ checks hold\.\n$/)
  expect(code).toBe(0)
}, 60_000)

it('says what it could not check without a key set', async () => {
  const { code, out } = await verify(evidence)
  expect(out).toContain('not checked: whose key it is')
  expect(code).toBe(0)
}, 60_000)

it('names what was altered, and ends with 1', async () => {
  const { document } = evidence
  const { code, out } = await verify({ ...evidence, document: { ...document, instruments: [{ ...document.instruments[0]!, digest: '0'.repeat(64) }] } }, '--json')
  const failed = (JSON.parse(out) as { documents: { checks: { check: string; of: string; holds: boolean }[] }[] }).documents[0]!.checks.filter(({ holds }) => !holds)
  expect(failed.map(({ check }) => check)).toEqual(['signature', 'instrument'])
  expect(failed[1]!.of).toBe(document.instruments[0]!.number)
  expect(code).toBe(1)
}, 60_000)

it('a file that is no JSON is a wrong question', async () => {
  expect(await verify('hello')).toMatchObject({ code: 2, err: expect.stringContaining('holds no JSON') })
}, 60_000)
