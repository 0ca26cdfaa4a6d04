/** CASL: one ability per holder, made beforehand and kept; the application has already walked the chains. */
import { createMongoAbility, subject, type MongoAbility, type RawRuleOf } from '@casl/ability'

import type { Fact, Instant } from '../../kernel/authority/model.ts'
import { flattened } from './flattened.ts'
import type { Asked, Peer } from './peer.ts'

type Rule = RawRuleOf<MongoAbility>

export class Casl implements Peer {
  readonly name = 'CASL'
  readonly #abilities = new Map<string, MongoAbility>()

  constructor(facts: readonly Fact[], private readonly now: Instant) {
    const rules = new Map<string, Rule[]>()
    for (const { person, matter, entities, upTo, from, to } of flattened(facts)) {
      const rule = {
        action: matter, subject: 'Decision',
        conditions: {
          entity: entities.length === 1 ? entities[0] : { $in: entities }, amount: { $lte: upTo },
          at: to === Infinity ? { $gte: from } : { $gte: from, $lt: to },
        },
      }
      const held = rules.get(person)
      if (held === undefined) rules.set(person, [rule])
      else held.push(rule)
    }
    for (const [person, held] of rules) this.#abilities.set(person, createMongoAbility(held))
  }

  permits({ person, matter, entity, amount }: Asked): boolean {
    return this.#abilities.get(person)?.can(matter, subject('Decision', { entity, amount, at: this.now })) ?? false
  }
}
