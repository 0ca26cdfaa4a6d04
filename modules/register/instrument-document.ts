/**
 * The signed document: canonical JSON (RFC 8785) whose bytes are shown, digested and signed. It says in dates and names what the lines say,
 * and nothing that is decided only at signing (the instant), so that what was seen is what is signed.
 */
import canonicalize from 'canonicalize'
import { createHash } from 'node:crypto'
import { z } from 'zod'

import type { DelegationFact } from '../../kernel/authority/model.ts'
import type { Register } from '../../kernel/authority/register.ts'
import { named } from './present.ts'
import { boxes, type DraftLine } from './shapes.ts'

const party = z.object({ id: z.string(), name: z.string() })

export const instrumentDocument = z.object({
  kind: z.literal('delegation-of-authority'),
  number: z.string(),
  title: z.string().nullable(),
  signatory: party.extend({ post: party.nullable() }),
  preparedBy: party,
  lines: z.array(z.object({
    id: z.string(), line: z.int(), parent: z.string(), matter: party,
    recipient: z.object({ kind: z.enum(['person', 'post', 'person-in-post']), person: party.nullable(), post: party.nullable() }),
    entities: z.array(party), limits: boxes, mayExercise: z.boolean(),
    passOn: z.object({ depth: z.int(), ownEntityOnly: z.boolean(), endRequired: z.boolean(), lowestGrade: z.string().nullable() }).nullable(),
    from: z.string().nullable(), until: z.string().nullable(), conditions: z.string().nullable(),
    acceptance: z.enum(['before-use', 'after']),
  })),
})

export type InstrumentDocument = z.infer<typeof instrumentDocument>

export interface DocumentParts {
  readonly number: string
  readonly title: string | null
  readonly signatory: string
  readonly capacity: string | null
  readonly preparedBy: string
  readonly lines: readonly { readonly line: DraftLine; readonly delegation: DelegationFact }[]
}

export function writeDocument(register: Register, parts: DocumentParts): { document: InstrumentDocument; text: string; digest: string } {
  const of = (kind: 'person' | 'post' | 'entity' | 'matter', id: string) => ({ id, name: named(register, kind, id).name })
  const document: InstrumentDocument = {
    kind: 'delegation-of-authority', number: parts.number, title: parts.title,
    signatory: { ...of('person', parts.signatory), post: parts.capacity === null ? null : of('post', parts.capacity) },
    preparedBy: of('person', parts.preparedBy),
    lines: parts.lines.map(({ line, delegation }) => ({
      id: delegation.id, line: delegation.line, parent: line.parent, matter: of('matter', delegation.matter),
      recipient: {
        kind: line.recipient.kind,
        person: line.recipient.kind === 'post' || line.recipient.person === null ? null : of('person', line.recipient.person),
        post: line.recipient.kind === 'person' || line.recipient.post === null ? null : of('post', line.recipient.post),
      },
      entities: delegation.entities.map((entity) => of('entity', entity)),
      limits: delegation.limits as InstrumentDocument['lines'][number]['limits'], mayExercise: line.mayExercise, passOn: line.passOn,
      from: line.from, until: line.until, conditions: line.conditions,
      acceptance: register.fact('matter', delegation.matter)?.acceptance ?? 'before-use',
    })),
  }
  const text = canonicalize(document)
  if (text === undefined) throw new TypeError('an instrument is always an object')
  return { document, text, digest: digestOf(text) }
}

/** SHA-256 of the document's bytes, hexadecimal: what the signature covers. */
export const digestOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
