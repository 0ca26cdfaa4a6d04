/** What changes a delegation without ending it, as people do it: shown first, done with a reason, seen afterwards; by keyboard and without barriers. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'

import { barriers, describeProduct, open } from './harness.ts'

const head = 'amina-diallo'

interface Holds { readonly holds: readonly { readonly delegation: { readonly id: string }; readonly passedOn: number }[] }
interface Lines { readonly items: readonly { readonly id: string; readonly state: string }[] }

/** Something in force that a person passed on. */
async function passedOnBy(page: Page, person: string): Promise<string> {
  const { holds } = (await (await page.request.get(`/api/v1/holds?person=${person}`)).json()) as Holds
  for (const { delegation } of holds.filter(({ passedOn }) => passedOn > 0)) {
    const { items } = (await (await page.request.get(`/api/v1/delegations?parent=${delegation.id}`)).json()) as Lines
    const found = items.find(({ state }) => state === 'in-force')
    if (found) return found.id
  }
  throw new Error(`${person} passed nothing on that is in force`)
}

const day = (from: number): string => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10)

describeProduct('acts that change what stands', (product) => {
  it('suspends a delegation with its effect shown, and lifts it again', async () => {
    const { page, complaints } = await product().visit({ person: head })
    const line = await passedOnBy(page, head)
    await open(page, `/register/${line}`)
    await page.getByRole('link', { name: 'Suspend …' }).press('Enter')
    await page.getByText(/could not be used meanwhile/).waitFor()
    await page.getByLabel('First day').fill(day(9))
    await page.getByLabel('Last day').fill(day(4))
    await page.getByText('The last day lies before the first.').first().waitFor()
    expect(await page.getByRole('button', { name: 'Suspend', exact: true }).getAttribute('aria-disabled')).toBe('true')
    await page.getByLabel('First day').fill('')
    await page.getByLabel('Last day').fill(day(9))
    await expect.poll(() => page.getByRole('button', { name: 'Suspend', exact: true }).getAttribute('aria-disabled')).toBe(null)
    await page.getByRole('button', { name: 'Suspend', exact: true }).press('Enter')
    await page.getByText('Say why, in a sentence.').waitFor()
    await page.getByRole('textbox', { name: 'Reason' }).fill('An audit looks at it')
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Suspend', exact: true }).press('Enter')
    await page.getByText('Suspended', { exact: true }).first().waitFor()
    await page.getByRole('link', { name: 'Lift the suspension …' }).press('Enter')
    await page.getByRole('textbox', { name: 'Reason' }).fill('The audit found nothing')
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Lift the suspension', exact: true }).press('Enter')
    await page.getByText('Suspension lifted').waitFor()
    await page.getByRole('link', { name: 'Suspend …' }).waitFor()
    expect(complaints.filter((said) => !said.includes('422'))).toEqual([])
  }, 120_000)

  it('records leave, says which posts nobody would act in, and goes on to who acts', async () => {
    const { page, complaints } = await product().visit({ person: head })
    await open(page, '/absences')
    await page.getByLabel('First day').fill(day(3))
    await page.getByLabel('Last day').fill(day(1))
    await page.getByRole('button', { name: 'Record the absence' }).press('Enter')
    await page.getByText('The last day lies before the first.').first().waitFor()
    await page.getByLabel('First day').fill(day(0))
    await page.getByLabel('Last day').fill(day(4))
    await page.getByText('In one post nobody would be there to decide').waitFor()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Record the absence' }).press('Enter')
    await page.getByText('Recorded: the absence is in the register.').waitFor()
    await page.getByRole('link', { name: 'Record who acts' }).press('Enter')
    await expect.poll(() => page.getByLabel('Last day').inputValue()).toBe(day(4))
    await open(page, '/')
    await page.getByText(/You are recorded as away until/).waitFor()
    await page.getByRole('link', { name: 'See absences' }).press('Enter')
    await page.getByRole('button', { name: /is back$/ }).press('Enter')
    await page.getByText('Nobody is recorded as away').waitFor()
    expect(complaints.filter((said) => !said.includes('422'))).toEqual([])
  }, 120_000)
})
