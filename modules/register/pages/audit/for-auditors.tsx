/** Who does not audit is told so, and who does. */
import { useAnswer } from '../../../../web/app/api.ts'
import { hrefOf } from '../../../../web/app/places.ts'
import { Busy, ButtonLink, Name, Notice, PageHead, ProblemNotice, Steps, useLanguage } from '../../../../web/design/index.ts'
import type { AnswerOf } from '../../../../platform/http/contract.ts'
import type { auditorsContract } from '../../views/audit.ts'

export function ForAuditors() {
  const { t } = useLanguage()
  const answer = useAnswer<typeof auditorsContract>('GET', '/api/v1/audit/auditors')
  return (
    <>
      <PageHead title={t('audit.title')} />
      <Notice kind="refusal" title={t('audit.not-yours')}>
        {answer.error ? <ProblemNotice error={answer.error} onRetry={() => void answer.refetch()} /> : answer.data ? <Who people={answer.data.people} /> : <Busy />}
      </Notice>
      <Steps>
        <ButtonLink href="/exercises?which=all">{t('audit.decisions')}</ButtonLink>
        <ButtonLink href="/log">{t('log.title')}</ButtonLink>
      </Steps>
    </>
  )
}

function Who({ people }: AnswerOf<typeof auditorsContract>) {
  const { t } = useLanguage()
  if (people.length === 0) return <p>{t('audit.no-auditors')}</p>
  return (
    <>
      <p>{t('audit.ask-them')}</p>
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <a href={hrefOf('person', person.id)}>
              <Name {...person} />
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
