/** While a record is read, and where it cannot be. No heading stands until the record does: the focus waits for it. */
import type { UseQueryResult } from '@tanstack/react-query'

import { Busy, PageHead, ProblemNotice } from '../../../web/design/index.ts'

export function Reading({ answer, title, busy }: { readonly answer: UseQueryResult<unknown>; readonly title: string; readonly busy: string }) {
  if (!answer.error) return <Busy>{busy}</Busy>
  return (
    <>
      <PageHead title={title} />
      <ProblemNotice error={answer.error} onRetry={() => void answer.refetch()} />
    </>
  )
}
