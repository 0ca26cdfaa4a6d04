/** Every reason, answer and state has its words in every language we ship, with all that they name. */
import { describe, expect, it } from 'vitest'

import type { Box } from '../../kernel/authority/model.ts'
import { reasonCodes, type Reason, type ReasonCode } from '../../kernel/authority/reasons.ts'
import { localeOf, nameIn } from '../../platform/messages/languages.ts'
import { loadTranslator } from '../../platform/messages/message-files.ts'
import type { StepReason } from './open-steps.ts'
import { limitSentence } from '../../platform/messages/limit-words.ts'
import type { Speaker } from '../../platform/messages/speaker.ts'
import { answerSentence, reasonSentence, type MayAnswer } from './sentences.ts'

const at = Date.parse('2026-03-31T00:00:00Z')
const limits = [{ amount: { currency: 'USD', upTo: '250000' }, methods: ['open-tender'] }]
const missing = { fact: 'f', kind: 'advice', who: ['post-1'] } as const

/** One of each; a code without a sample does not compile. */
const samples: { readonly [C in ReasonCode]: Extract<Reason, { code: C }> } = {
  'before-register': { code: 'before-register', openedAt: at },
  'no-such-matter': { code: 'no-such-matter', matter: 'm' },
  'outside-framework': { code: 'outside-framework', what: 'partner', id: 'x' },
  reserved: { code: 'reserved', matter: 'm', heldBy: 'post-1' },
  adviser: { code: 'adviser', post: 'post-1' },
  constitutive: { code: 'constitutive', matter: 'm' },
  'exact-matter': { code: 'exact-matter', matter: 'm', parentMatter: 'n' },
  'never-wider': { code: 'never-wider', dimension: 'amount', parent: 'd1', limits, from: at, until: null },
  'no-subdelegation': { code: 'no-subdelegation', parent: 'd1' },
  'too-deep': { code: 'too-deep', ancestor: 'd1', depth: 2 },
  'end-required': { code: 'end-required', parent: 'd1' },
  'recipient-scope': { code: 'recipient-scope', parent: 'd1', needs: 'grade', grade: 'P-3' },
  'personal-only': { code: 'personal-only', matter: 'm' },
  'chain-broken': { code: 'chain-broken', at: 'd1', because: 'revoked' },
  'not-published': { code: 'not-published', since: at },
  'not-in-force': { code: 'not-in-force', since: null },
  revoked: { code: 'revoked', since: at },
  fallen: { code: 'fallen', since: at },
  withdrawn: { code: 'withdrawn', since: at },
  declined: { code: 'declined', since: at },
  rescinded: { code: 'rescinded', since: at },
  suspended: { code: 'suspended', since: at },
  'emergency-dormant': { code: 'emergency-dormant', since: at },
  'not-accepted': { code: 'not-accepted', since: null },
  vacancy: { code: 'vacancy', post: 'post-1' },
  'not-in-post': { code: 'not-in-post', post: 'post-1', until: at },
  'class-empty': { code: 'class-empty', grade: 'P-5', entity: 'e' },
  'not-in-class': { code: 'not-in-class', grade: 'P-5', entity: 'e' },
  'other-capacity': { code: 'other-capacity', post: null },
  'acting-unrecorded': { code: 'acting-unrecorded', post: 'post-1', assignment: 'acting', because: 'no-instrument' },
  'designate-only': { code: 'designate-only' },
  'wrong-entity': { code: 'wrong-entity', entity: 'e', entities: ['f', 'g'] },
  'limit-exceeded': { code: 'limit-exceeded', limits },
  'below-limit': { code: 'below-limit', limits },
  'wrong-method': { code: 'wrong-method', limits },
  'wrong-category': { code: 'wrong-category', limits },
  'wrong-fund': { code: 'wrong-fund', limits },
  'wrong-grade': { code: 'wrong-grade', limits },
  'term-exceeded': { code: 'term-exceeded', limits },
  'below-term': { code: 'below-term', limits },
  'count-exceeded': { code: 'count-exceeded', limits },
  'wrong-place': { code: 'wrong-place', limits },
  'outside-dates': { code: 'outside-dates', limits },
  'fact-differs': { code: 'fact-differs', limits },
  'cannot-evaluate': { code: 'cannot-evaluate', needs: 'amount' },
  'prerequisite-missing': { code: 'prerequisite-missing', credential: 'c', person: 'p' },
  'prerequisite-lapsed': { code: 'prerequisite-lapsed', credential: 'c', person: 'p', since: at },
  'conflict-of-interest': { code: 'conflict-of-interest', person: 'p', because: 'relation', other: 'q' },
  'own-purchase': { code: 'own-purchase', person: 'p' },
  'contract-kind': { code: 'contract-kind', person: 'p', kinds: ['fixed-term', 'permanent'] },
  'incompatible-exercise': { code: 'incompatible-exercise', matter: 'm', scope: 'entity', because: 'd1' },
  'provider-decides': { code: 'provider-decides', arrangement: 'a', provider: 'e', client: 'f' },
  'tender-missing': { code: 'tender-missing', ...missing },
  'advice-missing': { code: 'advice-missing', ...missing },
  'clearance-missing': { code: 'clearance-missing', ...missing },
  'cosignature-missing': { code: 'cosignature-missing', ...missing },
  'consultation-missing': { code: 'consultation-missing', ...missing },
  'condition-unanswered': { code: 'condition-unanswered', ...missing },
  'quorum-missing': { code: 'quorum-missing', body: 'b' },
  'legal-basis-missing': { code: 'legal-basis-missing' },
  'unknown-reference': { code: 'unknown-reference', kind: 'person', id: '' },
  'dates-reversed': { code: 'dates-reversed', from: at, until: at - 1 },
  retroactive: { code: 'retroactive', from: at, now: at + 1 },
  'framework-superseded': { code: 'framework-superseded', framework: 'f1', by: 'f2' },
  'self-delegation': { code: 'self-delegation', person: 'p', post: null },
  cycle: { code: 'cycle', parent: 'd1' },
  'already-delegated': { code: 'already-delegated', to: 'd1' },
  'not-the-delegate': { code: 'not-the-delegate', person: 'p', parent: 'd1' },
  'joint-unfit': { code: 'joint-unfit', needed: 3, posts: ['post-1', 'post-2'] },
  'unreadable-limit': { code: 'unreadable-limit', dimension: 'amount' },
}

