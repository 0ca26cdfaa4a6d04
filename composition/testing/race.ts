/**
 * A decision raced against the revocation, or the suspension, under it, over HTTP, as two people would who press at the same moment (SEMANTICS, Time: they
 * cannot both win). Who was first is read from the ledger alone. For tests and `scripts/race-exercise-revocation.mjs` only.
 */
import type { DelegationFact, Fact } from '../../kernel/authority/model.ts'
import {
  assignment, delegation, entity, framework, matter, on, passable, person, post,
} from '../../kernel/authority/proof/example-facts.ts'
import type { Database } from '../../platform/database/database.ts'
import type { NumberedEvent } from '../../platform/ledger/ledger.ts'
import { numberedAfter } from '../../platform/ledger/numbered-events.ts'
import type { Application } from '../application.ts'
import { openTrial, signedIn, type Caller } from '../trial.ts'

/** Holders at the end of the chains; each decides again only when every other has. */
const holders = 40
const begins = on('2020-01-01')

const setting: readonly Fact[] = [
  framework({ id: 'framework' }), matter({ id: 'award' }), entity({ id: 'organisation' }),
  post({ id: 'chief', heads: true }), post({ id: 'director' }), post({ id: 'officer' }),
  person({ id: 'ana' }), person({ id: 'bo' }),
  assignment({ person: 'ana', post: 'chief', effectiveFrom: begins }),
  assignment({ person: 'bo', post: 'director', effectiveFrom: begins }),
  ...Array.from({ length: holders }, (_, each) => person({ id: `holder-${each}` })),
  ...Array.from({ length: holders }, (_, each) => assignment({ person: `holder-${each}`, post: 'officer', effectiveFrom: begins })),
  delegation({ id: 'root', holder: { kind: 'post', post: 'chief' }, subdelegation: passable(3), effectiveFrom: begins }),
]

/** What takes the authority away: for good, or for a time. */
type Stop = 'revoke' | 'suspend'
const stopped = { revoke: 'delegation-revoked', suspend: 'delegation-suspended' } as const

const stopOf = (stop: Stop, version: number, reason: string): object =>
  (stop === 'revoke' ? { version, choices: [], reason } : { version, from: null, until: null, reason })

interface Raced {
  readonly stop: Stop
  readonly round: number
  /** What is revoked or suspended, by the one above: the holder's own delegation, or the one it hangs on. */
  readonly revoked: string
  readonly revoker: Caller
  readonly decider: Caller
}

/** Root → middle → leaf, the last two new for every race. */
const chain = (round: number): readonly DelegationFact[] => [
  delegation({
    id: `middle-${round}`, parent: 'root', holder: { kind: 'post', post: 'director' }, subdelegation: passable(2), effectiveFrom: begins,
  }),
  delegation({
    id: `leaf-${round}`, parent: `middle-${round}`, holder: { kind: 'person', person: `holder-${round % holders}` }, effectiveFrom: begins,
  }),
]

async function recordChains({ services }: Application, rounds: readonly number[]): Promise<void> {
  const acts = rounds.flatMap(chain).map((fact) => ({
    kind: 'delegation-imported', subject: `delegation:${fact.id}`, actor: 'operator', capacity: null, effectiveAt: null,
    facts: [fact], details: {},
  }))
  await services.ledger.settled(await services.db.transaction({ role: 'app', person: 'operator' }, (tx) => services.record(tx, acts)))
}

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds))

/** `lead`: by how many milliseconds the decision starts before the revocation; negative: after it. */
async function race(
  { stop, round, revoked, revoker, decider }: Raced, version: number, lead: number,
): Promise<{ exercised: boolean; stale: boolean; revoked: boolean }> {
  const decide = async () => {
    if (lead < 0) await pause(-lead)
    return decider.send('POST', '/api/v1/exercises', { matter: 'award', entity: 'organisation', what: `Round ${round}` })
  }
  const revoke = async () => {
    if (lead > 0) await pause(lead)
    return revoker.send('POST', `/api/v1/delegations/${revoked}/${stop}`, stopOf(stop, version, `Round ${round}`))
  }
  const [decided, taken] = await Promise.all([decide(), revoke()])
  // On a machine that is held up, the register may be out of date for a moment and then permits nothing: no fault, and no race either.
  const stale = decided.status === 503 && JSON.stringify(decided.body).includes('register-stale')
  for (const { status, body } of stale ? [taken] : [decided, taken]) {
    if (![200, 409, 422].includes(status)) throw new Error(`Round ${round}: ${status} ${JSON.stringify(body)}`)
  }
  return { exercised: decided.status === 200, stale, revoked: taken.status === 200 }
}

