/** A framework re-issued in the browser: commented on, answered, its effect shown, promulgated; what changed; the transition; the guide. */
import { expect, it } from 'vitest'

import { barriers, describeProduct, open } from './harness.ts'

const head = 'ines-falcao'

interface Bulletins { readonly items: readonly { readonly id: string }[] }

describeProduct('a framework re-issued', (product) => {
  it.each(['en', 'zh', 'ar'] as const)('keeps nobody out while it is prepared, nor from the guide, in %s', async (language) => {
    const { page, complaints } = await product().visit({ person: head, language })
    const { items } = await (await page.request.get('/api/v1/bulletins')).json() as Bulletins
    const bulletin = `/frameworks/${items[0]?.id}`
    for (const address of ['/frameworks', bulletin, `${bulletin}?how=narrower`, `${bulletin}/comments`, `${bulletin}/matters/new`, '/guide', '/guide?q=zzz']) {
      await open(page, address)
      await page.getByText('…').first().waitFor({ state: 'detached' })
      expect(await barriers(page), address).toEqual([])
      expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr')
      if (process.env.MANDATE_PICTURES) await page.screenshot({ path: `${process.env.MANDATE_PICTURES}/${language}-${address.replaceAll(/[^a-z0-9]+/g, '-')}.png`, fullPage: true })
    }
    expect(complaints).toEqual([])
  })

  it('is reached from every page, searched by words, and leads to the pages it speaks of', async () => {
    const { page } = await product().visit({ person: 'wulandari' })
    await open(page, '/register')
    await page.getByRole('link', { name: 'Help and guide' }).click()
    await page.getByRole('heading', { level: 1, name: 'How delegation works here' }).waitFor()
    await page.getByRole('searchbox', { name: 'Search the guide and the questions' }).fill('officer-in-charge absent')
    await page.getByText('Parts found: 1').waitFor()
    await page.getByRole('link', { name: 'Who acts for whom' }).click()
    await page.waitForURL(/\/acting$/)
  })

  it('is commented on for an entity, and answered by those who prepare it, by keyboard', async () => {
    const { page } = await product().visit({ person: 'amina-diallo' })
    const { items } = await (await page.request.get('/api/v1/bulletins')).json() as Bulletins
    const comments = `/frameworks/${items[0]?.id}/comments`
    await open(page, comments)
    await page.getByLabel('Comment', { exact: true }).fill('Our field offices ask for plainer words.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('cell', { name: /plainer words/ }).waitFor()
    const other = (await product().visit({ person: head })).page
    await open(other, `${comments}?q=plainer`)
    const answer = other.getByRole('cell').getByRole('button', { name: 'Answer', exact: true })
    await answer.focus()
    await other.keyboard.press('Enter')
    await other.getByRole('dialog').getByLabel('In what words').fill('The words are revised.')
    await other.getByRole('dialog').getByRole('button', { name: 'Answer' }).press('Enter')
    await other.getByRole('cell', { name: /The words are revised/ }).waitFor()
    await open(page, '/')
    await page.getByRole('link', { name: 'Your comment on a bulletin was answered' }).waitFor()
  })

  it('is promulgated by the head in one act, over the effect shown; holders see what changed, headquarters the transition', async () => {
    const { page, complaints } = await product().visit({ person: head })
    const { items } = await (await page.request.get('/api/v1/bulletins')).json() as Bulletins
    const bulletin = `/frameworks/${items[0]?.id}`
    await open(page, bulletin)
    await page.getByText('Points that stop the signature: 0').waitFor()
    await page.getByRole('button', { name: 'Promulgate', exact: true }).click()
    expect(await barriers(page)).toEqual([])
    const dialog = page.getByRole('dialog')
    const started = Date.now()
    await dialog.getByRole('button', { name: 'Sign and promulgate' }).click()
    await page.getByText(/Promulgated by instrument/).waitFor({ timeout: 120_000 })
    if (process.env.MANDATE_PICTURES) process.stdout.write(`promulgated in ${Date.now() - started} ms\n`)
    await page.getByRole('link', { name: 'Transition', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'The transition, entity by entity' }).waitFor()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('link', { name: /^Waiting for a decision: \d.*Show the lines/ }).click()
    await page.getByRole('heading', { name: 'The lines behind the figure' }).waitFor()
    await page.getByRole('cell', { name: 'Waiting for a decision' }).first().waitFor()
    if (process.env.MANDATE_PICTURES) await page.screenshot({ path: `${process.env.MANDATE_PICTURES}/transition.png`, fullPage: true })
    expect(complaints).toEqual([])
    for (const language of ['en', 'ar'] as const) {
      const holder = (await product().visit({ person: 'amina-diallo', language })).page
      await open(holder, '/')
      await holder.locator(`a[href="${bulletin}/what-changed"]`).first().click()
      await holder.waitForURL(/what-changed/)
      await holder.locator('main').getByRole('table').first().waitFor()
      expect(await barriers(holder)).toEqual([])
      if (process.env.MANDATE_PICTURES) await holder.screenshot({ path: `${process.env.MANDATE_PICTURES}/changed-${language}.png`, fullPage: true })
    }
  }, 240_000)
})
