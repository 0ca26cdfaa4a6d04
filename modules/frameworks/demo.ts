/** The demonstration's next bulletin: a copy of the framework in force with a few matters changed, out for comments. Invented whole. */
import { randomUUID } from 'node:crypto'

import type { MatterFact } from '../../kernel/authority/model.ts'
import type { Act } from '../../platform/ledger/ledger.ts'
import type { Services } from '../../platform/services.ts'
import { signingPosts } from '../register/index.ts'
import { addBulletin } from './bulletins.ts'
import { copyFramework } from './copy-framework.ts'
import type { Bulletin, BulletinMapping } from './model.ts'
import { frameworkInForce, nowTimes } from './standing.ts'
import { mattersOf } from './surroundings.ts'

interface Remark {
  readonly matter: 'first' | 'narrowed' | 'dropped' | null
  readonly words: string
  readonly answer: { readonly said: 'accepted' | 'not-accepted'; readonly words: string } | null
}

const remarks: readonly Remark[] = [
  { matter: null, words: 'Six months are short for missions that rotate in summer. Could the transition run to the end of September?', answer: null },
  { matter: null, words: 'Please keep the codes of matters stable: our templates cite them.', answer: { said: 'not-accepted', words: 'A matter of a new framework has a code of its own; the old code stays in every record, and the page of each matter names the one it answers to.' } },
  { matter: 'first', words: 'The description should say whether extensions count as new decisions.', answer: { said: 'accepted', words: 'The description now says that an extension is a decision of its own.' } },
  { matter: 'first', words: 'We welcome that nothing changes here.', answer: { said: 'accepted', words: 'Noted with thanks.' } },
  { matter: 'narrowed', words: 'Acceptance before use delays us when an officer arrives on a weekend.', answer: { said: 'not-accepted', words: 'A line may be accepted before arrival; it is then in force on the first morning.' } },
  { matter: 'narrowed', words: 'Agreed: personal responsibility is clearer this way.', answer: null },
  { matter: 'dropped', words: 'We used this twice last year. Who decides now?', answer: { said: 'accepted', words: 'The head of the organisation; the guide will say so.' } },
  { matter: 'dropped', words: 'We have never used it and see no need.', answer: null },
]

/** Some matters are made to differ, so that each way of mapping shows something. */
function revised(bulletin: Bulletin): Bulletin {
  const delegable = bulletin.mappings.filter(({ from }) => from !== null && bulletin.reissue.includes(from))
  const [narrowed, widened, changed, dropped] = [delegable[1], delegable[2], delegable[3], delegable.at(-1)]
  const change = (mapping: BulletinMapping): BulletinMapping => {
    if (mapping === narrowed) return { ...mapping, how: 'narrower' }
    if (mapping === widened) return { ...mapping, how: 'wider' }
    if (mapping === changed) return { ...mapping, how: 'changed' }
    return mapping === dropped ? { ...mapping, to: null, how: 'dropped' } : mapping
  }
  const kept = bulletin.matters.filter(({ id }) => id !== dropped?.to)
  return {
    ...bulletin,
    matters: kept.map((matter): MatterFact => (matter.id === narrowed?.to ? { ...matter, acceptance: 'before-use', obligations: [...matter.obligations, { duty: 'report-quarterly', at: 'permit', tells: [] }] } : matter)),
    mappings: bulletin.mappings.map(change),
    reissue: bulletin.reissue.filter((old) => ![widened, changed, dropped].some((mapping) => mapping?.from === old)),
  }
}

/** Who speaks for an entity: whoever heads it now. */
function speakers({ register, ...services }: Services, besides: string): readonly { readonly person: string; readonly entity: string; readonly post: string }[] {
  const times = nowTimes({ ...services, register })
  return [...register.facts('post')].filter(({ heads }) => heads).sort((a, b) => (a.id < b.id ? -1 : 1)).flatMap(({ id, entity }) => {
    const head = register.incumbents(id, times).find(({ assignment, person }) => assignment === 'substantive' && person !== besides)
    return head && register.fact('entity', entity)?.category !== 'governing-body' ? [{ person: head.person, entity, post: id }] : []
  })
}

export async function inventBulletin(services: Services): Promise<void> {
  const { db, register, clock, record, ledger } = services
  const before = frameworkInForce(services)
  const now = clock.now()
  const [post = ''] = signingPosts(register, before.id)
  const author = register.incumbents(post, nowTimes(services)).find(({ assignment }) => assignment === 'substantive')
  if (!author) return
  const year = new Date(now).getUTCFullYear() + 1
  const copied = copyFramework(before, mattersOf(services, before.id), { id: `concord-${year}`, title: `Delegation of Authority in the Concord of Peoples, ${year}`, by: author.person, now })
  const bulletin: Bulletin = { ...revised(copied), state: 'consulting', terms: { ...copied.terms, first: `${year}-01-01`, until: `${year}-06-30` } }
  const about = (of: Remark['matter']): string | null => {
    const how = of === 'first' ? 'identical' : of === 'narrowed' ? 'narrower' : of
    const mapping = how === null ? undefined : bulletin.mappings.find((each) => each.how === how)
    return mapping ? mapping.to ?? mapping.from : null
  }
  const heads = speakers(services, author.person)
  const comments = remarks.flatMap((remark, index) => {
    const speaker = heads[(index * 7) % Math.max(heads.length, 1)]
    return speaker ? [{ id: randomUUID(), remark, speaker, matter: about(remark.matter) }] : []
  })
  const acts = comments.flatMap(({ id, remark: { words, answer }, speaker, matter }): Act[] => {
    const shared = { subject: `bulletin:${bulletin.id}`, effectiveAt: null, facts: [] }
    return [
      { ...shared, kind: 'bulletin-commented', actor: speaker.person, capacity: speaker.post, details: { comment: id, entity: speaker.entity, matter, words } },
      ...(answer === null ? [] : [{ ...shared, kind: 'bulletin-comment-answered', actor: author.person, capacity: post, details: { comment: id, answer: answer.said, words: answer.words } }]),
    ]
  })
  const events = await db.transaction({ role: 'app', person: author.person }, async (tx) => {
    await addBulletin(tx, bulletin)
    if (comments.length > 0) {
      await tx.insertInto('bulletin_comment').values(comments.map(({ id, remark: { words, answer }, speaker, matter }) => ({
        id, bulletin: bulletin.id, matter, entity: speaker.entity, person: speaker.person, words, commented_at: now, answer: answer?.said ?? null,
        answer_words: answer?.words ?? null, answered_by: answer && author.person, answered_at: answer && now,
      }))).execute()
    }
    return record(tx, acts)
  })
  await ledger.settled(events)
}
