/** How authority is handed out: from the Assembly to the Secretary-General, to heads of entity, and on to those who do the work. */
import { oneStepBelow } from '../catalogue/ceilings.ts'
import { catalogue } from '../catalogue/catalogue.ts'
import type { Ceiling, MatterPlan } from '../catalogue/plan.ts'
import type { Day, Occasion } from '../days.ts'
import {
  assemblyId, organisationId, presidentPost, secretaryGeneralPost, type DemonstrationEntity, type DemonstrationPost,
} from '../organisation/organisation.ts'
import type { Duty } from '../organisation/titles.ts'
import type { Random } from '../random.ts'
import { matterPlans, type DelegationHistory } from './delegations.ts'
import type { OrganisationHistory } from './organisation-history.ts'
import type { Delegation, Recipient } from './records.ts'

const legalBasis = 'Charter of the Concord, article 41'
const lowestGrade = 'P-3'
const deepest = 3
/** How often the head of a small entity passes a line on. */
const smallPassOn = 0.3
/** Given for a calendar year at a time. */
const yearByYear: ReadonlySet<string> = new Set(['award-under-exigency', 'loan-of-property'])
/** Matters delegated to one official only: who that is. */
const onlyOfficial: Readonly<Record<string, string>> = {
  'administrative-leave-without-pay': 'management.head',
  'suspend-supplier': 'supply-chain.head',
}

export class HandingOut {
  readonly roots = new Map<string, Delegation>()

  constructor(
    private readonly organisation: OrganisationHistory, private readonly delegations: DelegationHistory, private readonly random: Random,
  ) {}

  /** The Assembly gives what the Charter lets it give. */
  fromTheAssembly(occasion: Occasion): void {
    for (const matter of catalogue) {
      if (matter.delegable === 'no') continue
      const official = onlyOfficial[matter.id]
      const secretaryGeneral = this.personIn(secretaryGeneralPost, occasion.day)
      const signedAs = official ? secretaryGeneralPost : presidentPost
      const toPerson = { person: secretaryGeneral, post: secretaryGeneralPost }
      if (matter.personalOnly) this.prepare(secretaryGeneral, matter, occasion)
      this.roots.set(matter.id, this.delegations.give({
        parent: null, legalBasis, recipient: matter.personalOnly ? toPerson : { post: official ?? secretaryGeneralPost }, matter: matter.id,
        entity: organisationId, ceiling: {}, depth: official ? 0 : deepest,
        mayExercise: official !== undefined || !needsCertificate(matter), from: occasion.starts, accepted: true, occasion,
        signedBy: this.personIn(signedAs, occasion.day), signedAs,
      }))
    }
  }

  /** One instrument for the head of an entity, a line for each matter. */
  toHead(entity: DemonstrationEntity, occasion: Occasion): void {
    const post = this.organisation.headPost(entity.id)
    if (!post || entity.tier === null || entity.id === assemblyId) return
    for (const matter of mattersFor(entity)) this.headLine(matter, entity, post, occasion)
  }

  private headLine(matter: MatterPlan, entity: DemonstrationEntity, post: DemonstrationPost, occasion: Occasion): void {
    const ceiling = this.headCeiling(matter, entity.id)
    const parent = this.roots.get(matter.id)
    const head = this.organisation.latestHolder(post.id)
    if (!parent || !head) return
    this.prepare(head.person, matter, occasion)
    this.delegations.give({
      parent, matter: matter.id, entity: entity.id, ceiling, depth: matter.passedTo.length,
      mayExercise: !(matter.personalOnly && matter.passedTo.length > 0),
      recipient: matter.personalOnly ? { person: head.person, post: post.id } : { post: post.id },
      ownEntityOnly: true, lowestGrade, endRequired: yearByYear.has(matter.id), from: occasion.starts, accepted: true, occasion,
      signedBy: this.personIn(secretaryGeneralPost, occasion.day), signedAs: secretaryGeneralPost, preparedBy: this.preparer(occasion),
    })
  }

  /** What heads of entity of the tier hold on the matter. */
  private headCeiling(matter: MatterPlan, entity: string): Ceiling {
    const tier = this.organisation.entities.get(entity)?.tier ?? null
    return (tier === null ? undefined : matter.held[tier]) ?? {}
  }

  /** What a head passes on, straight to those responsible; through `gatekeeper` first where an entity still works that way. */
  passOn(line: Delegation, occasion: Occasion, gatekeeper?: Duty): void {
    const matter = matterPlans.get(line.matter)
    if (!matter || matter.passedTo.length === 0) return
    if (this.organisation.entities.get(line.entity)?.tier === 'small' && !this.random.chance(smallPassOn)) return
    const chain = gatekeeper ? [gatekeeper, ...matter.passedTo.slice(0, -1)] : matter.passedTo
    this.passTo(line, matter, chain, occasion)
  }

