/** While a record is read, and where it cannot be. No heading stands until the record does: the focus waits for it. */
import type { UseQueryResult } from '@tanstack/react-query'

import { Busy, ButtonLink, PageHead, ProblemError, ProblemNotice, Steps, useLanguage } from '../../../web/design/index.ts'

interface ReadingProps {
  readonly answer: UseQueryResult<unknown>
  readonly title: string
  readonly busy: string
}

const isUnknown = (error: Error): boolean => error instanceof ProblemError && error.status === 404

export function Reading({ answer, title, busy }: ReadingProps) {
  const { t } = useLanguage()
  if (!answer.error) return <Busy>{busy}</Busy>
  const unknown = isUnknown(answer.error)
  return (
    <>
      <PageHead title={title} />
      <ProblemNotice error={answer.error} {...(unknown ? {} : { onRetry: () => void answer.refetch() })} />
      {unknown ? (
        <Steps>
          <ButtonLink href="/organisation">{t('organisation.title')}</ButtonLink>
          <ButtonLink href="/people">{t('people.title')}</ButtonLink>
        </Steps>
      ) : null}
    </>
  )
}
