/**
 * The rules of `may` as a lawyer would read them, over a plain list of everything ever recorded. No index, no shortcut, nothing shared with
 * the engine but the nouns and the reading of amounts. What the decision itself must be stands in `reference-schedules.ts`. The engine is proven against this page; where the two differ, this page is right.
 */
import type {
  Answer,
  AssignmentFact,
  DelegationFact,
  Fact,
  FactKind,
  Instant,
  LedgerNumber,
  MatterFact,
  Question,
  Times,
} from '../model.ts'
import { declaredAt, incompatible, isWaived, providerDecides, wrongContract } from './reference-circumstances.ts'
import { capacities, unsigned, wrongHolder } from './reference-holders.ts'
import { counting, lawOf } from './reference-transition.ts'
import { liesWithin, limitSays, type Setting } from './reference-limits.ts'
import { conflicts, conflictsInBody, decisionAsked, open, quorum, unjudged } from './reference-schedules.ts'

export interface Entry {
  readonly fact: Fact
  readonly number: LedgerNumber
  readonly recordedAt: Instant
}

export interface Opinion {
  readonly answer: Answer
  readonly codes: ReadonlySet<string>
}

const day = 86_400_000

/** Reads the whole record for one question at (D, R). */
export class ByTheBook {
  readonly #entries: readonly Entry[]
  readonly on: Instant
  readonly #known: LedgerNumber
  readonly #read = new Map<FactKind, readonly Fact[]>()

  constructor(entries: readonly Entry[], { on, known }: Pick<Times, 'on' | 'known'>) {
    this.#entries = entries
    this.on = on
    this.#known = known
  }

  /* ── What the register says ── */

  /** Of each identity, the version last recorded by R, as it stood on D. Read once for each kind. */
  all<K extends FactKind>(kind: K): readonly Extract<Fact, { kind: K }>[] {
    type Kind = Extract<Fact, { kind: K }>
    const read = this.#read.get(kind) as readonly Kind[] | undefined
    if (read !== undefined) return read
    const latest = new Map<string, Kind>()
    for (const { fact, number } of this.#entries) {
      if (fact.kind === kind && number <= this.#known) latest.set(fact.id, (fact.kind === 'delegation' ? this.#asItStood(fact) : fact) as Kind)
    }
    const all = [...latest.values()]
    this.#read.set(kind, all)
    return all
  }

  /** A version says what it changes and from when: before, what it says it was counts. */
  #asItStood(fact: DelegationFact): DelegationFact {
    for (const { until, ...terms } of fact.formerly ?? []) if (this.on < until) return { ...fact, ...terms }
    return fact
  }

  runs(fact: { effectiveFrom: Instant | null; effectiveTo: Instant | null }): boolean {
    return (fact.effectiveFrom ?? -Infinity) <= this.on && this.on < (fact.effectiveTo ?? Infinity)
  }

  effective<K extends Exclude<FactKind, 'delegation'>>(kind: K, id: string): Extract<Fact, { kind: K }> | undefined {
    return this.all(kind).find(
      (fact: { readonly id: string; effectiveFrom: Instant | null; effectiveTo: Instant | null }) => fact.id === id && this.runs(fact),
    )
  }

