/** Who am I, signing in (demonstration only so far), choosing a capacity, signing out. */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'

import type { Register } from '../../kernel/authority/register.ts'
import type { Times } from '../../kernel/authority/model.ts'
import { actingPerson } from '../access/admit.ts'
import { contract } from '../http/contract.ts'
import { identity } from '../http/parse.ts'
import { Problem } from '../http/problem.ts'
import { route, type Route } from '../http/route.ts'
import type { Services } from '../services.ts'
import { digestOf, rolesOf, sessionCookie, sessionSeconds } from './identify.ts'

const names = z.partialRecord(z.enum(['ar', 'zh', 'en', 'fr', 'ru', 'es']), z.string())
const capacityShape = z.object({
  post: z.string(), title: z.string(), titles: names, entity: z.string(), entityName: z.string(), entityNames: names,
  assignment: z.enum(['substantive', 'acting', 'officer-in-charge']),
})
const sessionShape = z.object({
  person: z.object({ id: z.string(), name: z.string() }).nullable(),
  capacities: z.array(capacityShape),
  capacity: z.string().nullable(),
  roles: z.array(z.string()),
  demonstration: z.boolean(),
  now: z.string(),
})

export const nowTimes = (services: Services): Times => {
  const now = services.clock.now()
  return { on: now, known: services.register.head, now }
}

/** The posts in which a person may act now, substantive first. */
export function capacitiesOf(register: Register, person: string, times: Times): z.infer<typeof capacityShape>[] {
  const order = ['substantive', 'acting', 'officer-in-charge']
  return register.assignmentsOf(person, times)
    .flatMap((assignment) => {
      const post = register.fact('post', assignment.post)
      const entity = post && register.fact('entity', post.entity)
      return post && entity
        ? [{ post: post.id, title: post.title, titles: post.titles, entity: entity.id, entityName: entity.name, entityNames: entity.names, assignment: assignment.assignment }]
        : []
    })
    .sort((a, b) => order.indexOf(a.assignment) - order.indexOf(b.assignment))
}

export const getSession = contract({
  id: 'session.get', method: 'GET', path: '/api/v1/session', tag: 'session', open: 'public',
  summary: 'Who is signed in, in which capacity, and in which they could act.', answer: sessionShape,
})

async function describe(services: Services, person: string | null, capacity: string | null): Promise<z.infer<typeof sessionShape>> {
  const times = nowTimes(services)
  const fact = person === null ? null : services.register.fact('person', person)
  return {
    person: fact && { id: fact.id, name: fact.name },
    capacities: fact ? capacitiesOf(services.register, fact.id, times) : [],
    capacity: fact ? capacity : null,
    roles: fact ? [...(await rolesOf(services, fact.id))] : [],
    demonstration: services.demonstration,
    now: new Date(times.now).toISOString(),
  }
}

export const signIn = contract({
  id: 'session.sign-in', method: 'POST', path: '/api/v1/session', tag: 'session', open: 'demonstration',
  summary: 'Demonstration sign-in: become an invented person, without a password. Exists only in demonstration mode.',
  body: z.strictObject({ person: identity() }), answer: sessionShape,
})

export const chooseCapacity = contract({
  id: 'session.choose-capacity', method: 'PUT', path: '/api/v1/session/capacity', tag: 'session',
  summary: 'Act in another of one’s posts (or, with null, personally) from now on.',
  body: z.strictObject({ capacity: identity().nullable() }), answer: sessionShape,
})

export const signOut = contract({
  id: 'session.sign-out', method: 'DELETE', path: '/api/v1/session', tag: 'session', open: 'public',
  summary: 'Sign out: the session ends at once.', answer: z.object({ ended: z.boolean() }),
})

export const demonstrationPeople = contract({
  id: 'session.demonstration-people', method: 'GET', path: '/api/v1/demonstration/people', tag: 'session', open: 'demonstration',
  summary: 'Invented people to sign in as, with what to try.',
  answer: z.array(z.object({ id: z.string(), person: z.string(), name: z.string(), title: z.string(), titles: names, entityName: z.string(), entityNames: names })),
})

export interface Persona {
  /** The person's id, and the key of the message `demo.persona.<id>` that says what to try. */
  readonly id: string
}

export function sessionRoutes(personas: readonly Persona[]): readonly Route[] {
  return [
    route(getSession, async ({ asker, services }) =>
      asker.kind === 'person' ? describe(services, asker.person, asker.capacity) : describe(services, null, null)),

    route(signIn, async ({ body, services, setCookie }) => {
      const times = nowTimes(services)
      const person = services.register.fact('person', body.person)
      if (!person) {
        throw new Problem(400, 'no-such-person', 'No such person', 'Nobody was signed in. Choose somebody from GET /api/v1/demonstration/people, or any person of the register.', [
          { field: 'person', code: 'unknown-person', message: 'The register knows nobody by this id.', remedy: 'Give the id of a person in the register.' },
        ])
      }
      const secret = randomBytes(32).toString('base64url')
      const capacity = capacitiesOf(services.register, person.id, times)[0]?.post ?? null
      await services.db.transaction({ role: 'app', person: 'operator' }, (tx) =>
        tx.insertInto('session').values({
          id: digestOf(secret), person: person.id, capacity, created_at: times.now, last_seen_at: times.now, expires_at: times.now + sessionSeconds * 1000,
        }).execute())
      setCookie(sessionCookie, secret, sessionSeconds)
      return describe(services, person.id, capacity)
    }),

    route(chooseCapacity, async ({ body, asker, services }) => {
      const { person } = actingPerson(asker)
      const open = capacitiesOf(services.register, person, nowTimes(services))
      if (body.capacity !== null && !open.some(({ post }) => post === body.capacity)) {
        throw new Problem(422, 'not-your-capacity', 'You hold no assignment to that post now', 'Your capacity was not changed. Choose one of the posts listed by GET /api/v1/session.')
      }
      await services.db.transaction({ role: 'app', person: 'operator' }, (tx) =>
        tx.updateTable('session').set({ capacity: body.capacity }).where('person', '=', person).execute())
      return describe(services, person, body.capacity)
    }),

    route(signOut, async ({ asker, services, setCookie }) => {
      if (asker.kind === 'person') {
        await services.db.transaction({ role: 'app', person: 'operator' }, (tx) => tx.deleteFrom('session').where('person', '=', asker.person).execute())
      }
      setCookie(sessionCookie, null, 0)
      return { ended: asker.kind === 'person' }
    }),

    route(demonstrationPeople, async ({ services }) =>
      personas.flatMap(({ id }) => {
        const fact = services.register.fact('person', id)
        const capacity = fact && capacitiesOf(services.register, id, nowTimes(services))[0]
        return fact ? [{ id, person: id, name: fact.name, title: capacity?.title ?? '', titles: capacity?.titles ?? {}, entityName: capacity?.entityName ?? '', entityNames: capacity?.entityNames ?? {} }] : []
      })),
  ]
}
