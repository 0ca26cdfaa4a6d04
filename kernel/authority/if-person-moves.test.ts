import { describe, expect, test } from 'vitest'

import { ifPersonMoves } from './if-person-moves.ts'
import { asked, assignment, delegation, entity, matter, ordinary, passable, person, post, recorded } from './proof/example-facts.ts'

const inPerson = { kind: 'person', person: 'amina' } as const
const facts = [
  ...ordinary,
  matter({ id: 'sign', name: 'Sign', prerequisites: [{ credential: 'training', onLapse: 'blocks-exercise' }] }),
  matter({ id: 'hire', name: 'Hire', contractKinds: ['permanent'] }),
  entity({ id: 'north', parent: 'organisation' }), entity({ id: 'south', parent: 'organisation' }),
  post({ id: 'top', grade: 'D-2' }), post({ id: 'here', entity: 'north', grade: 'P-5' }), post({ id: 'there', entity: 'south', grade: 'P-5' }), post({ id: 'aide', entity: 'north', grade: 'P-3' }),
  ...['amina', 'bilal', 'chen'].map(id => person({ id })),
  assignment({ person: 'amina', post: 'here', contract: 'fixed-term' }), assignment({ person: 'bilal', post: 'aide' }), assignment({ person: 'chen', post: 'top' }),
]
const open = delegation({ id: 'open', holder: { kind: 'post', post: 'top' }, mayExercise: false, subdelegation: passable(3) })
const northern = delegation({ id: 'northern', parent: 'open', holder: { kind: 'post', post: 'aide' }, mayExercise: false, subdelegation: passable(2, { ownEntityOnly: true }) })

/** Amina moves from a post in the north to one in the south. */
describe('if a person moves', () => {
  test.each<[string, readonly ReturnType<typeof delegation>[], object]>([
    ['what the post held stays with it, with what was passed on', [
      delegation({ id: 'a', holder: { kind: 'post', post: 'here' }, subdelegation: passable() }), delegation({ id: 'b', parent: 'a', holder: { kind: 'post', post: 'aide' } }),
    ], {
      loses: [{ delegation: 'a', vacant: true, below: 1, because: [] }], keeps: [], gains: [],
      uncovered: [{ matter: 'award', entity: 'organisation', persons: ['amina'], nobodyElse: false }],
    }],
    ['nobody else could decide it', [delegation({ id: 'a', holder: { kind: 'post', post: 'here' } })], {
      uncovered: [{ matter: 'award', entity: 'organisation', persons: ['amina'], nobodyElse: true }],
    }],
    ['but they could, from the other post', [delegation({ id: 'a', holder: { kind: 'post', post: 'here' } }), delegation({ id: 'b', holder: { kind: 'post', post: 'there' } })], {
      loses: [{ delegation: 'a' }], gains: [{ delegation: 'b', state: 'vacant', against: [] }], uncovered: [{ nobodyElse: false }],
    }],
    ['what is held in person goes along', [delegation({ id: 'a', holder: inPerson })], { loses: [], keeps: ['a'], gains: [], uncovered: [] }],
    ['what is held in person and in a post ends for them', [delegation({ id: 'a', holder: { kind: 'person-in-post', person: 'amina', post: 'here' } })], { loses: [{ delegation: 'a', vacant: true }], keeps: [] }],
    ['a class follows grade and unit', [
      delegation({ id: 'a', holder: { kind: 'class', grade: 'P-5', entity: 'north' } }), delegation({ id: 'b', holder: { kind: 'class', grade: 'P-5', entity: 'south' } }),
      delegation({ id: 'c', holder: { kind: 'class', grade: 'P-5', entity: 'organisation' } }),
    ], { loses: [{ delegation: 'a' }], keeps: ['c'], gains: [{ delegation: 'b' }] }],
    ['a joint seat is taken up', [delegation({ id: 'a', holder: { kind: 'joint', posts: ['there', 'top'], needed: 2 } })], { gains: [{ delegation: 'a' }] }],
    ['training and contract stand against what they would hold', [
      delegation({ id: 'a', matter: 'sign', holder: { kind: 'post', post: 'there' } }), delegation({ id: 'b', matter: 'hire', holder: { kind: 'post', post: 'there' } }),
    ], { gains: [
      { delegation: 'b', against: [{ code: 'contract-kind', kinds: ['permanent'] }] }, { delegation: 'a', against: [{ code: 'prerequisite-missing', credential: 'training' }] },
    ] }],
    ['what ended is not gained', [delegation({ id: 'a', holder: { kind: 'post', post: 'there' }, endedAt: 1, endReason: 'revoked' })], { gains: [] }],
    ['what only the own entity may receive does not go along', [open, northern, delegation({ id: 'a', parent: 'northern', holder: inPerson })], {
      loses: [{ delegation: 'a', because: [{ code: 'recipient-scope', needs: 'own-entity' }] }], keeps: [],
    }],
    ['what was received without being fit for it fits again', [
      open, delegation({ id: 'southern', parent: 'open', holder: { kind: 'post', post: 'there' }, mayExercise: false, subdelegation: passable(2, { ownEntityOnly: true }) }),
      delegation({ id: 'a', parent: 'southern', holder: inPerson }),
    ], { keeps: [], gains: [{ delegation: 'a', state: 'invalid', against: [] }, { delegation: 'southern' }] }],
    ['what they passed on in person to their own entity no longer fits', [
      open, delegation({ id: 'a', parent: 'open', holder: inPerson, subdelegation: passable(1, { ownEntityOnly: true }) }), delegation({ id: 'b', parent: 'a', holder: { kind: 'post', post: 'aide' } }),
    ], { keeps: ['a'], unfit: [{ delegation: 'b', because: [{ code: 'recipient-scope' }] }] }],
  ])('%s', (_, lines, expected) => {
    const register = recorded([...facts, ...lines])
    expect(ifPersonMoves(register, 'amina', 'there', asked(register, '2021-06-01'))).toMatchObject(expected)
  })

  test.each([['nobody', 'there'], ['amina', 'nowhere']])('%s to %s: nothing to tell', (who, to) => {
    const register = recorded([...facts, delegation({ id: 'a', holder: inPerson })])
    expect(ifPersonMoves(register, who, to, asked(register, '2021-06-01'))).toEqual({ loses: [], keeps: [], gains: [], unfit: [], uncovered: [] })
  })
})
