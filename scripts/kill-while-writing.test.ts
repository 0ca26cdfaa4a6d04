import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

it('loses nothing acknowledged to kill -9', { timeout: 120_000 }, async () => {
  const script = fileURLToPath(new URL('./kill-while-writing.mjs', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [script, '--rounds', '2'])
  expect(stdout).toMatch(/^round 1: [1-9]\d* acknowledged, then killed; \d+ in all, 0 lost; \d+ numbers, 0 gaps\n/)
  expect(stdout).toMatch(/\nround 2: .* 0 lost; .* 0 gaps\nnothing was lost/)
})
