/** The designer in the browser: a scheme changed by keyboard alone and signed once, prepared for another, printed on a page; a large tree. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'

import { barriers, describeProduct, open } from './harness.ts'

const firstBox = (page: Page) => page.locator('.scheme-rows input[type=checkbox]').first()

/** Tabs until the element a locator names has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    const said = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null
      const labelled = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? [...(element.labels ?? [])].map((label) => label.textContent).join(' ') : ''
      return `${element?.getAttribute('aria-label') ?? ''} ${labelled} ${element?.textContent ?? ''}`
    })
    if (name.test(said)) return
  }
  throw new Error(`Tab does not lead to ${String(name)}`)
}

const beginChanges = async (page: Page, entity: string): Promise<void> => {
  await open(page, `/schemes/${entity}`)
  await page.getByRole('button', { name: 'Draw up changes' }).click()
  await page.getByRole('heading', { level: 1, name: /Changes to the scheme/ }).waitFor()
  await firstBox(page).waitFor()
}

describeProduct('the designer of schemes', (product) => {
  it('changes and signs a scheme by keyboard alone, and shows before what will change', async () => {
    const { page, complaints } = await product().visit({ person: 'amina-diallo' })
    await open(page, '/schemes/lake-region')
    await tabTo(page, /Draw up changes/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /Changes to the scheme/ }).waitFor()
    await firstBox(page).waitFor()
    const rows = await page.locator('.scheme-rows input[type=checkbox]').count()
    const heldBefore = (await (await page.request.get('/api/v1/entities/lake-region/scheme?whose=head')).json() as { total: number }).total
    expect(rows).toBe(heldBefore)
    await firstBox(page).focus()
    await page.keyboard.press('Delete')
    await page.getByText('Withdrawn', { exact: true }).first().waitFor()
    await page.keyboard.press('Control+z')
    await page.getByText('Nothing changes yet.').waitFor()
    await page.keyboard.press('Delete')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.getByLabel('Or % of what is held').focus()
    await page.keyboard.type('10')
    await tabTo(page, /^ *Set for 1 line/)
    await page.keyboard.press('Enter')
    const changes = page.getByText(/New: 0 · widened: 0 · narrowed: 1 .* withdrawn: 1/)
    await changes.waitFor()
    expect(await barriers(page)).toEqual([])
    const layOut = page.getByRole('button', { name: /Lay out 2 lines for signature/ })
    await layOut.and(page.locator(':not([aria-disabled])')).waitFor()
    await layOut.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'What ends by this instrument' }).waitFor()
    await tabTo(page, /I sign instrument/)
    await page.keyboard.press('Space')
    await tabTo(page, /^ *Sign all 2 lines/)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/instruments\/.*signed=now/)
    await page.getByRole('heading', { level: 1, name: /Instrument/ }).waitFor()
    await page.getByText('What ends by this instrument').waitFor()
    expect(await barriers(page)).toEqual([])
    const after = await (await page.request.get('/api/v1/entities/lake-region/scheme?whose=head')).json() as { total: number }
    expect(after.total).toBe(heldBefore - 1)
    // The draft just signed is gone when it is asked for once more.
    expect(complaints.filter((each) => !each.includes('404'))).toEqual([])
  }, 120_000)

  it('is prepared by one and waits for the head, who reads and signs', async () => {
    const preparer = (await product().visit({ person: 'marc-olivier' })).page
    await beginChanges(preparer, 'lake-region')
    await firstBox(preparer).focus()
    await preparer.keyboard.press('Delete')
    await preparer.getByText(/withdrawn: 1/).waitFor()
    await preparer.getByLabel('A word to the signatory').fill('As agreed on Monday.')
    await preparer.getByRole('button', { name: 'Hand over' }).click()
    await preparer.getByRole('heading', { level: 1, name: 'Pass on authority' }).waitFor()
    const head = (await product().visit({ person: 'amina-diallo' })).page
    await open(head, '/')
    const row = head.getByRole('row', { name: /As agreed on Monday/ })
    await row.getByRole('link', { name: /Go on|Continue/i }).or(row.getByRole('link').last()).first().click()
    await head.getByText(/handed this to you to sign/).waitFor()
    await head.getByText(/withdrawn: 1/).waitFor()
    expect(await barriers(head)).toEqual([])
    const layOut = head.getByRole('button', { name: /Lay out 1 line for signature/ })
    await layOut.and(head.locator(':not([aria-disabled])')).click()
    await head.getByLabel(/I sign instrument/).check()
    await head.getByRole('button', { name: 'Sign 1 line' }).click()
    await head.waitForURL(/\/instruments\//)
  }, 120_000)

  it('takes a template, names what fits nobody, and edits a line in place', async () => {
    const { page, complaints } = await product().visit({ person: 'amina-diallo' })
    await beginChanges(page, 'lake-region')
    await page.getByLabel('Template', { exact: true }).selectOption('peace-operation-standard')
    await page.getByRole('button', { name: 'Propose its lines' }).click()
    await page.getByText(/lines? proposed/).waitFor()
    await page.getByText(/New: [0-9]+/).waitFor()
    await firstBox(page).focus()
    await page.keyboard.press('Enter')
    await page.locator('.editing').getByLabel('Conditions').or(page.locator('.editing').getByLabel('Last day')).first().waitFor()
    await page.keyboard.press('Escape')
    expect(await firstBox(page).evaluate((box) => box === document.activeElement)).toBe(true)
    await page.getByRole('button', { name: 'Show as a matrix' }).click()
    await page.locator('.scheme-matrix').first().waitFor()
    expect(await barriers(page)).toEqual([])
    expect(complaints).toEqual([])
  }, 120_000)

  it.each(['en', 'ar'] as const)('keeps nobody out of schedules and templates, in %s, and prints a schedule on landscape pages', async (language) => {
    const { page, complaints } = await product().visit({ person: 'amina-diallo', language })
    for (const path of ['/schemes/lake-region', '/schemes/lake-region?of=all&on=2024-06-01', '/scheme-templates?sort=-written', '/scheme-templates/political-mission-lean']) {
      await open(page, path)
      expect(await barriers(page), path).toEqual([])
    }
    await open(page, '/schemes/lake-region')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.doors').isVisible()).toBe(false)
    const pdf = await page.pdf({ preferCSSPageSize: true })
    const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => Number(width) > Number(height))
    expect(boxes.length).toBeGreaterThan(0)
    expect(boxes.every(Boolean)).toBe(true)
    process.stdout.write(`schedule of lake-region in ${language}: ${boxes.length} landscape page(s)\n`)
    expect(complaints).toEqual([])
  }, 120_000)
})

interface TreeNode { id: string; parent: string | null; depth: number }

/** A generated organisation: 5,000 delegations, each passed on to six more. */
function largeTree() {
  const named = (id: string, name: string) => ({ id, name, names: {} })
  const nodes = Array.from({ length: 5000 }, (_, index): TreeNode & Record<string, unknown> => ({
    id: `large.${index}`, parent: index === 0 ? null : `large.${Math.floor((index - 1) / 6)}`, depth: 0, limits: [{ amount: { currency: 'USD', upTo: String(1_000_000 - index) } }],
    holder: { kind: 'post', person: null, post: named(`post-${index}`, `Officer ${index}`), body: null, entity: null, persons: [named(`person-${index}`, `Person ${index}`)] },
    entities: [named(`entity-${index % 200}`, `Entity ${index % 200}`)], state: 'in-force', children: 6,
  }))
  const inOrder: typeof nodes = []
  const below = new Map<string | null, typeof nodes>()
  for (const node of nodes) below.set(node.parent, [...(below.get(node.parent) ?? []), node])
  const walk = (parent: string | null): void => {
    for (const node of below.get(parent) ?? []) {
      inOrder.push(node)
      walk(node.id)
    }
  }
  walk(null)
  return inOrder
}

