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

/** Something in force, limited in amount, that a person passed on and somebody holds. */
async function limitedBy(page: Page, person: string): Promise<string> {
  const { holds } = (await (await page.request.get(`/api/v1/holds?person=${person}`)).json()) as Holds
  for (const { delegation } of holds.filter(({ passedOn }) => passedOn > 0)) {
    const { items } = (await (await page.request.get(`/api/v1/delegations?parent=${delegation.id}`)).json()) as Limited
    const found = items.find(({ state, limits, holder }) => state === 'in-force' && limits.length === 1 && limits[0]?.amount?.upTo !== undefined && holder.persons.length > 0)
    if (found) return found.id
  }
  throw new Error(`${person} passed on nothing in force that is limited in amount`)
}

interface Limited {
  readonly items: readonly { readonly id: string; readonly state: string; readonly limits: readonly { readonly amount?: { readonly upTo?: string } }[]; readonly holder: { readonly persons: readonly object[] } }[]
}

interface Given {
  readonly items: readonly {
    readonly id: string; readonly parent: string | null; readonly state: string; readonly mayExercise: boolean; readonly limits: readonly object[]
    readonly matter: { readonly id: string }; readonly entities: readonly { readonly id: string }[]
    readonly holder: { readonly kind: string; readonly person: { readonly id: string } | null; readonly post: { readonly id: string } | null }
  }[]
}

