/** Narrowing: the new limits, what would lie outside them, a choice for each delegation that no longer fits, the reason, then the act. */
import { useState } from 'react'

import { useAddress } from '../../../../web/app/address.ts'
import { useAct, useAnswer } from '../../../../web/app/api.ts'
import { hrefOf } from '../../../../web/app/places.ts'
import type { PageProps } from '../../../../web/app/page.ts'
import { Reading } from '../../../../web/app/reading.tsx'
import { ButtonLink, Empty, FieldRow, Name, Notice, PageHead, ProblemNotice, Section, useLanguage } from '../../../../web/design/index.ts'
import type { AnswerOf } from '../../../../platform/http/contract.ts'
import type { mattersContract } from '../../../catalogue/index.ts'
import type { effectOfNarrowingContract, narrowContract } from '../../acts/narrow-delegation.ts'
import { reasonSentence } from '../../sentences.ts'
import type { delegationContract } from '../../views/delegation.ts'
import { ChildChoices, choicesGiven, WhatFalls, type Choices } from '../child-choices.tsx'
import { Elsewhere } from '../elsewhere.tsx'
import { CeilingFields } from '../sheet-ceiling.tsx'
import { Uncovered } from '../uncovered.tsx'
import { delegationHref, DelegationState, Limits, useHolderWords } from '../words.tsx'
import { Why } from './why.tsx'
import '../register.css'

type Record = AnswerOf<typeof delegationContract>
type Effect = AnswerOf<typeof effectOfNarrowingContract>

export function Page({ param }: PageProps) {
  const { t } = useLanguage()
  const answer = useAnswer<typeof delegationContract>('GET', '/api/v1/delegations/{id}', { params: { id: param('id') } })
  if (!answer.data) return <Reading answer={answer} title={t('narrow.title')} busy={t('revoke.busy')} elsewhere={<Elsewhere />} />
  return (
    <>
      <Head record={answer.data} />
      <Narrow record={answer.data} />
    </>
  )
}

function Head({ record: { delegation } }: { readonly record: Record }) {
  const { t, name } = useLanguage()
  const holder = useHolderWords()
  return (
    <PageHead
      title={t('narrow.heading', { matter: name(delegation.matter.name, delegation.matter.names), holder: holder(delegation.holder) })}
      kicker={t('record.kicker', { id: delegation.id })}
      steps={<ButtonLink href={delegationHref(delegation.id)}>{t('revoke.back')}</ButtonLink>}
    >
      <p className="lead">{t('narrow.intro')}</p>
      <p><DelegationState state={delegation.state} /> {t('narrow.now')} <Limits limits={delegation.limits} /></p>
    </PageHead>
  )
}

function Narrow({ record }: { readonly record: Record }) {
  const speech = useLanguage()
  const { t } = speech
  const { go } = useAddress()
  const { delegation, steps, names } = record
  const { id } = delegation
  const catalogue = useAnswer<typeof mattersContract>('GET', '/api/v1/matters', { query: {} })
  const [line, setLine] = useState({ limits: delegation.limits })
  const [choices, setChoices] = useState<Choices>({})
  const { given, ready } = choicesGiven(choices)
  const effect = useAnswer<typeof effectOfNarrowingContract>(
    'POST', '/api/v1/delegations/{id}/effect-of-narrowing', { params: { id }, body: { limits: line.limits, choices: ready ? given : [] } }, { keepPrevious: true },
  )
  const act = useAct<typeof narrowContract>('POST', '/api/v1/delegations/{id}/narrow')
  const step = steps.find((each) => each.step === 'narrow')
  const closed = step?.open !== true ? reasonSentence(step?.reasons[0] ?? { code: 'not-the-delegator' }, names, speech)
    : effect.error || !effect.data ? t('revoke.choice-first')
    : effect.data.is !== 'narrower' ? t(`narrow.is-${effect.data.is}`)
    : ready ? undefined : t('revoke.date-first')
  return (
    <>
      <Section title={t('narrow.to')}>
        <FieldRow>
          <CeilingFields
            line={line} parent={delegation} dimensions={catalogue.data?.items.find((each) => each.id === delegation.matter.id)?.dimensions ?? []}
            grades={catalogue.data?.framework?.grades ?? []} onChange={setLine} amountError={undefined} gradeError={undefined}
          />
        </FieldRow>
        <p role="status">{t('narrow.would-be')} <Limits limits={line.limits} /></p>
      </Section>
      {effect.error ? <ProblemNotice error={effect.error} onRetry={() => void effect.refetch()} /> : null}
      {effect.data && effect.data.is === 'narrower' ? <Outside effect={effect.data} choices={choices} onChoices={setChoices} /> : null}
      <Section title={t('revoke.decide')}>
        <Why
          busy={act.isPending} closed={closed} step={t('narrow.confirm')}
          onDecide={(reason) => act.mutate(
            { params: { id }, body: { limits: line.limits, choices: given, version: effect.data?.version ?? record.version, reason } },
            { onSuccess: () => go(delegationHref(id)) },
          )}
        >
          {act.error ? <ProblemNotice error={act.error} /> : null}
        </Why>
      </Section>
    </>
  )
}

interface OutsideProps {
  readonly effect: Effect
  readonly choices: Choices
  readonly onChoices: (choices: Choices) => void
}

/** What lies outside the new limits: who decides less, and which delegations no longer fit. */
function Outside({ effect, choices, onChoices }: OutsideProps) {
  const { t } = useLanguage()
  return (
    <>
      {effect.holders.length > 0 ? (
        <Notice kind="note" title={t('narrow.holders', { count: effect.holders.length })}>
          <ul>{effect.holders.map((person) => <li key={person.id}><a href={hrefOf('person', person.id)}><Name {...person} /></a></li>)}</ul>
        </Notice>
      ) : null}
      <WhatFalls effect={effect} />
      <ChildChoices
        effect={effect} choices={choices} onChoose={(child, made) => onChoices({ ...choices, [child]: made })}
        empty={<Empty title={t('narrow.all-fit')}>{t('narrow.all-fit-detail')}</Empty>}
      />
      <Uncovered uncovered={effect.uncovered} />
    </>
  )
}
