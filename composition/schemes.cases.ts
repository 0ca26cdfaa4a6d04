/**
 * Questions under published schemes of delegation (docs/schemes), with the answers their texts give. Persons are invented; what is quoted is
 * named in each scheme's README.
 */
import type { Answer } from '../kernel/authority/model.ts'

export interface SchemeQuestion {
  /** What the text says, in a few words. */
  readonly says: string
  /** Files taken before the question is asked: `increase` is increase.csv as the kind named. */
  readonly after?: { readonly file: string; readonly kind: string }
  /** Day on which it is asked, where it is not the day on which the scheme was taken in. */
  readonly day?: string
  readonly asks: Readonly<Record<string, string | readonly string[]>>
  readonly answer: Answer
  /** All codes of the reasons, in any order. */
  readonly reasons?: readonly string[]
  /** Who can give what is missing. */
  readonly missing?: Readonly<Record<string, readonly string[]>>
  readonly obligations?: readonly string[]
  /** Persons among those who could decide it instead. */
  readonly could?: readonly string[]
  readonly notChecked?: readonly string[]
}

const gbp = (amount: string) => `GBP ${amount}`
const usd = (amount: string) => `USD ${amount}`

const s1: readonly SchemeQuestion[] = [
  {
    says: 'a dean buys for 48,000, untendered',
    asks: { person: 'sgu-dean', matter: 'commit-expenditure', amount: gbp('48000') },
    answer: 'permitted', reasons: [],
  },
  {
    says: 'exactly 50,000 is not over 50,000',
    asks: { person: 'sgu-dean', matter: 'commit-expenditure', amount: gbp('50000.00') },
    answer: 'permitted', reasons: [],
  },
  {
    says: 'for 48,000 where 9,000 of the same contract was bought last month: 57,000 on the contract',
    asks: { person: 'sgu-dean', matter: 'commit-expenditure', amount: gbp('48000'), contract: 'microscopes-2024' },
    answer: 'refused', reasons: ['limit-exceeded', 'tender-missing'], could: ['sgu-finance', 'sgu-operations', 'sgu-deputy'],
  },
  {
    says: 'the Estates Manager commits 150,000 with a preferred supplier, tender on file',
    asks: {
      person: 'sgu-estates-manager', matter: 'commit-expenditure', amount: gbp('150000'), category: 'estates',
      fact: ['preferred-supplier=true', 'tender=true'],
    },
    answer: 'permitted', reasons: [],
  },
  {
    says: 'the same without the tender',
    asks: { person: 'sgu-estates-manager', matter: 'commit-expenditure', amount: gbp('150000'), category: 'estates', fact: 'preferred-supplier=true' },
    answer: 'not-yet', reasons: ['tender-missing'],
  },
  {
    says: 'the same for laboratory goods: the general schedule gives this post nothing',
    asks: {
      person: 'sgu-estates-manager', matter: 'commit-expenditure', amount: gbp('150000'), category: 'laboratory',
      fact: ['preferred-supplier=true', 'tender=true'],
    },
    answer: 'refused', reasons: ['wrong-category'],
  },
  {
    says: 'below 50,000 too the estates schedule is "after tender"',
    asks: { person: 'sgu-facilities', matter: 'commit-expenditure', amount: gbp('20000'), category: 'estates', fact: 'preferred-supplier=true' },
    answer: 'not-yet', reasons: ['tender-missing'],
  },
  {
    says: 'the Director of Finance buys own conference travel for 300',
    asks: { person: 'sgu-finance', matter: 'commit-expenditure', amount: gbp('300'), beneficiary: 'sgu-finance' },
    answer: 'refused', reasons: ['conflict-of-interest', 'own-purchase'], could: ['sgu-operations', 'sgu-deputy'],
  },
  {
    says: 'the Finance Committee decides 700,000, tender on file, by minute with quorum',
    asks: {
      body: 'finance-committee', matter: 'commit-expenditure', amount: gbp('700000'), contract: 'sequencer-2024',
      fact: ['tender=true', 'minute=finance-committee-2024-05'],
    },
    answer: 'permitted', reasons: [],
  },
  {
    says: 'without quorum: of three present one stood back',
    asks: {
      body: 'finance-committee', matter: 'commit-expenditure', amount: gbp('700000'), contract: 'boiler-2024',
      fact: ['tender=true', 'minute=finance-committee-2024-06'],
    },
    answer: 'not-yet', reasons: ['quorum-missing'],
  },
  {
    says: 'its chair alone',
    asks: { person: 'sgu-chair', matter: 'commit-expenditure', amount: gbp('700000'), fact: 'tender=true' },
    answer: 'refused', reasons: ['constitutive'],
  },
  {
    says: 'over a million the Council is left',
    asks: { person: 'sgu-principal', matter: 'commit-expenditure', amount: gbp('1000000.01'), fact: 'tender=true' },
    answer: 'refused', reasons: ['limit-exceeded'],
  },
]

