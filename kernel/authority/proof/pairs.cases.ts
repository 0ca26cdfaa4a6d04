/** What does not keep two matters apart, though it looks as if (rule 17): other pairs, other places, other controls, laws no longer in force. */
import type { Case } from './authority.cases.ts'
import { assignment, control, delegation, entity, exercise, matter, on } from './example-facts.ts'
import type { Fact } from '../model.ts'

const chen = { kind: 'person', person: 'chen' } as const
const awards = (entities: readonly string[] = ['department']): Fact => delegation({ id: 'awards', holder: chen, entities })
const pays = (entities: readonly string[] = ['department']): Fact => delegation({ id: 'pays', holder: chen, matter: 'ex-gratia', entities })
const asks = { person: 'chen', matter: 'award', entity: 'section' }
const yes = { answer: 'permitted', reasons: [] } as const
const no = { answer: 'refused', reasons: ['incompatible-exercise'] } as const
const byEntity = matter({ id: 'award', rules: 'financial', incompatible: [{ matter: 'ex-gratia', scope: 'entity' }] })
const byCase = matter({ id: 'award', rules: 'financial', incompatible: [{ matter: 'ex-gratia', scope: 'case' }] })
const paid = exercise({ id: 'paid', person: 'chen', matter: 'ex-gratia', case: 'c-7', decidedAt: on('2020-05-01') })

export const pairCases: readonly Case[] = [
  {
    rule: 'incompatible-exercise',
    source: 'DESIGN §3.1 rule 17: each pair as the catalogue says',
    says: 'that a matter is kept apart from a third, in an entity, says nothing of this one',
    facts: [
      matter({
        id: 'ex-gratia', rules: 'staff',
        incompatible: [{ matter: 'special-post-allowance', scope: 'entity' }, { matter: 'award', scope: 'case' }],
      }),
      awards(), pays(), paid,
    ],
    questions: [
      { asks, on: '2020-06-01', ...yes },
      { asks: { ...asks, case: 'c-7' }, on: '2020-06-01', ...no },
    ],
  },
  {
    rule: 'incompatible-exercise',
    source: 'DESIGN §3.1 rule 17: held to exercise together in an entity',
    says: 'one entity in common is enough, whichever of the two reaches further',
    facts: [
      byEntity, entity({ id: 'mission', parent: 'organisation' }), entity({ id: 'office', parent: 'organisation' }),
      awards(['section', 'mission']), pays(['department', 'office']),
      delegation({ id: 'of-dora', holder: { kind: 'person', person: 'dora' }, entities: ['department', 'mission'] }),
      delegation({ id: 'dora-too', holder: { kind: 'person', person: 'dora' }, matter: 'ex-gratia', entities: ['section', 'office'] }),
    ],
    questions: [
      { asks, on: '2020-06-01', ...no },
      { asks: { ...asks, person: 'dora' }, on: '2020-06-01', ...no },
    ],
  },
  {
    rule: 'control',
    source: 'DESIGN §3.1 rule 17: a compensating control with owner and expiry',
    says: 'a control over one of the two and a third stands in for nothing, and none helps on one case',
    facts: [
      byEntity, awards(), pays(),
      control({ id: 'third', entity: 'organisation', matters: ['award', 'certify'] }),
      control({ id: 'other', entity: 'organisation', matters: ['certify', 'ex-gratia'] }),
    ],
    later: [{ on: '2020-07-01', facts: [byCase, paid, control({ id: 'both', entity: 'organisation', matters: ['award', 'ex-gratia'] })] }],
    questions: [
      { asks, on: '2020-06-01', known: '2020-06-01', ...no },
      { asks, on: '2020-07-02', ...yes },
      { asks: { ...asks, case: 'c-7' }, on: '2020-07-02', ...no },
    ],
  },
  {
    rule: 'incompatible-exercise',
    source: 'DESIGN §3.1 rule 17: pairs look at exercise',
    says: 'a matter in force no more cannot be exercised, and a post once held is held no more',
    facts: [
      byEntity, matter({ id: 'ex-gratia', rules: 'staff', effectiveTo: on('2020-07-01') }), awards(), pays(),
      delegation({ id: 'of-emil', holder: { kind: 'person', person: 'emil' } }),
      delegation({ id: 'of-registrar', holder: { kind: 'post', post: 'registrar' }, matter: 'ex-gratia' }),
      assignment({ person: 'emil', post: 'registrar', effectiveTo: on('2020-05-01') }),
    ],
    questions: [
      { asks, on: '2020-06-01', ...no },
      { asks, on: '2020-07-01', ...yes },
      { asks: { ...asks, person: 'emil' }, on: '2020-04-30', ...no },
      { asks: { ...asks, person: 'emil' }, on: '2020-05-01', ...yes },
    ],
  },
  {
    rule: 'incompatible-exercise',
    source: 'UNDP internal control framework (Financial Regulation 20.02)',
    says: 'on one case only what was decided on the other matter counts, and only while the law that names the pair is in force',
    facts: [
      matter({ id: 'ex-gratia', rules: 'staff', incompatible: [{ matter: 'award', scope: 'case' }], effectiveTo: on('2020-07-01') }),
      awards(), paid,
      exercise({ id: 'awarded', person: 'chen', matter: 'award', case: 'c-9', decidedAt: on('2020-05-01') }),
    ],
    questions: [
      { asks: { ...asks, case: 'c-9' }, on: '2020-06-01', ...yes },
      { asks: { ...asks, case: 'c-7' }, on: '2020-06-01', ...no },
      { asks: { ...asks, case: 'c-7' }, on: '2020-07-01', ...yes },
    ],
  },
]
