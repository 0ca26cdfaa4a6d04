/**
 * One owner of a data folder. Two processes on one embedded database corrupt it silently, so the owner holds a lock that dies with it: a
 * Linux abstract socket named from the folder's device and inode. Beside it `owner.json` says who that is and where it answers.
 */
import { mkdir, readFile, readlink, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { DatabaseRefusal, messageOf } from './refusal.ts'

export interface FolderOwner {
  readonly pid: number
  readonly host: string
  /** Which start of the machine, and which network namespace of it: only there does a free lock prove that its holder is gone. */
  readonly bootId: string | null
  readonly network: string | null
  /** Where the owner answers, once it does; the token makes the caller the operator. */
  readonly address: string | null
  readonly token: string | null
}

export interface FolderClaim {
  release(): Promise<void>
}

const ownerFile = (folder: string): string => join(folder, 'owner.json')

const orNull = (read: Promise<string>): Promise<string | null> => read.then((text) => text.trim(), () => null)

async function thisProcess(): Promise<FolderOwner> {
  return {
    pid: process.pid,
    host: hostname(),
    bootId: await orNull(readFile('/proc/sys/kernel/random/boot_id', 'utf8')),
    network: await orNull(readlink('/proc/self/ns/net')),
    address: null,
    token: null,
  }
}

async function writeOwner(folder: string, owner: FolderOwner): Promise<void> {
  const draft = `${ownerFile(folder)}.${process.pid}`
  await writeFile(draft, `${JSON.stringify(owner, null, 2)}\n`, { mode: 0o600 })
  await rename(draft, ownerFile(folder))
}

/** Who has (or last had) the folder, as it wrote itself down; null when nobody did. */
export async function readOwner(folder: string): Promise<FolderOwner | null> {
  const text = await orNull(readFile(ownerFile(folder), 'utf8'))
  if (text === null) return null
  try {
    const owner: unknown = JSON.parse(text)
    return typeof owner === 'object' && owner !== null && 'pid' in owner && 'host' in owner ? (owner as FolderOwner) : null
  } catch {
    return null
  }
}

/** The owner says where it answers. Only for the process that claimed the folder. */
export async function publishOwner(folder: string, at: { readonly address: string; readonly token: string }): Promise<void> {
  await writeOwner(folder, { ...(await thisProcess()), ...at })
}

const listen = (name: string): Promise<Server> =>
  new Promise((taken, refused) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', refused)
    server.listen(name, () => taken(server.unref()))
  })

const lockName = (device: bigint, inode: bigint): string =>
  process.platform === 'linux' ? `\0mandate-${device}-${inode}` : join(tmpdir(), `mandate-${device}-${inode}.sock`)

function inUse(folder: string, owner: FolderOwner | null): DatabaseRefusal {
  const where = owner?.address
    ? `process ${owner.pid}, which answers at ${owner.address}`
    : `another process${owner ? ` (${owner.pid})` : ''} that is not answering yet`
  return new DatabaseRefusal('in-use', 'The data folder is in use', `${folder} belongs to ${where}.`,
    'Use that one, stop it first, or give another folder in MANDATE_DATA.', owner)
}

/** A free lock proves nothing about a holder on another machine, or in a container with a network of its own. */
function refuseDoubt(folder: string, earlier: FolderOwner, self: FolderOwner): void {
  const elsewhere = earlier.host !== self.host
  const sameBoot = earlier.bootId === self.bootId
  if (!elsewhere && (!sameBoot || earlier.network === self.network)) return
  const where = `${earlier.host}${elsewhere ? '' : ', in another network namespace'}`
  throw new DatabaseRefusal('in-use', 'The data folder may be in use',
    `${folder} was last used by process ${earlier.pid} on ${where}, which did not give it back. Whether it still runs cannot be told from here.`,
    `Make sure that it does not, then delete ${ownerFile(folder)}.`, earlier)
}

/** Makes this process the folder's owner, or throws `DatabaseRefusal` `in-use`; on doubt it refuses. */
export async function claimFolder(given: string): Promise<FolderClaim> {
  const folder = resolve(given)
  let lock: Server
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const { dev, ino } = await stat(folder, { bigint: true })
    lock = await listen(lockName(dev, ino))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') throw inUse(folder, await readOwner(folder))
    throw new DatabaseRefusal('folder-unusable', 'The data folder cannot be used', `${folder}: ${messageOf(error)}.`,
      'Give a folder this user can write to in MANDATE_DATA.', null, { cause: error })
  }
  const unlock = () => new Promise<void>((done) => lock.close(() => done()))
  try {
    const self = await thisProcess()
    const earlier = await readOwner(folder)
    if (earlier) refuseDoubt(folder, earlier, self)
    await writeOwner(folder, self)
  } catch (error) {
    await unlock()
    throw error
  }
  return {
    release: async () => {
      await rm(ownerFile(folder), { force: true })
      await unlock()
    },
  }
}
