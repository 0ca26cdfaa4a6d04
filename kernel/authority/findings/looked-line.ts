/** A delegation under the monitor's eye: what its rules share is found once, and only if one of them asks. */
import { chainCarries, stopOf } from '../chain.ts'
import { exercising, personsExercising } from '../exercising.ts'
import type { Ground } from '../ground.ts'
import type { FrameworkFact } from '../model.ts'
import type { StopCode } from '../reasons.ts'
import type { DelegationRow } from '../store/delegation-row.ts'
import type { Look } from './look.ts'

export class LookedLine {
  readonly ground: Ground
  readonly parent: DelegationRow | null
  /** What stops it by its own record; null: it runs. */
  readonly stop: StopCode | null
  #persons: readonly string[] | null = null
  #carried: boolean | null = null

  constructor(readonly look: Look, readonly row: DelegationRow) {
    this.ground = look.groundOf(row)
    this.parent = row.isRoot ? null : look.register.parentOf(row, look.times)
    this.stop = stopOf(this.ground, row)
    look.watchLine(row)
    if (this.parent !== null) look.watchLine(this.parent)
  }

  /**
   * Who exercises it now: a person, whoever sits in the post with authority of record. Members of a body or a class and joint holders come
   * and go; they are looked at when they decide.
   */
  get persons(): readonly string[] {
    if (this.#persons === null) {
      const { post, holderKind } = this.row
      if (post !== null) this.look.watchPost(post, this.ground.longestActingDays)
      if (holderKind === 'post' && post !== null) this.#persons = this.#inPost(post)
      else this.#persons = holderKind === 'person' || holderKind === 'person-in-post' ? personsExercising(this.ground, this.row) : []
    }
    return this.#persons
  }

  #inPost(post: string): readonly string[] {
    const { substantive, acting } = this.look.seatOf(post)
    if (acting.length === 0) return substantive
    const standing = acting.filter(person => !substantive.includes(person) && exercising(this.ground, this.row, person).fault === null)
    return [...substantive, ...standing]
  }

  /** Whether the whole chain above carries it: nothing is then wrong with how it was passed on. */
  get carried(): boolean {
    return (this.#carried ??= chainCarries(this.ground, this.row))
  }

  get framework(): FrameworkFact | null {
    const { matter, world } = this.ground
    return matter === null ? null : world.get('framework', matter.framework)
  }
}
