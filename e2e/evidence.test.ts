/** The evidence in the browser: produced from an answer and from the log, set for print, taken away as a file that verifies. */
import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'

import { readKeySet, verifyEvidence } from '../platform/evidence/verify-evidence.ts'
import { barriers, describeProduct, open } from './harness.ts'

const question = '/ask?person=leila-haddad&matter=award-contract&amount=USD%20180000&method=sole-source'

describeProduct('evidence', (product) => {
  it('is produced from the answer, prints whole, and what is taken away verifies', async () => {
    const { page } = await product().visit({ person: 'lin-xiulan' })
    await open(page, question)
    await page.getByRole('link', { name: 'Produce the evidence' }).click()
    await page.locator('.document').waitFor()
    expect(await barriers(page)).toEqual([])
    const shown = await page.locator('.document').textContent()
    expect(shown).toMatch(/SHA-256 of the document:\s*[0-9a-f]{64}/)
    expect(shown).toContain('Invented records')
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download the signed document' }).click()
    const path = await (await waiting).path()
    const keys = readKeySet(await (await page.request.get('/.well-known/mandate-keys.json')).json())
    const checks = await verifyEvidence(JSON.parse(await readFile(path, 'utf8')), keys)
    expect(checks.filter(({ holds }) => !holds)).toEqual([])
    expect(checks.length).toBeGreaterThan(10)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'Download the signed document' }).isVisible()).toBe(false)
    expect(await page.locator('.document').evaluate((sheet) => sheet.scrollWidth <= sheet.clientWidth)).toBe(true)
  })

  it('of a past date is what it was then', async () => {
    const { page } = await product().visit({ person: 'lin-xiulan' })
    await open(page, '/evidence?person=leila-haddad&matter=award-contract&amount=USD%20180000&method=sole-source&on=2022-03-01&known=2022-03-01')
    await page.locator('.document').waitFor()
    expect(await page.locator('.document').textContent()).toContain('This is history: it authorises nothing.')
    expect(await barriers(page)).toEqual([])
  })
})
