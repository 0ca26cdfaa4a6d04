/**
 * PGlite made durable. Left to itself it never reaches the disk: it starts with `-F`, and its file system has no fsync. The hook that
 * gives it one is private, which is why the version is pinned and `embedded-engine.test.ts` counts the calls.
 */
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import fs from 'node:fs'
import { join } from 'node:path'

interface OpenFile {
  readonly nfd: number
}
interface SyncingFileSystem {
  readonly stream_ops: { fsync?: (file: OpenFile) => number }
}
type EngineOptions = Parameters<NodeFS['init']>[1]

class DurableFileSystem extends NodeFS {
  override async init(engine: PGlite, options: EngineOptions): ReturnType<NodeFS['init']> {
    const started = await super.init(engine, options)
    const { emscriptenOpts } = started
    emscriptenOpts.preRun = [...(emscriptenOpts.preRun ?? []), (mod) => {
      const files = mod.FS.filesystems?.NODEFS ?? mod.NODEFS
      ;(files as unknown as SyncingFileSystem).stream_ops.fsync = (file) => {
        fs.fsyncSync(file.nfd)
        return 0
      }
    }]
    return started
  }
}

const startParams = [...PGlite.defaultStartParams.filter((each) => each !== '-F'), '-c', 'wal_sync_method=fsync']

async function open(folder: string): Promise<PGlite> {
  const engine = new PGlite({ fs: new DurableFileSystem(folder), extensions: { pg_trgm, unaccent }, startParams })
  await engine.waitReady
  return engine
}

function syncTree(path: string): void {
  for (const entry of fs.readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory()) syncTree(join(path, entry.name))
    else syncOne(join(path, entry.name))
  }
  syncOne(path)
}

function syncOne(path: string): void {
  const file = fs.openSync(path, 'r')
  fs.fsyncSync(file)
  fs.closeSync(file)
}

/** Opens the database in `folder`/database, making it first if need be: complete on disk before it gets its name. */
export async function startEngine(folder: string): Promise<PGlite> {
  const database = join(folder, 'database')
  if (!fs.existsSync(join(database, 'PG_VERSION'))) {
    const unfinished = join(folder, 'database.unfinished')
    fs.rmSync(unfinished, { recursive: true, force: true })
    await (await open(unfinished)).close()
    syncTree(unfinished)
    fs.renameSync(unfinished, database)
    syncOne(folder)
  }
  return open(database)
}
