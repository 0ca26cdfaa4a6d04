/** One matter: who holds it, how it is delegated, what must come before a decision and what follows one. */
import { useAnswer } from '../../../web/app/api.ts'
import type { PageProps } from '../../../web/app/page.ts'
import {
  Busy,
  ButtonLink,
  Columns,
  Facts,
  PageHead,
  ProblemNotice,
  Provenance,
  Section,
  State,
  Steps,
  useLanguage,
} from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { matterContract } from '../views/matters.ts'
import './catalogue.css'
import { AfterDeciding, BeforeDeciding } from './conditions.tsx'
import { Who } from './who.tsx'
import { useDimensions, useWords } from './words.ts'

type Answer = AnswerOf<typeof matterContract>

export function Page({ param }: PageProps) {
  const { t } = useLanguage()
  const answer = useAnswer<typeof matterContract>('GET', '/api/v1/matters/{id}', { params: { id: param('id') } })
  if (answer.data) return <Matter answer={answer.data} />
  if (!answer.error) return <Busy>{t('matter.busy')}</Busy>
  return (
    <>
      <PageHead title={t('matter.title')} />
      <ProblemNotice error={answer.error} />
      <Steps>
        <ButtonLink href="/catalogue">{t('catalogue.title')}</ButtonLink>
      </Steps>
    </>
  )
}

function Matter({ answer: { matter, delegations } }: { readonly answer: Answer }) {
  const { name, rich, t } = useLanguage()
  const word = useWords()
  const of = new URLSearchParams({ matter: matter.id })
  const reserved = matter.delegable === 'no'
  return (
    <>
      <PageHead
        title={name(matter.name, matter.names)}
        kicker={t('matter.in-area', { area: word('matter.area', matter.area) })}
        steps={
          <>
            <ButtonLink kind="main" href={`/ask?${of}`}>
              {t('matter.link-ask')}
            </ButtonLink>
            <ButtonLink href={`/ask?${of}&who=1`}>{t('matter.link-who-may')}</ButtonLink>
            <ButtonLink href={`/register?${of}`}>{t('matter.link-register', { count: delegations })}</ButtonLink>
          </>
        }
      >
        {matter.description === null ? null : (
          <p>
            <bdi>{matter.description}</bdi>
          </p>
        )}
        <p>
          <State tone={matter.delegable === 'yes' ? 'yes' : reserved ? 'none' : 'wait'}>{t(`delegable.${matter.delegable}`)}</State>{' '}
          {rich(reserved ? 'matter.reserved-says' : `matter.${matter.delegable}-says`, { who: <Who who={matter.reservedTo} /> })}{' '}
          <Provenance provenance={matter.provenance} />
        </p>
      </PageHead>
      <Columns>
        <div className="matter-conditions">
          <BeforeDeciding matter={matter} />
          <AfterDeciding matter={matter} />
        </div>
        <Section title={t('matter.facts')}>
          <Facts items={useFacts(matter)} />
        </Section>
      </Columns>
    </>
  )
}

function useFacts(matter: Answer['matter']) {
  const { t } = useLanguage()
  const word = useWords()
  const dimensions = useDimensions()
  return [
    { term: t('matter.fact-rule'), value: matter.citation === null ? t('catalogue.no-rule') : <bdi>{matter.citation}</bdi> },
    { term: t('matter.fact-rules'), value: t(`matter.rules.${matter.rules ?? 'none'}`) },
    ...(matter.delegable === 'no'
      ? []
      : [
          { term: t('matter.fact-acceptance'), value: t(`matter.acceptance.${matter.acceptance}`) },
          { term: t('matter.fact-recipients'), value: t(matter.personalOnly ? 'catalogue.personal-only' : 'matter.recipients-any') },
          {
            term: t('matter.fact-limits'),
            value: matter.dimensions.length === 0 ? t('catalogue.no-limits') : dimensions(matter.dimensions),
          },
        ]),
    ...(matter.dimensions.includes('amount') ? [{ term: t('matter.fact-basis'), value: word('basis', matter.basis) }] : []),
    { term: t('matter.fact-code'), value: <code>{matter.id}</code> },
  ]
}
