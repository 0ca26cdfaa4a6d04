/** OpenID AuthZEN Authorization API 1.0 (DESIGN §3.1): the register asked by programs that speak the standard. docs/authzen.md has the mapping. */
import type { Module } from '../../platform/module.ts'
import { evaluation } from './views/evaluation.ts'
import { evaluations } from './views/evaluations.ts'
import { metadata } from './views/metadata.ts'
import { searches } from './views/search.ts'

export { evaluationOf } from './views/evaluation.ts'

export const authzen: Module = {
  name: 'authzen', tables: [], migrations: [], imports: [],
  routes: [evaluation, evaluations, ...searches, metadata],
}
