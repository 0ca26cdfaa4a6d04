import { expect, test } from 'vitest'

import { blank, planOf, type Entered } from './reorganise-plan.ts'

const north = { kind: 'existing', entity: { id: 'north', name: 'North' } } as const
const fresh = { kind: 'new', id: ' coast ', name: ' Coast ' } as const
const entered = (more: Partial<Entered>): Entered => ({ entity: 'south', parent: 'office', way: 'merge', successors: [north], otherwise: 'moves', lines: {}, seats: {}, ...more })

test.each<[string, Partial<Entered>, object | null]>([
  ['a merger into what is there', {}, { ending: [{ entity: 'south', to: 'north' }], founded: [], otherwise: { fate: 'moves' } }],
  ['a successor not yet named', { successors: blank('merge') }, null],
  ['a new entity without a name', { successors: [north, { kind: 'new', id: 'coast', name: ' ' }] }, null],
  ['a split: the first takes the rest, the new one begins beside what ended', { way: 'split', successors: [fresh, north], seats: { 'post:clerk:2': 'north', 'post:gone': 'west' } }, {
    ending: [{ entity: 'south', to: 'coast' }], founded: [{ id: 'coast', name: 'Coast', parent: 'office', like: 'south' }], seats: [{ kind: 'post', id: 'clerk:2', to: 'north' }],
  }],
  ['a new entity with nothing to begin under', { parent: null, successors: [fresh] }, null],
  ['a closing: nothing moves', { way: 'close', successors: [], otherwise: 'moves' }, { ending: [{ entity: 'south', to: null }], otherwise: null }],
  ['a line that falls on no day yet', { lines: { a: { fate: 'falls-on', to: null, on: null } } }, null],
  ['a line sent where nothing goes any more goes with the rest', { lines: { a: { fate: 'moves', to: 'west', on: '2027-01-01' } } }, { lines: [{ delegation: 'a', fate: 'moves', to: null, on: null }] }],
])('%s', (_, given, expected) => {
  const plan = planOf(entered(given))
  if (expected === null) expect(plan).toBeNull()
  else expect(plan).toMatchObject(expected)
})
