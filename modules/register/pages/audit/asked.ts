/** The population and the sample as the address holds them, and as they are sent. */
import type { PageProps } from '../../../../web/app/page.ts'

export type Search = PageProps['search']

export const kinds = ['exercise', 'issue', 'acceptance', 'revocation'] as const
export const verdicts = ['authorised', 'unauthorised', 'ratified', 'not-judged'] as const
export const methods = ['simple-random', 'monetary-unit'] as const

export const kindOf = ({ kind }: Search): (typeof kinds)[number] => kinds.find((each) => each === kind) ?? 'exercise'

/** Only decisions have a verdict. */
const verdictOf = (search: Search) => (kindOf(search) === 'exercise' ? verdicts.find((each) => each === search['verdict']) : undefined)

export function populationOf(search: Search) {
  const { entity, matter, currency, from, to, known } = search
  return { kind: kindOf(search), entity, matter, currency, verdict: verdictOf(search), from, to, known }
}

/** Null: none was drawn. The page calls the sample's size `draw`, for `size` is how long its lists are. */
export function sampleOf(search: Search) {
  const { seed, draw, method } = search
  if (seed === undefined || draw === undefined) return null
  return { ...populationOf(search), seed, size: draw, method: methods.find((each) => each === method) ?? ('simple-random' as const) }
}
