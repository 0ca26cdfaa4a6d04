/** The check finds each planted violation, leaves what is right alone, and finds nothing in the real house. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { checkHouse, told } from './check.ts'
import { beside, plantings, sound, type House } from './plantings.cases.ts'

function violations(changes: House): string[] {
  const root = mkdtempSync(join(tmpdir(), 'mandate-house-'))
  try {
    for (const [path, text] of Object.entries({ ...sound, ...changes })) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    return checkHouse(root).map(told)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

describe('the check', () => {
  it('leaves a sound house alone', () => expect(violations({})).toEqual([]))

  it.each(plantings)('says when %s', (_name, path, text, said) => {
    const changes = said.includes('more.ts') ? { ...beside, [path]: text } : { [path]: text }
    expect(violations(changes)).toEqual([`${said.includes('cycle') ? said.replace(/^\d+ cycle: (\S+).*$/, '$1') : path}:${said}`])
  })

  it('allows circles of types, and words like left in comments and texts', () => {
    expect(violations({
      'kernel/authority/amount.ts': "import type { may } from './may.ts'\nexport const amount = 1\nexport type May = typeof may\n",
      'web/design/x.css': '/* left: 0 */\n.left { inset-inline-start: 0 }\n',
      'platform/http/x.ts': "export const x = '// @ts-ignore'\nexport const any = x\n",
    })).toEqual([])
  })
})

it('finds nothing wrong in the house', () => {
  expect(checkHouse(join(import.meta.dirname, '..', '..')).map(told)).toEqual([])
})
