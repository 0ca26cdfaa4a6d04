/** One finding: what made it so with its records, what mends it, what happened, and how it is closed or passed on. */
import { useState } from 'react'

import { useAct, useAnswer } from '../../../web/app/api.ts'
import { useFinder } from '../../../web/app/finder.ts'
import type { PageProps } from '../../../web/app/page.ts'
import {
  Busy, Button, ButtonLink, Combobox, DateField, Day, Facts, Name, Notice, PageHead, ProblemNotice, RadioGroup, Section, Steps, TextArea, Timeline, useLanguage,
  type Found,
} from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { closeContract, passOnContract } from '../acts/close-finding.ts'
import type { findingContract } from '../views/one-finding.ts'
import { causeSentence, FindingStateWord, RecordLink, refsOf, remedyHref, Severity } from './words.tsx'

type Finding = AnswerOf<typeof findingContract>

export function Page({ param }: PageProps) {
  const speech = useLanguage()
  const { t } = speech
  const id = param('id')
  const answer = useAnswer<typeof findingContract>('GET', '/api/v1/findings/{id}', { params: { id } })
  if (answer.error) {
    return (
      <>
        <PageHead title={t('finding.title')} />
        <ProblemNotice error={answer.error} />
        <Steps><ButtonLink href="/findings">{t('finding.back')}</ButtonLink></Steps>
      </>
    )
  }
  if (!answer.data) return <Busy>{t('finding.busy-one')}</Busy>
  const finding = answer.data
  const remedy = remedyHref(finding)
  return (
    <>
      <PageHead title={t(`finding.rule-${finding.rule}`)} kicker={t('finding.kicker', { id })} steps={<ButtonLink href="/findings">{t('finding.back')}</ButtonLink>}>
        <p className="lead">{causeSentence(finding, speech)}</p>
        <p><Severity severity={finding.severity} /> {finding.state === null ? null : <FindingStateWord state={finding.state} />}</p>
      </PageHead>
      <Section title={t('finding.mend')}>
        <p>{t(`finding.remedy-${finding.remedy}`)}</p>
        {finding.closesByItself ? <p className="quiet">{t('finding.by-itself')}</p> : null}
        {remedy ? <Steps><ButtonLink kind="main" href={remedy}>{t('finding.go-mend')}</ButtonLink></Steps> : null}
      </Section>
      <Section title={t('finding.facts')}><Particulars finding={finding} /></Section>
      {finding.state === 'open' ? <Acts finding={finding} id={id} /> : null}
      <Section title={t('finding.history')}><History finding={finding} /></Section>
    </>
  )
}

function Particulars({ finding }: { readonly finding: Finding }) {
  const { t } = useLanguage()
  const { owner, entity, matter, since, openedAt, acceptedUntil, words } = finding
  return (
    <Facts
      items={[
        ...refsOf(finding).map((record) => ({ term: t('finding.record'), value: <RecordLink record={record} names={finding.names} /> })),
        ...(matter ? [{ term: t('finding.matter'), value: <a href={`/catalogue/${encodeURIComponent(matter.id)}`}><Name {...matter} /></a> }] : []),
        ...(entity ? [{ term: t('finding.column-entity'), value: <a href={`/organisation/${encodeURIComponent(entity.id)}`}><Name {...entity} /></a> }] : []),
        { term: t('finding.column-owner'), value: owner ? <a href={`/people/${encodeURIComponent(owner.id)}`}><Name {...owner} /></a> : t('finding.no-owner') },
        ...(since ? [{ term: t('finding.since'), value: <Day value={since} /> }] : []),
        ...(openedAt ? [{ term: t('finding.opened'), value: <Day value={openedAt} /> }] : []),
        ...(acceptedUntil ? [{ term: t('finding.accepted-until'), value: <Day value={Date.parse(acceptedUntil) - 1} /> }] : []),
        ...(words ? [{ term: t('finding.said'), value: words }] : []),
      ]}
    />
  )
}

function History({ finding }: { readonly finding: Finding }) {
  const { t, name } = useLanguage()
  return (
    <Timeline
      label={t('finding.history')}
      items={finding.history.map(({ at, step, by, words, to }, index) => ({
        key: String(index), at,
        what: t(`finding.step-${step}`, { by: by ? name(by.name, by.names) : t('finding.monitor'), to: to ? name(to.name, to.names) : '' }),
        detail: words,
      }))}
    />
  )
}

const ways = ['accepted', 'lesson', 'mended'] as const
type Way = (typeof ways)[number]

function Acts({ finding, id }: { readonly finding: Finding; readonly id: string }) {
  const { t } = useLanguage()
  if (!finding.mayAct) return <Notice title={t('finding.not-yours')}>{t('finding.not-yours-detail')}</Notice>
  return (
    <>
      <Section title={t('finding.close')}><Close finding={finding} id={id} /></Section>
      <Section title={t('finding.pass-on')}><PassOn id={id} /></Section>
    </>
  )
}

function Close({ finding, id }: { readonly finding: Finding; readonly id: string }) {
  const { t } = useLanguage()
  const [how, setHow] = useState<Way>('lesson')
  const [words, setWords] = useState('')
  const [until, setUntil] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAct<typeof closeContract>('POST', '/api/v1/findings/{id}/close')
  const short = words.trim().length < 10
  const undated = how === 'accepted' && until === ''
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (short || undated) return
        const said = words.trim()
        act.mutate({ params: { id }, body: how === 'accepted' ? { how, until, words: said } : { how, words: said } })
      }}
    >
      {act.error ? <ProblemNotice error={act.error} /> : null}
      <RadioGroup
        label={t('finding.how')}
        value={how}
        choices={ways.filter((way) => way !== 'mended' || !finding.closesByItself).map((value) => ({ value, label: t(`finding.how-${value}`) }))}
        onChange={(value) => setHow(ways.find((way) => way === value) ?? 'lesson')}
      />
      {how === 'accepted' ? (
        <DateField label={t('finding.until')} value={until} onChange={setUntil} required error={tried && undated ? { message: t('finding.until-missing') } : undefined} />
      ) : null}
      <TextArea label={t(`finding.words-${how}`)} value={words} onChange={setWords} required error={tried && short ? { message: t('finding.words-missing') } : undefined} />
      <Steps><Button type="submit" kind="main" busy={act.isPending}>{t('finding.close-it')}</Button></Steps>
    </form>
  )
}

function PassOn({ id }: { readonly id: string }) {
  const { t } = useLanguage()
  const find = useFinder('person')
  const [to, setTo] = useState<Found | null>(null)
  const [words, setWords] = useState('')
  const act = useAct<typeof passOnContract>('POST', '/api/v1/findings/{id}/pass-on')
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (to) act.mutate({ params: { id }, body: { to: to.id, words: words.trim() === '' ? null : words.trim() } })
      }}
    >
      {act.error ? <ProblemNotice error={act.error} /> : null}
      <Combobox label={t('finding.to')} value={to} find={find} onChoose={setTo} />
      <TextArea label={t('finding.pass-on-words')} value={words} onChange={setWords} />
      <Steps><Button type="submit" busy={act.isPending} closedBecause={to ? undefined : t('finding.choose-person')}>{t('finding.pass-it-on')}</Button></Steps>
    </form>
  )
}
