/** What stands against each line as it is typed, as whoever will sign it would see it: asked again once typing pauses. */
import { useEffect, useState } from 'react'

import { useAnswer } from '../../../web/app/api.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { checkDraftContract } from '../acts/check-draft.ts'
import type { DraftBody } from '../shapes.ts'

export type Checks = AnswerOf<typeof checkDraftContract>

function useSettled(body: DraftBody): DraftBody {
  const [settled, setSettled] = useState(body)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(body), 350)
    return () => clearTimeout(timer)
  }, [body])
  return settled
}

/** `of`: whose authority is passed on. A preparer is not the delegate, and need not be. */
export function useChecks(body: DraftBody, of: string): { readonly checks: Checks | undefined; readonly current: boolean } {
  const settled = useSettled(body)
  const lines = settled.lines.filter(({ parent }) => parent !== '')
  const { data, isFetching, isPlaceholderData } = useAnswer<typeof checkDraftContract>(
    'POST',
    '/api/v1/drafts/check',
    { body: { ...settled, of: of === '' ? null : of, lines } },
    { keepPrevious: true },
  )
  return { checks: data, current: settled === body && !isFetching && !isPlaceholderData }
}
