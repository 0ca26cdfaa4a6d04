/** Rows against a register: order, references, what is taken and what is not. */
import { describe, expect, it } from 'vitest'

import type { Fact } from '../../kernel/authority/model.ts'
import { Register } from '../../kernel/authority/register.ts'
import { readFile } from './read-file.ts'
import { planImport, type ImportMode } from './run-import.ts'
import { trialKind } from './trial-kind.ts'

const now = Date.parse('2026-11-24T10:00:00Z')

async function plan(register: Register, text: string, mode: ImportMode = 'whole') {
  const { report, facts } = planImport(trialKind, await readFile(trialKind, Buffer.from(text), 'csv'), register, now, mode)
  return {
    ...report,
    ids: facts.flat().map(({ id }) => id),
    facts: facts.flat(),
    codes: report.refused.map(({ row, column, code }) => [row, column, code]),
  }
}

async function registerOf(text: string): Promise<Register> {
  const register = new Register()
  const take = (fact: Fact) => register.apply(fact, register.head + 1, now)
  for (const fact of (await plan(register, text)).facts) take(fact)
  return register
}

describe('rows that name one another', () => {
  it('are taken from the top, wherever they stand', async () => {
    const { ids, refused } = await plan(new Register(), 'id,name,parent\nc,C,b\nb,B,a\nd,D,b\na,A,\n')
    expect(refused).toEqual([])
    expect(ids).toEqual(['a', 'b', 'c', 'd'])
  })

  it('are checked against what this file makes of the row above, not against what it was', async () => {
    const register = await registerOf('id,name,parent\na,A,\n')
    const { codes } = await plan(register, 'id,name,parent,category\nb,B,a,\na,A,,closed\n')
    expect(codes).toEqual([[2, 'parent', 'closed']])
  })

  it('may turn a tree around in one file', async () => {
    const register = await registerOf('id,name,parent\na,A,\nb,B,a\n')
    expect((await plan(register, 'id,name,parent\na,A,b\nb,B,\n')).ids).toEqual(['b', 'a'])
  })

  it('say so when they turn in a circle, or hang from a row refused', async () => {
    const { codes, taken } = await plan(new Register(), 'id,name,parent\na,A,b\nb,B,c\nc,C,a\nd,D,c\ne,E,nowhere\nf,F,e\n')
    expect(taken).toBe(0)
    expect(codes).toEqual([
      [2, 'parent', 'cycle'],
      [3, 'parent', 'cycle'],
      [4, 'parent', 'cycle'],
      [5, 'parent', 'refers-to-refused'],
      [6, 'parent', 'unknown-entity'],
      [7, 'parent', 'refers-to-refused'],
    ])
  })

  it('in a chain of thousands, bottom first, cost one reading each', async () => {
    const rows = Array.from({ length: 20_000 }, (_, place) => `e${place},N${place},${place === 19_999 ? '' : `e${place + 1}`}`)
    expect((await plan(new Register(), `id,name,parent\n${rows.join('\n')}`)).taken).toBe(20_000)
  })
})

describe('what a file may not say twice', () => {
  it('a record', async () => {
    const { codes } = await plan(new Register(), 'id,name\na,A\na,A again\n')
    expect(codes).toEqual([[3, 'id', 'duplicate-row']])
  })

  it('what only one record may have, in the file or in the register', async () => {
    const register = await registerOf('id,name\na,A\n')
    expect((await plan(register, 'id,name\nb,A\nc,C\nd,C\n')).codes).toEqual([
      [2, 'name', 'duplicate-name'],
      [4, 'name', 'duplicate-name'],
    ])
    expect((await plan(register, 'id,name,category\na,A,school\n')).codes).toEqual([])
  })
})

describe('modes', () => {
  const bad = 'id,name,effective_from\na,A,2020-01-01\nb,B,2020-13-01\n'

  it('whole: one wrong row refuses the file', async () => {
    expect(await plan(new Register(), bad)).toMatchObject({ read: 2, taken: 0, ids: [], codes: [[3, 'effective_from', 'not-a-date']] })
  })

  it('rows: the others are taken', async () => {
    expect(await plan(new Register(), bad, 'rows')).toMatchObject({
      read: 2,
      taken: 1,
      ids: ['a'],
      codes: [[3, 'effective_from', 'not-a-date']],
    })
  })

  it('rows that change nothing are counted, and recorded no second time', async () => {
    const register = await registerOf('id,name\na,A\nb,B\n')
    expect(await plan(register, 'id,name\na,A\nb,New\n')).toMatchObject({ read: 2, taken: 1, unchanged: 1, ids: ['b'] })
  })
})

describe('cells', () => {
  it.each([
    ['a;b', 'A', 'id', 'not-an-id'],
    ['a|b', 'A', 'id', 'not-an-id'],
    ['"a\nb"', 'A', 'id', 'several-lines'],
    ['a', 'A\u2066B', 'name', 'hidden-characters'],
    ['a', 'A\u0000B', 'name', 'hidden-characters'],
  ])('%j, %j', async (id, name, column, code) => {
    const file = { rows: [{ row: 2, cells: { id: id.replaceAll('"', ''), name } }], problems: [], warnings: [] }
    expect(planImport(trialKind, file, new Register(), now, 'whole').report.refused).toMatchObject([{ row: 2, column, code }])
  })
})
