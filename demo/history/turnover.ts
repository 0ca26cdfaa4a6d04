/** People come and go. Authority given to a post goes on; what named the person is given anew to whoever follows. */
import { addDays, type Day, type Occasion } from '../days.ts'
import { faultPlans } from '../faults.ts'
import { personas, type Persona } from '../personas.ts'
import type { Random } from '../random.ts'
import { isRunning, type DelegationHistory } from './delegations.ts'
import type { HandingOut } from './hand-out.ts'
import type { OrganisationHistory } from './organisation-history.ts'
import type { Delegation, Person } from './records.ts'

const chances = { head: 0.03, responsible: 0.015, other: 0.008, filling: 0.5, leave: 0.12 }
const settlingDays = 500
const nominatedDaysAhead = 20

export class Turnover {
  /** Heads' own lines whose children wait to be given anew by the successor, who must first have arrived. */
  private waiting: { readonly old: Delegation; readonly new: Delegation }[] = []
  /** Posts whose new holders have still to confirm what was passed on before them. */
  private toConfirm: string[] = []

  constructor(
    private readonly organisation: OrganisationHistory, private readonly delegations: DelegationHistory,
    private readonly handingOut: HandingOut,
    private readonly random: Random, private readonly settled: ReadonlySet<string>,
  ) {}

  /** One quarter's comings and goings. */
  quarter(occasion: Occasion): void {
    for (const post of this.organisation.posts.values()) {
      const held = this.organisation.latestHolder(post.id)
      if (this.settled.has(post.id) || post.duty === 'none' && post.grade === null) continue
      if (!held) {
        if (this.random.chance(chances.filling)) this.appointNew(post.id, occasion)
        continue
      }
      if (held.from > addDays(occasion.day, -settlingDays) && held.from >= '2019-01-01') continue
      const chance = post.duty === 'head' ? chances.head : post.duty === 'none' ? chances.other : chances.responsible
      if (this.random.chance(chance)) this.succeed(post.id, occasion)
    }
    this.absences(occasion)
  }

  /** The next holder follows the last without a gap; with `known`, it is that person. */
  succeed(post: string, occasion: Occasion, known?: Persona, leavesOrganisation = true): void {
    const leaving = this.organisation.latestHolder(post)?.person
    const lines = leaving === undefined ? [] : this.personalLines(leaving, post, occasion.day)
    this.organisation.vacate(post, occasion.day, leavesOrganisation)
    const successor = this.appointNew(post, occasion, known)
    for (const line of this.delegations.heldIn(post, occasion.day)) this.handingOut.prepareFor(successor.id, line.matter, occasion)
    if (!leavesUnconfirmed.has(post)) this.toConfirm.push(post)
    for (const line of lines) {
      const renewed = this.handingOut.renewFor(line, occasion)
      if (renewed && this.delegations.passedOn(line, occasion.day)) this.waiting.push({ old: line, new: renewed })
      else this.delegations.end(line, occasion.day, 'withdrawn')
    }
  }

  /** Somebody goes on in another entity, in place of whoever sat there; their old post is filled again. */
  move(person: Person, from: string, to: string, occasion: Occasion): void {
    this.succeed(from, occasion, undefined, false)
    for (const line of this.personalLines(this.organisation.latestHolder(to)?.person ?? '', to, occasion.day)) {
      this.delegations.end(line, occasion.day, 'withdrawn')
    }
    this.organisation.vacate(to, occasion.day)
    this.organisation.appoint(person, to, occasion.starts)
  }

  /** Nobody follows: what named the person ends, unless something hangs below that a successor must give anew. */
  leaveVacant(post: string, occasion: Occasion): void {
    const leaving = this.organisation.latestHolder(post)?.person
    for (const line of leaving === undefined ? [] : this.personalLines(leaving, post, occasion.day)) {
      if (!this.delegations.passedOn(line, occasion.day)) this.delegations.end(line, occasion.day, 'withdrawn')
    }
    this.organisation.vacate(post, occasion.day)
  }

  /** Successors who have arrived give anew what hung on the predecessor's name, and confirm the rest of what was passed on. */
  settleSuccessors(occasion: Occasion): void {
    for (const { old, new: renewed } of this.waiting) {
      for (const child of this.delegations.childrenOf(old)) {
        if (isRunning(child, occasion.day)) this.handingOut.renewFor({ ...child, parent: renewed }, occasion)
      }
      this.delegations.end(old, occasion.day, 'withdrawn')
    }
    this.waiting = []
    for (const post of this.toConfirm) {
      const holder = this.organisation.holderOn(post, occasion.day)
      if (holder === null) continue
      for (const line of this.delegations.signedIn(post, occasion.day)) {
        if (line.parent !== null && line.signedBy !== holder) this.delegations.confirm(line, holder)
      }
    }
    this.toConfirm = []
  }

  private appointNew(post: string, occasion: Occasion, known?: Persona): Person {
    const person = this.organisation.join(addDays(occasion.day, -nominatedDaysAhead), known)
    this.organisation.appoint(person, post, occasion.starts)
    return person
  }

  private personalLines(person: string, post: string, day: Day): readonly Delegation[] {
    return this.delegations.heldIn(post, day).filter(({ recipient }) => 'person' in recipient && recipient.person === person)
  }

  /** Deputies in charge while heads are on leave, each under an instrument that says so. */
  private absences(occasion: Occasion): void {
    let number = 0
    for (const entity of this.organisation.entities.values()) {
      const deputy = this.organisation.postsWith(entity.id, 'deputy')[0]
      const head = this.organisation.headPost(entity.id)
      const person = deputy && this.organisation.holderOn(deputy.id, occasion.day)
      if (!head || !person || !this.random.chance(chances.leave)) continue
      const from = addDays(occasion.starts, this.random.int(1, 30))
      number += 1
      this.organisation.standIn(person, head.id, 'officer-in-charge', `charge-${occasion.day}-${number}`, from,
        addDays(from, this.random.int(5, 20)))
    }
  }
}

/** Heads who have confirmed nothing: the newly appointed one has still to go through the list, the other is a planted fault. */
const leavesUnconfirmed: ReadonlySet<string> = new Set([
  ...personas.filter((persona) => typeof persona.arrives === 'object').map((persona) => persona.post),
  ...faultPlans.filter((fault) => fault.rule === 'successor-unconfirmed').map((fault) => fault.post),
])

/** Posts held by personas to come are left to them. */
export const personaPosts: ReadonlySet<string> = new Set(personas.map((persona) => persona.post))
