/** Puts the evidence together: the question, the verdict, and everything it stands on as it stood (rule 26). */
import type { LedgerNumber, Question, Times } from '../../../kernel/authority/model.ts'
import { may } from '../../../kernel/authority/may.ts'
import { reaches, standsOn, type Reach } from '../../../kernel/authority/stands-on.ts'
import { databasePerson } from '../../../platform/access/admit.ts'
import type { Asker } from '../../../platform/access/asker.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { evidenceFormat, type EvidenceInstrument, type UnsignedEvidence } from '../../../platform/evidence/document.ts'
import { askAgain } from '../../../platform/evidence/replay.ts'
import { canonicalText } from '../../../platform/evidence/signing-keys.ts'
import type { Json } from '../../../platform/ledger/ledger.ts'
import type { Services } from '../../../platform/services.ts'
import { findInstrument } from '../instruments.ts'
import { provenVersions, sealedEvents } from './proven-facts.ts'

/** What is to be proven. */
export interface Claim {
  readonly question: Question
  readonly times: Times
  /** The verdict as it is answered, with names. */
  readonly answer: object
  /** The recorded act that took the decision, by its ledger number. */
  readonly act: LedgerNumber | null
}

async function instrumentsOf(tx: Tx, services: Services, numbers: readonly string[], known: LedgerNumber): Promise<EvidenceInstrument[]> {
  const found: EvidenceInstrument[] = []
  for (const number of new Set(numbers)) {
    const { text, ...rest } = await findInstrument(tx, services, number, known)
    found.push({ ...rest, document: text })
  }
  return found
}

/** Plain JSON: what is absent is left out, as in the bytes that are signed. */
const plain = <T>(value: T): T => JSON.parse(canonicalText(value)) as T

const frame = ({ demonstration }: Services) => ({ format: evidenceFormat, demonstration } as const)

/** Evidence for a verdict. It is asked again of the facts gathered alone before it is given out; where that differs, more is gathered. */
export async function gatherVerdict(services: Services, asker: Asker, { question, times, answer, act }: Claim): Promise<UnsignedEvidence> {
  const verdict = may(services.register, question, times)
  const asked = { question, times, verdict, answer: answer as unknown as Json }
  const gather = (reach: Reach): Promise<UnsignedEvidence> =>
    services.db.transaction({ role: 'app', person: databasePerson(asker) }, async (tx) => {
      const versions = await provenVersions(tx, services, standsOn(services.register, verdict, times, reach), times.known)
      const events = await sealedEvents(tx, [...versions.map(({ number }) => number), ...(act === null ? [] : [act])])
      const instruments = await instrumentsOf(tx, services, verdict.chain.map(({ instrument }) => instrument), times.known)
      return plain<UnsignedEvidence>({ ...frame(services), snapshot: times.known, act, asked, instruments, facts: versions, events })
    })
  for (const reach of reaches) {
    const document = await gather(reach)
    if (canonicalText(askAgain(document)) === canonicalText(verdict)) return document
  }
  throw new Error(`the evidence gathered for ${canonicalText(question)} gives another verdict than the register`)
}

/** Evidence for an act that answers no question: the act as sealed, and the instruments it touched. */
export async function gatherAct(services: Services, asker: Asker, act: LedgerNumber): Promise<UnsignedEvidence> {
  return services.db.transaction({ role: 'app', person: databasePerson(asker) }, async (tx) => {
    const [event] = await sealedEvents(tx, [act])
    const facts = (event?.payload.facts ?? []) as readonly { readonly kind: string; readonly id: string; readonly instrument?: string }[]
    const lines = facts.filter(({ kind }) => kind === 'delegation')
    const numbers = lines.flatMap(({ instrument }) => instrument ?? [])
    const versions = await provenVersions(tx, services, lines.map(({ id }) => ({ kind: 'delegation' as const, id })), act)
    const events = await sealedEvents(tx, [...versions.map(({ number }) => number), act])
    const instruments = await instrumentsOf(tx, services, numbers, act)
    return plain<UnsignedEvidence>({ ...frame(services), snapshot: act, act, asked: null, instruments, facts: versions, events })
  })
}
