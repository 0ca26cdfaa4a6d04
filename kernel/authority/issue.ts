/** What must hold before a line is issued. Every failure is collected: the same list drives the live form, the importer and the refusal. */
import { dateOf, startOfDay } from '../time/instants.ts'
import { heldBy, issueContext, onMatter, type IssueContext, type IssueMode, type IssueWorld } from './issue-context.ts'
import { contractFaults } from './acceptance.ts'
import { apartFaults } from './held-apart.ts'
import { firstStop } from './in-force.ts'
import { unreadableIn } from './limits/unreadable.ts'
import type { DelegationFact, Instant } from './model.ts'
import { lineFaults, recipientFaults } from './passing-on.ts'
import { prerequisiteFaults } from './prerequisites.ts'
import { inTellingOrder, type Reason } from './reasons.ts'
import { successorOf } from './transition.ts'
import { seatsFilled } from './shared-holders.ts'
import { runsAt } from './world.ts'

export { issueWorld, type IssueMode, type IssueWorld } from './issue-context.ts'

type Rule = (context: IssueContext & { readonly cosigners: readonly string[] }) => readonly Reason[]

const kept: readonly Reason[] = []

const referencesKnown: Rule = ({ draft, world }) => {
  const { holder } = draft
  const references = [
    ['matter', draft.matter],
    ...draft.entities.map(entity => ['entity', entity] as const),
    ...('person' in holder ? [['person', holder.person] as const] : []),
    ...('post' in holder ? [['post', holder.post] as const] : []),
    ...('body' in holder ? [['body', holder.body] as const] : []),
    ...('entity' in holder ? [['entity', holder.entity] as const] : []),
    ...('posts' in holder ? holder.posts.map(post => ['post', post] as const) : []),
    ...(draft.parent === null ? [] : [['delegation', draft.parent] as const]),
  ] as const
  const unknown = references.filter(([kind, id]) => world.get(kind, id) === null)
  const nowhere: readonly Reason[] =
    draft.entities.length === 0 ? [{ code: 'unknown-reference', delegation: draft.id, kind: 'entity', id: '' }] : kept
  return [...unknown.map(([kind, id]): Reason => ({ code: 'unknown-reference', delegation: draft.id, kind, id })), ...nowhere]
}

const rootsCiteLaw: Rule = ({ draft }) =>
  draft.parent === null && !draft.legalBasis?.trim() ? [{ code: 'legal-basis-missing', delegation: draft.id }] : kept

const datesInOrder: Rule = ({ draft: { id, effectiveFrom, effectiveTo } }) =>
  effectiveTo !== null && effectiveTo <= effectiveFrom
    ? [{ code: 'dates-reversed', delegation: id, from: effectiveFrom, until: effectiveTo }]
    : kept

/** Today is not the past: a line dated today counts from its publication (rule 23). */
const notBackwards: Rule = ({ draft, now, mode, zone }) =>
  mode === 'issue' && draft.effectiveFrom < startOfDay(dateOf(now, zone), zone)
    ? [{ code: 'retroactive', delegation: draft.id, from: draft.effectiveFrom, now }]
    : kept

const delegableAtAll: Rule = ({ draft, matter, world }) => {
  if (matter === null || matter.delegable === 'yes') return kept
  if (matter.delegable === 'no') return [{ code: 'reserved', delegation: draft.id, matter: matter.id, heldBy: matter.reservedTo }]
  for (const other of onMatter(world, matter.id)) {
    const ends = other.endedAt ?? other.effectiveTo ?? Infinity
    const apart = ends <= draft.effectiveFrom || (draft.effectiveTo ?? Infinity) <= other.effectiveFrom
    if (other.id !== draft.id && !apart)
      return [{ code: 'already-delegated', delegation: draft.id, to: other.id }]
  }
  return kept
}

