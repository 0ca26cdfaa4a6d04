import fs from 'node:fs'
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { PGlite } from '@electric-sql/pglite'

import { startEngine } from './embedded-engine.ts'
import { temporaryFolder } from './test-database.ts'

describe('the embedded engine', () => {
  let folder = ''
  let engine: PGlite
  beforeAll(async () => {
    folder = await temporaryFolder()
    engine = await startEngine(folder)
    await engine.exec('CREATE TABLE t (a int)')
  })
  afterAll(async () => {
    await engine?.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('reaches the disk before it acknowledges a commit', async () => {
    const synced = vi.spyOn(fs, 'fsyncSync')
    await engine.exec('INSERT INTO t VALUES (1)')
    expect(synced).toHaveBeenCalledTimes(1)
    await engine.exec('INSERT INTO t VALUES (2)')
    expect(synced).toHaveBeenCalledTimes(2)
    await engine.query('SELECT * FROM t')
    expect(synced).toHaveBeenCalledTimes(2)
    await engine.exec('CHECKPOINT')
    expect(synced.mock.calls.length).toBeGreaterThan(4)
    synced.mockRestore()
  })

  it('is set to do so', async () => {
    const { rows } = await engine.query(`SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
      current_setting('full_page_writes') AS pages, current_setting('wal_sync_method') AS method`)
    expect(rows).toEqual([{ fsync: 'on', commit: 'on', pages: 'on', method: 'fsync' }])
  })

  it('is the version whose private hook was tested', () => {
    const manifest = JSON.parse(fs.readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { dependencies: object }
    expect(manifest.dependencies).toMatchObject({ '@electric-sql/pglite': '0.5.16' })
  })
})
