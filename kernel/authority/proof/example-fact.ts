/** A fact of any kind with everything ordinary filled in that it does not say itself. */
import * as examples from './example-facts.ts'

const { entity, post, person, assignment, credential, body, framework, matter, delegation } = examples
const makers = { entity, post, person, assignment, credential, body, framework, matter, delegation }

interface Incomplete {
  readonly kind: keyof typeof makers
  readonly id: string
  /** Of assignments and credentials. */
  readonly person: string
  readonly post: string
  readonly credential: string
}

export const isExampleFact = (value: unknown): value is Incomplete =>
  typeof value === 'object' && value !== null && 'kind' in value && 'id' in value && String(value.kind) in makers

export const exampleFact = (given: Incomplete): unknown => makers[given.kind](given)
