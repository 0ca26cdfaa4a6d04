/** What the first page weighs on the wire: document, scripts, styles, fonts, messages and answers. */
import { chromiumPath, openProduct, weigh } from '../e2e/product.ts'
import { line, type Line } from './line.ts'

const visits = [
  { who: 'signed in, in English', options: { person: 'amina-diallo' } },
  { who: 'signed in, in Arabic', options: { person: 'amina-diallo', language: 'ar' } },
  { who: 'not signed in', options: {} },
] as const

export async function* measurePage(): AsyncIterable<Line> {
  if (chromiumPath === null) {
    process.stderr.write('page: not measured, because there is no Chromium here. Name one in MANDATE_CHROMIUM.\n')
    return
  }
  const product = await openProduct()
  try {
    for (const { who, options } of visits) {
      const { page } = await product.visit(options)
      const bytes = await weigh(page, '/')
      yield line({
        group: 'page', claim: `the first page, ${who}, compressed`, ours: bytes / 1024, unit: 'KB', goal: { of: 'ours', atMost: 200 },
      })
    }
  } finally {
    await product.close()
  }
}