  /** The register opens at the midnight of its first record; what is recorded that day counts from there. */
  #openedAt(): Instant | null {
    const first = this.#entries[0]
    return first === undefined ? null : Math.floor(first.recordedAt / day) * day
  }

  publishedAt(id: string): Instant {
    const first = this.#entries.find(entry => entry.fact.kind === 'delegation' && entry.fact.id === id) as Entry
    const opened = this.#openedAt() ?? 0
    return first.recordedAt < opened + day ? opened : first.recordedAt
  }

  delegation(id: string): DelegationFact | undefined {
    return this.all('delegation').find(fact => fact.id === id)
  }

  running(person: string): AssignmentFact[] {
    return this.all('assignment').filter(held => held.person === person && this.runs(held))
  }

  /* ── The organisation ── */

  under(entity: string, roots: readonly string[]): boolean {
    const seen = new Set<string>()
    let current: string | null = entity
    while (current !== null && !seen.has(current)) {
      if (roots.includes(current)) return true
      seen.add(current)
      current = this.effective('entity', current)?.parent ?? null
    }
    return false
  }

  posts(holder: DelegationFact['holder']): string[] {
    if (holder.kind === 'body' || holder.kind === 'class') return []
    if (holder.kind === 'joint') return [...holder.posts]
    if (holder.kind !== 'person') return [holder.post]
    return this.running(holder.person)
      .filter(held => held.assignment === 'substantive')
      .map(held => held.post)
  }

  seats(holder: DelegationFact['holder']): string[] {
    if (holder.kind === 'body') return [this.effective('body', holder.body)?.entity ?? []].flat()
    if (holder.kind === 'class') return [holder.entity]
    return this.posts(holder).flatMap(post => this.effective('post', post)?.entity ?? [])
  }

  matter(id: string): MatterFact | undefined {
    const matter = this.effective('matter', id)
    return matter !== undefined && this.effective('framework', matter.framework) !== undefined ? matter : undefined
  }

  #grades(matter: MatterFact): readonly string[] {
    return this.all('framework').find(({ id }) => id === matter.framework)?.grades ?? []
  }

  #setting(matter: MatterFact): Setting {
    const under = (place: string | null, roots: readonly string[], steps = 0): boolean =>
      place !== null && steps < 100 && (roots.includes(place) || under(this.effective('place', place)?.parent ?? null, roots, steps + 1))
    return { grades: this.#grades(matter), basis: matter.basis, under }
  }

  /* ── In force ── */

  /** What keeps a delegation from being in force by its own record. */
  stops(fact: DelegationFact, matter: MatterFact): string[] {
    const d = this.on
    const stops: string[] = []
    if (fact.endedAt !== null && fact.endedAt <= d) stops.push(fact.endReason ?? 'revoked')
    if (fact.fallsAt !== null && fact.fallsAt <= d) stops.push('fallen')
    if (fact.suspensions.some(({ from, to }) => from <= d && (to === null || d < to))) stops.push('suspended')
    if (fact.emergency !== null && !declaredAt(fact.emergency, d)) stops.push('emergency-dormant')
    if (matter.acceptance === 'before-use' && (fact.acceptedAt === null || d < fact.acceptedAt)) stops.push('not-accepted')
    if (d < fact.effectiveFrom || (fact.effectiveTo !== null && fact.effectiveTo <= d)) stops.push('not-in-force')
    if (d < this.publishedAt(fact.id)) stops.push('not-published')
    return stops
  }

  /** The delegation, what it was passed on from, and so on; with whether the climb ended at a root. */
  chain(fact: DelegationFact): { links: DelegationFact[]; whole: boolean } {
    const links = [fact]
    for (let at = fact; at.parent !== null; ) {
      const parent = this.delegation(at.parent)
      if (parent === undefined || links.includes(parent)) return { links, whole: false }
      links.push(parent)
      at = parent
    }
    return { links, whole: true }
  }

  inForce(fact: DelegationFact, matter: MatterFact): boolean {
    const { links, whole } = this.chain(fact)
    return whole && links.every(link => this.stops(link, matter).length === 0)
  }

  /** What is wrong with how a child hangs below its parent. */
  #wrongLink(child: DelegationFact, parent: DelegationFact, matter: MatterFact): string[] {
    const wrong: string[] = []
    const permission = parent.subdelegation
    const setting = this.#setting(matter)
    if (child.matter !== parent.matter) wrong.push('exact-matter')
    if (permission === null || permission.depth < 1 || matter.delegable !== 'yes') wrong.push('no-subdelegation')
    if (permission?.endRequired === true && child.effectiveTo === null) wrong.push('end-required')
    if (!liesWithin(child.limits, parent.limits, setting)) wrong.push('never-wider')
    if (permission !== null && permission.limits !== null && !liesWithin(child.limits, permission.limits, setting)) wrong.push('never-wider')
    if (child.entities.some(entity => this.effective('entity', entity) !== undefined && !this.under(entity, parent.entities))) {
      wrong.push('wrong-entity')
    }
    return wrong
  }

  #wrongRecipient(child: DelegationFact, parent: DelegationFact, matter: MatterFact): string[] {
    const permission = parent.subdelegation
    if (permission === null) return []
    const seats = this.seats(parent.holder)
    const own = seats.length > 0 ? seats : parent.entities
    const grades = this.#grades(matter)
    const inside = this.seats(child.holder).map(seat => this.under(seat, own))
    const { lowestGrade } = permission
    const theirs = child.holder.kind === 'class'
      ? [child.holder.grade]
      : this.posts(child.holder).map(post => this.effective('post', post)?.grade ?? null)
    const reach = theirs.map(
      grade => lowestGrade === null ||
        (grade !== null && grades.includes(lowestGrade) && grades.indexOf(grade) >= grades.indexOf(lowestGrade)),
    )
    // Every one of posts that hold jointly; any one of the posts a person is in.
    const jointly = child.holder.kind === 'joint'
    const inOwn = jointly ? !inside.includes(false) : inside.includes(true)
    const high = lowestGrade === null || (jointly ? !reach.includes(false) : reach.includes(true))
    return (permission.ownEntityOnly && !inOwn) || !high ? ['recipient-scope'] : []
  }

  #wrongAbove(fact: DelegationFact, matter: MatterFact): string[] {
    const { links, whole } = this.chain(fact)
    const wrong = whole ? [] : ['chain-broken']
    for (let distance = 1; distance < links.length; distance++) {
      const child = links[distance - 1] as DelegationFact
      const parent = links[distance] as DelegationFact
      const depth = parent.subdelegation?.depth ?? 0
      if (this.stops(parent, matter).length > 0) wrong.push('chain-broken')
      if (depth > 0 && depth < distance) wrong.push('too-deep')
      wrong.push(...this.#wrongLink(child, parent, matter))
      if (distance === 1) wrong.push(...this.#wrongRecipient(child, parent, matter))
    }
    return wrong
  }

  /* ── Who, where, how much ── */

  #wrongHolder(fact: DelegationFact, person: string, matter: MatterFact): string[] {
    return wrongHolder(this, fact, person, matter)
  }

  /** As asked, else the one entity the holder sits in. */
  decidedIn(fact: DelegationFact, question: Question, matter: MatterFact): string | undefined {
    const shared = fact.holder.kind === 'class' || fact.holder.kind === 'joint'
    const own = shared ? capacities(this, fact, question, matter).flatMap(post => this.effective('post', post)?.entity ?? []) : this.seats(fact.holder)
    const seats = [...new Set(own)]
    return question.entity ?? (seats.length === 1 ? seats[0] : undefined)
  }

  #wrongPlace(fact: DelegationFact, question: Question, matter: MatterFact): string[] {
    const entity = this.decidedIn(fact, question, matter)
    if (entity === undefined) return ['cannot-evaluate']
    if (!this.#isUnderFramework(entity, matter)) return ['outside-framework']
    return this.under(entity, fact.entities) ? [] : ['wrong-entity']
  }

  #isUnderFramework(id: string, matter: MatterFact): boolean {
    const entity = this.effective('entity', id)
    if (entity === undefined) return false
    return matter.rules === null ? entity.rules.length > 0 : entity.rules.includes(matter.rules)
  }

  #wrongLimit(fact: DelegationFact, question: Question, matter: MatterFact): string[] {
    const decision = decisionAsked(this, question, matter, this.decidedIn(fact, question, matter))
    return limitSays(fact.limits, decision, this.#setting(matter))
  }

  #wrongPerson(fact: DelegationFact, question: Question, person: string, matter: MatterFact): string[] {
    const wrong = matter.prerequisites.flatMap(({ credential, onLapse, graceDays = 0 }) => {
      if (onLapse === 'blocks-issue') return []
      const held = this.all('credential').filter(fact => fact.person === person && fact.credential === credential)
      if (held.some(fact => this.runs(fact)) || isWaived(this, matter, credential, person)) return []
      const lapsed = held.map(fact => fact.effectiveTo ?? Infinity).filter(end => end <= this.on)
      if (lapsed.length === 0) return ['prerequisite-missing']
      const graceful = onLapse === 'grace' && lapsed.some(end => this.on < end + graceDays * day)
      return graceful ? [] : ['prerequisite-lapsed']
    })
    return [
      ...wrong,
      ...conflicts(this, question, matter, person),
      ...wrongContract(this, person, matter),
      ...incompatible(this, fact, question, person, matter),
      ...providerDecides(this, fact, question, matter),
    ]
  }

  #wrong(fact: DelegationFact, question: Question, matter: MatterFact): string[] {
    const { person, capacity } = question
    const posts = capacities(this, fact, question, matter)
    return [
      ...this.stops(fact, matter),
      ...this.#wrongAbove(fact, matter),
      ...(fact.mayExercise ? [] : ['designate-only']),
      ...(capacity !== undefined && fact.holder.kind !== 'body' && !posts.includes(capacity) ? ['other-capacity'] : []),
      ...this.#wrongPlace(fact, question, matter),
      ...this.#wrongLimit(fact, question, matter),
      ...(matter.personalOnly && fact.holder.kind !== 'person' && fact.holder.kind !== 'person-in-post' ? ['personal-only'] : []),
      ...unjudged(this, question, matter, this.decidedIn(fact, question, matter)),
      ...conflictsInBody(this, question, matter),
      ...(person === undefined ? [] : this.#wrongHolder(fact, person, matter)),
      ...(person === undefined ? providerDecides(this, fact, question, matter) : this.#wrongPerson(fact, question, person, matter)),
    ]
  }

  /* ── The answer ── */

  #isOutside(question: Question, matter: MatterFact): boolean {
    if (question.body !== undefined && this.effective('body', question.body) === undefined) return true
    if (question.person !== undefined && this.effective('person', question.person)?.staff !== true) return true
    const acted = this.running(question.person ?? '').filter(held => question.capacity === undefined || held.post === question.capacity)
    const entities =
      question.entity !== undefined
        ? [question.entity]
        : question.body !== undefined
          ? this.seats({ kind: 'body', body: question.body })
          : acted.flatMap(held => this.effective('post', held.post)?.entity ?? [])
    return entities.length > 0 && entities.every(entity => !this.#isUnderFramework(entity, matter))
  }

  /** Whether it is the person's by name, or that of any post they were ever in: alone, as one of a class or jointly. */
  isLinkedTo({ holder }: DelegationFact, person: string): boolean {
    const posts = this.all('assignment')
      .filter(held => held.person === person)
      .map(held => held.post)
    switch (holder.kind) {
      case 'body':
        return false
      case 'person':
      case 'person-in-post':
        return holder.person === person
      case 'post':
        return posts.includes(holder.post)
      case 'joint':
        return holder.posts.some(post => posts.includes(post))
      case 'class':
        return this.all('post').some(
          post => posts.includes(post.id) && post.grade === holder.grade && this.under(post.entity, [holder.entity]),
        )
    }
  }

  /** Whether it is the asker's, in any state. */
  #isAskers(fact: DelegationFact, { person, body }: Question): boolean {
    return body === undefined ? this.isLinkedTo(fact, person ?? '') : fact.holder.kind === 'body' && fact.holder.body === body
  }

  #advises({ person, capacity }: Question, matter: MatterFact): boolean {
    return (
      person !== undefined &&
      this.running(person).some(({ post }) => matter.advisers.includes(post) && (capacity === undefined || capacity === post))
    )
  }

  /** The first answer that applies. */
  may(question: Question): Opinion {
    const say = (answer: Answer, codes: readonly string[]): Opinion => ({ answer, codes: new Set(codes) })
    const opened = this.#openedAt()
    if (opened === null || this.on < opened) return say('before-register', ['before-register'])
    const law = lawOf(this, question)
    if (law === undefined) return say('no-such-matter', ['no-such-matter'])
    const { matter } = law
    const counts = counting(this, matter, law.kept)
    if (this.#isOutside(question, matter)) return say('outside', ['outside-framework'])

    const held = counts.filter(fact => this.#isAskers(fact, question))
    const wrong = held.map(fact => this.#wrong(fact, question, matter))
    const opens = held.map(fact => [
      ...open(this, question, matter, this.decidedIn(fact, question, matter)),
      ...unsigned(this, fact, question, matter, (asked, person) => this.#wrongPerson(fact, asked, person, matter)),
    ])
    const found = held.length === 0 ? ['constitutive'] : [...wrong.flat(), ...opens.flat()]
    const anybody = counts.some(fact => this.inForce(fact, matter))
    if (!anybody || matter.delegable === 'no') return say('reserved', ['reserved', ...found])
    if (this.#advises(question, matter)) return say('refer', ['adviser', ...found])
    const waiting = held.flatMap((_, index) => (wrong[index]?.length === 0 ? [[...(opens[index] ?? []), ...quorum(this, question)]] : []))
    if (waiting.length === 0) return say('refused', found)
    const least = Math.min(...waiting.map(missing => missing.length))
    return say(least === 0 ? 'permitted' : 'not-yet', waiting.filter(missing => missing.length === least).flat())
  }
}
