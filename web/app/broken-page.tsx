import type { ErrorComponentProps } from '@tanstack/react-router'

import { useLanguage } from '../design/language/language.tsx'
import { ProblemNotice } from '../design/notice/notice.tsx'
import { PageHead } from '../design/page-head/page-head.tsx'

/** A page that broke stands alone: the frame and the other pages go on. */
export function BrokenPage({ error, reset }: ErrorComponentProps) {
  const { t } = useLanguage()
  return (
    <>
      <PageHead title={t('problem.broken')} />
      <ProblemNotice error={error instanceof Error ? error : new Error(String(error))} onRetry={reset} />
    </>
  )
}

/** Where the frame itself broke there is still a page, with the way back. */
export function BrokenFrame(props: ErrorComponentProps) {
  return <main><BrokenPage {...props} /></main>
}