const consultants = (person: string, amount: string, fact: readonly string[] = []) =>
  ({ person, matter: 'engage-consultants', amount: gbp(amount), fact: ['expertise-not-in-house=true', ...fact] })
const endorsed = 'chief-executive-endorsement=true'

const s2: readonly SchemeQuestion[] = [
  {
    says: '10,000.00 exactly: the budget holder, within budget, which is checked elsewhere',
    asks: consultants('ts-roads', '10000.00'),
    answer: 'permitted', reasons: [], notChecked: ['budget'],
  },
  { says: '10,000.00 exactly is not the Chief Executive’s', asks: { ...consultants('ts-chief', '10000.00'), entity: 'roads' }, answer: 'refused', reasons: ['below-limit'] },
  { says: '10,000.01: no longer the budget holder', asks: consultants('ts-roads', '10000.01'), answer: 'refused', reasons: ['limit-exceeded'], could: ['ts-chief'] },
  { says: '10,000.01: the Chief Executive', asks: { ...consultants('ts-chief', '10000.01'), entity: 'roads' }, answer: 'permitted', reasons: [] },
  {
    says: 'whether the expertise is in-house has not been answered',
    asks: { person: 'ts-roads', matter: 'engage-consultants', amount: gbp('9000') },
    answer: 'not-yet', reasons: ['condition-unanswered'],
  },
  {
    says: '60,000 with the Chief Executive’s endorsement, the Finance Business Partner silent',
    asks: { ...consultants('ts-secretary', '60000', [endorsed]), entity: 'transport-scotland' },
    answer: 'not-yet', reasons: ['clearance-missing'], missing: { 'clearance-missing': ['finance-business-partner'] },
  },
  {
    says: 'endorsed and approved',
    asks: { ...consultants('ts-secretary', '60000', [endorsed, 'finance-business-partner-approval=true']), entity: 'transport-scotland' },
    answer: 'permitted', reasons: [],
  },
  {
    says: 'receipts are unlimited',
    asks: { person: 'ts-chief', matter: 'accept-receipts', amount: gbp('39000000') },
    answer: 'permitted', reasons: [], obligations: [],
  },
  {
    says: 'receipts beyond those authorised in the Budget Act are surrendered',
    asks: { person: 'ts-chief', matter: 'accept-receipts', amount: gbp('40000000.01') },
    answer: 'permitted', reasons: [], obligations: ['surrender-to-consolidated-fund'],
  },
  {
    says: 'a loss that keeps the year at 300,000',
    asks: { person: 'ts-chief', matter: 'write-off-losses', amount: gbp('30000') },
    answer: 'permitted', reasons: [], obligations: [],
  },
  {
    says: 'the loss with which the year’s total crosses 300,000',
    asks: { person: 'ts-chief', matter: 'write-off-losses', amount: gbp('30000.01') },
    answer: 'permitted', reasons: [], obligations: ['note-losses-of-year-in-accounts'],
  },
  {
    says: 'a loss of 310,000',
    asks: { person: 'ts-chief', matter: 'write-off-losses', amount: gbp('310000') },
    answer: 'permitted', reasons: [], obligations: ['note-loss-in-accounts', 'note-losses-of-year-in-accounts'],
  },
]

const increase = { file: 'increase', kind: 'delegations' }

const s3: readonly SchemeQuestion[] = [
  {
    says: 'an exempt unit’s head awards 180,000',
    asks: { person: 'dp-north', matter: 'award-contract', amount: usd('180000') },
    answer: 'refused', reasons: ['limit-exceeded'],
  },
  {
    says: 'to 150,000 it may',
    asks: { person: 'dp-north', matter: 'award-contract', amount: usd('150000') },
    answer: 'permitted', reasons: [],
  },
  {
    says: 'where the unit is not exempt, 200,000',
    asks: { person: 'dp-south', matter: 'award-contract', amount: usd('200000') },
    answer: 'permitted', reasons: [],
  },
  { says: 'before an increase', asks: { person: 'dp-south', matter: 'award-contract', amount: usd('250000') }, answer: 'refused' },
  { says: 'micro-purchases before an increase', asks: { person: 'dp-south', matter: 'micro-purchase', amount: usd('8000') }, answer: 'refused', reasons: ['limit-exceeded'] },
  {
    says: 'the regional officer grants an increase after consulting the director of the bureau',
    asks: { person: 'dp-regional', matter: 'increase-authority', amount: usd('300000') },
    answer: 'not-yet', reasons: ['consultation-missing'], missing: { 'consultation-missing': ['bureau.director'] },
  },
  { says: 'after an increase to 300,000', after: increase, asks: { person: 'dp-south', matter: 'award-contract', amount: usd('250000') }, answer: 'permitted', reasons: [] },
  {
    says: 'the same act raised micro-purchases to 10,000', after: increase,
    asks: { person: 'dp-south', matter: 'micro-purchase', amount: usd('8000') }, answer: 'permitted', reasons: [],
  },
  {
    says: 'after the exemption ended, without a new instrument', day: '2025-01-06',
    asks: { person: 'dp-north', matter: 'award-contract', amount: usd('180000') },
    answer: 'permitted', reasons: [],
  },
]

