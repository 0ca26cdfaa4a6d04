/** The catalogue in the browser: matters by area, and one matter whole. */
import { expect, it } from 'vitest'

import { barriers, describeProduct, open } from './harness.ts'

const person = 'tomas-zak'

describeProduct('the catalogue', (product) => {
  it.each(['en', 'zh', 'ar'] as const)('keeps nobody out, in %s', async (language) => {
    const { page, complaints } = await product().visit({ person, language })
    for (const address of ['/catalogue', '/catalogue/award-contract', '/catalogue/administrative-leave-without-pay']) {
      await open(page, address)
      expect(await barriers(page), address).toEqual([])
    }
    expect(complaints).toEqual([])
  })

  it('is narrowed by a word of its sentence, and its address says so', async () => {
    const { page } = await product().visit({ person })
    await open(page, '/catalogue')
    expect(await page.getByRole('table').count()).toBe(4)
    await page.getByRole('button', { name: /^Area: every area/ }).click()
    await page.getByRole('option', { name: /^Procurement/ }).click()
    await page.waitForURL(/area=procurement/)
    await page.getByRole('table', { name: 'Human resources' }).waitFor({ state: 'detached' })
    expect(await page.getByRole('table').count()).toBe(1)
  })

  it('tells the quoted from the invented', async () => {
    const { page } = await product().visit({ person })
    await open(page, '/catalogue')
    const source = (name: string) => page.getByRole('row', { name }).first().getByRole('cell').last().innerText()
    expect(await source('Special post allowance')).toMatch(/A\/75\/201 ¶15/)
    expect(await source('Appointment of directors')).toMatch(/^Invented/)
  })

  it('says who holds what is reserved, and what goes to one official only', async () => {
    const { page } = await product().visit({ person })
    await open(page, '/catalogue/disciplinary-measure')
    await page.getByText('decides this and may not delegate it').waitFor()
    await open(page, '/catalogue/administrative-leave-without-pay')
    await page.getByText('may delegate this to one official only').waitFor()
  })

  it('leads from a matter to who may decide it', async () => {
    const { page } = await product().visit({ person })
    await open(page, '/catalogue/award-contract')
    await page.getByRole('link', { name: 'Ask who may decide it' }).click()
    await page.waitForURL(/\/ask\?matter=award-contract&who=1/)
  })
})
