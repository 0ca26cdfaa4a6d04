/** Import and export in the browser: a file is tried, corrected, taken, and given out again. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'

import { modules } from '../composition/modules.ts'
import { barriers, describeProduct, open } from './harness.ts'

const administrator = 'tomas-zak'
const csv = (...lines: readonly string[]) => ({
  name: 'people.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`id,name,staff\n${lines.join('\n')}\n`),
})
const wrong = csv('mira-one,Mira One,yes', ',Nobody,perhaps', 'mira-two,"Mira, Two",no')
const right = csv('mira-one,Mira One,yes', 'mira-two,"Mira, Two",no')

const outcome = (page: Page, words: RegExp) => page.getByRole('heading', { level: 2, name: words })

describeProduct('import and export', (product) => {
  it.each(['en', 'zh', 'ar'] as const)('keep nobody out, in %s', async (language) => {
    const { page, complaints } = await product().visit({ person: administrator, language })
    for (const address of ['/administration', '/administration/import?kind=delegations', '/administration/export']) {
      await open(page, address)
      expect(await barriers(page), address).toEqual([])
    }
    expect(complaints).toEqual([])
  })

  it('asks for a file before anything is sent', async () => {
    const { page } = await product().visit({ person: administrator })
    await open(page, '/administration/import')
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByText('Choose a CSV, XLSX or JSON file from your computer.').waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('file')
  })

  it('tries a file, names row, column and remedy, and takes nothing', async () => {
    const { page } = await product().visit({ person: administrator })
    await open(page, '/administration/import?kind=people')
    await page.locator('input[type=file]').setInputFiles(wrong)
    await page.getByRole('button', { name: 'Try without taking' }).click()
    await outcome(page, /^Tried: nothing would be taken, because 1 row cannot be taken/).waitFor()
    const rows = page.getByRole('table', { name: 'Rows to correct' }).getByRole('row')
    expect(await rows.allInnerTexts()).toEqual([
      expect.anything(),
      expect.stringMatching(/^3\s+id/),
      expect.stringMatching(/^3\s+staff.*Write yes or no/s),
    ])
    expect(await barriers(page)).toEqual([])
    const [report] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the report (CSV)' }).click(),
    ])
    expect(await readFile(await report.path(), 'utf8')).toContain('"3","staff","not-yes-or-no"')
    expect((await page.request.get('/api/v1/people/mira-one')).status()).toBe(404)
  })

  it('takes it once it is right, and the second time nothing changes', async () => {
    const { page } = await product().visit({ person: administrator })
    await open(page, '/administration/import?kind=people')
    await page.locator('input[type=file]').setInputFiles(right)
    await page.getByRole('button', { name: 'Try without taking' }).click()
    await outcome(page, /^Tried: 2 rows would be taken/).waitFor()
    await page.getByRole('button', { name: 'Import it now' }).click()
    await outcome(page, /^2 rows were taken/).waitFor()
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await outcome(page, /^No row changed anything/).waitFor()
    await open(page, '/people/mira-two')
    await page.getByRole('heading', { level: 1, name: 'Mira, Two' }).waitFor()
  })

  it('is closed to all but administrators, and says so', async () => {
    const { page } = await product().visit({ person: 'leila-haddad' })
    await open(page, '/administration/import')
    await page.getByText('Only administrators can import.').waitFor()
    expect(await page.getByRole('button', { name: 'Import', exact: true }).count()).toBe(0)
  })

  it('offers every kind in three formats, and a sample of each', async () => {
    const { page } = await product().visit({ person: administrator })
    await open(page, '/administration/export')
    expect(await page.getByRole('table').getByRole('link').count()).toBe(modules.flatMap((module) => module.imports).length * 3)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Committees and boards as CSV' }).click(),
    ])
    expect(await readFile(await file.path(), 'utf8')).toMatch(/^\ufeff?(type,)?id,name/)
    await open(page, '/administration/import?kind=bodies')
    const [sample] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^Download a sample/ }).click()])
    expect(sample.suggestedFilename()).toBe('bodies.csv')
  })
})
