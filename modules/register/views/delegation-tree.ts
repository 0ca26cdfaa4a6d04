/** The tree of subdelegation around a delegation: up to its root, down to its last descendant, each node with its state. */
import { z } from 'zod'

import { termsAt } from '../../../kernel/authority/changing.ts'
import type { DelegationFact, Times } from '../../../kernel/authority/model.ts'
import type { Register } from '../../../kernel/authority/register.ts'
import { statusOf } from '../../../kernel/authority/status.ts'
import { contract } from '../../../platform/http/contract.ts'
import { identity } from '../../../platform/http/parse.ts'
import { route } from '../../../platform/http/route.ts'
import { named, presentHolder } from '../present.ts'
import { boxes, holder, named as namedShape, timesAnswered, timesAsked } from '../shapes.ts'
import { answerTimes, timesOf } from '../times.ts'
import { chainOf, noSuchDelegation } from './delegation.ts'

/** A tree of more is shown by its branches. */
const most = 5000

export const treeContract = contract({
  id: 'register.tree', method: 'GET', path: '/api/v1/delegations/{id}/tree', tag: 'register', summary: 'The chain above a delegation and everything passed on below it.',
  params: z.strictObject({ id: identity() }), query: z.strictObject(timesAsked),
  answer: z.object({
    root: z.string(), asked: z.string(), matter: namedShape,
    /** Parents stand before their children. */
    nodes: z.array(z.object({
      id: z.string(), parent: z.string().nullable(), depth: z.int(), holder, limits: boxes, entities: z.array(namedShape), state: z.string(), children: z.int(),
    })),
    /** More hang below than are shown. */
    cut: z.boolean(), times: timesAnswered,
  }),
})

function* descendants(register: Register, top: DelegationFact, times: Times): Iterable<{ fact: DelegationFact; depth: number }> {
  const waiting = [{ fact: top, depth: 0 }]
  const seen = new Set<string>()
  while (waiting.length > 0) {
    const next = waiting.pop()!
    if (seen.has(next.fact.id)) continue
    seen.add(next.fact.id)
    yield next
    const below = register.children(next.fact.id, times.known, times.on)
    for (let index = below.length - 1; index >= 0; index--) waiting.push({ fact: below[index]!, depth: next.depth + 1 })
  }
}

export const delegationTree = route(treeContract, async ({ params, query, services }) => {
  const { register } = services
  const times = timesOf(services, query)
  const asked = register.fact('delegation', params.id, times.known)
  if (!asked) throw noSuchDelegation(params.id)
  const chain = chainOf(services, asked, times)
  const above = chain.slice(0, -1).map((fact, depth) => ({ fact, depth }))
  const nodes: z.infer<typeof treeContract.answer>['nodes'] = []
  let cut = false
  const show = ({ fact: version, depth }: { fact: DelegationFact; depth: number }) => {
    const fact = termsAt(version, times.on)
    nodes.push({
      id: fact.id, parent: fact.parent, depth, holder: presentHolder(register, fact.holder, times), limits: fact.limits as z.infer<typeof boxes>,
      entities: fact.entities.map((entity) => named(register, 'entity', entity, times.known)), state: statusOf(register, fact.id, times).state,
      children: register.children(fact.id, times.known, times.on).length,
    })
  }
  above.forEach(show)
  for (const each of descendants(register, asked, times)) {
    if (nodes.length >= most) { cut = true; break }
    show({ fact: each.fact, depth: each.depth + above.length })
  }
  return { root: chain[0]!.id, asked: asked.id, matter: named(register, 'matter', asked.matter, times.known), nodes, cut, times: answerTimes(services, times) }
})
