/** An entity merged into its neighbour, as its head does it: the effect, a line let fall, what stands against it, one signature, the instrument; right to left too. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'

import { barriers, describeProduct, open } from './harness.ts'

/** Whoever holds what is not delegated. */
const head = 'ines-falcao'

interface Entities { readonly items: readonly { readonly id: string; readonly name: string; readonly parent: string | null; readonly below: number; readonly rules: readonly string[] }[] }
interface Effect { readonly maySign: boolean; readonly linesTotal: number; readonly faults: readonly object[] }

/** Two neighbours; of the first some delegation is given that can all go on in the second. */
async function neighbours(page: Page): Promise<{ from: Entities['items'][number]; into: Entities['items'][number]; lines: number }> {
  const { items } = (await (await page.request.get('/api/v1/entities')).json()) as Entities
  for (const from of items.filter(({ parent, below }) => parent !== null && below === 0)) {
    const into = items.find(({ id, parent, rules, name }) => id !== from.id && parent === from.parent && rules.length === from.rules.length && items.filter((each) => each.name === name).length === 1)
    if (!into) continue
    const answer = await page.request.post('/api/v1/reorganisations/effect', { data: { ending: [{ entity: from.id, to: into.id }], otherwise: { fate: 'moves' } } })
    const effect = (await answer.json()) as Effect
    if (effect.maySign && effect.faults.length === 0 && effect.linesTotal > 1) return { from, into, lines: effect.linesTotal }
  }
  throw new Error('no two neighbours that could be merged')
}

describeProduct('merging an entity', (product) => {
  it('shows what follows, refuses what lacks an answer, and signs once', async () => {
    const { page, complaints } = await product().visit({ person: head })
    const { from, into, lines } = await neighbours(page)
    await open(page, `/organisation/${from.id}`)
    await page.getByRole('link', { name: 'Merge, split or close …' }).press('Enter')
    await page.getByRole('heading', { name: `Merge ${from.name} into another` }).waitFor()
    await page.getByText('Name what takes its place').waitFor()
    await page.getByRole('combobox', { name: 'Entity number 1' }).pressSequentially(into.name)
    await page.locator('[role=option]').filter({ hasText: into.name }).first().waitFor()
    await page.getByRole('combobox', { name: 'Entity number 1' }).press('Enter')
    await page.getByText(/nothing in force would stop/).waitFor()
    expect(new URL(page.url()).searchParams.get('into')).toBe(into.id)

    await page.getByLabel('All that have no answer of their own').selectOption('each wants an answer')
    await page.getByText(`${lines} things stand against it`).waitFor()
    expect(await page.getByRole('button', { name: 'Lay out for signature' }).getAttribute('aria-disabled')).toBe('true')
    await page.getByLabel('All that have no answer of their own').selectOption('go on in what takes the place of the entity')
    await page.getByLabel(/^For /).first().selectOption('falls with the entity')
    await page.getByText(/; 1 falls; /).waitFor()
    expect(await barriers(page)).toEqual([])

    await page.getByRole('button', { name: 'Lay out for signature' }).press('Enter')
    await page.getByText('Say why, in a sentence.').waitFor()
    await page.getByRole('textbox', { name: 'Reason' }).fill('One office is enough')
    await page.getByRole('button', { name: 'Lay out for signature' }).press('Enter')
    await page.getByText('Your signature covers the SHA-256 digest:').waitFor()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Sign', exact: true }).press('Enter')
    await page.getByText('Merger, split or closing of entities').waitFor()
    await page.getByText(`${from.name} ends; ${into.name} takes its place.`).waitFor()
    await page.getByText('One office is enough').waitFor()
    expect(await barriers(page)).toEqual([])
    const { items } = (await (await page.request.get('/api/v1/entities')).json()) as Entities
    expect(items.some(({ id }) => id === from.id)).toBe(false)
    expect(complaints.filter((said) => !said.includes('422'))).toEqual([])
  }, 120_000)

  it('splits into new entities, read from right to left', async () => {
    const { page, complaints } = await product().visit({ person: head, language: 'ar' })
    const { from } = await neighbours(page)
    await open(page, `/reorganise?entity=${from.id}&how=split`)
    await page.getByLabel('اسم الكيان الجديد رقم 1').fill('شمال')
    await page.getByLabel('رمز الكيان الجديد رقم 1').fill('north-new')
    await page.getByLabel('اسم الكيان الجديد رقم 2').fill('جنوب')
    await page.getByLabel('رمز الكيان الجديد رقم 2').fill('south-new')
    await page.getByText('لا يتوقف شيء مما هو نافذ').waitFor()
    await page.getByLabel(/^إلى أين يؤول/).first().selectOption('جنوب')
    expect(await barriers(page)).toEqual([])
    expect(complaints).toEqual([])
  }, 120_000)
})
