/** One decision taken: both verdicts side by side, who ratified it, and the step to ratify it. */
import { useAct, useAnswer } from '../../../../web/app/api.ts'
import type { PageProps } from '../../../../web/app/page.ts'
import { hrefOf } from '../../../../web/app/places.ts'
import { Reading } from '../../../../web/app/reading.tsx'
import {
  Amount,
  ButtonLink,
  Columns,
  Day,
  Facts,
  Moment,
  Name,
  Notice,
  PageHead,
  ProblemNotice,
  Section,
  State,
  useLanguage,
} from '../../../../web/design/index.ts'
import type { AnswerOf } from '../../../../platform/http/contract.ts'
import type { ratifyContract } from '../../acts/ratify-exercise.ts'
import type { exerciseOneContract } from '../../views/exercises.ts'
import { Elsewhere } from '../elsewhere.tsx'
import { delegationHref, ReasonList } from '../words.tsx'
import { VerdictPanel } from './verdict.tsx'
import { Why } from './why.tsx'
import '../register.css'

type Exercise = AnswerOf<typeof exerciseOneContract>

export function Page({ param }: PageProps) {
  const { t } = useLanguage()
  const answer = useAnswer<typeof exerciseOneContract>('GET', '/api/v1/exercises/{id}', { params: { id: param('id') } })
  if (!answer.data) return <Reading answer={answer} title={t('exercise.title')} busy={t('exercise.busy')} elsewhere={<Elsewhere />} />
  const exercise = answer.data
  return (
    <>
      <PageHead
        title={exercise.what === '' ? exercise.id : exercise.what}
        kicker={t('exercise.kicker', { id: exercise.id })}
        steps={<ButtonLink href="/exercises">{t('exercise.to-list')}</ButtonLink>}
      >
        <p className="marks">
          {exercise.unauthorised ? <State tone="no">{t('exercise.unauthorised')}</State> : <State tone="yes">{t('exercise.authorised')}</State>}{' '}
          {exercise.ratifications.length > 0 ? <State tone="wait">{t('exercise.ratified')}</State> : null}
        </p>
      </PageHead>
      <Columns>
        <Section title={t('exercise.then')}>
          <VerdictPanel answer={exercise.verdictThen} />
        </Section>
        <Section title={t('exercise.now')}>
          <VerdictPanel answer={exercise.verdictNow} />
        </Section>
      </Columns>
      <Decision exercise={exercise} />
      <Ratified exercise={exercise} />
      {exercise.unauthorised && exercise.ratifications.length === 0 ? <Ratify exercise={exercise} /> : null}
    </>
  )
}

function Decision({ exercise: { person, body, matter, entity, amount, decidedAt, delegation } }: { readonly exercise: Exercise }) {
  const { t } = useLanguage()
  return (
    <Section title={t('exercise.decision')}>
      <Facts
        items={[
          {
            term: t('exercise.column-who'),
            value: person ? (
              <a href={hrefOf('person', person.id)}>
                <Name {...person} />
              </a>
            ) : (
              <Name {...(body ?? { name: '' })} />
            ),
          },
          { term: t('record.matter'), value: <Name {...matter} /> },
          { term: t('exercise.column-at'), value: <Moment value={decidedAt} /> },
          ...(entity ? [{ term: t('record.where'), value: <Name {...entity} /> }] : []),
          ...(amount ? [{ term: t('exercise.amount'), value: <Amount money={amount} /> }] : []),
          {
            term: t('exercise.under'),
            value: delegation ? <a href={delegationHref(delegation)}>{delegation}</a> : t('exercise.under-none'),
          },
        ]}
      />
    </Section>
  )
}

function Ratified({ exercise: { ratifications } }: { readonly exercise: Exercise }) {
  const { t } = useLanguage()
  return ratifications.map((each) => (
    <Notice key={each.id} kind="note" title={t('exercise.ratified-by', { person: each.by.name })}>
      <p>
        <bdi>{each.reason}</bdi>
      </p>
      <p>
        {each.at ? <Day value={each.at} /> : null} · <a href={delegationHref(each.delegation)}>{each.delegation}</a>
      </p>
      <p>{t('exercise.erases-nothing')}</p>
    </Notice>
  ))
}

function Ratify({ exercise: { id, ratify, names } }: { readonly exercise: Exercise }) {
  const { t } = useLanguage()
  const act = useAct<typeof ratifyContract>('POST', '/api/v1/exercises/{id}/ratify')
  return (
    <Section title={t('exercise.ratify-title')}>
      <p>{t('exercise.ratify-intro')}</p>
      {ratify.open ? null : (
        <Notice kind="warning" title={t('exercise.closed')}>
          <ReasonList reasons={ratify.reasons} names={names} />
        </Notice>
      )}
      <Why
        busy={act.isPending}
        closed={ratify.open ? undefined : t('exercise.closed')}
        step={t('exercise.ratify')}
        onDecide={(reason) => act.mutate({ params: { id }, body: { reason } })}
      >
        {act.error ? <ProblemNotice error={act.error} /> : null}
      </Why>
    </Section>
  )
}