/** Gives anew, for an emergency only, what the head gave: the first line that its checks let through. */
async function issueDormant(page: Page): Promise<void> {
  const given = await passedOnBy(page, head)
  const { delegation } = (await (await page.request.get(`/api/v1/delegations/${given}`)).json()) as { readonly delegation: Given['items'][number] }
  const { holder } = delegation
  const line = {
    key: 'a', parent: delegation.parent, recipient: { kind: holder.kind, person: holder.person?.id ?? null, post: holder.post?.id ?? null },
    entities: delegation.entities.map(({ id }) => id), limits: delegation.limits, mayExercise: true, passOn: null, from: null, until: null, conditions: null,
    emergency: { trigger: 'flood', lapsesAfterDays: 30 },
  }
  const post = async <T,>(address: string, data: object): Promise<T> => {
    const answer = await page.request.post(address, { data })
    if (!answer.ok()) throw new Error(await answer.text())
    return (await answer.json()) as T
  }
  const draft = await post<{ id: string; version: number }>('/api/v1/drafts', { title: 'For a flood', lines: [line] })
  const { digest } = await post<{ digest: string }>(`/api/v1/drafts/${draft.id}/lay-out`, { version: draft.version })
  await post(`/api/v1/drafts/${draft.id}/sign`, { digest })
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

  it('narrows a delegation, with what would lie outside shown first', async () => {
    const { page, complaints } = await product().visit({ person: head })
    const line = await limitedBy(page, head)
    await open(page, `/register/${line}`)
    await page.getByRole('link', { name: 'Narrow …' }).press('Enter')
    const narrow = page.getByRole('button', { name: 'Narrow', exact: true })
    await expect.poll(() => narrow.getAttribute('aria-disabled')).toBe('true')
    await page.getByLabel('Up to', { exact: true }).fill('1')
    await page.getByText(/would decide less/).waitFor()
    await expect.poll(() => narrow.getAttribute('aria-disabled')).toBe(null)
    expect(await barriers(page)).toEqual([])
    await page.getByRole('textbox', { name: 'Reason' }).fill('Little is bought now')
    await narrow.press('Enter')
    await page.getByText(/Little is bought now/).waitFor()
    expect(complaints).toEqual([])
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
    await page.getByRole('link', { name: /^Record who acts/ }).first().press('Enter')
    await expect.poll(() => page.getByLabel('Last day').inputValue()).toBe(day(4))
    await open(page, '/')
    await page.getByText(/You are recorded as away until/).waitFor()
    await page.getByRole('link', { name: 'See absences' }).press('Enter')
    await page.getByRole('button', { name: /is back$/ }).press('Enter')
    await page.getByText('Nobody is recorded as away').waitFor()
    expect(complaints.filter((said) => !said.includes('422'))).toEqual([])
  }, 120_000)

  it('shows both verdicts on a decision without authority, and ratifies it with a reason', async () => {
    const { page: admin } = await product().visit({ person: 'tomas-zak' })
    const { items } = (await (await admin.request.get(`/api/v1/delegations?person=${head}`)).json()) as Given
    const line = items.find(({ state, mayExercise, limits }) => state === 'in-force' && mayExercise && limits.length === 0) ?? items[0]!
    const rows = ['type,id,person,matter,entity,decided_on,what', `act,TRY-1,tomas-zak,${line.matter.id},${line.entities[0]!.id},${day(0)},Tried without authority`]
    const imported = await admin.request.post('/api/v1/imports/acts?format=csv', { headers: { 'content-type': 'text/csv' }, data: rows.join('\n') })
    expect(await imported.json()).toMatchObject({ taken: 1, refused: [] })
    const { page, complaints } = await product().visit({ person: head })
    await open(page, '/register')
    await page.getByRole('link', { name: 'Decisions without authority' }).press('Enter')
    await page.getByRole('link', { name: 'Tried without authority' }).press('Enter')
    await page.getByRole('heading', { name: 'As known then' }).waitFor()
    await page.getByRole('button', { name: 'Ratify', exact: true }).press('Enter')
    await page.getByText('Say why, in a sentence.').waitFor()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('textbox', { name: 'Reason' }).fill('It could not wait')
    await page.getByRole('button', { name: 'Ratify', exact: true }).press('Enter')
    await page.getByText(/^Ratified by/).waitFor()
    await page.getByText('Unauthorised when taken', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'All such decisions' }).press('Enter')
    await page.getByRole('link', { name: '1 ratified ex post facto' }).press('Enter')
    await page.getByRole('link', { name: 'Tried without authority' }).waitFor()
    expect(await barriers(page)).toEqual([])
    expect(complaints).toEqual([])
  }, 120_000)

  it('lists authority for emergencies, declares and ends it', async () => {
    const { page, complaints } = await product().visit({ person: head })
    await issueDormant(page)
    await open(page, '/emergency')
    const flood = page.getByRole('row').filter({ hasText: 'flood' })
    await flood.getByRole('checkbox').press('Space')
    const declare = page.getByRole('button', { name: 'Declare the emergency for 1 delegation' })
    await declare.press('Enter')
    await page.getByText('Say why, in a sentence.').waitFor()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('textbox', { name: 'Reason' }).fill('The river rose')
    await declare.press('Enter')
    await page.getByText('Recorded: its holders have been told.').waitFor()
    await flood.getByText('Declared', { exact: true }).waitFor()
    await flood.getByRole('checkbox').press('Space')
    await page.getByRole('textbox', { name: 'Reason' }).fill('The river fell')
    await page.getByRole('button', { name: 'End the emergency for 1 delegation' }).press('Enter')
    await flood.getByText('Dormant until declared').waitFor()
    expect(complaints).toEqual([])
  }, 120_000)

  it('says before somebody leaves what nobody would be left to decide', async () => {
    const { page, complaints } = await product().visit({ person: head })
    await open(page, `/people/${head}`)
    await page.getByRole('link', { name: 'If they left …' }).press('Enter')
    await page.getByText(/Nothing falls: what was passed on goes on/).waitFor()
    await page.getByRole('table').first().waitFor()
    expect(await barriers(page)).toEqual([])
    expect(complaints).toEqual([])
  }, 120_000)

  it('says before somebody moves what they would leave, keep and come to hold', async () => {
    const { page, complaints } = await product().visit({ person: head })
    await open(page, '/people/leila-haddad')
    await page.getByRole('link', { name: 'If they moved …' }).press('Enter')
    await page.getByText(/Nothing falls: what was passed on goes on/).waitFor()
    await page.getByRole('combobox', { name: 'Post they would move to' }).pressSequentially('Chief of Finance')
    await page.locator('[role=option]').first().waitFor()
    await page.getByRole('combobox', { name: 'Post they would move to' }).press('Enter')
    await page.getByText(/^They would leave/).first().waitFor()
    await page.getByText(/^What they would come to hold/).waitFor()
    expect(new URL(page.url()).searchParams.get('post')).not.toBeNull()
    expect(await barriers(page)).toEqual([])
    expect(complaints).toEqual([])
  }, 120_000)
})
