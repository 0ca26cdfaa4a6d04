/** The delegations as they are given, accepted, narrowed and ended. Never wider than received: what is wider is not given. */
import type { BatchWriter } from '../batch.ts'
import { liesInside } from '../catalogue/ceilings.ts'
import { catalogue } from '../catalogue/catalogue.ts'
import type { Ceiling, MatterPlan } from '../catalogue/plan.ts'
import { addDays, at, type Day, type Occasion } from '../days.ts'
import type { OrganisationHistory } from './organisation-history.ts'
import { delegationRow, type Delegation, type Recipient } from './records.ts'

export const matterPlans: ReadonlyMap<string, MatterPlan> = new Map(catalogue.map((matter) => [matter.id, matter]))

export interface Gift {
  readonly parent: Delegation | null
  readonly legalBasis?: string
  readonly recipient: Recipient
  readonly matter: string
  readonly entity: string
  readonly ceiling: Ceiling
  readonly depth: number
  readonly mayExercise?: boolean
  readonly ownEntityOnly?: boolean
  readonly lowestGrade?: string
  readonly endRequired?: boolean
  readonly emergency?: string | null
  readonly from: Day
  readonly to?: Day
  readonly signedBy: string
  readonly signedAs: string
  readonly preparedBy?: string | null
  /** Left out when the recipient has not accepted yet. */
  readonly accepted: boolean
  readonly occasion: Occasion
}

export class DelegationHistory {
  private readonly all: Delegation[] = []
  private readonly below = new Map<string, Delegation[]>()
  private readonly atPost = new Map<string, Delegation[]>()
  private readonly bySigner = new Map<string, Delegation[]>()
  private readonly instruments = new Map<string, { readonly number: string; lines: number }>()
  private readonly numbered = new Map<string, number>()

  constructor(private readonly writer: BatchWriter, private readonly organisation: OrganisationHistory) {}

  give(gift: Gift): Delegation {
    if (gift.parent && !liesInside(gift.ceiling, gift.parent.ceiling)) {
      throw new Error(`The demonstration gives ${gift.matter} in ${gift.entity} wider than ${gift.parent.id}`)
    }
    const instrument = this.instrumentFor(gift)
    const line = ++instrument.lines
    const delegation: Delegation = {
      id: `${instrument.number}.${line}`, instrument: instrument.number, line,
      parent: gift.parent, legalBasis: gift.legalBasis ?? null, recipient: gift.recipient, matter: gift.matter, entity: gift.entity,
      ceiling: gift.ceiling,
      mayExercise: gift.mayExercise ?? true, depth: gift.depth, ownEntityOnly: gift.ownEntityOnly ?? false,
      lowestGrade: gift.lowestGrade ?? null,
      endRequired: gift.endRequired ?? false, emergency: gift.emergency ?? null, from: gift.from, to: gift.to ?? null, preparedBy: gift.preparedBy ?? null,
      signedBy: gift.signedBy, signedAs: gift.signedAs, signedOn: gift.occasion.signedAt,
      acceptedBy: null, acceptedOn: null, confirmedBy: null, endedOn: null, endReason: null,
    }
    this.all.push(delegation)
    if (gift.parent) file(this.below, gift.parent.id, delegation)
    if ('post' in gift.recipient) file(this.atPost, gift.recipient.post, delegation)
    file(this.bySigner, gift.signedAs, delegation)
    if (gift.accepted) this.accept(delegation, gift.occasion.acceptedAt)
    else this.write(delegation)
    return delegation
  }

  accept(delegation: Delegation, instant: string): void {
    const recipient = delegation.recipient
    delegation.acceptedBy = 'person' in recipient ? recipient.person : (this.organisation.latestHolder(recipient.post)?.person ?? null)
    delegation.acceptedOn = delegation.acceptedBy === null ? null : instant
    this.write(delegation)
  }

  confirm(delegation: Delegation, by: string): void {
    delegation.confirmedBy = by
    this.write(delegation)
  }

  narrow(delegation: Delegation, ceiling: Ceiling): void {
    delegation.ceiling = ceiling
    this.write(delegation)
  }

  /** Ends it and everything below it. */
  end(delegation: Delegation, lastDay: Day, reason: 'revoked' | 'withdrawn'): void {
    if (delegation.endedOn !== null || (delegation.to !== null && delegation.to <= lastDay)) return
    for (const child of this.childrenOf(delegation)) this.end(child, lastDay, reason)
    delegation.endedOn = at(addDays(lastDay, 1), '00:00')
    delegation.endReason = reason
    this.write(delegation)
  }

  childrenOf(delegation: Delegation): readonly Delegation[] {
    return this.below.get(delegation.id) ?? []
  }

  /** Whether anything still hangs below the line. */
  passedOn(delegation: Delegation, day: Day): boolean {
    return this.childrenOf(delegation).some((child) => isRunning(child, day))
  }

  /** What is held in a post, by its holder or in person. */
  heldIn(post: string, day: Day): readonly Delegation[] {
    return (this.atPost.get(post) ?? []).filter((delegation) => isRunning(delegation, day))
  }

  signedIn(post: string, day: Day): readonly Delegation[] {
    return (this.bySigner.get(post) ?? []).filter((delegation) => isRunning(delegation, day))
  }

  running(day: Day): readonly Delegation[] {
    return this.all.filter((delegation) => isRunning(delegation, day))
  }

  /** One signature stands under all that a signatory gives in an entity on a day; documents are numbered by the year. */
  private instrumentFor({ occasion, signedAs, entity }: Gift): { readonly number: string; lines: number } {
    const document = `${occasion.day}/${occasion.starts}/${signedAs}/${entity}`
    const known = this.instruments.get(document)
    if (known) return known
    const year = occasion.day.slice(0, 4)
    const number = (this.numbered.get(year) ?? 0) + 1
    this.numbered.set(year, number)
    const opened = { number: `${year}-${String(number).padStart(4, '0')}`, lines: 0 }
    this.instruments.set(document, opened)
    return opened
  }

  private write(delegation: Delegation): void {
    this.writer.put('delegations', delegation.id, delegationRow(delegation))
  }
}

const file = (drawer: Map<string, Delegation[]>, key: string, delegation: Delegation): void => {
  const filed = drawer.get(key)
  if (filed) filed.push(delegation)
  else drawer.set(key, [delegation])
}

export const isRunning = (delegation: Delegation, day: Day): boolean =>
  delegation.endedOn === null && (delegation.to === null || delegation.to >= day)
