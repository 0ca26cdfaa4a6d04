/** Refused, and sent to who may: the walk from "May I?" to the decision, by the two people it is between. */
import { expect, it } from 'vitest'

import { barriers, describeProduct, open } from './harness.ts'

const question = '/ask?matter=award-contract&amount=USD%20180000&method=sole-source'

describeProduct('a decision referred', (product) => {
  it('is sent from under the refusal, waits for whoever may, and is taken by them', async () => {
    const leila = await product().visit({ person: 'leila-haddad' })
    await open(leila.page, question)
    await leila.page.getByRole('heading', { name: 'Refer it to somebody who may' }).waitFor()
    const to = await leila.page.getByLabel('To', { exact: true }).inputValue()
    await leila.page.getByText('Say what is to be decided.').waitFor()
    await leila.page.getByLabel('What is to be decided, and why').fill('Award to the only maker of the pump')
    expect(await barriers(leila.page)).toEqual([])
    await leila.page.getByRole('button', { name: /^Send it to/ }).press('Enter')
    await leila.page.getByText(/^Sent to/).waitFor()

    const other = await product().visit({ person: to })
    await open(other.page, '/')
    await other.page.getByText('A decision referred to you: “Award to the only maker of the pump”').waitFor()
    await other.page.getByRole('link', { name: 'Read and decide' }).click()
    await other.page.getByRole('heading', { level: 1, name: 'A decision referred' }).waitFor()
    await other.page.getByRole('button', { name: 'Take this decision' }).waitFor()
    expect(await barriers(other.page)).toEqual([])
    await other.page.getByRole('button', { name: 'Take this decision' }).click()
    await other.page.getByRole('link', { name: 'A decision taken' }).waitFor()

    await open(leila.page, '/referrals')
    await leila.page.getByRole('cell', { name: 'decided' }).waitFor()
    await open(leila.page, '/')
    await leila.page.getByRole('link', { name: 'The decision you referred was taken' }).waitFor()
    expect([...leila.complaints, ...other.complaints]).toEqual([])

    // Nobody else finds it.
    await open(other.page, '/referrals?side=to-me')
    const address = await other.page.getByRole('link', { name: 'Award to the only maker of the pump' }).getAttribute('href')
    const third = await product().visit({ person: 'wulandari' })
    await open(third.page, address ?? '')
    await third.page.getByText('No such decision was referred by you or to you').waitFor()
  })

  it.each(['ar', 'zh'] as const)('keeps nobody out, in %s', async (language) => {
    const { page, complaints } = await product().visit({ person: 'leila-haddad', language })
    for (const address of [question, '/referrals', '/']) {
      await open(page, address)
      expect(await barriers(page), address).toEqual([])
      expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr')
    }
    expect(complaints).toEqual([])
  })
})
