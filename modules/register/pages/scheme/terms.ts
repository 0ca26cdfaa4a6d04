/** What a line gives, in one run of words: before and after are told alike. */
import { limitSentence } from '../../../../platform/messages/limit-words.ts'
import type { Speech } from '../../../../web/design/index.ts'
import type { DraftLine } from '../../shapes.ts'

export interface Terms {
  readonly limits: DraftLine['limits']
  readonly places: readonly string[]
  /** Last day, or null for no end of its own. */
  readonly until: string | null
  readonly mayExercise: boolean
  readonly depth: number
  readonly conditions: string | null
}

export function termsWords({ limits, places, until, mayExercise, depth, conditions }: Terms, speech: Speech): string {
  return speech.t('scheme.terms', {
    limit: limitSentence(limits, speech),
    where: new Intl.ListFormat(speech.locale, { type: 'conjunction' }).format(places),
    placed: places.length > 0 ? 'yes' : 'no',
    ends: until === null ? 'never' : 'day',
    until: until === null ? '' : speech.date(until),
    use: mayExercise ? (depth > 0 ? 'both' : 'decide') : 'pass-on',
    depth,
    bound: conditions === null ? 'no' : 'yes',
    conditions: conditions ?? '',
  })
}
