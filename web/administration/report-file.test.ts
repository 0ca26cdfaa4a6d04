import { expect, it } from 'vitest'

import { reportAsCsv } from './report-file.ts'
import { formatOf } from './send-file.ts'

const headings = ['Row', 'Column', 'Code', 'Problem', 'What to do'] as const
const report = {
  read: 3,
  taken: 0,
  unchanged: 0,
  number: null,
  warnings: [],
  refused: [
    { row: 3, column: 'name', code: 'missing', message: 'The "name" is empty.', remedy: 'Enter one.' },
    { row: 2, column: null, code: 'cycle', message: '=SUM(A1)', remedy: 'Take it out.' },
  ],
}

it('writes a line a problem, in the order of the rows, quoted', () => {
  expect(reportAsCsv(headings, report).split('\r\n')).toEqual([
    '\ufeff"Row","Column","Code","Problem","What to do"',
    '"2","","cycle","\'=SUM(A1)","Take it out."',
    '"3","name","missing","The ""name"" is empty.","Enter one."',
    '',
  ])
})

it('tells the format from the name', () => {
  expect(['a.CSV', 'b.xlsx', 'c.json', 'd', 'e.txt'].map(formatOf)).toEqual(['csv', 'xlsx', 'json', 'csv', 'csv'])
})
