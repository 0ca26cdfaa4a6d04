/** A throw-away PostgreSQL for the tests: its own folder, its own port, nothing kept. */
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { delimiter, dirname, join } from 'node:path'
import { tmpdir } from 'node:os'
import { installDebian, isRoot } from './debian.mjs'
import { CannotGoOn, say } from './place.mjs'
import { run, start } from './run.mjs'

const debianHome = '/usr/lib/postgresql'
const oldest = 15

function programsFolder() {
  const versions = existsSync(debianHome) ? readdirSync(debianHome).filter((name) => Number(name) >= oldest) : []
  const newest = versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(debianHome, version, 'bin'))
  const onPath = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return [...newest, ...onPath].find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null
}

/** Debian makes and starts a cluster of its own unless told not to, and the tests want none. */
async function installPostgres() {
  const reason = await installDebian(['postgresql-common'])
  if (reason) return reason
  await run('sh', ['-c', "grep -qs '^create_main_cluster' /etc/postgresql-common/createcluster.conf || echo 'create_main_cluster = false' >> /etc/postgresql-common/createcluster.conf"])
  return installDebian(['postgresql'])
}

/** PostgreSQL refuses to run as root: then it runs as `postgres`, else `nobody`. */
async function unprivileged() {
  if (!isRoot()) return {}
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    if (uid.code === 0 && gid.code === 0) return { uid: Number(uid.printed), gid: Number(gid.printed) }
  }
  throw new CannotGoOn('PostgreSQL does not run as root, and there is no user postgres or nobody to run it as.')
}

const freePort = () => new Promise((resolve, reject) => {
  const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
    const { port } = probe.address()
    probe.close(() => resolve(port))
  })
})

function listening(server) {
  return new Promise((resolve, reject) => {
    let printed = ''
    const read = (chunk) => {
      printed += chunk
      if (!printed.includes('ready to accept connections')) return
      server.stderr.off('data', read).resume()
      resolve()
    }
    server.stderr.on('data', read)
    server.once('exit', () => reject(new CannotGoOn(`PostgreSQL did not start:\n${printed}`)))
  })
}

/** Starts a server: its address and how to stop it, or the reason why there is none. */
export async function startPostgres() {
  if (!programsFolder()) {
    const reason = await installPostgres()
    if (!programsFolder()) return { reason: `no PostgreSQL ${oldest} or newer was found, and ${reason ?? 'apt-get brought none'}` }
  }
  const programs = programsFolder()
  const as = await unprivileged()
  // Not tmpdir() as root: TMPDIR may lie where only root may go.
  const home = mkdtempSync(join(isRoot() ? '/tmp' : tmpdir(), 'mandate-postgres-'))
  if (as.uid !== undefined) chownSync(home, as.uid, as.gid)
  chmodSync(home, 0o700)
  const data = join(home, 'data')
  const environment = { PATH: `${programs}${delimiter}${dirname(process.execPath)}${delimiter}/usr/bin:/bin`, LC_ALL: 'C.UTF-8', TZ: 'UTC' }
  const options = { ...as, cwd: home, env: environment }

  const made = await run(join(programs, 'initdb'), ['-D', data, '--locale=C.UTF-8', '-E', 'UTF8', '-U', 'mandate', '-A', 'trust', '--no-sync'], options)
  if (made.code !== 0) {
    rmSync(home, { recursive: true, force: true })
    throw new CannotGoOn(`initdb failed:\n${made.printed}`)
  }
  const port = await freePort()
  const server = start(join(programs, 'postgres'), [
    '-D', data, '-k', home, '-h', '127.0.0.1', '-p', String(port),
    '-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'synchronous_commit=off', '-c', 'max_connections=200', '-c', 'jit=off',
  ], { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
  try {
    await listening(server)
  } catch (error) {
    rmSync(home, { recursive: true, force: true })
    throw error
  }
  say(`PostgreSQL for the tests on port ${port}`)
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGINT') // "fast": does not wait for sessions
      await ended
    }
    rmSync(home, { recursive: true, force: true })
  }
  return { address: `postgres://mandate@127.0.0.1:${port}/postgres`, stop }
}
