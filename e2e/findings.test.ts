/** The monitor in the browser: from a figure to its rows, to one finding, to its closing; on other pages; in Arabic; without barriers. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'

import { barriers, describeProduct, open } from './harness.ts'

interface Figures { readonly total: number; readonly byRule: readonly { readonly rule: string; readonly count: number }[] }
interface List { readonly total: number; readonly items: readonly { readonly id: string; readonly subject: { readonly kind: string; readonly id: string } }[] }

const get = async <T>(page: Page, url: string): Promise<T> => (await (await page.request.get(url)).json()) as T

/** The monitor looks once the server is up; its first look takes some seconds. */
async function figuresOf(page: Page): Promise<Figures> {
  for (let tries = 0; tries < 120; tries++) {
    const figures = await get<Figures>(page, '/api/v1/findings/figures')
    if (figures.total > 0) return figures
    await page.waitForTimeout(500)
  }
  throw new Error('the monitor found nothing')
}

const shots = process.env['MANDATE_SHOTS']
const shoot = async (page: Page, name: string): Promise<void> => {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}

describeProduct('findings', (product) => {
  it('every figure opens to as many rows, and a row to its finding with its remedy', async () => {
    const { page, complaints } = await product().visit({ person: 'lin-xiulan' })
    await open(page, '/')
    const { byRule } = await figuresOf(page)
    const expiring = byRule.find(({ rule }) => rule === 'expiring')
    await open(page, '/findings')
    await page.getByRole('heading', { level: 1, name: 'Findings' }).waitFor()
    await shoot(page, 'findings-en')
    expect(await barriers(page)).toEqual([])
    await page.getByRole('table', { name: 'By rule' }).getByRole('row').filter({ hasText: 'Ends soon' }).getByRole('link').click()
    await page.getByText(`${expiring?.count} findings`, { exact: false }).first().waitFor()
    expect(page.url()).toContain('rule=expiring')
    const rows = page.getByRole('table', { name: 'Findings' }).getByRole('row')
    await expect.poll(() => rows.count()).toBe((expiring?.count ?? 0) + 1)
    await rows.nth(1).getByRole('link').first().click()
    await page.getByRole('heading', { level: 1, name: 'Ends soon' }).waitFor()
    await page.getByRole('link', { name: 'Go to the step' }).waitFor()
    await page.getByText('Found by the monitor').waitFor()
    expect(await barriers(page)).toEqual([])
    await shoot(page, 'finding-en')
    expect(complaints).toEqual([])
  })

  it('is closed as a lesson by the keyboard alone, and stands among the lessons', async () => {
    const { page } = await product().visit({ person: 'lin-xiulan' })
    await open(page, '/')
    await figuresOf(page)
    const [first] = (await get<List>(page, '/api/v1/findings?rule=not-accepted')).items
    await open(page, `/findings/${first?.id}`)
    await page.getByRole('textbox', { name: 'What others should learn from it' }).focus()
    await page.keyboard.type('The letter went to the predecessor: ask who sits in the post first.')
    for (let steps = 0; steps < 5 && !(await page.evaluate(() => document.activeElement?.textContent === 'Close the finding')); steps++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('林秀兰 closed it as a lesson').waitFor()
    await open(page, '/findings?state=lesson')
    await page.getByRole('heading', { level: 1, name: 'Lessons' }).waitFor()
    await page.getByText('ask who sits in the post first', { exact: false }).waitFor()
  })

  it('an officer is hinted at nothing; the record’s page tells its open findings to those who may see them', async () => {
    const { page } = await product().visit({ person: 'lin-xiulan' })
    await open(page, '/')
    await figuresOf(page)
    const [wider] = (await get<List>(page, '/api/v1/findings?rule=never-wider')).items
    await open(page, `/register/${wider?.subject.id}`)
    await page.getByRole('link', { name: 'Wider than its parent' }).waitFor()
    await shoot(page, 'record-with-finding')
    const officer = await product().visit({ person: 'wulandari' })
    await open(officer.page, '/findings')
    await officer.page.getByText('Nothing was found').waitFor()
    expect((await officer.page.request.get(`/api/v1/findings/${wider?.id}`)).status()).toBe(404)
  })

  it('waits at the home of whoever is to close it', async () => {
    const visit = await product().visit({ person: 'lin-xiulan' })
    await open(visit.page, '/')
    await figuresOf(visit.page)
    const { items } = await get<{ items: { owner: { id: string } | null }[] }>(visit.page, '/api/v1/findings?size=500')
    const owners = items.map(({ owner }) => owner?.id)
    for (const person of ['amina-diallo', 'grace-mwangi', 'itzel-quispe']) {
      const { page } = await product().visit({ person })
      await open(page, '/')
      await page.getByRole('heading', { level: 1 }).waitFor()
      const mine = owners.filter((owner) => owner === person).length
      if (mine > 0) await page.getByText(mine === 1 ? '1 finding is yours to close' : `${mine} findings are yours to close`).waitFor()
    }
    expect(owners.some((owner) => owner !== undefined)).toBe(true)
  })

  it('reads from right to left in Arabic, without barriers', async () => {
    const { page, complaints } = await product().visit({ person: 'lin-xiulan', language: 'ar' })
    await open(page, '/')
    await figuresOf(page)
    await open(page, '/findings')
    await page.getByRole('heading', { level: 1, name: 'ما وُجد' }).waitFor()
    await page.getByRole('table').first().waitFor()
    expect(await barriers(page)).toEqual([])
    await shoot(page, 'findings-ar')
    await open(page, '/drift')
    await page.getByRole('heading', { level: 1, name: 'الانحراف' }).waitFor()
    await shoot(page, 'drift-ar')
    expect(await barriers(page)).toEqual([])
    expect(complaints).toEqual([])
  })
})
