/** Bad files, by the real kinds: refused with row, column, code and remedy. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { Register } from '../kernel/authority/register.ts'
import type { FileFormat } from '../platform/imports/read-file.ts'
import { folder, kinds, plan } from './import-trial.ts'

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
    ['organisation', 'a place in no place', 'type,id,name,parent\nplace,a,A,b\n', 'unknown-place', 2, 'parent'],
    ['rates', 'a rate of nothing', 'from,to,rate,effective_from\nEUR,USD,0.00,2026-01-01\n', 'not-a-rate', 2, 'rate'],
    ['rates', 'a negative rate', 'from,to,rate,effective_from\nEUR,USD,-1.1,2026-01-01\n', 'not-a-rate', 2, 'rate'],
    ['rates', 'no currency', 'from,to,rate,effective_from\nEUR,EURO,1.1,2026-01-01\n', 'unknown-currency', 2, 'to'],
    ['rates', 'a currency in itself', 'from,to,rate,effective_from\nEUR,EUR,1,2026-01-01\n', 'same-currency', 2, 'to'],
    ['rates', 'two on a day', 'id,from,to,rate,effective_from\na,EUR,USD,1.1,2026-01-01\nb,EUR,USD,1.2,2026-01-01\n', 'duplicate-rate', 3, 'effective_from'],
    ['rates', 'no day', 'from,to,rate,effective_from\nEUR,USD,1.1,\n', 'missing', 2, 'effective_from'],
    ['relations', 'a stranger', 'person,other,relation\na,b,spouse\n', 'unknown-person', 2, 'person'],
    ['roles', 'no system', 'system,role,person\n,R,a\n', 'missing', 2, 'system'],
    ['roles', 'a map to no matter', 'type,system,role,matter\nmap,erp,R,m\n', 'unknown-matter', 2, 'matter'],
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
    [{ class_grade: 'P-3', class_entity: 'harbour-north' }, 'two-holders', 'class_grade'],
    [{ person: '', joint_posts: 'harbour.director' }, 'not-several', 'joint_posts'],
    [{ person: '', joint_posts: 'harbour.director;harbour-north.head', joint_needed: '3' }, 'not-a-count', 'joint_needed'],
    [{ person: '', class_grade: 'Z-9', class_entity: 'harbour-north' }, 'unknown-grade', 'class_grade'],
    [{ places: 'atlantis' }, 'unknown-place', 'places'],
    [{ dates_from: '2026-02-01', dates_to: '2026-01-01' }, 'dates-reversed', 'dates_to'],
    [{ stated: 'match-amount' }, 'unreadable', 'stated'],
    [{ suspensions: '2026-02-01/2026-01-01' }, 'dates-reversed', 'suspensions'],
    [{ suspensions: 'last year' }, 'unreadable', 'suspensions'],
    [{ emergency_days: '30' }, 'missing', 'emergency_trigger'],
    [{ emergency_trigger: 'storm', emergency_declared: '2026-01-01/' }, 'missing', 'emergency_declared'],
    [{ cites: 'manual as of 2026-02-30' }, 'not-a-date', 'cites'],
    [{ ended_on: '2026-12-24' }, 'missing', 'end_reason'],
    [{ parent: 'harbour-2.1', up_to: '10' }, 'never-wider', null],
  ] as [Record<string, string>, string, string | null][])('delegations: %j', async (given, code, column) => {
    const register = await folder('docs/import')
    const { report, facts } = await plan(register, 'delegations', line(given))
    expect(report.refused.map((each) => each.code)).toContain(code)
    if (column !== null) expect(report.refused.find((each) => each.code === code)).toMatchObject({ row: 2, column })
    expect(facts).toEqual([])
  })

  it.each<[string, string, string, string]>([
    ['catalogue', 'unknown-post', 'advisers', 'id,name,framework,advisers\nm,M,harbour-rules,nobody\n'],
    ['catalogue', 'unknown-post', 'preconditions', 'id,name,framework,preconditions\nm,M,harbour-rules,advice:a:by nobody\n'],
    ['catalogue', 'no-threshold', 'preconditions', 'id,name,framework,preconditions\nm,M,harbour-rules,advice:a:on contract\n'],
    ['catalogue', 'unreadable', 'preconditions', 'id,name,framework,preconditions\nm,M,harbour-rules,advice:a:over XQX 5\n'],
    ['catalogue', 'does-not-fit', 'preconditions', 'id,name,framework,preconditions\nm,M,harbour-rules,"[{""kind"":""advice""}]"\n'],
    ['catalogue', 'unknown-post', 'obligations', 'id,name,framework,obligations\nm,M,harbour-rules,report:tells nobody\n'],
    ['catalogue', 'same-matter', 'incompatible', 'id,name,framework,incompatible\nm,M,harbour-rules,m:case\n'],
    ['catalogue', 'unknown-matter', 'incompatible', 'id,name,framework,incompatible\nm,M,harbour-rules,n:case\n'],
    ['catalogue', 'not-a-choice', 'authentic', 'id,name,framework,authentic\nm,M,harbour-rules,tlh\n'],
    ['catalogue', 'not-a-count', 'year_begins', 'type,id,name,year_begins\nframework,f,F,13\n'],
    ['catalogue', 'missing', 'supersedes', 'type,id,name,transition_to\nframework,f,F,2026-01-01\n'],
    ['catalogue', 'unknown-matter', 'to', 'type,id,name,to,how\nmapping,,,nothing,identical\n'],
    ['catalogue', 'duplicate-mapping', 'to', 'type,id,name,from,to,how\nmapping,x,,buy-2015,award-contract,identical\n'],
    ['assignments', 'unknown-matter', 'excludes', 'person,post,effective_from,excludes\nli-wenjun,harbour.director,2026-01-01,nothing\n'],
    ['bodies', 'unknown-post', 'members', 'id,name,entity,members\nb,B,harbour,nobody\n'],
    ['bodies', 'twice', 'present', 'type,id,body,matter,held_on,present\nminute,x,harbour-contracts-committee,award-contract,2026-01-01,li-wenjun;li-wenjun\n'],
    ['credentials', 'missing', 'effective_to', 'type,person,credential,granted_by,reason\nwaiver,li-wenjun,x,ada-nkemelu,r\n'],
    ['credentials', 'own-waiver', 'granted_by', 'type,person,credential,granted_by,reason,effective_to\nwaiver,li-wenjun,x,li-wenjun,r,2026-01-01\n'],
    ['facts', 'overlapping', 'effective_from', 'entity,key,value\nharbour-north,small-office,false\n'],
    ['facts', 'not-a-pair', 'matters', 'type,entity,matters,owner,description,effective_to\ncontrol,harbour,award-contract,li-wenjun,d,2026-12-31\n'],
    ['facts', 'same-entity', 'provider', 'type,entity,provider,matters\narrangement,harbour,harbour,award-contract\n'],
    ['relations', 'self-relation', 'other', 'person,other,relation\nli-wenjun,li-wenjun,self\n'],
    ['absences', 'dates-reversed', 'effective_to', 'person,effective_from,effective_to\nli-wenjun,2026-02-01,2026-01-01\n'],
    ['acts', 'in-the-future', 'decided_on', 'id,person,matter,decided_on\nx,li-wenjun,award-contract,2027-01-01\n'],
    ['acts', 'missing', 'currency', 'id,person,matter,decided_on,amount\nx,li-wenjun,award-contract,2026-01-01,5\n'],
    ['acts', 'two-deciders', 'body', 'id,person,body,matter,decided_on\nx,li-wenjun,harbour-contracts-committee,award-contract,2026-01-01\n'],
    ['acts', 'unreadable', 'facts', 'id,person,matter,decided_on,facts\nx,li-wenjun,award-contract,2026-01-01,tender\n'],
    ['acts', 'own-act', 'person', 'type,id,ratifies,person,delegation,what,decided_on\nratification,x,PO-2026-0117,sami-qasimi,harbour-1.1,w,2026-05-01\n'],
    ['acts', 'dates-reversed', 'decided_on', 'type,id,ratifies,person,delegation,what,decided_on\nratification,x,PO-2026-0117,li-wenjun,harbour-1.1,w,2026-01-01\n'],
    ['roles', 'unknown-person', 'person', 'system,role,person\nerp,R,nobody\n'],
    ['absences', 'missing', 'effective_from', 'person,effective_from\nli-wenjun,\n'],
  ])('%s: %s in %s', async (kind, code, column, text) => {
    const { report, facts } = await plan(await folder('docs/import'), kind, text)
    expect(report.refused.find((each) => each.code === code)).toMatchObject({ row: 2, column })
    expect(report.refused.every(({ remedy }) => remedy.length > 5)).toBe(true)
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