const stepReasons: readonly StepReason[] = [
  { code: 'already-ended', since: at },
  { code: 'already-accepted', since: at },
  { code: 'not-your-line' },
  { code: 'not-the-delegator' },
  { code: 'root-by-framework' },
  { code: 'not-inherited' },
  { code: 'not-the-successor' },
  { code: 'already-confirmed' },
  { code: 'already-suspended', since: at },
  { code: 'not-suspended' },
  { code: 'already-declared', since: at },
  { code: 'not-emergency' },
  { code: 'not-declared' },
  { code: 'nothing-to-ratify' },
  { code: 'own-act' },
  { code: 'already-ratified' },
  { code: 'not-competent' },
]

const named = (name: string) => ({ id: name, name, names: {} })

const answer = (given: Partial<MayAnswer>): MayAnswer => ({
  answer: 'permitted',
  standing: 'now',
  authorises: true,
  person: named('Amina Diallo'),
  body: null,
  matter: named('Award of contracts'),
  entity: null,
  capacity: null,
  amount: { currency: 'USD', value: '1000' },
  method: null,
  reasons: [],
  names: {},
  chain: [],
  missing: [],
  obligations: [],
  notChecked: [],
  heldBy: null,
  evidence: null,
  whoCould: [],
  bodiesCould: [],
  times: { on: '2026-03-31T00:00:00Z', known: '2026-03-31T00:00:00Z', number: 7, standing: 'now' },
  ...given,
})

