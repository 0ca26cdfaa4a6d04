import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'

import { openDatabase } from './open.ts'
import { openPostgresForTest, temporaryFolder, testServer } from './test-database.ts'

describe('opening a database', () => {
  let folder = ''
  afterEach(() => rm(folder || '/nonexistent', { recursive: true, force: true }))

  it('refuses a second process on the folder, then lets it in', async () => {
    folder = await temporaryFolder()
    const first = await openDatabase({ url: null, folder, migrations: [] })
    await expect(openDatabase({ url: null, folder, migrations: [] })).rejects.toMatchObject({ code: 'in-use' })
    await first.close()
    await (await openDatabase({ url: null, folder, migrations: [] })).close()
    await expect(first.transaction({ role: 'app', person: '' }, async () => 1)).rejects.toMatchObject({ code: 'unreachable' })
  })

  it('gives the folder back when it cannot open what is in it', async () => {
    folder = await temporaryFolder()
    const version = join(folder, 'database', 'PG_VERSION')
    await writeFile(version, '9\n')
    await expect(openDatabase({ url: null, folder, migrations: [] })).rejects.toMatchObject({ code: 'folder-unusable' })
    await writeFile(version, '18\n')
    await (await openDatabase({ url: null, folder, migrations: [] })).close()
  })

  it('begins again where making the database was cut short', async () => {
    folder = await temporaryFolder()
    await rm(join(folder, 'database'), { recursive: true })
    await mkdir(join(folder, 'database.unfinished'))
    await writeFile(join(folder, 'database.unfinished', 'PG_VERSION'), '18\n')
    await (await openDatabase({ url: null, folder, migrations: [] })).close()
  })

  it('says when no server answers', async () => {
    const nowhere = openDatabase({ url: 'postgres://mandate@127.0.0.1:9/mandate', folder: '', migrations: [] })
    await expect(nowhere).rejects.toMatchObject({ code: 'unreachable', detail: expect.stringContaining('127.0.0.1:9') })
    await expect(openDatabase({ url: 'nonsense', folder: '', migrations: [] })).rejects.toMatchObject({ code: 'unreachable' })
  })

  const server = testServer()
  it.runIf(server)('refuses a locale blind to most scripts', async () => {
    await expect(openPostgresForTest(server ?? '', 'C')([])).rejects.toMatchObject({ code: 'wrong-locale' })
  })
})
