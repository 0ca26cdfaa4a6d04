/** What stands against a bulletin, by what was changed in a fresh copy of the framework in force. Invented; rules: DESIGN §3.1, 3, 8 and 13. */
import type { MatterFact } from '../../kernel/authority/model.ts'
import type { BulletinFault } from './check-bulletin.ts'
import type { Bulletin, BulletinMapping } from './model.ts'

interface BulletinCase {
  readonly what: string
  readonly change: (bulletin: Bulletin) => Partial<Bulletin>
  readonly found: readonly [BulletinFault['code'], string | null, ...string[]][]
}

const terms = (given: Partial<Bulletin['terms']>) => (bulletin: Bulletin) => ({ terms: { ...bulletin.terms, ...given } })
const matter = (given: Partial<MatterFact>) => ({ matters }: Bulletin) => ({ matters: matters.map((each) => (each.id === 'award@next' ? { ...each, ...given } : each)) })
const mapped = (bulletin: Bulletin, given: Partial<BulletinMapping>): Partial<Bulletin> =>
  ({ mappings: bulletin.mappings.map((each) => (each.from === 'award' ? { ...each, ...given } : each)) })
const asNarrower = (given: Partial<MatterFact>) => (bulletin: Bulletin) => ({ ...mapped(bulletin, { how: 'narrower' }), ...matter(given)(bulletin) })

export const bulletinCases: readonly BulletinCase[] = [
  { what: 'a copy with its dates', change: () => ({}), found: [] },
  { what: 'no first day', change: terms({ first: null }), found: [['date-missing', 'first']] },
  { what: 'a first day gone by (rule 23)', change: terms({ first: '2026-10-31' }), found: [['date-past', 'first']] },
  { what: 'a first day of today', change: terms({ first: '2026-11-01' }), found: [] },
  { what: 'a transition that ends before it begins', change: terms({ until: '2026-12-31' }), found: [['dates-reversed', 'until']] },
  { what: 'a transition of one day', change: terms({ until: '2027-01-01' }), found: [] },
  { what: 'a grade left out, on which limits may hang', change: terms({ grades: ['P-3', 'P-4', 'P-5', 'D-1', 'D-2'] }), found: [['grade-missing', 'USG']] },
  { what: 'a grade put in between', change: terms({ grades: ['P-3', 'P-4', 'P-5', 'P-6', 'D-1', 'D-2', 'USG'] }), found: [] },
  { what: 'grades in another order', change: terms({ grades: ['P-4', 'P-3', 'P-5', 'D-1', 'D-2', 'USG'] }), found: [['grades-reordered', 'P-3']] },
  { what: 'a grade twice', change: terms({ grades: ['P-3', 'P-3', 'P-4', 'P-5', 'D-1', 'D-2', 'USG'] }), found: [['grade-twice', 'P-3']] },
  { what: 'an old matter nobody spoke of', change: ({ mappings }) => ({ mappings: mappings.slice(1), reissue: ['travel'] }), found: [['matter-unmapped', 'award'], ['new-matter-unmapped', 'award@next']] },
  { what: 'identical in name, not in law', change: matter({ acceptance: 'after' }), found: [['not-identical', 'award', 'acceptance']] },
  { what: 'identical in law, other words', change: matter({ name: 'Award', description: 'Other words', citation: 'Rule 9', area: 'buying' }), found: [] },
  { what: 'narrower: one official only', change: asNarrower({ delegable: 'once' }), found: [] },
  { what: 'narrower: to persons, on a contract of a kind', change: asNarrower({ personalOnly: true, contractKinds: ['fixed-term'] }), found: [] },
  { what: 'called narrower, asks less', change: asNarrower({ acceptance: 'after' }), found: [['not-narrower', 'award', 'acceptance']] },
  { what: 'called narrower, reserved to somebody else', change: asNarrower({ reservedTo: 'director' }), found: [['not-narrower', 'award', 'reservedTo']] },
  { what: 'dropped, but with a successor', change: (bulletin) => ({ ...mapped(bulletin, { how: 'dropped' }), reissue: ['travel'] }), found: [['mapping-one-sided', 'award']] },
  { what: 'wider, and its lines chosen all the same', change: (bulletin) => mapped(bulletin, { how: 'wider' }), found: [['reissue-not-carried', 'award']] },
  { what: 'mapped to what is not there', change: (bulletin) => mapped(bulletin, { to: 'nothing' }), found: [['new-matter-unmapped', 'award@next'], ['mapping-unknown', 'nothing']] },
  { what: 'carried over to two', change: ({ mappings }) => ({ mappings: [...mappings, { from: 'award', to: 'travel@next', how: 'narrower' }] }), found: [['mapped-twice', 'award'], ['not-narrower', 'award', 'acceptance', 'incompatible']] },
  { what: 'a matter whose id is taken', change: (bulletin) => ({ ...matter({ id: 'travel' })(bulletin), ...mapped(bulletin, { to: 'travel' }) }), found: [['matter-id-taken', 'travel']] },
]
