/**
 * casbin: one enforcer for each entity, with every delegation that covers it as a role in that domain and its holder in the role; the
 * application has already walked the chains. Cheap comparisons stand before the look at roles, in casbin's favour.
 */
import { newEnforcer, newModel, type Enforcer } from 'casbin'

import type { Fact, Instant } from '../../kernel/authority/model.ts'
import { flattened } from './flattened.ts'
import type { Asked, Peer } from './peer.ts'

const model = `
[request_definition]
r = sub, dom, act, amount, at
[policy_definition]
p = sub, dom, act, upTo, begins, ends
[role_definition]
g = _, _, _
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.act == p.act && r.amount <= p.upTo && p.begins <= r.at && r.at < p.ends && r.dom == p.dom && g(r.sub, p.sub, r.dom)
`

interface Rows {
  readonly policies: string[][]
  readonly roles: string[][]
}

/** casbin keeps words only; its comparisons read them as numbers. */
const words = (value: number): string => (value === Infinity ? '1e300' : String(value))

function rowsByEntity(facts: readonly Fact[]): ReadonlyMap<string, Rows> {
  const rows = new Map<string, Rows>()
  for (const { id, person, matter, entities, upTo, from, to } of flattened(facts)) {
    for (const entity of entities) {
      const here = rows.get(entity) ?? { policies: [], roles: [] }
      rows.set(entity, here)
      here.policies.push([id, entity, matter, words(upTo), words(from), words(to)])
      here.roles.push([person, id, entity])
    }
  }
  return rows
}

export class Casbin implements Peer {
  readonly name = 'casbin'

  private constructor(private readonly enforcers: ReadonlyMap<string, Enforcer>, private readonly now: Instant) {}

  static async prepared(facts: readonly Fact[], now: Instant): Promise<Casbin> {
    const enforcers = new Map<string, Enforcer>()
    for (const [entity, { policies, roles }] of rowsByEntity(facts)) {
      const enforcer = await newEnforcer(newModel(model))
      await enforcer.addPolicies(policies)
      await enforcer.addGroupingPolicies(roles)
      enforcers.set(entity, enforcer)
    }
    return new Casbin(enforcers, now)
  }

  permits({ person, matter, entity, amount }: Asked): boolean {
    return this.enforcers.get(entity)?.enforceSync(person, entity, matter, amount, this.now) ?? false
  }
}
