/** The organisation as it lives: who holds which post, who comes and goes, which certificates are held. Every change goes to the writer. */
import type { BatchWriter } from '../batch.ts'
import { addDays, type Day } from '../days.ts'
import type { DemonstrationEntity, DemonstrationPost } from '../organisation/organisation.ts'
import type { Duty } from '../organisation/titles.ts'
import {
  assignmentId, assignmentRow, credentialId, credentialRow, entityRow, personRow, postRow, type Assignment, type Credential, type Person,
} from './records.ts'

const certificateYears = 3
const daysAYear = 365

export class OrganisationHistory {
  readonly entities = new Map<string, DemonstrationEntity>()
  readonly posts = new Map<string, DemonstrationPost>()
  readonly people = new Map<string, Person>()
  /** Substantive assignments of each post, oldest first. */
  private readonly assignments = new Map<string, Assignment[]>()
  private readonly credentials = new Map<string, Credential>()
  private readonly duties = new Map<string, DemonstrationPost[]>()
  /** People whose certificates nobody renews: planted. */
  readonly neverRenewed = new Set<string>()
  private numbered = 10_000

  constructor(private readonly writer: BatchWriter, private readonly nextName: () => string) {}

  establish(entity: DemonstrationEntity, posts: readonly DemonstrationPost[]): void {
    this.entities.set(entity.id, entity)
    this.writer.put('organisation', entity.id, entityRow(entity))
    for (const post of posts) {
      this.posts.set(post.id, post)
      const key = `${post.answersTo}/${post.duty}`
      this.duties.set(key, [...(this.duties.get(key) ?? []), post])
      this.writer.put('organisation', post.id, postRow(post))
    }
  }

  postsWith(entity: string, duty: Duty): readonly DemonstrationPost[] {
    return this.duties.get(`${entity}/${duty}`) ?? []
  }

  headPost(entity: string): DemonstrationPost | null {
    return this.postsWith(entity, 'head')[0] ?? null
  }

  /** Who holds the post on a day. */
  holderOn(post: string, day: Day): string | null {
    return this.assignments.get(post)?.find((held) => held.from <= day && (held.to === null || held.to >= day))?.person ?? null
  }

  /** Who holds the post, or is about to. */
  latestHolder(post: string): Assignment | null {
    const latest = this.assignments.get(post)?.at(-1)
    return latest?.to === null ? latest : null
  }

  join(from: Day, known?: { readonly id: string; readonly name: string }): Person {
    const person: Person = { id: known?.id ?? `staff-${++this.numbered}`, name: known?.name ?? this.nextName(), from, to: null }
    this.people.set(person.id, person)
    this.writePerson(person)
    return person
  }

  appoint(person: Person, post: string, from: Day): void {
    const assignment: Assignment = { person: person.id, post, kind: 'substantive', instrument: null, from, to: null }
    this.assignments.set(post, [...(this.assignments.get(post) ?? []), assignment])
    this.writeAssignment(assignment)
  }

  /** Somebody stands in for the holder, with the instrument that says so, or without one. */
  standIn(person: string, post: string, kind: 'acting' | 'officer-in-charge', instrument: string | null, from: Day, to: Day | null): void {
    this.writeAssignment({ person, post, kind, instrument, from, to })
  }

  /** The holder leaves the post, and the organisation unless they go on elsewhere in it. */
  vacate(post: string, lastDay: Day, leavesOrganisation = true): void {
    const assignment = this.latestHolder(post)
    if (!assignment) return
    assignment.to = lastDay
    this.writeAssignment(assignment)
    const person = this.people.get(assignment.person)
    if (!person || !leavesOrganisation) return
    person.to = lastDay
    this.writePerson(person)
  }

  certify(person: string, credential: string, from: Day): void {
    const held = this.credentials.get(`${person}/${credential}`)
    if (held) return
    this.hold({ person, credential, from, to: addDays(from, certificateYears * daysAYear) })
  }

  /** Renews what runs out before `until`, for everyone still here. */
  renewCertificates(until: Day): void {
    for (const held of [...this.credentials.values()]) {
      if (held.to === null || held.to >= until || this.people.get(held.person)?.to !== null || this.neverRenewed.has(held.person)) continue
      this.hold({ ...held, from: addDays(held.to, 1), to: addDays(held.to, certificateYears * daysAYear) })
    }
  }

  /** A certificate that ends on a stated day, in place of the one held. */
  certifyUntil(person: string, credential: string, lastDay: Day): void {
    const held = this.credentials.get(`${person}/${credential}`)
    if (held) this.hold({ ...held, to: lastDay })
  }

  private hold(held: Credential): void {
    this.credentials.set(`${held.person}/${held.credential}`, held)
    this.writer.put('credentials', credentialId(held), credentialRow(held))
  }

  private writePerson(person: Person): void {
    this.writer.put('people', person.id, personRow(person, !person.id.startsWith('delegate-')))
  }

  private writeAssignment(assignment: Assignment): void {
    this.writer.put('assignments', assignmentId(assignment), assignmentRow(assignment))
  }
}
