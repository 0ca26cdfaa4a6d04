/** Imports planned with the real kinds, and recorded in a register in memory. For tests only. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'

import { Register } from '../kernel/authority/register.ts'
import { readFile, type FileFormat } from '../platform/imports/read-file.ts'
import { planImport, type ImportMode } from '../platform/imports/run-import.ts'
import { importOrder } from './import-order.ts'
import { modules } from './modules.ts'

export const kinds = new Map(modules.flatMap((module) => module.imports).map((kind) => [kind.kind, kind]))
const root = join(import.meta.dirname, '..')
export const now = Date.parse('2026-11-24T10:00:00Z')

export async function plan(
  register: Register,
  kind: string,
  bytes: Buffer | string,
  options: { format?: FileFormat; mapping?: string; mode?: ImportMode } = {},
) {
  const found = kinds.get(kind)!
  const file = await readFile(found, Buffer.from(bytes), options.format ?? 'csv', options.mapping)
  return planImport(found, file, register, now, options.mode ?? 'whole')
}

/** Plans and records, as one ledger number. */
export async function take(register: Register, kind: string, bytes: Buffer | string, options: Parameters<typeof plan>[3] = {}) {
  const { report, facts } = await plan(register, kind, bytes, options)
  const number = register.head + 1
  for (const fact of facts.flat()) register.apply(fact, number, now)
  return report
}

export async function folder(path: string): Promise<Register> {
  const register = new Register()
  for (const kind of importOrder) {
    const file = join(root, path, `${kind}.csv`)
    if (!existsSync(file)) continue
    const report = await take(register, kind, readFileSync(file))
    expect({ kind, refused: report.refused }).toEqual({ kind, refused: [] })
    expect(report.taken).toBeGreaterThan(0)
  }
  return register
}
