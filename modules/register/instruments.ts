/** Instruments: signed here, or known from the lines an import brought (then their document is made from those lines). */
import canonicalize from 'canonicalize'

import type { DelegationFact, LedgerNumber } from '../../kernel/authority/model.ts'
import type { Tx } from '../../platform/database/database.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Services } from '../../platform/services.ts'
import { digestOf } from './instrument-document.ts'

export interface Instrument {
  readonly number: string
  /** The bytes signed, or for an imported one its first versions as canonical JSON. */
  readonly text: string
  readonly digest: string
  readonly signedBy: string | null
  readonly signedAt: number | null
  /** False when it came by import: the paper it was signed on lies elsewhere. */
  readonly signedHere: boolean
  readonly delegations: readonly string[]
}

/** `known`: an imported one with the lines that were recorded by then. */
export async function findInstrument(tx: Tx, { register }: Services, number: string, known: LedgerNumber = register.head): Promise<Instrument> {
  const rows = await tx.selectFrom('delegation_version').select('id').distinct()
    .where('instrument', '=', number).where('superseded_by', 'is', null).orderBy('id').execute()
  const signed = await tx.selectFrom('instrument').select(['document', 'digest', 'signed_by', 'signed_at']).where('number', '=', number).executeTakeFirst()
  if (rows.length === 0 && !signed) throw new Problem(404, 'no-such-instrument', 'No such instrument', `The register holds no instrument ${number}. Search the register by its words or parties.`)
  const firsts = rows.map(({ id }) => register.versions(id)[0]!).filter((first) => first.number <= known)
  const lines: DelegationFact[] = firsts.map(({ fact }) => fact).sort((a, b) => a.line - b.line)
  const delegations = lines.map(({ id }) => id)
  if (signed) return { number, text: signed.document, digest: signed.digest, signedBy: signed.signed_by, signedAt: signed.signed_at, signedHere: true, delegations }
  const text = canonicalize(lines)!
  return { number, text, digest: digestOf(text), signedBy: lines[0]?.signedBy ?? null, signedAt: lines[0]?.signedAt ?? null, signedHere: false, delegations }
}
