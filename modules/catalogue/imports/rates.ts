/** `rates`: what one unit of a currency is worth in another, from a day on. */
import { Cells } from '../../../platform/imports/cells.ts'
import type { ImportKind } from '../../../platform/imports/import-kind.ts'
import { firstDay, lastDay } from '../../../platform/imports/written.ts'
import { dateOf } from '../../../kernel/time/instants.ts'

const rateForm = /^\d{1,15}(?:\.\d{1,10})?$/

function rateOf(cells: Cells): string {
  const text = cells.needed('rate', 40)
  if (text === '') return text
  const remedy = 'Write digits and a point, greater than 0, at most 15 before the point and 10 after it, for example 1.0834.'
  if (!rateForm.test(text)) cells.wrong('rate', 'not-a-rate', `"${text}" is not a rate.`, remedy)
  else if (/^[0.]+$/.test(text)) cells.wrong('rate', 'not-a-rate', 'A rate of nothing would make every amount nothing.', remedy)
  return text
}

export const ratesKind: ImportKind = {
  kind: 'rates',
  about: 'Rates of exchange by date: a limit in one currency is held against an amount in another at the rate of the day.',
  columns: [
    { name: 'id', required: false, about: 'Identity; empty = made of the two currencies and the first day.', example: '' },
    { name: 'from', required: true, about: 'Currency of which one unit is worth so much.', example: 'EUR', aliases: ['from_currency'] },
    { name: 'to', required: true, about: 'Currency in which it is worth so much.', example: 'USD', aliases: ['to_currency'] },
    { name: 'rate', required: true, about: 'How much, up to 10 digits after the point.', example: '1.0834' },
    { name: 'effective_from', required: true, about: 'First day.', example: '2026-01-01', aliases: ['date', 'day'] },
    { name: 'effective_to', required: false, about: 'Last day, inclusive; empty = until the next rate.', example: '', aliases: ['until'] },
  ],
  onlyOnce: {
    column: 'effective_from',
    code: 'duplicate-rate',
    of: (fact) => (fact.kind === 'rate' ? `The rate of ${fact.from} in ${fact.to} from ${new Date(fact.effectiveFrom ?? 0).toISOString()} on` : null),
  },
  read: (row, world) => {
    const cells = new Cells(row, world)
    const [from, to] = [cells.currency('from') ?? '', cells.currency('to') ?? '']
    for (const column of ['from', 'to', 'effective_from'])
      if (!cells.has(column)) cells.wrong(column, 'missing', `${column} is empty.`, `Fill in ${column}.`)
    if (from !== '' && from === to) cells.wrong('to', 'same-currency', 'A currency has no rate in itself.', 'Write another currency.')
    const rate = rateOf(cells)
    const { effectiveFrom, effectiveTo } = cells.span()
    const id = cells.has('id') ? cells.id() : `${from}/${to}/${effectiveFrom === null ? '' : dateOf(effectiveFrom, world.zone)}`
    return cells.result(() => [{ kind: 'rate', id, from, to, rate, effectiveFrom, effectiveTo }])
  },
  write: function* (world) {
    for (const fact of world.all('rate')) {
      yield {
        id: fact.id,
        from: fact.from,
        to: fact.to,
        rate: fact.rate,
        effective_from: firstDay(fact.effectiveFrom, world.zone),
        effective_to: lastDay(fact.effectiveTo, world.zone),
      }
    }
  },
}