describe.each(['en', 'zh', 'ar'] as const)('in %s', (language) => {
  const { t, has } = loadTranslator(language)
  const speaker: Speaker = {
    locale: localeOf(language),
    t,
    has,
    name: (name, names) => nameIn(language, name, names),
    money: ({ currency, value }) => `${currency} ${value}`,
    date: (value) => new Date(value).toISOString().slice(0, 10),
  }
  // A message that lacks what it names shows its key; whole sentences end as sentences do.
  const isSentence = (text: string): boolean => text.length > 3 && !/^[a-z-]+\.[a-z-]+$/.test(text) && /[.。؟!]\u2069?$/.test(text.trim())

  it.each(reasonCodes)('reason %s', (code) => {
    const said = reasonSentence(samples[code], {}, speaker)
    expect(said).toSatisfy(isSentence)
    expect(said).not.toContain('(other)')
  })

  it.each(stepReasons)('step closed: $code', (reason) => {
    expect(reasonSentence(reason, {}, speaker)).toSatisfy(isSentence)
  })

  it.each(['permitted', 'not-yet', 'refused', 'refer', 'reserved', 'outside', 'no-such-matter', 'before-register'] as const)(
    'answer %s, now and then',
    (kind) => {
      const more = {
        answer: kind,
        reasons: kind === 'refused' || kind === 'outside' ? [samples.constitutive] : [],
        missing: kind === 'not-yet' ? [{ code: 'tender-missing', who: [], whoNamed: [] }] : [],
        heldBy: named('Secretary-General'),
      }
      for (const standing of ['now', 'history', 'forecast'] as const)
        expect(answerSentence(answer({ ...more, standing }), speaker)).toSatisfy(isSentence)
      expect(has(`answer-word.${kind}`)).toBe(true)
    },
  )
})

describe('limits in words', () => {
  const { t, has } = loadTranslator('en')
  const speaker: Speaker = {
    locale: 'en-GB',
    t,
    has,
    name: (name) => name,
    money: ({ currency, value }) => `${currency} ${value}`,
    date: String,
  }
  it.each<readonly [readonly Box[], string]>([
    [[], 'no limit'],
    [[{ amount: { currency: 'USD', upTo: '5' } }], 'up to USD 5'],
    [[{ amount: { currency: 'USD', upTo: '5', upToIncluded: false } }], 'under USD 5'],
    [[{ amount: { currency: 'GBP', over: '1000000' } }], 'over GBP 1000000'],
    [[{ amount: { currency: 'GBP', over: '10', overIncluded: true, upTo: '20' } }], 'from GBP 10 up to GBP 20'],
    [
      [
        { amount: { currency: 'USD', upTo: '5' }, methods: ['sole-source'] },
        { amount: { currency: 'USD', upTo: '9' }, methods: ['open-tender', 'call-off'] },
      ],
      'up to USD 5, by sole source; or up to USD 9, by open tender or call-off from a standing contract',
    ],
    [[{ grade: 'D-1', term: 12 }], 'grades up to D-1, for up to 12 months'],
    [[{ amount: { currency: 'USD', upTo: '5' }, basis: 'contract' }], 'up to USD 5 on the whole contract'],
    [[{ basis: 'financial-year', count: 2 }], '2 acts at most in all in the financial year'],
    [[{ places: ['kenya', 'uganda'], termOver: 36 }], 'for longer than 36 months, in kenya or uganda'],
    [[{ dates: { from: null, to: 9 }, where: { exempt: 'true' } }], 'until 8, where exempt is true'],
    [[{ stated: { 'match-amount': { currency: 'USD', over: '5' } } }], 'match-amount over USD 5'],
  ])('%j', (limit, words) => {
    expect(limitSentence(limit, speaker)).toBe(words)
  })
})
