/** The main jobs of the register in the browser: ask in two steps, pass on by the keyboard alone, accept, take back. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'

import { barriers, describeProduct, open } from './harness.ts'

const head = 'amina-diallo'

interface Holds {
  readonly holds: readonly {
    readonly canPassOn: boolean
    readonly passedOn: number
    readonly delegation: { readonly id: string; readonly limits: readonly object[]; readonly holder: object }
  }[]
}

/** Presses keys as a person would; what has the focus is what they act on. */
const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}

/** Types into the chooser that has the focus and takes the first found. */
async function choose(page: Page, words: string): Promise<void> {
  await page.keyboard.type(words)
  await page.locator('[role="combobox"]:focus ~ ul[role="listbox"] [role="option"]').first().waitFor()
  await press(page, 'ArrowDown', 'Enter')
}

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '')

/** Walks on with Tab until a control with these words has the focus. */
async function tabTo(page: Page, words: RegExp): Promise<void> {
  for (let steps = 0; steps < 60; steps++) {
    if (words.test(await focused(page))) return
    await press(page, 'Tab')
  }
  throw new Error(`Tab never came to ${String(words)}`)
}

/** The first authority that may be passed on and that all six can receive: asked of the live checks, as the form does. */
async function firstThatFits(page: Page, holds: Holds['holds'], posts: readonly string[]): Promise<string | null> {
  for (const { delegation } of holds.filter(({ canPassOn }) => canPassOn)) {
    const lines = posts.map((post) => ({
      key: post,
      parent: delegation.id,
      recipient: { kind: 'post', person: null, post },
      entities: [],
      limits: delegation.limits,
      mayExercise: true,
      passOn: null,
      from: null,
      until: null,
      conditions: null,
    }))
    const checked = await page.request.post('/api/v1/drafts/check', { data: { title: null, lines } })
    if (((await checked.json()) as { canBeSigned: boolean }).canBeSigned) return delegation.id
  }
  return null
}

