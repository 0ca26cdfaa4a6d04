/** Limits in words, the same on every page and on the command line: "up to USD 250,000, by open tender". */
import type { AmountBand, Basis, Box } from '../../kernel/authority/model.ts'
import { coded, listed, type Speaker } from './speaker.ts'

/** As the kernel's, or as an answer carries it: a dimension without limit may also be there as undefined. */
type Said<Shape> = { readonly [Key in keyof Shape]: Shape[Key] | undefined }
type SaidBand = Pick<AmountBand, 'currency'> & Said<Omit<AmountBand, 'currency'>>
type SaidBox = Said<Omit<Box, 'amount'>> & { readonly amount?: SaidBand | undefined }

function bandWords(speaker: Speaker, { currency, over, overIncluded, upTo, upToIncluded }: SaidBand): string {
  const money = (value: string | undefined): string => (value === undefined ? '' : speaker.money({ currency, value }))
  return speaker.t('limit.amount', {
    lower: over === undefined ? 'none' : overIncluded ? 'from' : 'over',
    from: money(over),
    upper: upTo === undefined ? 'none' : upToIncluded === false ? 'under' : 'upTo',
    to: money(upTo),
  })
}

/** ICU select keys hold no hyphens. */
const bases = {
  'act': 'act', 'contract': 'contract', 'requirement': 'requirement', 'beneficiary-year': 'beneficiaryYear', 'financial-year': 'financialYear',
} as const satisfies Record<Basis, string>

/** What is counted, with what it is counted on, where the box says so itself. */
function countedWords(speaker: Speaker, { amount, count, basis }: SaidBox): readonly string[] {
  const said = [
    amount === undefined ? null : bandWords(speaker, amount),
    count === undefined ? null : speaker.t('limit.count', { count }),
  ].filter((words) => words !== null)
  return basis === undefined ? said : said.map((band) => speaker.t('limit.basis', { basis: bases[basis], band }))
}

/** The last day is inside, so the end is said as the instant before it. */
const datesWords = (speaker: Speaker, { from, to }: NonNullable<Box['dates']>): string =>
  speaker.t('limit.dates', {
    kind: from === null ? 'until' : to === null ? 'from' : 'between',
    from: from === null ? '' : speaker.date(from),
    until: to === null ? '' : speaker.date(to - 1),
  })

/** Dimensions that few boxes state. */
function rareWords(speaker: Speaker, { places, termOver, dates, where, stated }: SaidBox): readonly string[] {
  return [
    termOver === undefined ? null : speaker.t('limit.term-over', { months: termOver }),
    places === undefined ? null : speaker.t('limit.places', { list: listed(speaker, places, 'disjunction') }),
    dates === undefined ? null : datesWords(speaker, dates),
    ...Object.entries(where ?? {}).map(([fact, value]) => speaker.t('limit.where', { fact, value })),
    ...Object.entries(stated ?? {}).map(([fact, band]) => speaker.t('limit.stated', { fact, band: bandWords(speaker, band) })),
  ].filter((words) => words !== null)
}

function boxWords(speaker: Speaker, box: SaidBox): string {
  const codes = (group: string, values: readonly string[] | undefined): string | null =>
    values === undefined || values.length === 0
      ? null
      : speaker.t(`limit.${group}s`, {
          list: listed(
            speaker,
            values.map((code) => coded(speaker, group, code)),
            'disjunction',
          ),
        })
  const parts = [
    ...countedWords(speaker, box),
    box.grade === undefined ? null : speaker.t('limit.grade', { grade: box.grade }),
    codes('method', box.methods),
    codes('category', box.categories),
    codes('fund', box.funds),
    box.term === undefined ? null : speaker.t('limit.term', { months: box.term }),
    ...rareWords(speaker, box),
  ].filter((part) => part !== null)
  return parts.length === 0 ? speaker.t('limit.none') : parts.reduce((first, next) => speaker.t('limit.and', { first, next }))
}

/** "up to USD 250,000, by open tender; or up to USD 50,000, by sole source". */
export function limitSentence(limits: readonly SaidBox[], speaker: Speaker): string {
  if (limits.length === 0) return speaker.t('limit.none')
  return limits.map((box) => boxWords(speaker, box)).reduce((first, next) => speaker.t('limit.or', { first, next }))
}
