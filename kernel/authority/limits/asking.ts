/** A question as limits see it. What few limits ask for is made when they do. */
import { scaledOrNull, type Scaled } from '../amount.ts'
import { Counting } from '../counting.ts'
import type { Ground } from '../ground.ts'
import type { Basis, Instant, Question } from '../model.ts'
import { inTree } from '../world.ts'
import { circumstancesOf, type Circumstances } from './circumstances.ts'
import type { Asked } from './dimension.ts'

export class Asking implements Asked {
  readonly grades: readonly string[]
  readonly basis: Basis
  readonly at: Instant
  readonly act: Scaled | null
  readonly #ground: Ground
  #counting: Counting | null = null
  #circumstances: Circumstances | null = null

  constructor(ground: Ground, readonly question: Question) {
    this.grades = ground.grades
    this.basis = ground.matter?.basis ?? 'act'
    this.at = ground.times.on
    this.act = question.amount === undefined ? null : scaledOrNull(question.amount.value)
    this.#ground = ground
  }

  get counting(): Counting {
    return (this.#counting ??= new Counting(this.#ground, this.question, this.act))
  }

  get circumstances(): Circumstances {
    return (this.#circumstances ??= circumstancesOf(this.question, this.#ground.world))
  }

  placeUnder(place: string, roots: readonly string[]): boolean {
    return roots.some(root => inTree(this.#ground.world, 'place', place, root))
  }
}
