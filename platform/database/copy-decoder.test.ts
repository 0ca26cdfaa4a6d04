import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { describeDatabases } from './conformance.ts'
import { CopyDecoder, type CopyType } from './copy-decoder.ts'
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

  const copied = (select: string): Promise<Buffer> => opened.db.transaction({ role: 'app', person: 'ann' }, async (tx) => {
    const pieces: Buffer[] = []
    for await (const piece of await tx.copyOut(select)) pieces.push(piece as Buffer)
    return Buffer.concat(pieces)
  })
  const decoded = (bytes: Buffer, cuts: readonly number[], as: readonly CopyType[] = types): unknown[][] => {
    const decoder = new CopyDecoder(as)
    const edges = [0, ...[...cuts].map((cut) => cut % bytes.length).sort((a, b) => a - b), bytes.length]
    const found = edges.slice(1).flatMap((edge, i) => decoder.push(bytes.subarray(edges[i], edge)))
    decoder.end()
    return found
  }

  it('is decoded, in whatever pieces it arrives', async () => {
    const bytes = await copied(values)
    fc.assert(fc.property(fc.array(fc.nat(), { maxLength: 40 }), (cuts) => {
      expect(decoded(bytes, cuts)).toEqual(rows)
    }))
  })

  it('keeps every decimal as it is written', async () => {
    const numbers = [
      '0', '-0.0001', '1', '9999', '10000', '10000.10', '99999999.9999', '-123456789012345.6789', '1000000000000', '0.00', '0.00010',
      '7.10000',
    ]
    const list = numbers.map((number) => `'${number}'`).join()
    const bytes = await copied(`SELECT n::numeric FROM unnest(ARRAY[${list}]) WITH ORDINALITY AS u(n, place) ORDER BY place`)
    expect(decoded(bytes, [], ['numeric']).map(([number]) => number)).toEqual(numbers)
  })

  it('is not taken for whole when it broke off', async () => {
    const bytes = await copied(values)
    const decoder = new CopyDecoder(types)
    decoder.push(bytes.subarray(0, bytes.length - 2))
    expect(() => decoder.end()).toThrow('broke off')
    expect(() => new CopyDecoder(types).push(Buffer.alloc(64))).toThrow('not a binary copy')
    expect(() => new CopyDecoder(['text']).push(bytes)).toThrow('fields')
  })
})
