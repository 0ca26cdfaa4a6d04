/** The organisation in the browser: the tree by keyboard, records with their links, people found and sorted. */
import { expect, it } from 'vitest'

import { barriers, describeProduct, open } from './harness.ts'

const person = 'tomas-zak'
const pages = [
  '/organisation',
  '/organisation?category=tribunal',
  '/organisation/lake-region',
  '/people',
  '/people/grace-mwangi',
  '/posts/lake-region.head',
]

describeProduct('the organisation', (product) => {
  it.each(['en', 'zh', 'ar'] as const)('keeps nobody out, in %s', async (language) => {
    const { page, complaints } = await product().visit({ person, language })
    for (const address of pages) {
      await open(page, address)
      expect(await barriers(page), address).toEqual([])
    }
    expect(complaints).toEqual([])
  })

  it('opens its tree by keyboard, and its address restores it', async () => {
    const { page } = await product().visit({ person })
    await open(page, '/organisation')
    const rows = page.getByRole('treegrid').getByRole('row')
    await page.locator('[role=row][tabindex="0"]').focus()
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key)
    const department = await page.locator('[role=row]:focus').innerText()
    expect(department).toContain('Department of Management')
    const opened = await rows.count()
    await page.reload()
    await rows.first().waitFor()
    expect(await rows.count()).toBe(opened)
    await page.locator('[role=row][tabindex="0"]').focus()
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
    await page.getByRole('heading', { level: 1, name: 'Department of Management' }).waitFor()
    expect(page.url()).toMatch(/\/organisation\/management$/)
    await page.goBack()
    await rows.first().waitFor()
    expect(await rows.count()).toBe(opened)
  })

  it('turns left and right round in Arabic', async () => {
    const { page } = await product().visit({ person, language: 'ar' })
    await open(page, '/organisation')
    await page.locator('[role=row][tabindex="0"]').focus()
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowLeft']) await page.keyboard.press(key)
    expect(await page.locator('[role=row]:focus').getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.press('ArrowRight')
    expect(await page.locator('[role=row]:focus').getAttribute('aria-expanded')).toBe('false')
  })

  it('finds entities by words, and says when none fits', async () => {
    const { page } = await product().visit({ person })
    await open(page, '/organisation')
    await page.getByLabel('Find an entity by name or code').fill('lake region')
    await page.keyboard.press('Enter')
    await page.getByRole('table', { name: 'Entities found' }).getByRole('link', { name: 'Lake Region Mission', exact: true }).waitFor()
    await open(page, '/organisation?q=nothing+of+the+kind')
    await page.getByText('No entity fits').waitFor()
  })

  it('says plainly who acts without recorded authority', async () => {
    const { page } = await product().visit({ person })
    await open(page, '/people/grace-mwangi')
    await page.getByText('No instrument gives authority for this assignment.').waitFor()
    expect(await page.getByText('Without recorded authority').count()).toBeGreaterThan(0)
  })

  it('shows what a person may decide, with its limit', async () => {
    const { page } = await product().visit({ person })
    await open(page, '/people/leila-haddad')
    const row = page
      .getByRole('table', { name: 'What they may decide' })
      .getByRole('row', { name: /Award of contracts/ })
      .first()
    await row.waitFor()
    expect(await row.innerText()).toMatch(/up to USD\s[\d,]+, by open tender/)
  })

  it('sorts and pages people in the address', async () => {
    const { page } = await product().visit({ person })
    await open(page, '/people')
    await page.getByRole('link', { name: 'Code' }).click()
    await page.waitForURL(/sort=id/)
    await page.getByRole('link', { name: 'Next' }).click()
    await page.waitForURL(/page=2/)
    expect(await page.getByRole('columnheader', { name: 'Code' }).getAttribute('aria-sort')).toBe('ascending')
  })
})
