/** Suites in the browser, each on a product of its own. */
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe } from 'vitest'

import { chromiumPath, openProduct, server, type OpenedProduct, type Product } from './product.ts'

export { barriers, open, weigh } from './product.ts'

/** A suite on a product of its own. Without a browser or a build it is skipped, and says why. */
export function describeProduct(title: string, suite: (product: () => Product) => void): void {
  const missing = chromiumPath === null ? 'there is no Chromium here' : existsSync(server) ? null : 'nothing is built: run npm run build'
  describe.skipIf(missing !== null)(missing === null ? title : `${title} (skipped: ${missing})`, () => {
    let opened: OpenedProduct
    beforeAll(async () => {
      opened = await openProduct()
    })
    afterAll(() => opened?.close())
    suite(() => opened)
  })
}
