/** The pictures of the README: each page at its address, as one person of the demonstration sees it. */
import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'

import { open, openProduct } from '../e2e/product.ts'
import type { Language } from '../platform/messages/languages.ts'

const folder = join(import.meta.dirname, '..', 'docs', 'screenshots')
const largest = 250 * 1024

interface Picture {
  readonly name: string
  readonly person: string
  readonly language?: Language
  readonly colorScheme?: BrowserContextOptions['colorScheme']
  readonly height?: number
  /** The address, which may depend on what the register holds. */
  readonly address: (page: Page) => string | Promise<string>
}

interface Listed {
  readonly items: readonly { readonly id: string; readonly state: string; readonly depth: number }[]
}
interface Delegation {
  readonly id: string
  readonly state: string
  readonly matter: { readonly id: string }
  readonly limits: readonly object[]
}
interface Held {
  readonly holds: readonly { readonly canPassOn: boolean; readonly delegation: Delegation }[]
}
interface Entity {
  readonly posts: readonly { readonly id: string; readonly holders: readonly unknown[] }[]
}

const head = 'amina-diallo'
const question = 'matter=award-contract&amount=USD%20180000&method=sole-source'

const read = async <T>(page: Page, address: string): Promise<T> => (await (await page.request.get(address)).json()) as T

/** A delegation that was passed on to somebody and is in force. */
async function passedOn(page: Page): Promise<string> {
  const { items } = await read<Listed>(page, '/api/v1/delegations?person=leila-haddad&matter=award-contract')
  const one = items.find(({ state, depth }) => state === 'in-force' && depth > 0)
  if (!one) throw new Error('The demonstration holds no award of contracts passed on to Leila Haddad')
  return `/register/${one.id}`
}

/** The head's own authority over awards of contracts. */
async function heldByHead(page: Page): Promise<Delegation> {
  const { holds } = await read<Held>(page, `/api/v1/holds?person=${head}`)
  const held = holds.filter(({ canPassOn, delegation }) => canPassOn && delegation.state === 'in-force').map(({ delegation }) => delegation)
  const awards = held.find(({ matter }) => matter.id === 'award-contract')
  if (!awards) throw new Error('The demonstration’s head of mission may not pass on awards of contracts')
  return awards
}

/** A sheet with lines to the procurement of the mission's support. */
async function sheet(page: Page): Promise<string> {
  const { id: parent, limits } = await heldByHead(page)
  const { posts } = await read<Entity>(page, '/api/v1/entities/lake-region-support')
  const officers = posts.filter(({ id, holders }) => holders.length > 0 && /procurement/.test(id)).slice(0, 2)
  const lines = officers.map(({ id }) => ({
    key: id, parent, recipient: { kind: 'post', person: null, post: id }, entities: [], limits,
    mayExercise: true, passOn: null, from: null, until: null, conditions: null,
  }))
  const answer = await page.request.post('/api/v1/drafts', { data: { title: 'Procurement in the mission', lines } })
  if (!answer.ok()) throw new Error(`The sheet was not kept: ${await answer.text()}`)
  const { id } = (await answer.json()) as { id: string }
  return `/pass-on/${id}`
}

const pictures: readonly Picture[] = [
  { name: 'home', person: head, address: () => '/' },
  { name: 'ask', person: 'leila-haddad', height: 1180, address: () => `/ask?person=leila-haddad&${question}` },
  { name: 'register', person: head, address: () => '/register?entity=lake-region' },
  { name: 'record', person: head, address: passedOn },
  { name: 'tree', person: head, address: async (page) => `/register/${(await heldByHead(page)).id}/tree` },
  { name: 'pass-on', person: head, address: sheet },
  { name: 'chinese', person: 'lin-xiulan', language: 'zh', address: () => `/ask?person=leila-haddad&${question}` },
  { name: 'arabic', person: 'leila-haddad', language: 'ar', address: () => '/' },
  { name: 'dark', person: head, colorScheme: 'dark', address: passedOn },
]

await rm(folder, { recursive: true, force: true })
await mkdir(folder, { recursive: true })
const product = await openProduct()
try {
  for (const { name, person, language, colorScheme, height = 860, address } of pictures) {
    const { page, complaints } = await product.visit({
      person, viewport: { width: 1280, height }, ...(language ? { language } : {}), ...(colorScheme ? { colorScheme } : {}),
    })
    const path = join(folder, `${name}.png`)
    await open(page, await address(page))
    await page.screenshot({ path, animations: 'disabled' })
    const { size } = await stat(path)
    process.stdout.write(`${name}: ${Math.round(size / 1024)} KB\n`)
    if (size > largest) throw new Error(`The picture ${name} is larger than ${largest / 1024} KB`)
    if (complaints.length > 0) throw new Error(`The page of ${name} complains: ${complaints.join('; ')}`)
    await page.context().close()
  }
} finally {
  await product.close()
}
