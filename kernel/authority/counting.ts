/** What an act amounts to on a basis (rule 4): itself, with the earlier acts the register knows, in the currency it is held against. */
import { yearAround } from '../time/instants.ts'
import { parseDecimal, scaledOrNull, type Scaled } from './amount.ts'
import type { Ground } from './ground.ts'
import { actsInYear, yearOf } from './mentions.ts'
import type { Basis, ExerciseFact, Instant, Money, Question } from './model.ts'
import { moreThan, plus, rateAt, times, whole, type Fraction } from './rates.ts'
import { inSubtree, subtreeOf } from './world.ts'

/** An amount to compare: whole ten-thousandths, and whether a conversion left a fraction of one above. */
export interface Counted {
  readonly value: Scaled
  readonly more: boolean
}

/** Why there is nothing to compare: what would have to be known. */
export interface Needs {
  readonly needs: string
}

const counted = ({ over, under }: Fraction): Counted => {
  const value = over / under
  return { value: value <= Number.MAX_SAFE_INTEGER ? Number(value) : value, more: over % under !== 0n }
}

/** "USD 5000", or "5000" in the currency given. Null: neither. */
function moneyOf(text: string, currency: string): Money | null {
  const [, written = currency, value = ''] = /^(?:([A-Z]{3}) )?(\S+)$/.exec(text) ?? []
  return scaledOrNull(value) === null ? null : { currency: written, value }
}

/** Up to so many entities are asked for their acts one by one; of more, the acts of the whole matter are looked through. */
const fewEntities = 64

/** Counts for one question at (D, R). */
export class Counting {
  readonly #act: Counted | null
  readonly #totals = new Map<string, Fraction | Needs>()

  /** `act`: the amount of the act itself, if it can be read. */
  constructor(private readonly ground: Ground, private readonly question: Question, act: Scaled | null) {
    this.#act = act === null ? null : { value: act, more: false }
  }

  /** The amount on a basis, this act included. `entity`: where the decision takes effect. */
  amount(basis: Basis, currency: string, entity: string | null): Counted | Needs {
    if (this.#act === null) return { needs: 'amount' }
    if (basis === 'act' && currency === this.question.amount?.currency) return this.#act
    const total = this.total(basis, currency, entity)
    return 'needs' in total ? total : counted(total)
  }

  /** As `amount`, to the last fraction. */
  total(basis: Basis, currency: string, entity: string | null): Fraction | Needs {
    const key = `${basis} ${currency} ${entity}`
    let total = this.#totals.get(key)
    if (total === undefined) this.#totals.set(key, (total = this.#sum(basis, currency, entity)))
    return total
  }

  /** Acts on a basis, this one included. */
  count(basis: Basis, entity: string | null): number | Needs {
    const earlier = this.earlier(basis, entity)
    return 'needs' in earlier ? earlier : earlier.length + 1
  }

  /** The amount a fact of the question states. */
  stated(fact: string, currency: string): Counted | Needs {
    const text = this.question.facts?.[fact]
    const money = text === undefined ? null : moneyOf(text, this.question.amount?.currency ?? currency)
    if (money === null) return { needs: fact }
    const value = this.#in(currency, money, this.ground.times.on)
    return 'needs' in value ? value : counted(value)
  }

  /** Acts decided by D that count together with this one. */
  earlier(basis: Basis, entity: string | null): readonly ExerciseFact[] | Needs {
    const { contract, requirement, beneficiary, matter } = this.question
    switch (basis) {
      case 'act':
        return []
      case 'contract':
        return contract === undefined ? [] : this.#acts(`contract:${contract}`, act => this.#sameArea(act))
      case 'requirement':
        return requirement === undefined ? [] : this.#acts(`requirement:${requirement}`, act => this.#sameArea(act))
      case 'beneficiary-year': {
        if (beneficiary === undefined) return { needs: 'beneficiary' }
        const { from } = this.#year(1)
        return this.#acts(`beneficiary:${beneficiary}`, act => act.matter === matter && act.decidedAt >= from)
      }
      case 'financial-year': {
        if (entity === null) return { needs: 'entity' }
        return this.#actsOfYear(entity, this.#year(null).from)
      }
    }
  }

  /** On the matter since `from`, in the entity's tree. An act whose entity nobody recorded may have been here. */
  #actsOfYear(entity: string, from: Instant): readonly ExerciseFact[] {
    const { question: { matter }, ground: { world, times } } = this
    const years = Array.from({ length: yearOf(times.on) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index)
    const few = subtreeOf(world, entity, fewEntities)
    if (few !== null) {
      return years.flatMap(year => [null, ...few].flatMap(each => this.#acts(actsInYear(matter, year, each), act => act.decidedAt >= from)))
    }
    const inside = new Map<string | null, boolean>([[null, true]])
    const isInside = (each: string | null): boolean => {
      let known = inside.get(each)
      if (known === undefined) inside.set(each, (known = each !== null && inSubtree(world, each, entity)))
      return known
    }
    return years.flatMap(year => this.#acts(actsInYear(matter, year), act => act.decidedAt >= from && isInside(act.entity)))
  }

  #acts(mentioned: string, counts: (act: ExerciseFact) => boolean): readonly ExerciseFact[] {
    const { world, times } = this.ground
    return world
      .mentioning('exercise', mentioned)
      .filter(act => act.decidedAt <= times.on && act.id !== this.question.act && counts(act))
  }

  #sameArea({ matter }: ExerciseFact): boolean {
    if (matter === this.question.matter) return true
    const other = this.ground.world.get('matter', matter)
    return other === null || other.area === this.ground.matter?.area
  }

  /** The calendar year of D (`begins` 1), or the framework's financial year. */
  #year(begins: number | null): { readonly from: Instant } {
    const { world, matter, times } = this.ground
    const framework = matter === null ? null : world.get('framework', matter.framework)
    return yearAround(times.on, framework?.zone ?? 'UTC', begins ?? framework?.yearBegins)
  }

  /** In ten-thousandths of `currency`, at the rate of `at`. */
  #in(currency: string, money: Money, at: Instant): Fraction | Needs {
    if (scaledOrNull(money.value) === null) return { needs: 'amount' }
    const rate = rateAt(this.ground.world, money.currency, currency, at)
    return rate === null ? { needs: `rate:${money.currency}/${currency}` } : times(whole(parseDecimal(money.value)), rate)
  }

  #sum(basis: Basis, currency: string, entity: string | null): Fraction | Needs {
    const earlier = this.earlier(basis, entity)
    if ('needs' in earlier) return earlier
    const { amount, facts } = this.question
    const { on } = this.ground.times
    if (amount === undefined) return { needs: 'amount' }
    let sum = this.#in(currency, amount, on)
    for (const act of earlier) {
      if ('needs' in sum) return sum
      if (act.amount === null) continue
      const value = this.#in(currency, act.amount, act.decidedAt)
      sum = 'needs' in value ? value : plus(sum, value)
    }
    if ('needs' in sum || basis === 'act' || facts?.['total'] === undefined) return sum
    const money = moneyOf(facts['total'], amount.currency)
    if (money === null) return { needs: 'total' }
    const total = this.#in(currency, money, on)
    return 'needs' in total || moreThan(total, sum) ? total : sum
  }
}
