import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { claimFolder, publishOwner, readOwner } from './owner.ts'

describe('a data folder', () => {
  let base = ''
  let folder = ''
  beforeEach(async () => {
    base = await mkdtemp(join(tmpdir(), 'mandate-owner-'))
    folder = join(base, 'data')
  })
  afterEach(() => rm(base, { recursive: true, force: true }))

  it('has one owner, who says where it answers', async () => {
    const claim = await claimFolder(folder)
    await publishOwner(folder, { address: 'http://127.0.0.1:8080', token: 'secret' })
    expect(await readOwner(folder)).toMatchObject({ pid: process.pid, host: hostname(), address: 'http://127.0.0.1:8080', token: 'secret' })
    expect((await stat(join(folder, 'owner.json'))).mode & 0o777).toBe(0o600)
    const detail: unknown = expect.stringContaining('http://127.0.0.1:8080')
    await expect(claimFolder(folder)).rejects.toMatchObject({ code: 'in-use', detail, owner: { token: 'secret' } })
    await claim.release()
    expect(await readOwner(folder)).toBeNull()
    await (await claimFolder(folder)).release()
  })

  it('is the same by whatever name', async () => {
    const claim = await claimFolder(folder)
    await symlink(folder, join(base, 'link'))
    await expect(claimFolder(join(base, 'link'))).rejects.toMatchObject({ code: 'in-use' })
    await claim.release()
  })

  it('is free again when its owner was killed', async () => {
    const owner = new URL('./owner.ts', import.meta.url).href
    const script = `import(${JSON.stringify(owner)}).then(({ claimFolder }) => claimFolder(${JSON.stringify(folder)}))
      .then(() => { console.log('mine'); setInterval(() => {}, 1000) })`
    const child = spawn(process.execPath, ['--import', 'tsx', '--eval', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    await expect(claimFolder(folder)).rejects.toMatchObject({ code: 'in-use', owner: { pid: child.pid } })
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await readOwner(folder)).toMatchObject({ pid: child.pid })
    await (await claimFolder(folder)).release()
  })

  const leftBy = async (change: object): Promise<void> => {
    await (await claimFolder(folder)).release()
    const claim = await claimFolder(folder)
    const left = JSON.parse(await readFile(join(folder, 'owner.json'), 'utf8')) as object
    await claim.release()
    await writeFile(join(folder, 'owner.json'), JSON.stringify({ ...left, ...change }))
  }

  it.each([
    ['left on another machine', { host: 'another-machine' }],
    ['left in another network namespace', { network: 'net:[1]' }],
  ])('is refused when in doubt: %s', async (_name, change) => {
    await leftBy(change)
    await expect(claimFolder(folder)).rejects.toMatchObject({ code: 'in-use', remedy: expect.stringContaining('owner.json') })
    await rm(join(folder, 'owner.json'))
    await (await claimFolder(folder)).release()
  })

  it('is free after the machine was started anew', async () => {
    await leftBy({ bootId: 'earlier', network: 'net:[1]' })
    await (await claimFolder(folder)).release()
  })

  it('must be a folder one can use', async () => {
    await writeFile(folder, '')
    await expect(claimFolder(folder)).rejects.toMatchObject({ code: 'folder-unusable' })
  })
})
