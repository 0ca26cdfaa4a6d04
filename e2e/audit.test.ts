/** The auditor at work in the browser: population, totals, sample, evidence; and who is none. */
import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'

import type { SignedEvidence } from '../platform/evidence/document.ts'
import { readKeySet, verifyEvidence } from '../platform/evidence/verify-evidence.ts'
import { barriers, describeProduct, open } from './harness.ts'

interface Pack { readonly sample: readonly string[]; readonly totals: { readonly digest: string }; readonly evidence: readonly SignedEvidence[] }

describeProduct('the auditor’s page', (product) => {
  it('shows a whole population, draws a sample that stands in the address, and takes its evidence away', async () => {
    const { page, complaints } = await product().visit({ person: 'lin-xiulan' })
    await open(page, '/')
    await page.getByRole('link', { name: 'Audit', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Audit' }).waitFor()
    const totals = page.getByRole('table', { name: 'Control totals' })
    await totals.waitFor()
    const digest = await totals.locator('.digest').textContent()
    expect(digest).toMatch(/^[0-9a-f]{64}$/)

    // Sorted from the keyboard; the totals stay.
    await page.getByRole('table', { name: 'The population' }).getByRole('link', { name: 'Amount' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/sort=amount/)
    expect(await totals.locator('.digest').textContent()).toBe(digest)

    // Nothing is drawn without a seed, and the button says so.
    await page.getByLabel('Size').fill('6')
    await page.getByText('Enter a seed.').waitFor()
    await page.getByLabel('Seed').fill('walk 1')
    await page.getByLabel('Seed').press('Enter')
    await page.waitForURL(/seed=walk/)
    const sample = page.getByRole('table', { name: 'The sample' })
    await sample.waitFor()
    const rows = await sample.locator('tbody tr').allTextContents()
    expect(rows).toHaveLength(6)
    expect(await barriers(page)).toEqual([])

    // The address alone brings the same sample back.
    await open(page, page.url())
    await sample.waitFor()
    expect(await sample.locator('tbody tr').allTextContents()).toEqual(rows)

    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: /^Download the evidence/ }).click()
    const pack = JSON.parse(await readFile(await (await waiting).path(), 'utf8')) as Pack
    await page.getByText(/^The evidence is downloaded/).waitFor()
    expect(pack.sample).toHaveLength(6)
    expect(pack.totals.digest).toBe(digest)
    const keys = readKeySet(await (await page.request.get('/.well-known/mandate-keys.json')).json())
    for (const evidence of pack.evidence) expect((await verifyEvidence(evidence, keys)).filter(({ holds }) => !holds)).toEqual([])

    await sample.getByRole('link', { name: /^Evidence of entry/ }).first().click()
    await page.locator('.document').waitFor()
    expect(complaints).toEqual([])
  })

  it('can be stopped while the evidence is made', async () => {
    const { page } = await product().visit({ person: 'lin-xiulan' })
    await open(page, '/audit?kind=issue&seed=walk&draw=900')
    await page.getByRole('button', { name: /^Download the evidence/ }).click()
    await page.getByRole('progressbar', { name: 'Evidence, document by document' }).waitFor()
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByText('Stopped. Nothing was saved').waitFor()
    expect(await page.getByRole('button', { name: /^Download the evidence/ }).isVisible()).toBe(true)
  })

  it.each(['ar', 'zh', 'fr', 'es'] as const)('keeps nobody out, in %s', async (language) => {
    const { page, complaints } = await product().visit({ person: 'lin-xiulan', language })
    await open(page, '/audit?verdict=unauthorised&seed=walk&draw=5')
    await page.locator('table').nth(2).waitFor()
    expect(await barriers(page)).toEqual([])
    expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr')
    expect(await page.locator('main').evaluate((main) => main.scrollWidth <= main.clientWidth)).toBe(true)
    expect(complaints).toEqual([])
  })

  it('tells everybody else that it is not theirs, and whose it is', async () => {
    const { page, complaints } = await product().visit({ person: 'amina-diallo' })
    await open(page, '/audit')
    await page.getByText('Populations and samples are for auditors and monitors').waitFor()
    await page.getByRole('main').getByRole('link', { name: '林秀兰' }).waitFor()
    expect(await barriers(page)).toEqual([])
    expect(complaints).toEqual([])
  })
})
