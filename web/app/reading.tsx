/** While a page's answer is read, and where it cannot be. No heading stands until the record does: the focus waits for it. */
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { Busy, PageHead, ProblemError, ProblemNotice, Steps } from '../design/index.ts'

interface ReadingProps {
  readonly answer: UseQueryResult<unknown>
  readonly title: string
  readonly busy: string
  /** Where to go on from an address that holds nothing: trying again would not help. */
  readonly elsewhere?: ReactNode
  /** What stays within reach beside the problem, such as the times asked for. */
  readonly children?: ReactNode
}

const isUnknown = (error: Error): boolean => error instanceof ProblemError && error.status === 404

export function Reading({ answer, title, busy, elsewhere, children }: ReadingProps) {
  if (!answer.error) return <Busy>{busy}</Busy>
  const onRetry = isUnknown(answer.error) ? undefined : () => void answer.refetch()
  return (
    <>
      <PageHead title={title} />
      {children}
      <ProblemNotice error={answer.error} {...(onRetry ? { onRetry } : {})} />
      {!onRetry && elsewhere ? <Steps>{elsewhere}</Steps> : null}
    </>
  )
}
