/** Puts the evidence together: the question, the verdict, and everything it stands on as it stood (rule 26). */
import type { Fact, LedgerNumber, Question, Times } from '../../../kernel/authority/model.ts'
import { may } from '../../../kernel/authority/may.ts'
import type { Verdict } from '../../../kernel/authority/verdict.ts'
import { witness } from '../../../kernel/authority/witness.ts'
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

const kindsOfParty = ['person', 'post', 'body', 'entity'] as const

/** Whom and what the lines of the chain name, so that they can be read, and their names proven, without the register. */
function partiesOf({ register }: Services, { chain }: Verdict, known: LedgerNumber): Pick<Fact, 'kind' | 'id'>[] {
  const lines = chain.flatMap(({ id }) => register.fact('delegation', id, known) ?? [])
  const posts = lines.flatMap(({ holder, signedAs }) => ['post' in holder ? holder.post : [], signedAs ?? []].flat())
  const seats = posts.flatMap((post) => register.fact('post', post, known)?.entity ?? [])
  const ids = lines.flatMap(({ holder, entities, signedBy, acceptedBy }) => [...Object.values(holder), ...entities, signedBy, acceptedBy].flat())
  return [...ids, ...posts, ...seats].flatMap((id) => kindsOfParty.filter((kind) => typeof id === 'string' && register.fact(kind, id, known)).map((kind) => ({ kind, id: String(id) })))
}

/** Plain JSON: what is absent is left out, as in the bytes that are signed. */
const plain = <T>(value: T): T => JSON.parse(canonicalText(value)) as T

const frame = ({ demonstration }: Services) => ({ format: evidenceFormat, demonstration } as const)

function witnessed({ register }: Services, { question, times }: Claim) {
  const watched = witness(register)
  const verdict: Verdict = may(watched.register, question, times)
  return { verdict, facts: watched.facts() }
}

/** Evidence for a verdict. It is asked again of the facts gathered alone before it is given out. */
export async function gatherVerdict(services: Services, asker: Asker, claim: Claim): Promise<UnsignedEvidence> {
  const { question, times, answer, act } = claim
  const { verdict, facts } = witnessed(services, claim)
  const document = await services.db.transaction({ role: 'app', person: databasePerson(asker) }, async (tx) => {
    const versions = await provenVersions(tx, services, [...facts, ...partiesOf(services, verdict, times.known)], times.known)
    const events = await sealedEvents(tx, [...versions.map(({ number }) => number), ...(act === null ? [] : [act])])
    const instruments = await instrumentsOf(tx, services, verdict.chain.map(({ instrument }) => instrument), times.known)
    const asked = { question, times, verdict, answer: answer as unknown as Json }
    return plain<UnsignedEvidence>({ ...frame(services), snapshot: times.known, act, asked, instruments, facts: versions, events })
  })
  if (canonicalText(askAgain(document)) === canonicalText(document.asked?.verdict)) return document
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