describeProduct('a tree of 5,000 delegations', (product) => {
  it('answers every key, and says how fast', async () => {
    const { page, complaints } = await product().visit({ person: 'amina-diallo' })
    const times = { on: new Date().toISOString(), known: new Date().toISOString(), number: 1, standing: 'now' }
    await page.route(/\/api\/v1\/delegations\/[^/]+\/tree/, (route) =>
      route.fulfill({ json: { root: 'large.0', asked: 'large.0', matter: { id: 'award-contract', name: 'Award of contracts', names: {} }, nodes: largeTree(), cut: false, times } }))
    await open(page, '/register/large.0/tree')
    await page.evaluate(() => {
      const measured: { name: string; duration: number }[] = []
      Object.assign(globalThis, { measured })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (['keydown', 'click', 'input', 'keypress'].includes(entry.name)) measured.push({ name: entry.name, duration: entry.duration })
      }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
    })
    const tree = page.getByRole('tree')
    await tree.getByRole('treeitem').first().focus()
    let presses = 0
    const press = async (key: string): Promise<void> => {
      presses++
      await page.keyboard.press(key)
      await page.waitForTimeout(30)
    }
    // Walks down opening all it meets, so that ever more rows stand open.
    for (let index = 0; index < 150; index++) await press('ArrowRight')
    for (let index = 0; index < 20; index++) await press('ArrowDown')
    await press('End')
    await press('Home')
    await press('ArrowLeft')
    await press('ArrowRight')
    const filter = page.getByLabel('Find in the tree')
    await filter.focus()
    for (const key of 'officer 12') await press(key === ' ' ? 'Space' : key)
    await page.waitForTimeout(500)
    expect(await tree.getByRole('treeitem').count()).toBeLessThan(150)
    for (const _ of 'officer 12') await press('Backspace')
    for (const key of 'officer') await press(key)
    await page.waitForTimeout(500)
    expect(await tree.getByRole('treeitem').count()).toBeLessThan(150)
    expect(await tree.getByText('Officer 0').count()).toBe(1)
    await tree.getByRole('treeitem').first().focus()
    await press('End')
    expect(await tree.getByRole('treeitem').last().evaluate((item) => item === document.activeElement)).toBe(true)
    for (let index = 0; index < 20; index++) await press('ArrowUp')
    await press('Home')
    await press('ArrowLeft')
    await press('ArrowRight')
    expect(await barriers(page)).toEqual([])
    const slow = await page.evaluate(() => (globalThis as unknown as { measured: { name: string; duration: number }[] }).measured)
    const durations = slow.map(({ duration }) => duration).sort((a, b) => a - b)
    process.stdout.write(`tree of 5,000 nodes: ${presses} inputs, slowest ${durations.at(-1) ?? 0} ms to the next frame; ${durations.filter((each) => each > 100).length} over 100 ms${slow.filter(({ duration }) => duration > 100).map(({ name, duration }) => ` ${name} ${duration}`).join('')}\n`)
    expect(complaints).toEqual([])
  }, 180_000)
})
