/** How each planted fault comes about, by acts that were in order when they were recorded. */
import { liesInside, oneStepBelow } from '../catalogue/ceilings.ts'
import { addDays, type Day, type Occasion } from '../days.ts'
import { faultPlans, type FaultPlan, type FaultRule, type PlantedFault } from '../faults.ts'
import { isRunning, matterPlans } from './delegations.ts'
import { mattersFor } from './hand-out.ts'
import type { Chronicle } from './last-months.ts'
import { assignmentId, type Delegation } from './records.ts'

const movesTo: Readonly<Record<string, string>> = {
  'old-frontier-support.procurement-officer-1': 'office-orvanne-support.procurement-officer-1',
  'two-valleys-support.people-officer-1': 'office-sulimar-support.people-officer-1',
}
const standsInFor: Readonly<Record<string, string>> = {
  'delta.head': 'delta.deputy',
  'northern-plains-support.chief-procurement': 'northern-plains-support.procurement-officer-1',
}
const lapsedDaysAgo = 40
const lastDaysAhead = [9, 14, 27]

export class FaultPlanting {
  readonly planted: PlantedFault[] = []
  private readonly personLines = new Map<string, Delegation>()

  constructor(private readonly chronicle: Chronicle, private readonly on: Day) {}

  /** Lines that name a person and no post: nothing ends them when the person leaves or moves. */
  linesToPersons(occasion: Occasion): void {
    for (const fault of [...this.plansOf('active-leaver'), ...this.plansOf('recipient-scope')]) {
      const person = this.chronicle.organisation.holderOn(fault.post, occasion.day)
      const line = this.lineAbove(fault, occasion.day)
      if (!person || !line) throw unplanted(fault)
      const signedAs = 'post' in line.recipient ? line.recipient.post : ''
      const signedBy = this.chronicle.organisation.holderOn(signedAs, occasion.day)
      if (!signedBy) throw unplanted(fault)
      this.personLines.set(fault.id, this.chronicle.delegations.give({
        parent: line, recipient: { person }, matter: line.matter, entity: line.entity, ceiling: oneStepBelow(line.ceiling), depth: 0,
        from: occasion.starts,
        accepted: true, occasion, signedBy, signedAs,
      }))
    }
  }

  successor(occasion: Occasion): void {
    for (const fault of this.plansOf('successor-unconfirmed')) {
      this.chronicle.turnover.succeed(fault.post, occasion)
      this.record(fault, fault.post)
    }
  }

  narrowings(occasion: Occasion): void {
    for (const fault of this.plansOf('never-wider')) {
      const line = this.lineAt(fault, occasion.day)
      const children = line ? this.chronicle.delegations.childrenOf(line).filter((below) => isRunning(below, occasion.day)) : []
      if (!line || children.length === 0) throw unplanted(fault)
      let narrower = line.ceiling
      while (children.some((child) => liesInside(child.ceiling, narrower))) narrower = oneStepBelow(narrower)
      this.chronicle.delegations.narrow(line, narrower)
      this.record(fault, ...children.map((child) => child.id))
    }
  }

  unaccepted(occasion: Occasion): void {
    for (const fault of this.plansOf('not-accepted')) {
      const given = this.give(fault, occasion, false)
      this.record(fault, given.id)
    }
  }

  certificatesRunningOut(): void {
    for (const fault of this.plansOf('prerequisite-lapsed')) {
      const line = this.lineAt(fault, this.on)
      const person = this.chronicle.organisation.latestHolder(fault.post)?.person
      const credential = matterPlans.get(line?.matter ?? '')?.prerequisites?.split(':')[0]
      if (!line || !person || !credential) throw unplanted(fault)
      this.chronicle.organisation.neverRenewed.add(person)
      this.chronicle.organisation.certifyUntil(person, credential, addDays(this.on, -lapsedDaysAgo))
      this.record(fault, ...this.chronicle.delegations.running(this.on).filter(({ recipient, matter, mayExercise }) =>
        mayExercise && 'post' in recipient && recipient.post === fault.post &&
          matterPlans.get(matter)?.prerequisites?.startsWith(credential)).map(({ id }) => id))
    }
  }

