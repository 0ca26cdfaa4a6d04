/** The organisation on the framework's first day, and the redesign of subdelegations in its first six months. */
import type { BatchWriter } from '../batch.ts'
import { writeCatalogue } from '../catalogue/rows.ts'
import { addDays, type Occasion } from '../days.ts'
import { inventOrganisation, postsOf, presidentPost } from '../organisation/organisation.ts'
import { personas } from '../personas.ts'
import type { Random } from '../random.ts'
import { matterPlans, type DelegationHistory } from './delegations.ts'
import type { HandingOut } from './hand-out.ts'
import type { OrganisationHistory } from './organisation-history.ts'

const vacantAtFirst = 0.04
const president = { id: 'delegate-president', name: 'Mereana Te Awa Kōwhai' }

const bodies = [
  { id: 'committee-on-contracts', name: 'Committee on Contracts', name_zh: '合同委员会', name_ar: 'لجنة العقود', entity: 'management',
    quorum: 3 },
  { id: 'property-survey-board', name: 'Property Survey Board', name_zh: '财产调查委员会', name_ar: 'مجلس حصر الممتلكات', entity: 'management',
    quorum: 3 },
  { id: 'claims-board', name: 'Claims Board', name_zh: '索偿委员会', name_ar: 'مجلس المطالبات', entity: 'management', quorum: 3 },
  { id: 'senior-review-group', name: 'Senior Review Group', name_zh: '高级审查小组', name_ar: 'فريق الاستعراض الرفيع المستوى',
    entity: 'executive-office', quorum: 5 },
]

/** Entities, posts, the people in them, boards, the catalogue, and what each head of entity receives. */
export function open(
  writer: BatchWriter, organisation: OrganisationHistory, handingOut: HandingOut, random: Random, occasion: Occasion,
): void {
  for (const entity of inventOrganisation(random)) organisation.establish(entity, postsOf(entity))
  for (const post of organisation.posts.values()) {
    const persona = personas.find((one) => one.post === post.id && one.arrives === occasion.day)
    if (!persona && post.duty === 'none' && random.chance(vacantAtFirst)) continue
    const from = addDays(occasion.day, -random.int(90, 1500))
    const known = persona ?? (post.id === presidentPost ? president : undefined)
    organisation.appoint(organisation.join(from, known), post.id, from)
  }
  for (const body of bodies) writer.put('bodies', body.id, { ...body, effective_from: occasion.day })
  writeCatalogue(writer)
  handingOut.fromTheAssembly(occasion)
  for (const entity of organisation.entities.values()) handingOut.toHead(entity, occasion)
}

const gatekept = new Set(['procurement', 'property'])

const headLines = (delegations: DelegationHistory, occasion: Occasion) =>
  delegations.running(occasion.day).filter((line) => line.parent !== null && line.parent.parent === null)

/** The first subdelegations: missions still send procurement and property through their directors of support. */
export function firstSubdelegations(
  organisation: OrganisationHistory, delegations: DelegationHistory, handingOut: HandingOut, occasion: Occasion,
): void {
  for (const line of headLines(delegations, occasion)) {
    const mission = organisation.entities.get(line.entity)?.category === 'peace-operation'
    if (mission && gatekept.has(matterPlans.get(line.matter)?.area ?? '')) handingOut.passOn(line, occasion, 'executive-officer')
  }
}

/** The redesign: authority goes straight to those responsible, and the gatekeepers' lines end. */
export function redesign(delegations: DelegationHistory, handingOut: HandingOut, occasion: Occasion): void {
  for (const line of headLines(delegations, occasion)) {
    for (const child of delegations.childrenOf(line)) delegations.end(child, occasion.day, 'withdrawn')
    handingOut.passOn(line, occasion)
  }
}