const rightRecipient: Rule = ({ draft, matter, world }) => {
  const { holder } = draft
  const faults: Reason[] = []
  if (matter?.personalOnly === true && !('person' in holder)) {
    faults.push({ code: 'personal-only', delegation: draft.id, matter: matter.id })
  }
  if ('person' in holder && world.get('person', holder.person)?.staff === false) {
    faults.push({ code: 'outside-framework', delegation: draft.id, what: 'partner', id: holder.person })
  }
  return faults
}

/** A class names a grade there is; posts that hold jointly are several, and as many as must sign. */
const holderReadable: Rule = ({ draft: { id, holder }, matter, grades }) => {
  if (holder.kind === 'class' && matter !== null && !grades.includes(holder.grade)) {
    return [{ code: 'unknown-reference', delegation: id, kind: 'grade', id: holder.grade }]
  }
  if (holder.kind !== 'joint') return kept
  const posts = new Set(holder.posts).size
  const fits = Number.isInteger(holder.needed) && holder.needed >= 1 && holder.needed <= posts && posts === holder.posts.length
  return fits ? kept : [{ code: 'joint-unfit', delegation: id, needed: holder.needed, posts: holder.posts }]
}

/** Nothing is issued under a framework once another has taken its place; a file may bring what was issued before. */
const frameworkStands: Rule = ({ draft, matter, world, now, mode }) => {
  if (matter === null || mode === 'import') return kept
  const successor = successorOf(world.all('framework'), matter.framework, now)
  return successor === null ? kept : [{ code: 'framework-superseded', delegation: draft.id, framework: matter.framework, by: successor.id }]
}

const notToOneself: Rule = ({ draft, parent }) => {
  const person = 'person' in draft.holder ? draft.holder.person : null
  const post = draft.holder.kind === 'post' ? draft.holder.post : null
  const above = parent?.holder
  const samePerson = person !== null && (person === draft.signedBy || (above !== undefined && 'person' in above && above.person === person))
  const samePost = post !== null && above?.kind === 'post' && above.post === post
  return samePerson || samePost ? [{ code: 'self-delegation', delegation: draft.id, person, post }] : kept
}

const noCircle: Rule = ({ draft, ancestors }) =>
  draft.parent !== null && (draft.parent === draft.id || ancestors.some(above => above.id === draft.id))
    ? [{ code: 'cycle', delegation: draft.id, parent: draft.parent }]
    : kept

const grantsSomething: Rule = ({ draft }) =>
  draft.mayExercise || (draft.subdelegation?.depth ?? 0) > 0 ? kept : [{ code: 'designate-only', delegation: draft.id }]

const underTheRules: Rule = ({ draft, matter, world }) => {
  const rules = matter?.rules ?? null
  return draft.entities.flatMap((id): readonly Reason[] => {
    const entity = world.get('entity', id)
    const under = entity === null || (rules === null ? entity.rules.length > 0 : entity.rules.includes(rules))
    return under ? kept : [{ code: 'wrong-entity', delegation: draft.id, entity: id, entities: [] }]
  })
}

const readableLimits: Rule = ({ draft, grades }) => {
  const boxes = [...draft.limits, ...(draft.subdelegation?.limits ?? [])]
  return boxes.flatMap(box => unreadableIn(box, grades)).map(dimension => ({ code: 'unreadable-limit', delegation: draft.id, dimension }))
}

const fitsItsParent: Rule = ({ draft, parent, matter, grades, organisation }) =>
  parent === null
    ? kept
    : [
        ...lineFaults({ child: draft, parent, matter, grades, world: organisation }),
        ...recipientFaults({ child: draft, parent, matter, grades, world: organisation }),
      ]

const datesInsideParent: Rule = ({ draft, parent }) => {
  if (parent === null) return kept
  const late = parent.effectiveTo !== null && (draft.effectiveTo === null || draft.effectiveTo > parent.effectiveTo)
  return draft.effectiveFrom < parent.effectiveFrom || late
    ? [
        {
          code: 'never-wider',
          delegation: draft.id,
          dimension: 'dates',
          parent: parent.id,
          limits: parent.limits,
          from: parent.effectiveFrom,
          until: parent.effectiveTo,
        },
      ]
    : kept
}

