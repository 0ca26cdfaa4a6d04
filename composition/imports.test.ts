/** Imports and exports with the real kinds: the samples, real public data, the round trip of the samples and of published schemes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import type { Fact } from '../kernel/authority/model.ts'
import { Register } from '../kernel/authority/register.ts'
import type { FileFormat } from '../platform/imports/read-file.ts'
import { exportFile } from '../platform/imports/run-export.ts'
import { importOrder } from './import-order.ts'
import { folder, kinds, now, take } from './import-trial.ts'
import { modules } from './modules.ts'

const root = join(import.meta.dirname, '..')

describe('the documented samples', () => {
  it('go in whole, in the documented order', async () => {
    const register = new Register()
    for (const kind of importOrder) {
      const report = await take(register, kind, readFileSync(join(root, 'docs', 'import', `${kind}.csv`)))
      expect({ kind, refused: report.refused }).toEqual({ kind, refused: [] })
    }
    expect([...register.facts('delegation')].length).toBeGreaterThan(3)
  })

  it('document every column they use', () => {
    const documented = readFileSync(join(root, 'docs', 'import.md'), 'utf8')
    for (const kind of kinds.values()) {
      for (const { name } of kind.columns.filter((column) => !column.name.startsWith('name_')))
        expect(documented, `${kind.kind}: ${name}`).toContain(`\`${name}\``)
    }
  })
})

const publicData = join(root, '..', 'shared', 'data', 'finance', 'entities.json')

describe('the public list of entities of the United Nations', () => {
  it.skipIf(!existsSync(publicData))(
    'comes in through a mapping, its kinds kept apart (skipped where ../shared/data is absent)',
    async () => {
      const register = new Register()
      const mapping = readFileSync(join(root, 'docs', 'import', 'entities-mapping.json'), 'utf8')
      const report = await take(register, 'organisation', readFileSync(publicData), { format: 'json', mapping })
      expect(report).toMatchObject({ read: 260, taken: 260, refused: [] })
      const entities = [...register.facts('entity')]
      const counted = (among: typeof entities): Record<string, number> => {
        const counts: Record<string, number> = {}
        for (const { category } of among) counts[category] = (counts[category] ?? 0) + 1
        return counts
      }
      expect(counted(entities)).toMatchObject({
        'Intergovernmental and Expert Bodies': 59,
        'Peacekeeping operations and special political missions': 57,
        'Sanctions Committees': 18,
        'Specialized Agencies': 15,
        'Special Advisers, Representatives, Advocates and Envoys': 12,
        'Funds and Programmes': 9,
        'UN Secretariat': 34,
        'Regional Commissions': 5,
      })
      const under = entities.filter(({ rules }) => rules.length > 0)
      expect(counted(under)).toEqual({
        'UN Secretariat': 34,
        'Peacekeeping operations and special political missions': 57,
        'Special Advisers, Representatives, Advocates and Envoys': 12,
        'Regional Commissions': 5,
        'Other Mechanisms': 3,
        'Funds and Programmes': 2,
        'Other Entities': 2,
        'International Residual Mechanism for Criminal Tribunals': 1,
      })
      expect(under.some(({ name }) => /Children's Fund|World Health|Security Council$/.test(name))).toBe(false)
      expect(under.some(({ name }) => /Department of Operational Support/.test(name))).toBe(true)
    },
  )
})

describe('exported and imported again', () => {
  const everything = (register: Register) =>
    modules
      .flatMap((module) => module.tables)
      .flatMap(({ kind }): Fact[] => [...register.facts(kind)])
      .sort((a, b) => (`${a.kind}${a.id}` < `${b.kind}${b.id}` ? -1 : 1))

  it.each<FileFormat>(['csv', 'xlsx', 'json'])('all records are the same (%s)', async (format) => {
    for (const path of ['docs/import', ...['s1', 's2', 's3', 's4', 's5'].map((scheme) => `docs/schemes/${scheme}`)]) {
      const before = await folder(path)
      const after = new Register()
      for (const kind of importOrder) {
        const file = await exportFile({ register: before, clock: { now: () => now } }, kinds.get(kind)!, format)
        const report = await take(after, kind, file, { format })
        expect({ kind, refused: report.refused, warnings: report.warnings }).toEqual({ kind, refused: [], warnings: [] })
      }
      expect(everything(after)).toEqual(everything(before))
    }
  })

  it('texts that a spreadsheet would run are guarded, and come back as they were', async () => {
    const register = new Register()
    await take(register, 'people', 'id,name\na,"=HYPERLINK(""x"")"\nb,+1\nc,\'quoted\n', {})
    const file = (await exportFile({ register, clock: { now: () => now } }, kinds.get('people')!, 'csv')).toString('utf8')
    expect(file).toMatch(/,"?'=HYPERLINK/)
    const again = new Register()
    await take(again, 'people', file)
    expect(everything(again)).toEqual(everything(register))
  })

  it('has a sample for every kind', () => {
    expect(
      readdirSync(join(root, 'docs', 'import'))
        .filter((name) => name.endsWith('.csv'))
        .map((name) => name.replace('.csv', ''))
        .sort(),
    ).toEqual([...kinds.keys()].sort())
  })
})
