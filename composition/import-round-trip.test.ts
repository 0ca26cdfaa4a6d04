/** Any register that import can make comes back the same from its own export: every kind of record, every field of it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Fact, FactKind } from '../kernel/authority/model.ts'
import { Register } from '../kernel/authority/register.ts'
import { readFile, type FileFormat } from '../platform/imports/read-file.ts'
import { exportFile } from '../platform/imports/run-export.ts'
import { planImport } from '../platform/imports/run-import.ts'
import { importOrder } from './import-order.ts'
import { modules } from './modules.ts'
import { above, delegation, exercise, passedOn, ratification } from './random-records/decisions.ts'
import { framework, mapping, matter, rate } from './random-records/law.ts'
import {
  absence, arrangement, assignment, body, control, credential, entity, minute, partner, person, place, post, relation, role, roleMap, unitFact, waiver,
} from './random-records/organisation.ts'
import { span } from './random-records/values.ts'

const kinds = new Map(modules.flatMap((module) => module.imports).map((kind) => [kind.kind, kind]))
const factKinds: readonly FactKind[] = modules.flatMap((module) => module.tables).map(({ kind }) => kind)
const now = Date.parse('2026-11-24T10:00:00Z')

const facts: fc.Arbitrary<readonly Fact[]> = fc.tuple(
  framework('before', null, span), framework('frame', 'before'), matter('other', 'act', false), matter('act', 'other', true), matter('third', 'act', false, span),
  mapping('other', 'act'), mapping('act', null), mapping(null, 'other'), rate,
  entity('root', null), entity('below', 'root'), entity('aside', 'root', span), place('lake', null), place('shore', 'lake'), post('chief'), post('deputy'), post('spare', span),
  person('ana'), person('bo'), partner, assignment, credential, waiver, body('board'), body('panel', span), minute, unitFact, arrangement, control, relation, absence,
  delegation('one'), delegation('two'), above, passedOn, exercise('first'), exercise('second'), ratification('first'), role, roleMap,
)

/** By id: rows that name one another are taken together, after the others. */
const all = (register: Register): Fact[] =>
  factKinds.flatMap((kind) => [...register.facts(kind)].sort((a: Fact, b: Fact) => (a.id < b.id ? -1 : 1)))

async function imported(before: Register, format: FileFormat): Promise<Register> {
  const after = new Register()
  for (const name of importOrder) {
    const kind = kinds.get(name)!
    const file = await readFile(kind, await exportFile({ register: before, clock: { now: () => now } }, kind, format), format)
    const plan = planImport(kind, file, after, now, 'whole')
    expect({ name, refused: plan.report.refused, warnings: plan.report.warnings }).toEqual({ name, refused: [], warnings: [] })
    for (const fact of plan.facts.flat()) after.apply(fact, after.head + 1, now)
  }
  return after
}

const recorded = (given: readonly Fact[]): Register => {
  const register = new Register()
  given.forEach((fact, place) => register.apply(fact, place + 1, now))
  return register
}

describe('export, then import into an empty register', () => {
  it.each<[FileFormat, number]>([
    ['csv', 150],
    ['json', 80],
    ['xlsx', 12],
  ])(
    'gives the same facts (%s)',
    async (format, numRuns) => {
      await fc.assert(
        fc.asyncProperty(facts, async (given) => {
          const before = recorded(given)
          expect(all(await imported(before, format))).toEqual(all(before))
        }),
        { numRuns },
      )
    },
    120_000,
  )

  it('tries every kind there is, and no field of it only empty', () => {
    const seen = new Map<string, boolean>()
    for (const given of fc.sample(facts, { numRuns: 200, seed: 7 }))
      for (const fact of given)
        for (const [field, value] of Object.entries(fact)) {
          const name = `${fact.kind}.${field}`
          seen.set(name, (seen.get(name) ?? false) || !isEmpty(value))
        }
    expect(new Set([...seen.keys()].map((field) => field.split('.')[0]))).toEqual(new Set<string>(factKinds))
    expect([...seen].flatMap(([field, filled]) => (filled ? [] : [field])).sort()).toEqual(neverHeld)
  })
})

const isEmpty = (value: unknown): boolean => ['null', '[]', '{}', '""', 'false'].includes(JSON.stringify(value))

/** What happened once has no span: an act and a minute have their instant, a ratification its day. */
const neverHeld = ['exercise.effectiveFrom', 'exercise.effectiveTo', 'minute.effectiveFrom', 'minute.effectiveTo', 'ratification.effectiveTo']
