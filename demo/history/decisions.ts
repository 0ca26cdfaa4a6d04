/** What those who hold authority decided with it, quarter by quarter: acts as the systems that took them would report them. */
import type { BatchWriter, FileRow } from '../batch.ts'
import { addDays, at, daysBetween, type Day } from '../days.ts'
import { faultPlans } from '../faults.ts'
import type { Random } from '../random.ts'
import { matterPlans, type DelegationHistory } from './delegations.ts'
import type { OrganisationHistory } from './organisation-history.ts'
import type { Delegation } from './records.ts'

/** Matters decided day by day, and what the decision reads like. */
const daily: Readonly<Record<string, string>> = {
  'award-contract': 'Contract awarded', 'amend-contract': 'Contract amended', 'low-value-purchase': 'Bought on the market',
  'petty-cash': 'Imprest replenished', 'redeploy-funds': 'Money moved between objects of expenditure',
}
const committeeOver = 500_000
/** Shares of what the line allows, small enough to lie inside it after a review has narrowed it. */
const shares = [0.01, 0.02, 0.05, 0.05, 0.1, 0.1, 0.15, 0.2]

/** Lines a planted fault narrows far below what was decided on them: left alone, so that only what is planted is found. */
const isNarrowedLater = ({ matter, entity }: Delegation): boolean =>
  faultPlans.some((fault) => fault.rule === 'never-wider' && fault.matter === matter && fault.post.startsWith(`${entity}-`))

interface Decider {
  readonly person: string
  readonly post: string | null
}

export class Decisions {
  private readonly numbered = new Map<string, number>()

  constructor(
    private readonly writer: BatchWriter, private readonly organisation: OrganisationHistory, private readonly delegations: DelegationHistory,
    private readonly random: Random,
  ) {}

  /** Decisions of the days after `from` and before `until`, on lines that run all the while; told before anything changes on `until`. */
  between(from: Day, until: Day, count: number): void {
    const lines = this.delegations.running(until).filter((line) => this.isUsable(line, from, until))
    for (let told = 0; lines.length > 0 && told < count; told++) this.decide(this.random.pick(lines), from, until)
  }

  private isUsable(line: Delegation, from: Day, until: Day): boolean {
    return line.matter in daily && !isNarrowedLater(line) && line.mayExercise && line.parent !== null && line.acceptedOn !== null && line.acceptedOn < at(from, '23:59') &&
      line.from <= addDays(from, 1) && (line.to === null || line.to >= until) && (line.ceiling.upTo !== undefined || line.ceiling.byMethod !== undefined)
  }

  private deciderOn({ recipient }: Delegation, day: Day): Decider | null {
    const post = 'post' in recipient ? recipient.post : null
    const holder = post === null ? null : this.organisation.holderOn(post, day)
    if (!('person' in recipient)) return holder === null ? null : { person: holder, post }
    return post === null || holder === recipient.person ? { person: recipient.person, post } : null
  }

  private decide(line: Delegation, from: Day, until: Day): void {
    const day = addDays(from, this.random.int(2, Math.max(2, daysBetween(from, until) - 2)))
    const share = this.random.pick(shares)
    const [method, upTo] = this.random.pick(Object.entries(line.ceiling.byMethod ?? { '': line.ceiling.upTo ?? 0 }))
    const supplier = this.random.int(1, 400)
    const hour = String(this.random.int(8, 17)).padStart(2, '0')
    const decider = this.deciderOn(line, day)
    if (decider === null || this.deciderOn(line, addDays(from, 1))?.person !== decider.person) return
    const amount = Math.max(10, Math.round((upTo * share) / 10) * 10)
    const bought = matterPlans.get(line.matter)?.area === 'procurement'
    this.record({
      person: decider.person, capacity: decider.post, matter: line.matter, delegation: line.id, entity: line.entity, currency: 'USD', amount,
      method: method === '' ? null : method, supplier: bought && line.matter !== 'low-value-purchase' ? `supplier-${supplier}` : null,
      facts: amount > committeeOver && line.matter === 'award-contract' ? 'committee-advice=true' : null,
      decided_on: at(day, `${hour}:30`), what: daily[line.matter],
    })
  }

  /** Returns the number it was given. */
  record(act: FileRow & { readonly decided_on: string }): string {
    const year = act.decided_on.slice(0, 4)
    const number = (this.numbered.get(year) ?? 0) + 1
    this.numbered.set(year, number)
    const id = `D-${year}-${String(number).padStart(4, '0')}`
    this.writer.put('acts', id, { id, ...act, source: 'invented' })
    return id
  }
}
