/** The files of a published scheme (docs/schemes), taken into a running application as a person would: over HTTP. For tests only. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'

import type { Application } from './application.ts'
import { importOrder } from './import-order.ts'

const pathOf = (scheme: string, file: string): string => join(import.meta.dirname, '../docs/schemes', scheme, `${file}.csv`)

export async function takeBytes({ server, operatorToken }: Application, kind: string, payload: string | Buffer) {
  const answer = await server.inject({
    method: 'POST', url: `/api/v1/imports/${kind}`, payload,
    headers: { authorization: `Bearer ${operatorToken}`, 'content-type': 'application/octet-stream' },
  })
  return { status: answer.statusCode, refused: answer.json<{ refused?: { code: string; column: string | null; row: number }[] }>().refused }
}

export async function takeSchemeFile(application: Application, scheme: string, file: string, kind: string = file): Promise<void> {
  expect({ file, ...(await takeBytes(application, kind, await readFile(pathOf(scheme, file)))) }).toEqual({ file, status: 200, refused: [] })
}

/** All files named after a kind, in order, but those left out. */
export async function takeScheme(application: Application, scheme: string, without: readonly string[] = []): Promise<void> {
  for (const kind of importOrder)
    if (!without.includes(kind) && existsSync(pathOf(scheme, kind))) await takeSchemeFile(application, scheme, kind)
}