  departures(occasion: Occasion): void {
    for (const fault of this.plansOf('active-leaver')) {
      this.chronicle.turnover.succeed(fault.post, occasion)
      this.record(fault, this.personLine(fault))
    }
  }

  moves(occasion: Occasion): void {
    const { organisation, turnover } = this.chronicle
    for (const fault of this.plansOf('recipient-scope')) {
      const person = organisation.people.get(organisation.holderOn(fault.post, occasion.day) ?? '')
      const target = movesTo[fault.post]
      if (!person || !target) throw unplanted(fault)
      turnover.move(person, fault.post, target, occasion)
      this.record(fault, this.personLine(fault))
    }
  }

  vacancies(occasion: Occasion): void {
    const { organisation, turnover } = this.chronicle
    for (const fault of this.plansOf('vacancy')) {
      turnover.leaveVacant(fault.post, occasion)
      this.record(fault, fault.post)
    }
    for (const fault of this.plansOf('acting-unrecorded')) {
      const person = organisation.holderOn(standsInFor[fault.post] ?? '', occasion.day)
      if (!person) throw unplanted(fault)
      organisation.standIn(person, fault.post, 'acting', null, occasion.starts, null)
      this.record(fault, assignmentId({ person, post: fault.post, kind: 'acting', instrument: null, from: occasion.starts, to: null }))
    }
  }

  expiring(occasion: Occasion): void {
    this.plansOf('expiring').forEach((fault, index) => {
      const given = this.give(fault, occasion, true, addDays(this.on, lastDaysAhead[index % lastDaysAhead.length] ?? 1))
      this.record(fault, given.id)
    })
  }

  private plansOf(rule: FaultRule): readonly FaultPlan[] {
    return faultPlans.filter((fault) => fault.rule === rule)
  }

  private record(fault: FaultPlan, ...subjects: readonly string[]): void {
    if (subjects.length === 0) throw unplanted(fault)
    this.planted.push({ ...fault, subjects, provenance: 'invented' })
  }

  private personLine(fault: FaultPlan): string {
    const line = this.personLines.get(fault.id)
    if (!line) throw unplanted(fault)
    return line.id
  }

  /** The line the planted post holds on the matter. */
  private lineAt(fault: FaultPlan, day: Day): Delegation | undefined {
    return this.chronicle.delegations.heldIn(fault.post, day).find((line) => line.matter === fault.matter)
  }

  /** The line from which the planted post can be given some: its head's, or the one it hangs from. */
  private lineAbove(fault: FaultPlan, day: Day): Delegation | undefined {
    const post = this.chronicle.organisation.posts.get(fault.post)
    const root = fault.matter === null ? undefined : this.chronicle.handingOut.roots.get(fault.matter)
    if (post?.duty === 'head') return root
    return this.chronicle.delegations.running(day).find((line) => line.parent === root && line.matter === fault.matter &&
      line.entity === post?.answersTo)
  }

  private give(fault: FaultPlan, occasion: Occasion, accepted: boolean, to?: Day): Delegation {
    const { organisation, handingOut } = this.chronicle
    const parent = this.lineAbove(fault, occasion.day)
    const post = organisation.posts.get(fault.post)
    const entity = organisation.entities.get(post?.answersTo ?? '')
    const matter = entity && mattersFor(entity).find((one) => one.id === fault.matter)
    const given = parent && post && matter && handingOut.give(parent, matter, post, occasion, 0, accepted, to)
    if (!given) throw unplanted(fault)
    return given
  }
}

const unplanted = (fault: FaultPlan): Error => new Error(`The fault ${fault.id} could not be planted at ${fault.post}`)
