/** Files as people and attackers send them. */
import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

import { openArchive, storedArchive, type ArchiveEntry } from './open-archive.ts'
import { readFile, type FileFormat } from './read-file.ts'
import { trialKind } from './trial-kind.ts'

const read = (bytes: Buffer | string, format: FileFormat = 'csv', mapping?: string) =>
  readFile(trialKind, Buffer.from(bytes), format, mapping)
const cells = async (...given: Parameters<typeof read>) => (await read(...given)).rows.map((row) => row.cells)
const codes = async (...given: Parameters<typeof read>) => (await read(...given)).problems.map(({ code }) => code)

const two = [
  { id: 'a', name: 'Ana' },
  { id: 'b', name: 'Bo' },
]

describe('CSV', () => {
  it.each([
    ['line feeds', 'id,name\na,Ana\nb,Bo\n'],
    ['mixed line ends', 'id,name\r\na,Ana\nb,Bo\r'],
    ['carriage returns alone', 'id,name\ra,Ana\rb,Bo'],
    ['semicolons and a byte order mark', '\ufeffid;name\na;Ana\nb;Bo'],
    ['tabs', 'id\tname\na\tAna\nb\tBo\n'],
    ['headings written otherwise', ' ID , Title\na,Ana\nb,Bo'],
    ['empty rows and cells', 'id,name,parent\n\na, Ana ,\n,,\nb,Bo'],
    ['a separator in quotes of the heading', '"id",name,";;;;"\na,Ana,\nb,Bo,'],
  ])('%s', async (_name, text) => expect(await cells(text)).toEqual(two))

  it('counts rows as a spreadsheet shows them', async () => {
    const { rows } = await read('id,name\n\na,"Ana\nof two lines"\n\nb,Bo')
    expect(rows.map(({ row }) => row)).toEqual([3, 5])
  })

  it.each([
    ['nmae', 'name'],
    ['Catgory', 'category'],
    ['effective from date', 'effective_from'],
  ])('names the column nearest to %s', async (heading, column) => {
    const { warnings } = await read(`id,name,${heading}\na,Ana,x`)
    expect(warnings).toMatchObject([{ row: 1, column: heading, code: 'unknown-column', remedy: `Did you mean ${column}?` }])
  })

  it('refuses what is too large', async () => {
    expect(await codes(`id,name\n${'a,b\n'.repeat(200_001)}`)).toEqual(['too-many-rows'])
    expect(await codes(`id,name\na,${'x'.repeat(20_001)}`)).toEqual(['too-long'])
    expect(await codes(Buffer.alloc(50 * 1024 * 1024 + 1, 'a'))).toEqual(['too-large'])
  })
})