describeProduct('the register', (product) => {
  it('answers "may I?" two steps from any page', async () => {
    const { page, complaints } = await product().visit({ person: 'leila-haddad' })
    await open(page, '/organisation')
    await page.getByRole('link', { name: 'Ask: may I?' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'May this person take this decision?' }).waitFor()
    await page.getByRole('combobox', { name: 'Matter', exact: true }).fill('award of contracts')
    await page.locator('ul[role="listbox"]:visible [role="option"]').first().click()
    await page.getByRole('textbox', { name: 'Amount' }).fill('USD 90,000')
    await page.getByRole('combobox', { name: 'Method' }).selectOption('open-tender')
    await page.getByRole('button', { name: 'Ask', exact: true }).click()
    await page.getByText(/may decide this for USD.90,000/).waitFor()
    await page.getByRole('list', { name: 'Where the authority comes from' }).getByRole('listitem').first().waitFor()
    expect(page.url()).toContain('amount=')
    expect(complaints).toEqual([])
  })

  it('passes twenty lines to six managers by the keyboard alone, signs once, and each accepts', async () => {
    const { page } = await product().visit({ person: head })
    const { holds } = (await (await page.request.get(`/api/v1/holds?person=${head}`)).json()) as Holds
    const { posts } = (await (await page.request.get('/api/v1/entities/lake-region-support')).json()) as {
      posts: { id: string; holders: unknown[]; grade: string }[]
    }
    const managers = posts
      .filter(({ holders, grade }) => holders.length > 0 && /^(P|D)-/.test(grade))
      .slice(0, 6)
      .map(({ id }) => id)
    expect(managers.length).toBe(6)
    const authority = await firstThatFits(page, holds, managers)
    expect(authority).not.toBeNull()

    const started = Date.now()
    await open(page, '/pass-on')
    await tabTo(page, /^Begin a sheet$/)
    await press(page, 'Enter')
    await page.getByRole('heading', { level: 1, name: 'A new sheet' }).waitFor()
    await tabTo(page, /^Add a line$/)
    await press(page, 'Enter')
    const lines = page.locator('.sheet-line')
    for (let line = 0; line < 20; line++) {
      // The new line has the focus: on its authority, or (the same to another) on its holder.
      await lines.nth(line).locator('[role="combobox"]:focus').waitFor()
      if (line === 0) {
        await choose(page, authority!)
        await press(page, 'Tab')
      }
      await choose(page, managers[line % managers.length]!)
      if (line < 19) await press(page, 'Alt+a')
    }
    expect(await lines.count()).toBe(20)
    await page.getByText('Saved', { exact: true }).waitFor()
    expect(await barriers(page)).toEqual([])
    // Six managers cannot hold one authority twenty times over without saying so: the checks allow it and tell it.
    const layOut = page.getByRole('button', { name: /Lay out 20 lines/ })
    await expect.poll(async () => layOut.getAttribute('aria-disabled'), { timeout: 15_000 }).toBe(null)
    await layOut.focus()
    await press(page, 'Enter')
    await page.getByRole('checkbox', { name: /I sign instrument/ }).waitFor()
    await page.getByRole('checkbox', { name: /I sign instrument/ }).focus()
    await press(page, 'Space')
    await tabTo(page, /^Sign all 20 lines/)
    await press(page, 'Enter')
    await page.getByRole('heading', { level: 1, name: /^Instrument 20\d\d-\d{5}$/ }).waitFor()
    expect(Date.now() - started).toBeLessThan(600_000)
    const number = (await page.getByRole('heading', { level: 1 }).innerText()).replace('Instrument ', '')
    const instrument = (await (await page.request.get(`/api/v1/instruments/${number}`)).json()) as {
      signedHere: boolean
      lines: { holder: { persons: { id: string }[] }; acceptedAt: string | null }[]
    }
    expect(instrument.signedHere).toBe(true)
    expect(instrument.lines.length).toBe(20)

    const delegate = instrument.lines[0]!.holder.persons[0]!.id
    const theirs = await product().visit({ person: delegate })
    await open(theirs.page, '/')
    await theirs.page.getByRole('link', { name: 'Read and accept' }).first().click()
    await theirs.page.getByRole('checkbox', { name: /I have read this instrument/ }).check()
    await theirs.page.getByRole('button', { name: /^Accept \d+ line/ }).click()
    await theirs.page
      .getByText(/^accepted/)
      .first()
      .waitFor()
  }, 240_000)

  it('keeps what was typed on a sheet while the connection is lost, and saves it afterwards', async () => {
    const { page } = await product().visit({ person: head })
    await open(page, '/pass-on')
    await page.getByRole('button', { name: 'Begin a sheet' }).click()
    await page.getByRole('heading', { level: 1, name: 'A new sheet' }).waitFor()
    await page.context().setOffline(true)
    await page.getByLabel('Name of the sheet').fill('Certifying for the year')
    await page.getByText('Not saved: kept in this browser, tried again soon').waitFor()
    await page.context().setOffline(false)
    await page.getByText('Saved', { exact: true }).waitFor()
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Certifying for the year' }).waitFor()
  })

  it('says beside the field what stands against a line, and lets nothing be laid out before it is mended', async () => {
    const { page } = await product().visit({ person: head })
    await open(page, '/pass-on')
    await page.getByRole('button', { name: 'Begin a sheet' }).click()
    await page.getByRole('button', { name: 'Add a line' }).click()
    await choose(page, 'low-value-purchase')
    await page.getByRole('combobox', { name: 'To', exact: true }).focus()
    await choose(page, 'lake-region-support.chief-procurement')
    await page.getByLabel('Up to', { exact: true }).fill('20,000')
    await page.locator('.field-error', { hasText: 'It is wider than' }).waitFor()
    expect(await page.getByRole('button', { name: 'Lay out 1 line for signature' }).getAttribute('aria-disabled')).toBe('true')
    await page.getByLabel('Up to', { exact: true }).fill('2,500')
    await page.getByText('Can be issued').waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Lay out 1 line for signature' }).getAttribute('aria-disabled')).toBe(null)
  })

  it('shows what would fall before it revokes, and asks why', async () => {
    const { page } = await product().visit({ person: head })
    const { holds } = (await (await page.request.get(`/api/v1/holds?person=${head}`)).json()) as Holds
    let mine: string | null = null
    for (const { delegation } of holds.filter(({ passedOn }) => passedOn > 0)) {
      const { items } = (await (await page.request.get(`/api/v1/delegations?parent=${delegation.id}`)).json()) as {
        items: { id: string; state: string }[]
      }
      mine = items.find(({ state }) => state === 'in-force')?.id ?? null
      if (mine !== null) break
    }
    expect(mine).not.toBe(null)
    await open(page, `/register/${mine}`)
    await page.getByRole('link', { name: 'Revoke …' }).click()
    await page.getByText(/would fall/).waitFor()
    await page.getByRole('button', { name: 'Revoke', exact: true }).click()
    await page.getByText('Say why, in a sentence.').waitFor()
    await page.getByRole('textbox', { name: 'Reason' }).fill('The section was merged')
    await page.getByRole('button', { name: 'Revoke', exact: true }).click()
    await page.getByText('Revoked', { exact: true }).first().waitFor()
  })

  it('says unmistakably when one looks at the past, and offers no step there', async () => {
    const { page } = await product().visit({ person: head })
    const { holds } = (await (await page.request.get(`/api/v1/holds?person=${head}`)).json()) as Holds
    await open(page, `/register/${holds[0]!.delegation.id}?on=2024-06-01`)
    await page.getByText('nothing can be changed here').waitFor()
    expect(await page.getByRole('link', { name: 'Revoke …' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Back to now' }).click()
    await expect.poll(() => page.url()).not.toContain('on=')
  })

  it('gives a new head the list of what the predecessor passed on, and confirms it', async () => {
    const { page } = await product().visit({ person: 'itzel-quispe' })
    await open(page, '/inherited')
    await page.getByRole('button', { name: 'Choose all' }).click()
    await page.getByRole('button', { name: /^Confirm \d+ delegation/ }).click()
    await page.getByText(/delegations? confirmed/).waitFor()
    await page.getByText('Nothing waits to be confirmed').waitFor()
  })

  it('records an officer-in-charge, who may then decide', async () => {
    const { page } = await product().visit({ person: head })
    await open(page, '/acting')
    await page.getByRole('combobox', { name: 'Person', exact: true }).fill('leila-haddad')
    await page.locator('ul[role="listbox"]:visible [role="option"]').first().click()
    const day = (from: number): string => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10)
    await page.getByLabel('First day').fill(day(0))
    await page.getByLabel('Last day').fill(day(6))
    await page.getByRole('button', { name: 'Record', exact: true }).click()
    await page.getByText('Recorded: the acting authority is in the register.').waitFor()
  })
})
