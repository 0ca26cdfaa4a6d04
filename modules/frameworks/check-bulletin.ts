/** What stands against promulgating a bulletin, all of it; pure. The live list on its page and the signature ask the same. */
import type { FrameworkFact, Instant, MatterFact } from '../../kernel/authority/model.ts'
import { dateOf } from '../../kernel/time/instants.ts'
import { differences, looserIn, type Compared } from './compare-matters.ts'
import { carries, type Bulletin, type BulletinMapping } from './model.ts'

export const faultCodes = [
  'id-taken', 'transition-running', 'date-missing', 'date-past', 'dates-reversed', 'grade-twice', 'grade-missing', 'grades-reordered', 'no-matters',
  'matter-id-taken', 'matter-unmapped', 'new-matter-unmapped', 'mapping-unknown', 'mapping-one-sided', 'mapped-twice', 'not-identical', 'not-narrower',
  'reissue-not-carried', 'comments-open',
] as const

export interface BulletinFault {
  readonly code: (typeof faultCodes)[number]
  /** `stops` a signature, or only `warns`. */
  readonly weight: 'stops' | 'warns'
  /** Matter, grade or field it is about. */
  readonly about: string | null
  readonly fields: readonly Compared[]
}

export interface BulletinSurroundings {
  readonly now: Instant
  readonly before: FrameworkFact
  readonly oldMatters: readonly MatterFact[]
  /** Ids of frameworks and matters the register has. */
  readonly taken: { readonly framework: (id: string) => boolean; readonly matter: (id: string) => boolean }
  readonly openComments: number
}

type Rule = (bulletin: Bulletin, surroundings: BulletinSurroundings) => readonly BulletinFault[]

const stops = (code: BulletinFault['code'], about: string | null = null, fields: readonly Compared[] = []): BulletinFault =>
  ({ code, weight: 'stops', about, fields })

export const newIdsOf = (mappings: readonly BulletinMapping[]): ReadonlyMap<string, string> =>
  new Map(mappings.flatMap(({ from, to }) => (from !== null && to !== null ? [[from, to] as const] : [])))

const idsFree: Rule = ({ id, matters }, { taken }) => [
  ...(taken.framework(id) ? [stops('id-taken', id)] : []),
  ...matters.filter((matter) => taken.matter(matter.id)).map((matter) => stops('matter-id-taken', matter.id)),
]

const oneAtATime: Rule = (_bulletin, { before, now }) =>
  before.transitionTo !== null && before.transitionTo > now ? [stops('transition-running', before.id)] : []

const datesInOrder: Rule = ({ terms: { first, until } }, { before, now }) => {
  const missing = [...(first === null ? [stops('date-missing', 'first')] : []), ...(until === null ? [stops('date-missing', 'until')] : [])]
  if (first === null || until === null) return missing
  return [
    ...(first < dateOf(now, before.zone) ? [stops('date-past', 'first')] : []),
    ...(until < first ? [stops('dates-reversed', 'until')] : []),
  ]
}

/** Limits of delegations name grades: those there are stay, in their order; new ones may stand between them. */
const gradesKept: Rule = ({ terms: { grades } }, { before }) => {
  const twice = grades.filter((grade, index) => grades.indexOf(grade) !== index).map((grade) => stops('grade-twice', grade))
  const missing = before.grades.filter((grade) => !grades.includes(grade)).map((grade) => stops('grade-missing', grade))
  const kept = grades.filter((grade, index) => before.grades.includes(grade) && grades.indexOf(grade) === index)
  const order = before.grades.filter((grade) => grades.includes(grade))
  const reordered = order.find((grade, index) => kept[index] !== grade)
  return [...twice, ...missing, ...(reordered === undefined ? [] : [stops('grades-reordered', reordered)])]
}

const everyMatterMapped: Rule = ({ matters, mappings }, { oldMatters }) => [
  ...(matters.length === 0 ? [stops('no-matters')] : []),
  ...oldMatters.filter(({ id }) => !mappings.some(({ from }) => from === id)).map(({ id }) => stops('matter-unmapped', id)),
  ...matters.filter(({ id }) => !mappings.some(({ to }) => to === id)).map(({ id }) => stops('new-matter-unmapped', id)),
]

const mappingsReadable: Rule = ({ matters, mappings }, { oldMatters }) => {
  const old = new Set(oldMatters.map(({ id }) => id))
  const fresh = new Set(matters.map(({ id }) => id))
  const carried = mappings.flatMap(({ from, how }) => (from !== null && carries(how) ? [from] : []))
  return [
    ...mappings.flatMap(({ from, to, how }) => {
      const oneSided = (how === 'dropped') !== (to === null) || (how === 'new') !== (from === null)
      const unknown = [...(from !== null && !old.has(from) ? [from] : []), ...(to !== null && !fresh.has(to) ? [to] : [])]
      return [...(oneSided ? [stops('mapping-one-sided', from ?? to)] : []), ...unknown.map((id) => stops('mapping-unknown', id))]
    }),
    ...carried.filter((from, index) => carried.indexOf(from) !== index).map((from) => stops('mapped-twice', from)),
  ]
}

/** What is called identical says the same law; what is called narrower asks nowhere less. */
const mappingsTrue: Rule = ({ matters, mappings }, { oldMatters }) => {
  const ids = newIdsOf(mappings)
  return mappings.flatMap(({ from, to, how }) => {
    const before = oldMatters.find(({ id }) => id === from)
    const after = matters.find(({ id }) => id === to)
    if (!before || !after) return []
    const fields = how === 'identical' ? differences(before, after, ids) : how === 'narrower' ? looserIn(before, after, ids) : []
    return fields.length === 0 ? [] : [stops(how === 'identical' ? 'not-identical' : 'not-narrower', before.id, fields)]
  })
}

const reissuedAreCarried: Rule = ({ reissue, mappings }) =>
  reissue.filter((matter) => !mappings.some(({ from, how }) => from === matter && carries(how))).map((matter) => stops('reissue-not-carried', matter))

const commentsAnswered: Rule = (_bulletin, { openComments }) =>
  openComments > 0 ? [{ code: 'comments-open', weight: 'warns', about: String(openComments), fields: [] }] : []

const rules: readonly Rule[] = [
  idsFree, oneAtATime, datesInOrder, gradesKept, everyMatterMapped, mappingsReadable, mappingsTrue, reissuedAreCarried, commentsAnswered,
]

export const checkBulletin = (bulletin: Bulletin, surroundings: BulletinSurroundings): readonly BulletinFault[] =>
  rules.flatMap((rule) => rule(bulletin, surroundings))
