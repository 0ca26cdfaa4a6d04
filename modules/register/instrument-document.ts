/**
 * The signed document: canonical JSON (RFC 8785) whose bytes are shown, digested and signed. It says in dates and names what the lines say,
 * and nothing that is decided only at signing (the instant), so that what was seen is what is signed.
 */
import canonicalize from 'canonicalize'
import { createHash } from 'node:crypto'
import { z } from 'zod'

import type { Holder } from '../../kernel/authority/model.ts'
import { dateOf } from '../../kernel/time/instants.ts'
import type { Register } from '../../kernel/authority/register.ts'
import { named } from './present.ts'
import type { WholeLine } from './prepare-draft.ts'
import type { Ending } from './scheme/endings.ts'
import { boxes } from './shapes.ts'

const party = z.object({ id: z.string(), name: z.string() })

export const instrumentDocument = z.object({
  kind: z.literal('delegation-of-authority'),
  number: z.string(),
  title: z.string().nullable(),
  signatory: party.extend({ post: party.nullable() }),
  preparedBy: party,
  /** The entity whose scheme it changes. */
  entity: party.optional(),
  lines: z.array(z.object({
    id: z.string(), line: z.int(), parent: z.string(), matter: party,
    recipient: z.object({ kind: z.enum(['person', 'post', 'person-in-post']), person: party.nullable(), post: party.nullable() }),
    entities: z.array(party), limits: boxes, mayExercise: z.boolean(),
    passOn: z.object({ depth: z.int(), ownEntityOnly: z.boolean(), endRequired: z.boolean(), lowestGrade: z.string().nullable() }).nullable(),
    from: z.string().nullable(), until: z.string().nullable(), conditions: z.string().nullable(),
    acceptance: z.enum(['before-use', 'after']),
    /** The delegation it takes the place of, and how it differs: what was is set out under `ends`. */
    replaces: z.string().optional(), change: z.enum(['narrowed', 'widened', 'changed']).optional(),
    /** Accepted before, with the wider line it narrows. */
    acceptedBy: party.optional(),
  })),
  /** Delegations that end by this instrument, as they stood, and what falls or stands with each. */
  ends: z.array(z.object({
    id: z.string(), matter: party, holder: z.object({ kind: z.string(), person: party.nullable(), post: party.nullable(), body: party.nullable() }),
    entities: z.array(party), limits: boxes, until: z.string().nullable(), replaced: z.boolean(), falls: z.array(z.string()), stands: z.array(z.string()),
  })).optional(),
})

export type InstrumentDocument = z.infer<typeof instrumentDocument>

export interface DocumentParts {
  readonly number: string
  readonly title: string | null
  readonly entity: string | null
  readonly signatory: string
  readonly capacity: string | null
  readonly preparedBy: string
  readonly lines: readonly WholeLine[]
  readonly endings: readonly Ending[]
  /** In which last days are written. */
  readonly zone: string
}

type Party = z.infer<typeof party>
type Kind = 'person' | 'post' | 'entity' | 'matter' | 'body'

export function partiesOf(register: Register, holder: Holder) {
  const of = (kind: Kind, id: string): Party => ({ id, name: named(register, kind, id).name })
  return {
    kind: holder.kind,
    person: 'person' in holder ? of('person', holder.person) : null,
    post: 'post' in holder ? of('post', holder.post) : null,
    body: 'body' in holder ? of('body', holder.body) : null,
  }
}

function endsOf(register: Register, { endings, lines, zone }: DocumentParts): NonNullable<InstrumentDocument['ends']> {
  const of = (kind: Kind, id: string): Party => ({ id, name: named(register, kind, id).name })
  return endings.map(({ fact, falls, stands }) => ({
    id: fact.id, matter: of('matter', fact.matter), holder: partiesOf(register, fact.holder), entities: fact.entities.map((entity) => of('entity', entity)),
    limits: fact.limits as InstrumentDocument['lines'][number]['limits'], until: fact.effectiveTo === null ? null : dateOf(fact.effectiveTo - 1, zone),
    replaced: lines.some(({ line }) => line.replaces === fact.id), falls: [...falls], stands: [...stands],
  }))
}

export function writeDocument(register: Register, parts: DocumentParts): { document: InstrumentDocument; text: string; digest: string } {
  const of = (kind: Kind, id: string): Party => ({ id, name: named(register, kind, id).name })
  const document: InstrumentDocument = {
    kind: 'delegation-of-authority', number: parts.number, title: parts.title,
    signatory: { ...of('person', parts.signatory), post: parts.capacity === null ? null : of('post', parts.capacity) },
    preparedBy: of('person', parts.preparedBy),
    ...(parts.entity === null ? {} : { entity: of('entity', parts.entity) }),
    lines: parts.lines.map(({ line, delegation, change }) => ({
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
      ...(line.replaces === null || change === 'added' || change === 'unchanged' ? {} : { replaces: line.replaces, change }),
      ...(delegation.acceptedBy === null ? {} : { acceptedBy: of('person', delegation.acceptedBy) }),
    })),
    ...(parts.endings.length === 0 ? {} : { ends: endsOf(register, parts) }),
  }
  const text = canonicalize(document)
  if (text === undefined) throw new TypeError('an instrument is always an object')
  return { document, text, digest: digestOf(text) }
}

/** SHA-256 of the document's bytes, hexadecimal: what the signature covers. */
export const digestOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