export interface Outcome {
  readonly rounds: number
  /** The decision stands in the ledger, before the revocation. */
  readonly exerciseFirst: number
  /** The revocation stands in the ledger, and no decision. */
  readonly revocationFirst: number
  /** Rounds in which the register could not be known to be current, so that no decision was looked at. */
  readonly stale: number
  /** Revocations that had to be made again, because the decision or its record held the chain. */
  readonly again: number
  /** Decisions that stand after the revocation of something in their chain: there must be none. */
  readonly both: readonly string[]
}

/** Reads from the ledger which came first; what the answers said is held against it. */
async function judged(
  db: Database, stop: Stop, exercised: ReadonlySet<number>, { rounds, again, stale }: Pick<Outcome, 'rounds' | 'again' | 'stale'>,
): Promise<Outcome> {
  const events: NumberedEvent[] = []
  for (let head = 0; ;) {
    // By pages, as the feed reads them: the embedded database has no room for sorting all at once.
    const page = await numberedAfter(db, head, 1000)
    if (page.events.length === 0) break
    events.push(...page.events.filter(({ kind }) => kind === 'authority-exercised' || kind === stopped[stop]))
    head = page.events.at(-1)?.number ?? head
  }
  const revokedAt = new Map<string, number>()
  for (const { kind, subject, number } of events) if (kind === stopped[stop]) revokedAt.set(subject, number)
  const decisions = events.filter(({ kind }) => kind === 'authority-exercised').map(({ number, subject, details }) => {
    const { chain: links } = details as { readonly chain: readonly string[] }
    const first = Math.min(...links.map((id) => revokedAt.get(`delegation:${id}`) ?? Infinity))
    return { leaf: subject, late: number > first }
  })
  const recorded = new Set(decisions.map(({ leaf }) => Number(leaf.replace('delegation:leaf-', ''))))
  if (recorded.size !== exercised.size || decisions.length !== exercised.size || [...exercised].some((round) => !recorded.has(round))) {
    throw new Error(`${exercised.size} decisions were acknowledged, ${decisions.length} stand in the ledger`)
  }
  if (revokedAt.size !== rounds) throw new Error(`${revokedAt.size} of ${rounds} revocations stand in the ledger`)
  return {
    rounds, again, stale, exerciseFirst: exercised.size, revocationFirst: rounds - stale - exercised.size,
    both: decisions.filter(({ late }) => late).map(({ leaf }) => leaf),
  }
}

/** Races as many times; `chance` gives numbers from 0 to 1; `told` hears of every hundredth round. */
export async function raceExerciseAgainstRevocation(
  db: Database, rounds: number, chance: () => number = Math.random, told: (round: number) => void = () => undefined,
  stop: Stop = 'revoke',
): Promise<Outcome> {
  const application = await openTrial(db, setting)
  try {
    const [ana, bo] = [await signedIn(application, 'ana'), await signedIn(application, 'bo')]
    const deciders: Caller[] = []
    for (let each = 0; each < holders; each++) deciders.push(await signedIn(application, `holder-${each}`))
    const exercised = new Set<number>()
    let again = 0
    let stale = 0
    // Steered to where the two collide: the later one is given more of a lead until it wins as often.
    let lead = 0
    for (let round = 0; round < rounds; round++) {
      if (round % holders === 0) {
        await recordChains(application, Array.from({ length: Math.min(holders, rounds - round) }, (_, each) => round + each))
      }
      const above = round % 2 === 0
      const raced: Raced = {
        stop, round, revoked: above ? `middle-${round}` : `leaf-${round}`, revoker: above ? ana : bo,
        decider: deciders[round % holders] as Caller,
      }
      const version = () => application.services.register.versions(raced.revoked).at(-1)?.number ?? 0
      const result = await race(raced, version(), lead + (chance() - 0.5) * 4)
      if (result.exercised) exercised.add(round)
      if (result.stale) stale++
      lead = Math.max(-20, Math.min(20, lead + (result.exercised ? -0.2 : 0.2)))
      if (!result.revoked) {
        again++
        const path = `/api/v1/delegations/${raced.revoked}/${stop}`
        const repeated = await raced.revoker.send('POST', path, stopOf(stop, version(), 'Again'))
        if (repeated.status !== 200) throw new Error(`Round ${round} could not be revoked: ${JSON.stringify(repeated.body)}`)
      }
      if ((round + 1) % 100 === 0) told(round + 1)
    }
    return await judged(db, stop, exercised, { rounds, again, stale })
  } finally {
    await application.close()
  }
}
