/** Imports and exports with the real kinds: bad files, real public data, a published scheme, the round trip. */
import fc from 'fast-check'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import type { Fact, FactKind } from '../kernel/authority/model.ts'
import { may } from '../kernel/authority/may.ts'
import { Register } from '../kernel/authority/register.ts'
import { whoMay } from '../kernel/authority/who-may.ts'
import { readFile, type FileFormat } from '../platform/imports/read-file.ts'
import { exportFile } from '../platform/imports/run-export.ts'
import { planImport, type ImportMode } from '../platform/imports/run-import.ts'
import { modules } from './modules.ts'

const kinds = new Map(modules.flatMap((module) => module.imports).map((kind) => [kind.kind, kind]))
const root = join(import.meta.dirname, '..')
const now = Date.parse('2026-11-24T10:00:00Z')

async function plan(
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
async function take(register: Register, kind: string, bytes: Buffer | string, options: Parameters<typeof plan>[3] = {}) {
  const { report, facts } = await plan(register, kind, bytes, options)
  const number = register.head + 1
  for (const fact of facts.flat()) register.apply(fact, number, now)
  return report
}

async function folder(path: string): Promise<Register> {
  const register = new Register()
  for (const kind of ['catalogue', 'organisation', 'people', 'assignments', 'credentials', 'bodies', 'delegations']) {
    const file = join(root, path, `${kind}.csv`)
    if (!existsSync(file)) continue
    const report = await take(register, kind, readFileSync(file))
    expect({ kind, refused: report.refused }).toEqual({ kind, refused: [] })
    expect(report.taken).toBeGreaterThan(0)
  }
  return register
}

describe('the documented samples', () => {
  it('go in whole, in the documented order', async () => {
    const register = new Register()
    for (const kind of ['catalogue', 'organisation', 'people', 'assignments', 'credentials', 'bodies', 'delegations']) {
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

describe("scheme S1, the general column (St George's, University of London)", () => {
  const ask = async (post: string, value: string, tender: boolean) => {
    const register = await folder('docs/import/example-university')
    const person = register.incumbents(post, { on: now, known: register.head, now })[0]!.person
    const verdict = may(
      register,
      { person, matter: 'commit-expenditure', amount: { currency: 'GBP', value }, ...(tender ? { facts: { tender: 'true' } } : {}) },
      { on: now, known: register.head, now },
    )
    return [verdict.answer, ...verdict.reasons.map(({ code }) => code)]
  }
  it.each([
    ['budget-holder-biology', '2000', false, ['permitted']],
    ['budget-holder-biology', '2000.01', false, ['refused', 'limit-exceeded']],
    ['cost-centre-manager-biology', '10000', false, ['permitted']],
    ['dean-of-medicine', '48000', false, ['permitted']],
    ['dean-of-medicine', '50000', false, ['permitted']],
    ['principal', '500000', false, ['not-yet', 'tender-missing']],
    ['principal', '500000', true, ['permitted']],
    ['principal', '500000.01', true, ['refused', 'limit-exceeded']],
    ['estates-manager', '100', false, ['refused', 'constitutive']],
  ] as const)('%s, GBP %s, tender %s', async (post, value, tender, expected) => {
    expect(await ask(post, value, tender)).toEqual(expected)
  })

  it('over the Principal, only bodies are left', async () => {
    const register = await folder('docs/import/example-university')
    const found = whoMay(
      register,
      { matter: 'commit-expenditure', amount: { currency: 'GBP', value: '700000' }, entity: 'university', facts: { tender: 'true' } },
      { on: now, known: register.head, now },
    )
    expect(found.people).toEqual([])
    expect(found.bodies.map(({ body }) => body)).toEqual(['finance-committee'])
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

describe('a bad file is refused with row, column and remedy, and nothing is taken', () => {
  const header = 'id,name,staff,email,effective_from,effective_to\n'
  const cases: [string, string, Buffer | string, string, number, string | null][] = [
    ['people', 'empty', '', 'empty-file', 1, null],
    ['people', 'no name column', 'id,staff\na,yes\n', 'missing-column', 1, 'name'],
    ['people', 'open quotes', `${header}a,"Ana,yes,,,\nb,Bo,yes,,,\n`, 'broken-csv', 2, null],
    ['people', 'UTF-16', Buffer.from('\ufeffid,name\na,Ana\n', 'utf16le'), 'wrong-encoding', 1, null],
    ['people', 'Latin-1', Buffer.from('id,name\na,Jos\xe9\n', 'latin1'), 'wrong-encoding', 1, null],
    ['people', 'heading twice', 'id,name,Name\na,b,c\n', 'duplicate-column', 1, 'Name'],
    ['people', 'row too long', `${header}a,Ana,yes,,,,surplus\n`, 'row-too-long', 2, null],
    ['people', 'same id twice', `${header}a,Ana,yes,,,\na,Ana B,yes,,,\n`, 'duplicate-row', 3, 'id'],
    ['people', 'no id', `${header},Ana,yes,,,\n`, 'missing', 2, 'id'],
    ['people', 'right-to-left override', `${header}a,An\u202ea,yes,,,\n`, 'hidden-characters', 2, 'name'],
    ['people', 'neither yes nor no', `${header}a,Ana,perhaps,,,\n`, 'not-yes-or-no', 2, 'staff'],
    ['people', 'year 9999', `${header}a,Ana,yes,,2020-01-01,9999-12-31\n`, 'date-out-of-range', 2, 'effective_to'],
    ['people', '30 February', `${header}a,Ana,yes,,2020-02-30,\n`, 'not-a-date', 2, 'effective_from'],
    ['people', 'reversed dates', `${header}a,Ana,yes,,2020-02-03,2020-02-01\n`, 'dates-reversed', 2, 'effective_to'],
    ['people', 'not an address', `${header}a,Ana,yes,not an address,,\n`, 'not-an-address', 2, 'email'],
    ['organisation', 'a circle', 'id,name,parent\na,A,b\nb,B,a\n', 'cycle', 2, 'parent'],
    ['organisation', 'its own parent', 'id,name,parent\na,A,a\n', 'cycle', 2, 'parent'],
    ['organisation', 'below a row refused', 'id,name,parent,rules\na,A,b,\nb,B,c,\n', 'refers-to-refused', 2, 'parent'],
    ['organisation', 'unknown rules', 'id,name,rules\na,A,canon\n', 'not-a-choice', 2, 'rules'],
    ['assignments', 'unknown person', 'person,post,effective_from\nnobody,nothing,2020-01-01\n', 'unknown-person', 2, 'person'],
    ['catalogue', 'unknown zone', 'type,id,name,zone\nframework,f,F,Mars/Olympus\n', 'unknown-zone', 2, 'zone'],
    ['catalogue', 'no framework', 'id,name\nm,M\n', 'unknown-framework', 2, 'framework'],
  ]
  it.each(cases)('%s: %s', async (kind, _name, bytes, code, row, column) => {
    const { report, facts } = await plan(new Register(), kind, bytes)
    expect(report.refused[0]).toMatchObject({ code, row, column })
    expect(report.refused.every(({ remedy }) => remedy.length > 5)).toBe(true)
    expect(facts).toEqual([])
    expect(report.taken).toBe(0)
  })

  const line = (given: Record<string, string>) => {
    const row = {
      id: 'x',
      parent: 'harbour-1.1',
      person: 'li-wenjun',
      matter: 'award-contract',
      entity: 'harbour-north',
      currency: 'USD',
      up_to: '1000',
      effective_from: '2026-12-01',
      ...given,
    }
    return `${Object.keys(row).join(',')}\n${Object.values(row)
      .map((cell) => `"${cell.replaceAll('"', '""')}"`)
      .join(',')}\n`
  }
  it.each([
    [{ up_to: '-5' }, 'negative', 'up_to'],
    [{ up_to: '9'.repeat(30) }, 'too-many-digits', 'up_to'],
    [{ up_to: '0.00001' }, 'too-many-digits', 'up_to'],
    [{ up_to: 'a lot' }, 'not-an-amount', 'up_to'],
    [{ currency: 'XQX' }, 'unknown-currency', 'currency'],
    [{ up_to: '1000000.01' }, 'never-wider', 'up_to'],
    [{ up_to: '', currency: '' }, 'never-wider', 'up_to'],
    [{ entity: 'nowhere' }, 'unknown-entity', 'entity'],
    [{ matter: 'special-leave' }, 'exact-matter', 'matter'],
    [{ parent: 'x' }, 'cycle', 'parent'],
    [{ parent: 'y' }, 'unknown-delegation', 'parent'],
    [{ parent: '' }, 'legal-basis-missing', 'legal_basis'],
    [{ grade: 'Z-9' }, 'unknown-grade', 'grade'],
    [{ limits: '{"no":1}', up_to: '', currency: '' }, 'does-not-fit', 'limits'],
    [{ effective_to: '2026-11-30' }, 'dates-reversed', 'effective_to'],
    [{ person: '' }, 'missing', 'person'],
    [{ ended_on: '2026-12-24' }, 'missing', 'end_reason'],
    [{ parent: 'harbour-2.1', up_to: '10' }, 'never-wider', null],
  ] as [Record<string, string>, string, string | null][])('delegations: %j', async (given, code, column) => {
    const register = await folder('docs/import')
    const { report, facts } = await plan(register, 'delegations', line(given))
    expect(report.refused.map((each) => each.code)).toContain(code)
    if (column !== null) expect(report.refused.find((each) => each.code === code)).toMatchObject({ row: 2, column })
    expect(facts).toEqual([])
  })

  it('row by row, the right rows are taken and the others reported', async () => {
    const { report, facts } = await plan(
      new Register(),
      'people',
      `${header}a,Ana,yes,,,\n,Nobody,yes,,,\nb,Robert'); DROP TABLE person;--,yes,,,\n`,
      { mode: 'rows' },
    )
    expect(report).toMatchObject({ read: 3, taken: 2, refused: [{ row: 3, column: 'id', code: 'missing' }] })
    expect(facts.flat().map((fact) => fact.kind === 'person' && fact.name)).toEqual(['Ana', "Robert'); DROP TABLE person;--"])
  })

  it('random bytes and random tables are problems, never exceptions', async () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('yes', '2020-01-01', '-1', '"', ';', '=1+1', 'x'.repeat(300)))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...kinds.keys()),
        fc.constantFrom<FileFormat>('csv', 'xlsx', 'json'),
        fc.oneof(
          fc.uint8Array().map((bytes) => Buffer.from(bytes)),
          fc.array(fc.array(cell)).map((rows) => Buffer.from(rows.map((row) => row.join(',')).join('\n'))),
        ),
        async (kind, format, bytes) => {
          const { report } = await plan(new Register(), kind, bytes, { format })
          for (const refused of report.refused) expect(refused.remedy).not.toBe('')
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('exported and imported again', () => {
  const everything = (register: Register) =>
    (['framework', 'matter', 'entity', 'post', 'person', 'assignment', 'credential', 'body', 'delegation'] satisfies FactKind[])
      .flatMap((kind): Fact[] => [...register.facts(kind)])
      .sort((a, b) => (`${a.kind}${a.id}` < `${b.kind}${b.id}` ? -1 : 1))

  it.each<FileFormat>(['csv', 'xlsx', 'json'])('all records are the same (%s)', async (format) => {
    for (const path of ['docs/import', 'docs/import/example-university']) {
      const before = await folder(path)
      const after = new Register()
      for (const kind of ['catalogue', 'organisation', 'people', 'assignments', 'credentials', 'bodies', 'delegations']) {
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
