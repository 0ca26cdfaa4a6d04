import { describe, expect, it } from 'vitest'

import { delegation, passable, upTo } from '../../../kernel/authority/proof/example-facts.ts'
import { applyTemplate, templateOf, titleMatches, type Ground, type Seat } from './match-template.ts'
import type { TemplateLine } from './template-shapes.ts'

const line = (given: Partial<TemplateLine> = {}): TemplateLine => ({
  matter: 'award', recipient: { title: 'Procurement Officer', grade: null }, limits: [], share: null, mayExercise: true, depth: 0, months: null, conditions: null, ...given,
})
const seat = (id: string, title: string, grade: string | null, entity = 'mission'): Seat => ({ id, title, grade, entity, heads: false })
const held = delegation({ id: 'held', matter: 'award', holder: { kind: 'post', post: 'head' }, limits: upTo('200000'), subdelegation: passable(2) })
const ground = (given: Partial<Ground> = {}): Ground => ({
  entity: 'mission', held: [held], today: [], after: (months) => `in ${months} months`,
  seats: [seat('po-1', 'Procurement Officer', 'P-4'), seat('po-2', 'Procurement  officer', 'P-3'), seat('po-3', 'Procurement Officer', 'P-4', 'field-office'), seat('head', 'Head of Mission', 'USG')],
  ...given,
})

describe('a title', () => {
  it.each([
    ['Chief of Procurement', 'chief of  procurement', true], ['Chief of Procurement', 'Deputy Chief of Procurement', false],
    ['Chief of *', 'Chief of Finance and Budget', true], ['* Officer', 'Finance Officer', true], ['*Officer*', 'Senior Officer, Field', true],
    ['Chief*Budget', 'Chief of Finance', false], ['Head*ad', 'Head', false], ['مدير *', 'مدير دعم البعثة', true], ['*', 'Anything', true],
  ])('%s means %s: %s', (pattern, title, meant) => {
    expect(titleMatches(pattern, title)).toBe(meant)
  })
})

describe('a template laid over an entity', () => {
  it('proposes a line to every post meant, of the entity itself before units below', () => {
    const { lines, unmatched } = applyTemplate([line()], ground())
    expect(lines.map(({ recipient, parent, entities }) => [recipient.post, parent, entities])).toEqual([['po-1', 'held', ['mission']], ['po-2', 'held', ['mission']]])
    expect(unmatched).toEqual([])
    expect(applyTemplate([line()], ground({ seats: [seat('po-3', 'Procurement Officer', 'P-4', 'field-office')] })).lines.map(({ recipient }) => recipient.post)).toEqual(['po-3'])
  })

  it('takes the grade, the share, the length and what it replaces into account', () => {
    const today = [delegation({ id: 'before', matter: 'award', holder: { kind: 'post', post: 'po-1' } })]
    const [proposed] = applyTemplate([line({ recipient: { title: '*officer', grade: 'P-4' }, share: 25, months: 12, depth: 1 })], ground({ today })).lines
    expect(proposed).toMatchObject({ limits: upTo('50000'), until: 'in 12 months', replaces: 'before', recipient: { post: 'po-1' }, passOn: { depth: 1 } })
  })

  it('names what fits nobody, and what cannot be passed on', () => {
    const { lines, unmatched } = applyTemplate([line({ recipient: { title: 'Registrar', grade: null } }), line({ matter: 'travel' }), line({ recipient: { title: 'Head of Mission', grade: null } })], ground())
    expect(lines).toEqual([])
    expect(unmatched.map(({ number, why }) => [number, why])).toEqual([[1, 'no-post'], [2, 'not-held'], [3, 'no-post']])
  })
})

it('is kept from a scheme by title and grade, once for officers alike, without persons', () => {
  const seats = new Map(ground().seats.map((each) => [each.id, each]))
  const to = (id: string, holder: string) => delegation({ id, matter: 'award', holder: { kind: 'post', post: holder }, limits: upTo('500') })
  const person = delegation({ id: 'd', matter: 'award', holder: { kind: 'person', person: 'ana' } })
  const { lines, leftOut } = templateOf([to('a', 'po-1'), to('b', 'po-3'), to('c', 'po-2'), person], (post) => seats.get(post) ?? null)
  expect(lines.map(({ recipient: { title, grade } }) => [title, grade])).toEqual([['Procurement Officer', 'P-4'], ['Procurement  officer', 'P-3']])
  expect(leftOut).toBe(1)
})
