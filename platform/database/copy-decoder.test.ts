import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { describeDatabases } from './conformance.ts'
import { decodeRow, type CopyType } from './copy-decoder.ts'
import { CopyMessages } from './copy-messages.ts'
import { CopyRows } from './copy-rows.ts'
import type { TestDatabase } from './test-database.ts'

const types: readonly CopyType[] = ['text', 'text[]', 'boolean', 'integer', 'bigint', 'numeric', 'timestamptz', 'jsonb']
const at = Date.UTC(1931, 1, 28, 23, 59, 59, 123)
const values = `SELECT * FROM (VALUES
  ('采"购', ARRAY['a', NULL, 'ж,{'], true, -7, 9007199254740991, 250000.0500, timestamptz '1931-02-28 23:59:59.123Z',
    '{"a": [1, null]}'::jsonb),
  ('', ARRAY[]::text[], false, 0, 0, 0.0000, '2200-01-01Z', 'null'),
  (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)) AS v`
const rows = [
  ['采"购', ['a', null, 'ж,{'], true, -7, 9007199254740991, '250000.0500', at, { a: [1, null] }],
  ['', [], false, 0, 0, '0.0000', Date.UTC(2200, 0, 1), null],
  [null, null, null, null, null, null, null, null],
]

describeDatabases('a binary copy', (open) => {
  let opened: TestDatabase
  beforeAll(async () => {
    opened = await open([])
  })
  afterAll(() => opened?.dispose())

  const decoded = async (select: string, as: readonly CopyType[] = types): Promise<unknown[][]> => {
    const found: unknown[][] = []
    const row = new CopyRows(as)
    await opened.db.transaction({ role: 'app', person: 'ann' }, (tx) => tx.copyOut(select, (...where) => {
      row.read(...where)
      found.push(decodeRow(row, as))
    }))
    return found
  }

  it('is decoded', async () => {
    expect(await decoded(values)).toEqual(rows)
    expect(await decoded('SELECT 1 WHERE false', ['integer'])).toEqual([])
  })

  it('comes whole, however many rows there are', async () => {
    const many = await decoded("SELECT n, repeat('x', (n % 5000)::integer) FROM generate_series(1, 20000) AS n", ['integer', 'text'])
    expect(many.length).toBe(20_000)
    expect(many.every(([n, text], place) => n === place + 1 && String(text).length === (place + 1) % 5000)).toBe(true)
  })

  it('says what is wrong with a query or a row, and leaves the connection in order', async () => {
    await expect(decoded('SELECT nothing')).rejects.toMatchObject({ code: '42703' })
    await expect(decoded('SELECT 1 / (n - 5000) FROM generate_series(1, 9000) AS n', ['integer'])).rejects.toMatchObject({ code: '22012' })
    await expect(decoded(values, ['text'])).rejects.toThrow('a row of 8 fields, not 1')
    expect(await decoded('SELECT 7', ['integer'])).toEqual([[7]])
  })

  it('keeps every decimal as it is written', async () => {
    const numbers = [
      '0', '-0.0001', '1', '9999', '10000', '10000.10', '99999999.9999', '-123456789012345.6789', '1000000000000', '0.00', '0.00010',
      '7.10000',
    ]
    const list = numbers.map((number) => `'${number}'`).join()
    const found = await decoded(`SELECT n::numeric FROM unnest(ARRAY[${list}]) WITH ORDINALITY AS u(n, place) ORDER BY place`, ['numeric'])
    expect(found.map(([number]) => number)).toEqual(numbers)
  })

})

const message = (letter: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(5)
  head.write(letter, 'latin1')
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}
const header = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)])
const trailer = message('d', Buffer.from([0xff, 0xff]))
const row = (text: string): Buffer => Buffer.concat([Buffer.from([0, 1]), Buffer.from(text)])

describe('the messages of a copy', () => {
  const shown = (pieces: readonly Buffer[]): { rows: string[]; over: number; messages: CopyMessages } => {
    const rows: string[] = []
    const messages = new CopyMessages((bytes, from, to) => rows.push(bytes.toString('utf8', from + 2, to)))
    let over = -1
    for (const piece of pieces) over = messages.push(piece)
    return { rows, over, messages }
  }
  const begun = [message('H', Buffer.alloc(3)), message('d', Buffer.concat([header, row('one')]))]

  it('are read in whatever pieces they arrive; what follows them is the connection\'s', () => {
    const texts = ['one', '', 'x'.repeat(10_000), 'three']
    const wire = Buffer.concat([...begun, ...texts.slice(1).flatMap((text) => [message('N', Buffer.from('notice')), message('d', row(text))]), trailer])
    fc.assert(fc.property(fc.array(fc.nat(wire.length), { maxLength: 40 }), (cuts) => {
      const edges = [0, ...[...cuts].sort((a, b) => a - b), wire.length]
      const { rows, over, messages } = shown(edges.slice(1).map((edge, place) => wire.subarray(edges[place], edge)))
      expect(rows).toEqual(texts)
      expect(over).toBe(-1)
      expect(messages.push(Buffer.concat([message('N', Buffer.alloc(7)), message('c', Buffer.alloc(0)), message('Z', Buffer.from('T'))]))).toBe(12)
      expect(() => messages.end()).not.toThrow()
    }))
  })

  it('are not taken for whole when they broke off, nor for a copy when they are none', () => {
    expect(() => shown(begun).messages.end()).toThrow('broke off')
    expect(() => shown([message('d', Buffer.alloc(64)), trailer]).messages.end()).toThrow('not a binary copy')
  })

  it('keep what a row was refused for, and show no more of them', () => {
    let seen = 0
    const messages = new CopyMessages(() => {
      seen++
      throw new Error('not this one')
    })
    expect(messages.push(Buffer.concat([...begun, message('d', row('two')), trailer]))).toBe(-1)
    expect(seen).toBe(1)
    expect(() => messages.end()).toThrow('not this one')
  })
})
