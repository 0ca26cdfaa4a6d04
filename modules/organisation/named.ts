/** A record's name beside its id, in every language it has. */
import { z } from 'zod'

import type { Register } from '../../kernel/authority/register.ts'

export const namedShape = z.object({ id: z.string(), name: z.string(), names: z.partialRecord(z.enum(['ar', 'zh', 'en', 'fr', 'ru', 'es']), z.string()) })

export const provenanceShape = z.union([
  z.object({ kind: z.literal('invented') }), z.object({ kind: z.literal('quoted'), source: z.string() }), z.object({ kind: z.literal('own') }),
])

export type Named = z.infer<typeof namedShape>

/** A record that is gone (or was never known at R) keeps its id as its name. */
export function named(register: Register, kind: 'entity' | 'post' | 'person' | 'matter' | 'body', id: string, known?: number): Named {
  const fact = register.fact(kind, id, known) ?? register.fact(kind, id)
  if (!fact) return { id, name: id, names: {} }
  switch (fact.kind) {
    case 'post': return { id, name: fact.title, names: fact.titles }
    case 'person': return { id, name: fact.name, names: {} }
    default: return { id, name: fact.name, names: fact.names }
  }
}