describe('JSON', () => {
  it('reads lists of objects, lists in cells, yes and no', async () => {
    expect(await cells(JSON.stringify([{ id: 1, Name: true, category: ['x', 2] }]), 'json')).toEqual([
      { id: '1', name: 'yes', category: 'x;2' },
    ])
  })

  it.each([
    ['not UTF-8', Buffer.from('[{"id":"a","name":"Jos\xe9"}]', 'latin1'), 'wrong-encoding'],
    ['nested too deeply', `[{"id":${'['.repeat(200_000)}${']'.repeat(200_000)}}]`, 'broken-json'],
    ['broken', '[{"id":', 'broken-json'],
    ['no list', '{"id":"a"}', 'no-list'],
    ['no objects', '[1]', 'not-an-object'],
    ['one column by two keys', '[{"name":"a","title":"b"}]', 'duplicate-column'],
  ])('%s', async (_name, bytes, code) => expect(await codes(bytes, 'json')).toEqual([code]))

  const mapped = (columns: object, more: object = {}) => JSON.stringify({ rows: 'data.list', columns, ...more })
  const foreign = JSON.stringify({
    data: {
      list: [
        { code: 'A B', kind: 'constructor', in: ['x'] },
        { long: 'Économie', kind: 'k', in: [] },
        { code: 'C', kind: 'out' },
      ],
    },
  })

  it('maps foreign fields: first that is filled, slugs, values, cases, constants, rows kept', async () => {
    const mapping = mapped(
      {
        id: { path: ['code', 'long'], as: 'slug' },
        name: { path: 'kind', values: { k: 'K' } },
        parent: { path: 'in.0', otherwise: 'none' },
        category: { cases: [{ when: { kind: ['k'] }, value: 'yes' }], otherwise: 'no' },
      },
      { keep: { kind: ['k', 'constructor'] } },
    )
    expect(await cells(foreign, 'json', mapping)).toEqual([
      { id: 'a-b', name: 'constructor', parent: 'x', category: 'no' },
      { id: 'economie', name: 'K', parent: 'none', category: 'yes' },
    ])
  })

  it.each([
    ['a mapping that is no JSON', 'rows: x'],
    ['a column that is not there', mapped({ colour: { constant: 'red' } })],
    ['an unknown way to map', mapped({ id: { lookup: 'x' } })],
  ])('%s', async (_name, mapping) => expect(await codes(foreign, 'json', mapping)).toEqual(['wrong-mapping']))
})

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships'
const entry = (name: string, text: string): ArchiveEntry => ({ name, bytes: Buffer.from(text), checksum: crc32(text) })
const text = (place: string, value: string) => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`
const workbook = (sheet: string) => [
  entry(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ),
  entry(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${packaged}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  ),
  entry(
    'xl/worksheets/sheet1.xml',
    `<worksheet xmlns="${main}"><sheetData><row r="1">${text('A1', 'id')}${text('B1', 'name')}</row>${sheet}</sheetData></worksheet>`,
  ),
]

/** An archive of one deflated entry whose directory says it unpacks to almost nothing. */
function bomb(megabytes: number): Buffer {
  const packed = deflateRawSync(Buffer.alloc(megabytes * 1024 * 1024, ' '))
  const archive = storedArchive([{ name: 'xl/worksheets/sheet1.xml', bytes: packed, checksum: 0 }])
  archive.writeUInt16LE(8, archive.indexOf('PK\u0001\u0002', 0, 'latin1') + 10)
  return archive
}

describe('XLSX', () => {
  it('reads the first sheet', async () => {
    const sheet = `<row r="2">${text('A2', 'a')}${text('B2', 'Ana')}</row><row r="4">${text('A4', 'b')}${text('B4', 'Bo')}</row>`
    const { rows } = await read(storedArchive(workbook(sheet)), 'xlsx')
    expect(rows).toEqual([
      { row: 2, cells: two[0] },
      { row: 4, cells: two[1] },
    ])
  })

  it('refuses a cell so far out that the sheet up to it could not be held', async () => {
    expect(await codes(storedArchive(workbook(`<row r="1048576">${text('XFD1048576', 'x')}</row>`)), 'xlsx')).toEqual(['far-cell'])
    expect(await codes(storedArchive(workbook(`<row r="2">${text('ZZZZZZZ2', 'x')}</row>`)), 'xlsx')).toEqual(['far-cell'])
  })

  it('stops unpacking at the limit, whatever the archive says of itself', () => {
    const archive = bomb(64)
    expect(archive.length).toBeLessThan(100_000)
    expect(() => openArchive(archive, () => true, 1024 * 1024)).toThrow(expect.objectContaining({ code: 'too-large' }))
  })

  it.each([
    ['text', 'id,name\na,Ana', 'not-a-spreadsheet'],
    ['an archive cut off', storedArchive(workbook('')).subarray(0, 300), 'broken-spreadsheet'],
    ['an archive of something else', storedArchive([entry('readme.xml', '<a/>')]), 'broken-spreadsheet'],
    ['an archive that points outside itself', Buffer.concat([Buffer.from('PK\u0005\u0006'), Buffer.alloc(18, 0xee)]), 'broken-spreadsheet'],
  ])('%s', async (_name, bytes, code) => expect(await codes(bytes, 'xlsx')).toEqual([code]))
})