  private passTo(parent: Delegation, matter: MatterPlan, chain: readonly Duty[], occasion: Occasion): void {
    const [duty, ...further] = chain
    if (duty === undefined || parent.depth < 1) return
    const posts = this.organisation.postsWith(headOf(this.organisation, parent), duty)
    if (posts.length === 0) {
      if (further.length > 0) this.passTo(parent, matter, further, occasion)
      else if (duty !== 'executive-officer') this.passTo(parent, matter, ['executive-officer'], occasion)
      return
    }
    for (const post of this.chosen(posts, duty)) {
      const child = this.give(parent, matter, post, occasion, further.length)
      if (child) this.passTo(child, matter, further, occasion)
    }
  }

  private chosen(posts: readonly DemonstrationPost[], duty: Duty): readonly DemonstrationPost[] {
    return duty === 'programme-manager' ? posts.slice(0, 4) : posts.slice(0, this.random.chance(0.2) ? 2 : 1)
  }

  /** One line to one post, if somebody with the right to sign is there and somebody to receive it. */
  give(
    parent: Delegation, matter: MatterPlan, post: DemonstrationPost, occasion: Occasion, further: number, accepted = true, to?: Day,
  ): Delegation | null {
    const signer = signingPost(parent)
    const signedBy = this.organisation.holderOn(signer, occasion.day)
    const holder = this.organisation.latestHolder(post.id)
    if (!signedBy || !holder || (parent.endedOn !== null)) return null
    this.prepare(holder.person, matter, occasion)
    const personal = matter.personalOnly === true || post.duty.endsWith('-officer') && post.duty !== 'executive-officer'
    const recipient: Recipient = personal ? { person: holder.person, post: post.id } : { post: post.id }
    return this.delegations.give({
      parent, matter: matter.id, entity: parent.parent === null ? post.answersTo : parent.entity, recipient,
      ceiling: oneStepBelow(parent.parent === null ? this.headCeiling(matter, post.answersTo) : parent.ceiling),
      depth: Math.min(further, parent.depth - 1),
      ownEntityOnly: true, lowestGrade, endRequired: parent.endRequired, from: occasion.starts, accepted, occasion,
      to: to ?? (parent.endRequired ? parent.to ?? endOfYear(occasion.starts) : undefined),
      signedBy, signedAs: signer, preparedBy: this.preparer(occasion),
    })
  }

  /** The same authority for whoever follows in a post, in place of a line that named its last holder. */
  renewFor(line: Delegation, occasion: Occasion, to: Day | null = line.to): Delegation | null {
    const matter = matterPlans.get(line.matter)
    const post = 'post' in line.recipient ? line.recipient.post : null
    const holder = post === null ? null : this.organisation.latestHolder(post)
    if (!matter || !holder || post === null || !line.parent || line.parent.endedOn !== null) return null
    const signer = signingPost(line.parent)
    const signedBy = this.organisation.holderOn(signer, occasion.day)
    if (!signedBy) return null
    this.prepare(holder.person, matter, occasion)
    return this.delegations.give({
      ...line, parent: line.parent, legalBasis: undefined,
      recipient: 'person' in line.recipient ? { person: holder.person, post } : { post },
      lowestGrade: line.lowestGrade ?? undefined, from: occasion.starts, to: to ?? undefined, accepted: true, occasion,
      signedBy, signedAs: signer, preparedBy: this.preparer(occasion),
    })
  }

  /** Who follows in a post holds the certificates its authority asks for. */
  prepareFor(person: string, matterId: string, occasion: Occasion): void {
    const matter = matterPlans.get(matterId)
    if (matter) this.prepare(person, matter, occasion)
  }

  /** Nobody is handed an authority whose certificate they lack. */
  private prepare(person: string, matter: MatterPlan, occasion: Occasion): void {
    for (const prerequisite of matter.prerequisites?.split(';') ?? []) {
      this.organisation.certify(person, prerequisite.split(':')[0] ?? prerequisite, certificateDate(occasion))
    }
  }

  private personIn(post: string, day: Day): string {
    const person = this.organisation.holderOn(post, day)
    if (person === null) throw new Error(`The demonstration leaves ${post} vacant`)
    return person
  }

  private preparer(occasion: Occasion): string | null {
    return this.organisation.holderOn('accountability.programme-officer', occasion.day)
  }
}

const needsCertificate = (matter: MatterPlan): boolean => matter.prerequisites !== undefined

/** What a kind of entity receives under the rules it stands under. */
export const mattersFor = (entity: DemonstrationEntity): readonly MatterPlan[] => catalogue.filter((matter) =>
  entity.tier !== null && matter.held[entity.tier] !== undefined && (matter.onlyIn === undefined || matter.onlyIn === entity.category) &&
  entity.rules.includes(matter.area === 'human-resources' ? 'staff' : 'financial'))

export const endOfYear = (day: Day): Day => `${day.slice(0, 4)}-12-31`

const certificateDate = (occasion: Occasion): Day => occasion.signedAt.slice(0, 10)

/** The entity whose duties the holder of a line can call on. */
const headOf = (organisation: OrganisationHistory, line: Delegation): string =>
  ('post' in line.recipient ? organisation.posts.get(line.recipient.post)?.answersTo : undefined) ?? line.entity

export const signingPost = (parent: Delegation): string => ('post' in parent.recipient ? parent.recipient.post : secretaryGeneralPost)