const sign = (person: string, amount: string, term: string) => ({ person, matter: 'sign-contract', amount: usd(amount), term })

const s4: readonly SchemeQuestion[] = [
  { says: 'a dean, under 50,000 and three years', asks: sign('lc-arts', '49999.99', '36'), answer: 'permitted', reasons: [] },
  { says: 'a dean, 40,000 for four years: the term, not the amount', asks: sign('lc-arts', '40000', '48'), answer: 'refused', reasons: ['term-exceeded'] },
  { says: 'a dean, 50,000', asks: sign('lc-arts', '50000', '12'), answer: 'refused', reasons: ['limit-exceeded'], could: ['lc-finance', 'lc-counsel'] },
  { says: 'the Chief Financial Officer, 50,000', asks: { ...sign('lc-finance', '50000', '12'), entity: 'arts' }, answer: 'permitted', reasons: [] },
  { says: 'the General Counsel, longer than three years', asks: sign('lc-counsel', '1000', '37'), answer: 'permitted', reasons: [] },
  { says: 'the General Counsel, neither', asks: sign('lc-counsel', '1000', '36'), answer: 'refused' },
  { says: 'the President, either', asks: sign('lc-president', '1000', '36'), answer: 'permitted', reasons: [] },
  { says: 'a sub-delegate, 20,000 for a year', asks: sign('lc-manager', '20000', '12'), answer: 'permitted', reasons: [] },
  { says: 'a sub-delegate, 20,000 for 13 months', asks: sign('lc-manager', '20000', '13'), answer: 'refused', reasons: ['term-exceeded'] },
  {
    says: 'a sub-delegate who moved to another department', after: { file: 'move', kind: 'assignments' },
    asks: { ...sign('lc-manager', '20000', '12'), entity: 'arts' }, answer: 'refused', reasons: ['recipient-scope'],
  },
  { says: 'a sub-delegate whose training lapsed', day: '2024-07-01', asks: sign('lc-coordinator', '20000', '12'), answer: 'refused', reasons: ['prerequisite-lapsed'] },
]

const award = (person: string, amount: string, more: Readonly<Record<string, string | readonly string[]>> = {}) =>
  ({ person, matter: 'award-contract', amount: usd(amount), entity: 'mission', ...more })

const s5: readonly SchemeQuestion[] = [
  {
    says: '190,000 was awarded under 200,000; amendment of 30,000: 220,000 cumulative',
    asks: award('un-support', '30000', { contract: 'C-77' }),
    answer: 'refused', reasons: ['limit-exceeded'], could: ['un-director'],
  },
  { says: 'the same, the next up; no new advice for so small an amendment', asks: award('un-director', '30000', { contract: 'C-77' }), answer: 'permitted', reasons: [] },
  {
    says: 'an amendment of more than 20 % wants new advice',
    asks: award('un-director', '38000.01', { contract: 'C-77' }),
    answer: 'not-yet', reasons: ['advice-missing', 'advice-missing'],
  },
  {
    says: 'an amendment by more than 8 months wants new advice',
    asks: award('un-director', '30000', { contract: 'C-77', term: '9' }),
    answer: 'not-yet', reasons: ['advice-missing', 'advice-missing'],
  },
  {
    says: 'above the committee’s threshold, advice not yet given',
    asks: award('un-support', '180000'),
    answer: 'not-yet', reasons: ['advice-missing'], missing: { 'advice-missing': ['local-committee'] },
  },
  { says: 'advice given', asks: award('un-support', '180000', { fact: 'local-committee-advice=true' }), answer: 'permitted', reasons: [] },
  {
    says: 'above the office’s authority: after the local committee, the headquarters committee, then the higher official',
    asks: award('un-director', '900000', { fact: 'local-committee-advice=true' }),
    answer: 'not-yet', reasons: ['advice-missing'], missing: { 'advice-missing': ['headquarters-committee'] },
  },
]

export const schemes: Readonly<Record<string, readonly SchemeQuestion[]>> = { s1, s2, s3, s4, s5 }
