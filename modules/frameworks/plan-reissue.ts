/**
 * What a promulgation does to every line that will run at T0: re-issued under the new matter, waiting for a decision, or lapsing at T1.
 * Chain by chain, roots first, each held against the rules of issue in the world as it will be. Pure over the register; writes nothing.
 */
import { checkIssue, issueWorld, type IssueWorld } from '../../kernel/authority/issue.ts'
import type { MentioningKind } from '../../kernel/authority/mentions.ts'
import type { DelegationFact, Fact, Instant } from '../../kernel/authority/model.ts'
import type { Reason } from '../../kernel/authority/reasons.ts'
import type { Register } from '../../kernel/authority/register.ts'
import type { lawFacts } from './law-facts.ts'
import { carries, type Bulletin, type BulletinMapping } from './model.ts'

export interface LineFate {
  readonly line: DelegationFact
  readonly fate: 'reissued' | 'decision' | 'lapses'
  /** How its matter is mapped; `not-chosen`, `above-waits`, or the first rule of issue that it breaks. */
  readonly reason: string
  readonly reissued: DelegationFact | null
  /** When the old line stops counting: T0, or T1 where it, or something below it, waits. */
  readonly endsAt: Instant
}

export interface ReissueContext {
  readonly instrument: string
  readonly now: Instant
  readonly from: Instant
  readonly to: Instant
  readonly signatory: string
  readonly capacity: string | null
  readonly preparedBy: string
}

const runsInto = ({ endedAt, effectiveTo, fallsAt }: DelegationFact, at: Instant): boolean =>
  [endedAt, effectiveTo, fallsAt].every((end) => end === null || end > at)

/** Parents before their children, otherwise in the order given. */
function rootsFirst(lines: readonly DelegationFact[]): readonly DelegationFact[] {
  const below = new Map<string | null, DelegationFact[]>()
  const ids = new Set(lines.map(({ id }) => id))
  for (const each of lines) {
    const above = each.parent !== null && ids.has(each.parent) ? each.parent : null
    const beside = below.get(above)
    if (beside) beside.push(each)
    else below.set(above, [each])
  }
  const ordered = [...(below.get(null) ?? [])]
  for (const each of ordered) ordered.push(...(below.get(each.id) ?? []))
  return ordered
}

/** The register with the new law and the lines re-issued so far laid over it. */
class WorldToCome implements IssueWorld {
  readonly #base: IssueWorld
  readonly #laid = new Map<string, Fact>()
  /** By matter: what the register has, and what was laid over it. Every line is held against all of them, and the register stands still meanwhile. */
  readonly #onMatter = new Map<string, DelegationFact[]>()
  readonly #mentions = new Map<string, readonly Fact[]>()

  constructor(private readonly register: Register) {
    this.#base = issueWorld(register)
  }

  lay(fact: Fact): void {
    this.#laid.set(`${fact.kind}:${fact.id}`, fact)
    if (fact.kind === 'delegation') this.onMatter(fact.matter).push(fact)
  }

  onMatter(matter: string): DelegationFact[] {
    let lines = this.#onMatter.get(matter)
    if (lines === undefined) this.#onMatter.set(matter, (lines = [...this.register.delegationsOnMatter(matter)]))
    return lines
  }

  mentioning<K extends MentioningKind>(kind: K, key: string): readonly Extract<Fact, { kind: K }>[] {
    const mention = `${kind} ${key}`
    let facts = this.#mentions.get(mention)
    if (facts === undefined) this.#mentions.set(mention, (facts = this.register.mentioning(kind, key)))
    return facts as readonly Extract<Fact, { kind: K }>[]
  }

  get<K extends Fact['kind']>(kind: K, id: string): Extract<Fact, { kind: K }> | null {
    const laid = this.#laid.get(`${kind}:${id}`)
    return laid === undefined ? this.#base.get(kind, id) : (laid as Extract<Fact, { kind: K }>)
  }