const notTooDeep: Rule = ({ draft, ancestors }) =>
  ancestors.flatMap((above, index): readonly Reason[] => {
    const depth = above.subdelegation?.depth ?? 0
    return index > 0 && depth > 0 && depth < index + 1 ? [{ code: 'too-deep', delegation: draft.id, ancestor: above.id, depth }] : kept
  })

/** A file may bring lines whose chain ended since; an act may not hang anything below what is not in force. */
const chainInForce: Rule = ({ draft, ancestors, matter, mode, at }) =>
  mode === 'import'
    ? kept
    : ancestors.flatMap((above): readonly Reason[] => {
        const stop = firstStop(above, -Infinity, matter?.acceptance === 'before-use', at)
        return stop === null ? kept : [{ code: 'chain-broken', delegation: draft.id, at: above.id, because: stop }]
      })

/** Only the delegate passes on, never who merely acts for them (rule 14), nor one member for a class; joint holders as many as it needs. */
const signedByTheDelegate: Rule = ({ draft, parent, mode, world, now, cosigners }) => {
  const { signedBy } = draft
  if (mode === 'import' || parent === null || signedBy === null || parent.holder.kind === 'body') return kept
  const { holder } = parent
  const inPost = (person: string, post: string): boolean =>
    heldBy(world, person).some(held => held.post === post && held.assignment === 'substantive' && runsAt(held, now))
  const isDelegate = (): boolean => {
    if (holder.kind === 'class') return false
    if (holder.kind !== 'joint') return 'person' in holder ? holder.person === signedBy : inPost(signedBy, holder.post)
    const seats = [...new Set([signedBy, ...cosigners])].map(person => holder.posts.filter(post => inPost(person, post)))
    return (seats[0] ?? []).length > 0 && seatsFilled(seats) >= holder.needed
  }
  return isDelegate() ? kept : [{ code: 'not-the-delegate', delegation: draft.id, person: signedBy, parent: parent.id }]
}

const prerequisitesMet: Rule = ({ draft, matter, organisation }) =>
  matter === null || !('person' in draft.holder) ? kept : prerequisiteFaults(organisation, matter, draft.holder.person, 'issue')

const rightContract: Rule = ({ draft, matter, world, mode, at }) =>
  matter === null || mode === 'import' || !('person' in draft.holder) ? kept
    : contractFaults(world, draft.id, draft.holder.person, matter.contractKinds, at)

/** A file may bring a pair in one hand: it is found, and its use is stopped; an act may not make one. */
const heldApart: Rule = ({ draft, matter, world, organisation, mode, at }) =>
  matter === null || mode === 'import' ? kept : apartFaults(world, organisation, draft, matter, at)

const rules: readonly Rule[] = [
  referencesKnown,
  rootsCiteLaw,
  datesInOrder,
  notBackwards,
  delegableAtAll,
  frameworkStands,
  rightRecipient,
  holderReadable,
  notToOneself,
  noCircle,
  grantsSomething,
  underTheRules,
  readableLimits,
  fitsItsParent,
  datesInsideParent,
  notTooDeep,
  chainInForce,
  signedByTheDelegate,
  prerequisitesMet,
  rightContract,
  heldApart,
]

/**
 * All that stands against issuing `draft` now, or against taking it from a file; empty when nothing does. `cosigners` sign with `signedBy`
 * where what they pass on is held jointly.
 */
export function checkIssue(
  world: IssueWorld, draft: DelegationFact, now: Instant, mode: IssueMode, cosigners: readonly string[] = [],
): Reason[] {
  const context = { ...issueContext(world, draft, now, mode), cosigners }
  return inTellingOrder(rules.flatMap(rule => rule(context)))
}
