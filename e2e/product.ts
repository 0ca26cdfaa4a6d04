/**
 * The product as people meet it: the built server on a port of its own with the demonstration loaded, and Chromium. The demonstration is
 * loaded once for a build and a day, and copied for each suite, so that suites may write.
 */
import axeCore from 'axe-core'
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { cp, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

import { findUp } from '../composition/version.ts'
import type { Language } from '../platform/messages/languages.ts'

const root = dirname(findUp('package.json') ?? '')
export const server = join(root, 'dist', 'server', 'main.js')

export const chromiumPath =
  [process.env.MANDATE_CHROMIUM, '/usr/bin/chromium'].find((path) => path !== undefined && existsSync(path)) ?? null

export interface RunningServer {
  readonly address: string
  stop(): Promise<void>
}

const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise((resolve) => child.once('exit', () => resolve()))

/** Resolves when it says where it is; rejects with what it said if it ends before. */
export function startServer(folder: string): Promise<RunningServer> {
  const child = spawn(process.execPath, [server], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', MANDATE_DATA: folder, MANDATE_DEMO: '1', DATABASE_URL: '', NODE_ENV: '' },
  })
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended(child)
  }
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer): void => {
      said += chunk.toString()
      const address = /Mandate is at (http:\/\/\S+)/.exec(said)?.[1]
      if (address) resolve({ address, stop })
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', () => reject(new Error(`The server ended before it answered:\n${said}`)))
  })
}

const hour = 60 * 60 * 1000

/** What earlier builds loaded; not what another run may be copying at this moment. */
async function forgetEarlier(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith('mandate-demonstration-'))) {
    const folder = join(tmpdir(), name)
    const kept = await stat(folder).catch(() => null)
    if (kept && Date.now() - kept.ctimeMs > hour) await rm(folder, { recursive: true, force: true })
  }
}

/** A folder with the demonstration in it, as `npm start` would load it. */
export async function loadedFolder(): Promise<string> {
  const build = readFileSync(join(root, 'dist', '.sources'), 'utf8').slice(0, 16)
  const kept = join(tmpdir(), `mandate-demonstration-${build}-${new Date().toISOString().slice(0, 10)}`)
  if (existsSync(kept)) return kept
  await forgetEarlier()
  const made = await mkdtemp(join(tmpdir(), 'mandate-loading-'))
  await (await startServer(made)).stop()
  await rename(made, kept).catch(() => rm(made, { recursive: true, force: true }))
  return kept
}

export interface Visit {
  readonly page: Page
  /** Errors of the page, and requests that would have left this machine, so far. */
  readonly complaints: readonly string[]
}

export interface Product {
  readonly address: string
  /** A new visitor, signed in as `person` if given, reading `language`. */
  visit(options?: { readonly person?: string; readonly language?: Language } & BrowserContextOptions): Promise<Visit>
}

export interface OpenedProduct extends Product {
  close(): Promise<void>
}

export async function openProduct(): Promise<OpenedProduct> {
  const folder = await mkdtemp(join(tmpdir(), 'mandate-visited-'))
  await cp(await loadedFolder(), folder, { recursive: true })
  const running = await startServer(folder)
  const browser = await chromium.launch({
    executablePath: chromiumPath ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
  return {
    address: running.address,
    visit: (options = {}) => visit(browser, running.address, options),
    close: async () => {
      await browser.close()
      await running.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function visit(
  browser: Browser,
  address: string,
  { person, language = 'en', ...options }: NonNullable<Parameters<Product['visit']>[0]>,
): Promise<Visit> {
  const context = await browser.newContext({ baseURL: address, viewport: { width: 1280, height: 900 }, ...options })
  await context.addCookies([{ name: 'mandate_language', value: language, url: address }])
  const complaints: string[] = []
  await context.route(
    (url) => url.origin !== address && url.protocol.startsWith('http'),
    (route) => {
      complaints.push(`A request leaves this machine: ${route.request().url()}`)
      return route.abort()
    },
  )
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  if (person !== undefined) {
    const answer = await context.request.post('/api/v1/session', { data: { person } })
    if (!answer.ok()) throw new Error(`Nobody could sign in as ${person}: ${await answer.text()}`)
  }
  return { page, complaints }
}

/** Goes to an address and waits until its page stands. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('main h1').waitFor()
  await page.waitForLoadState('networkidle')
}

/** What the accessibility check finds that keeps people out: serious and critical. */
export async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeCore.source)
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axeCore }).axe.run())
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
}

/** What comes over the wire, compressed, until the page at an address stands: in bytes. */
export async function weigh(page: Page, address: string): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await open(page, address)
  return bytes
}