  *all<K extends Fact['kind']>(kind: K): Iterable<Extract<Fact, { kind: K }>> {
    yield* this.#base.all(kind)
    for (const fact of this.#laid.values()) if (fact.kind === kind) yield fact as Extract<Fact, { kind: K }>
  }
}

interface Reissuing {
  readonly bulletin: Bulletin
  readonly context: ReissueContext
  readonly world: WorldToCome
  readonly newIds: Map<string, string>
}

function reissuedLine({ bulletin, context, newIds }: Reissuing, line: DelegationFact, to: string, number: number): DelegationFact {
  const { instrument, now, from, signatory, capacity, preparedBy } = context
  return {
    ...line, id: `${instrument}.${number}`, instrument, line: number, matter: to,
    parent: line.parent === null ? null : newIds.get(line.parent) ?? line.parent,
    legalBasis: line.parent === null ? bulletin.terms.title : null,
    effectiveFrom: Math.max(line.effectiveFrom, from),
    preparedBy, decidedBy: signatory, signedBy: signatory, signedAs: capacity ?? 'person', communicatedBy: signatory, signedAt: now,
  }
}

/**
 * The head of the organisation, who stands above every chain, re-issues them all (ST/SGB/2019/2 §1.1, §2.1): not each delegator anew. A
 * root the head holds in person comes from the law it cites, not from its signature.
 */
const ofDelegators: ReadonlySet<Reason['code']> = new Set(['not-the-delegate'])
const ofDelegatorsAndRoots: ReadonlySet<Reason['code']> = new Set(['not-the-delegate', 'self-delegation'])

function broken({ world, context }: Reissuing, draft: DelegationFact): string | null {
  const set = draft.parent === null ? ofDelegatorsAndRoots : ofDelegators
  return checkIssue(world, draft, context.now, 'issue').find(({ code }) => !set.has(code))?.code ?? null
}

type Undated = Omit<LineFate, 'endsAt'>

function fateOf(reissuing: Reissuing, line: DelegationFact, mapping: BulletinMapping | null, number: number): Undated {
  const { bulletin, newIds } = reissuing
  const stays = (fate: 'decision' | 'lapses', reason: string): Undated => ({ line, fate, reason, reissued: null })
  if (mapping === null || mapping.to === null) return stays('lapses', mapping?.how ?? 'dropped')
  if (!carries(mapping.how)) return stays('decision', mapping.how)
  if (!bulletin.reissue.includes(line.matter)) return stays('decision', 'not-chosen')
  if (line.parent !== null && !newIds.has(line.parent)) return stays('decision', 'above-waits')
  const reissued = reissuedLine(reissuing, line, mapping.to, number)
  const against = broken(reissuing, reissued)
  return against === null ? { line, fate: 'reissued', reason: mapping.how, reissued } : stays('decision', against)
}

/** What stands above something that waits is kept until T1, so that its chain holds. */
function dated(fates: readonly Undated[], { from, to }: ReissueContext): readonly LineFate[] {
  const above = new Map(fates.map(({ line }) => [line.id, line.parent]))
  const keeps = new Set<string>()
  for (const { line, fate } of fates) {
    if (fate === 'reissued') continue
    for (let at: string | null = line.id; at !== null && !keeps.has(at); at = above.get(at) ?? null) keeps.add(at)
  }
  const ends = ({ endedAt, effectiveTo }: DelegationFact, at: Instant): Instant => Math.min(endedAt ?? Infinity, effectiveTo ?? Infinity, at)
  return fates.map((each) => ({ ...each, endsAt: ends(each.line, keeps.has(each.line.id) ? to : from) }))
}

export function planReissue(
  register: Register, bulletin: Bulletin, oldMatters: readonly string[], law: ReturnType<typeof lawFacts>, context: ReissueContext,
): readonly LineFate[] {
  const world = new WorldToCome(register)
  for (const fact of [law.framework, ...law.matters]) world.lay(fact)
  const reissuing: Reissuing = { bulletin, context, world, newIds: new Map() }
  const fates: Undated[] = []
  for (const matter of oldMatters) {
    const mappings = bulletin.mappings.filter(({ from }) => from === matter)
    const mapping = mappings.find(({ how }) => carries(how)) ?? mappings[0] ?? null
    for (const line of rootsFirst(register.delegationsOnMatter(matter).filter((each) => runsInto(each, context.from)))) {
      const fate = fateOf(reissuing, line, mapping, reissuing.newIds.size + 1)
      fates.push(fate)
      if (fate.reissued === null) continue
      world.lay(fate.reissued)
      reissuing.newIds.set(line.id, fate.reissued.id)
    }
  }
  return dated(fates, context)
}
