/** Every page in three languages: accessible, quiet, in its direction; the first page light. */
import { expect, it } from 'vitest'

import { barriers, describeProduct, open, weigh } from './harness.ts'

const question = 'matter=award-contract&amount=USD%20180000&method=sole-source'
const pages = [
  '/', '/register', '/register?state=awaiting', '/ask', `/ask?person=leila-haddad&${question}`, `/ask?${question}&who=1`,
  '/organisation', '/organisation/lake-region', '/people', '/people/leila-haddad', '/catalogue', '/catalogue/award-contract',
  '/pass-on', '/schemes/lake-region', '/scheme-templates', '/inherited', '/acting', '/absences', '/exercises', '/exercises?which=all&sort=-amount', '/referrals', '/emergency', '/audit',
  '/reorganise', '/reorganise?entity=ethics&how=close',
  '/people/leila-haddad/if-left', '/people/leila-haddad/if-moved?post=lake-region.head', '/log', '/frameworks', '/guide', '/administration', '/administration/import', '/administration/export',
  '/accountability', '/gallery', '/nowhere',
]

interface Listed { readonly items: readonly { readonly id: string; readonly instrument: string; readonly depth: number }[] }

describeProduct('every page', (product) => {
  it.each(['en', 'zh', 'ar'] as const)('keeps nobody out, breaks nothing and stays on this machine, in %s', async (language) => {
    const { page, complaints } = await product().visit({ person: 'amina-diallo', language })
    const { items } = await (await page.request.get('/api/v1/delegations?person=amina-diallo')).json() as Listed
    const one = items.find(({ depth }) => depth > 0) ?? items[0]!
    const record = `/register/${one.id}`
    const records = [record, `${record}?on=2024-06-01`, `${record}/tree`, `${record}/revoke`, `${record}/narrow`, `${record}/suspend`, `/instruments/${one.instrument}`]
    const wrong: Record<string, readonly string[]> = {}
    for (const path of [...pages, ...records]) {
      await open(page, path)
      const found = await barriers(page)
      if (found.length > 0) wrong[path] = found
      expect(await page.locator('html').getAttribute('dir'), path).toBe(language === 'ar' ? 'rtl' : 'ltr')
    }
    expect(wrong).toEqual({})
    expect(complaints).toEqual([])
  }, 240_000)

  it('lets somebody in on a first visit, by name', async () => {
    const { page } = await product().visit()
    await open(page, '/')
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: /Amina Diallo/ }).click()
    await page.getByRole('heading', { level: 1, name: /Amina Diallo/ }).waitFor()
  })

  it('weighs at most 200 KB compressed, the first time', async () => {
    const person = 'amina-diallo'
    for (const options of [{ person }, ...(['ar', 'zh', 'fr', 'es'] as const).map((language) => ({ person, language })), {}]) {
      const { page } = await product().visit(options)
      const bytes = await weigh(page, '/')
      expect(bytes, JSON.stringify(options)).toBeGreaterThan(50_000)
      expect(bytes, JSON.stringify(options)).toBeLessThanOrEqual(200 * 1024)
    }
  })

  it.each([
    ['/organisation/nowhere', 'The organisation'],
    ['/register/nothing', 'The register'],
    ['/register/nothing/tree', 'The register'],
    ['/instruments/nothing', 'The register'],
  ])('leads on from %s, which holds nothing, to %s', async (address, title) => {
    const { page } = await product().visit({ person: 'amina-diallo' })
    await open(page, address)
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0)
    await page.getByRole('main').getByRole('link', { name: title }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
  })
})
