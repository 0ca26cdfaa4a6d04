/** What the rules look at: the register at two times. A watching look also remembers when, by the passing of time alone, it must look again. */
import { groundOf, type Ground } from '../ground.ts'
import type { MentioningKind } from '../mentions.ts'
import type { Fact, FactKind, Instant, Times } from '../model.ts'
import type { Register } from '../register.ts'
import type { DelegationRow } from '../store/delegation-row.ts'
import type { World } from '../world.ts'

const day = 86_400_000

/** What the organisation sets for its monitor, beside what its framework says. */
export interface MonitorTerms {
  /** Days before its end at which a line that nothing follows is a finding. */
  readonly expiringDays: number
  /** Days a post that holds authority may stand empty, or its holder be away with nobody in charge. */
  readonly vacancyDays: number
  /** Days a new holder has to confirm what the predecessor passed on. */
  readonly confirmDays: number
}

export const usualTerms: MonitorTerms = { expiringDays: 30, vacancyDays: 30, confirmDays: 60 }

/** Persons in a post, by how they hold it. */
export interface Seat {
  readonly post: string
  readonly substantive: readonly string[]
  readonly acting: readonly string[]
}

interface Dated {
  readonly effectiveFrom: Instant | null
  readonly effectiveTo: Instant | null
}

export class Look {
  readonly world: World
  readonly #grounds = new Map<string, Ground>()
  readonly #groundsByNumber = new Map<number, Ground>()
  readonly #has = new Map<FactKind, boolean>()
  #seat: Seat | null = null
  #next: Instant = Infinity

  constructor(
    readonly register: Register, readonly times: Times, readonly terms: MonitorTerms, private readonly watching: boolean = false,
  ) {
    const world = register.world(times)
    this.world = watching ? this.#watched(world) : world
  }

  get at(): Instant {
    return this.times.on
  }

  /** Whether an instant has come; one that has not is remembered. */
  reached(instant: Instant | null): boolean {
    if (instant === null) return false
    if (instant <= this.times.on) return true
    this.note(instant)
    return false
  }

  note(instant: Instant | null): void {
    if (instant !== null && instant > this.times.on && instant < this.#next) this.#next = instant
  }

  /** Whether it runs now; its ends are remembered. */
  runs({ effectiveFrom, effectiveTo }: Dated): boolean {
    const begun = effectiveFrom === null || this.reached(effectiveFrom)
    return begun && (effectiveTo === null || !this.reached(effectiveTo))
  }

  ground(matter: string): Ground {
    let ground = this.#grounds.get(matter)
    if (ground === undefined) {
      ground = { ...groundOf(this.register, matter, this.times), world: this.world }
      this.#grounds.set(matter, ground)
    }
    return ground
  }

  /** The ground of a line's matter, without spelling the matter out for each line. */
  groundOf(row: DelegationRow): Ground {
    const number = row.columns.matter.get(row.row)
    let ground = this.#groundsByNumber.get(number)
    if (ground === undefined) this.#groundsByNumber.set(number, (ground = this.ground(row.matter)))
    return ground
  }

  /** Whether the register holds any fact of a kind at all: what is nowhere need not be looked for line by line. */
  has(kind: Exclude<FactKind, 'delegation'>): boolean {
    let has = this.#has.get(kind)
    if (has === undefined) {
      has = false
      for (const _ of this.register.facts(kind, this.times.known)) {
        has = true
        break
      }
      this.#has.set(kind, has)
    }
    return has
  }

  /** Who sits in a post now. Lines of one post mostly come one after another: the last is kept. */
  seatOf(post: string): Seat {
    if (this.#seat === null || this.#seat.post !== post || this.watching) {
      const held = this.register.incumbents(post, this.times)
      const here = (person: string): boolean => this.world.get('person', person) !== null
      this.#seat = {
        post,
        substantive: [...new Set(held.filter(({ assignment }) => assignment === 'substantive').map(({ person }) => person))].filter(here),
        acting: [...new Set(held.filter(({ assignment }) => assignment !== 'substantive').map(({ person }) => person))].filter(here),
      }
    }
    return this.#seat
  }

  /** When a line's own record changes what it is by time alone. */
  watchLine(row: DelegationRow): void {
    if (!this.watching) return
    for (const at of [row.effectiveFrom, row.effectiveTo, row.acceptedAt, row.endedAt, row.fallsAt, this.register.publishedAt(row)]) this.note(at)
    for (const { from, to } of row.suspensions) this.#span(from, to)
    for (const { until } of row.formerly) this.note(until)
    const { emergency } = row
    for (const { from, to } of emergency?.declared ?? []) {
      this.#span(from, to)
      if (emergency !== null && emergency.lapsesAfterDays !== null) this.note(from + emergency.lapsesAfterDays * day)
    }
  }

  /** When who sits in a post, and with what authority, changes by time alone. */
  watchPost(post: string, longestActingDays: number | null): void {
    if (!this.watching) return
    for (const { effectiveFrom, effectiveTo } of this.register.assignmentsTo(post, this.times.known)) {
      this.#span(effectiveFrom, effectiveTo)
      if (effectiveFrom !== null && longestActingDays !== null) this.note(effectiveFrom + longestActingDays * day)
    }
  }

  /** The earliest instant after now at which what was looked at since the last time may look otherwise; Infinity: never by itself. */
  lookAgainAt(): Instant {
    const next = this.#next
    this.#next = Infinity
    return next
  }

  #span(from: Instant | null, to: Instant | null): void {
    this.note(from)
    this.note(to)
  }

  #noted<F extends Dated>(facts: readonly F[]): readonly F[] {
    for (const { effectiveFrom, effectiveTo } of facts) this.#span(effectiveFrom, effectiveTo)
    return facts
  }

  /** The organisation, each fact noted as it is read. Entities, matters and frameworks are watched once for all. */
  #watched(world: World): World {
    const { register, times } = this
    return {
      at: times.on,
      get: <K extends Exclude<FactKind, 'delegation'>>(kind: K, id: string): Extract<Fact, { kind: K }> | null => {
        if (kind === 'entity' || kind === 'matter' || kind === 'framework') return world.get(kind, id)
        const fact: Fact | null = register.fact(kind, id, times.known)
        if (fact !== null && 'effectiveTo' in fact) this.#span(fact.effectiveFrom, fact.effectiveTo)
        return world.get(kind, id)
      },
      assignmentsOf: person => {
        this.#noted(register.mentioning('assignment', `person:${person}`, times.known))
        return world.assignmentsOf(person)
      },
      credentialsOf: person => this.#noted(world.credentialsOf(person)),
      mentioning: <K extends MentioningKind>(kind: K, key: string): readonly Extract<Fact, { kind: K }>[] =>
        this.#noted(world.mentioning(kind, key) as readonly (Extract<Fact, { kind: K }> & Dated)[]),
    }
  }
}
