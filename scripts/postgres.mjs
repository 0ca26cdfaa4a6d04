/** A throw-away PostgreSQL for the tests: found or installed, run in a temporary folder as an unprivileged user, gone afterwards. */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { aptInstall, isRoot } from './chromium.mjs'

function binaries() {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').map(Number).filter(Boolean).sort((a, b) => b - a) : []
  for (const version of versions) {
    const folder = `/usr/lib/postgresql/${version}/bin`
    if (existsSync(join(folder, 'initdb'))) return folder
  }
  const found = spawnSync('sh', ['-c', 'command -v initdb'], { encoding: 'utf8' }).stdout.trim()
  return found === '' ? null : found.replace(/\/initdb$/, '')
}

/** Debian makes and starts a cluster of its own on install; the tests want none. */
function install(say) {
  if (isRoot() && !existsSync('/etc/postgresql-common/createcluster.conf')) {
    mkdirSync('/etc/postgresql-common', { recursive: true })
    writeFileSync('/etc/postgresql-common/createcluster.conf', 'create_main_cluster = false\n')
  }
  return aptInstall(['postgresql'], say)
}

const freePort = () => new Promise((done, failed) => {
  const server = createServer()
  server.once('error', failed)
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address()
    server.close(() => done(port))
  })
})

const idOf = (flag, user) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }))

/** PostgreSQL refuses to run as root: root runs it as `postgres`, or `nobody` where there is none. */
function unprivileged() {
  if (!isRoot()) return {}
  const user = spawnSync('id', ['-u', 'postgres'], { stdio: 'ignore' }).status === 0 ? 'postgres' : 'nobody'
  return { uid: idOf('-u', user), gid: idOf('-g', user) }
}

/** Where an unprivileged user can go: root's own temporary folder may be closed to others. */
const temporary = () => (isRoot() ? '/tmp' : tmpdir())

/** `{ url, stop }`; null with the reason said where there is no PostgreSQL; throws where there is one that does not start. */
export async function startPostgres(say) {
  if (binaries() === null) install(say)
  const folder = binaries()
  if (folder === null) {
    say('Tests on PostgreSQL are skipped: there is none here. Install it (Debian: apt-get install postgresql).')
    return null
  }
  const owner = unprivileged()
  const home = mkdtempSync(join(temporary(), 'mandate-postgres-'))
  if (owner.uid !== undefined) chownSync(home, owner.uid, owner.gid)
  const data = join(home, 'data')
  const made = spawnSync(join(folder, 'initdb'), ['-D', data, '--locale=C.UTF-8', '-E', 'UTF8', '-A', 'trust', '-U', 'postgres', '--no-sync'], { ...owner, cwd: home, encoding: 'utf8' })
  if (made.status !== 0) {
    rmSync(home, { recursive: true, force: true })
    throw new Error(`PostgreSQL is here, and initdb failed: ${made.stderr || made.error}`)
  }
  const port = await freePort()
  const server = spawn(join(folder, 'postgres'), ['-D', data, '-p', String(port), '-k', home, '-h', '127.0.0.1', '-F', '-c', 'max_connections=200'], { ...owner, cwd: home, stdio: 'ignore' })
  const stop = () => {
    if (server.exitCode === null) server.kill('SIGQUIT')
    rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
  const ready = () => spawnSync(join(folder, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port), '-q'], { stdio: 'ignore' }).status === 0
  for (let tries = 0; tries < 100 && !ready(); tries++) await new Promise((done) => setTimeout(done, 100))
  if (!ready()) {
    stop()
    throw new Error('PostgreSQL is here, and its server did not start.')
  }
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop }
}
