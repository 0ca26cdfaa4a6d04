/** One bulletin: what stands against it, its dates, what each matter becomes, and what signing it would do. */
import { useAct, useAnswer } from '../../../web/app/api.ts'
import type { PageProps } from '../../../web/app/page.ts'
import { Reading } from '../../../web/app/reading.tsx'
import { Button, ButtonLink, Facts, Name, Notice, PageHead, ProblemNotice, Section, State, Steps, useLanguage } from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { stateContract } from '../acts/prepare-bulletin.ts'
import type { bulletinContract } from '../views/bulletins.ts'
import { Mappings } from './mappings.tsx'
import { Promulgation } from './promulgation.tsx'
import { TermsForm } from './terms-form.tsx'
import { BulletinTabs, tones } from './words.tsx'

export type BulletinAnswer = AnswerOf<typeof bulletinContract>

export function Page({ param, search, setSearch }: PageProps) {
  const { t } = useLanguage()
  const answer = useAnswer<typeof bulletinContract>('GET', '/api/v1/bulletins/{id}', { params: { id: param('id') } })
  if (answer.error || !answer.data) {
    return <Reading answer={answer} title={t('bulletins.title')} busy={t('bulletins.busy')} elsewhere={<ButtonLink href="/frameworks">{t('bulletins.title')}</ButtonLink>} />
  }
  const bulletin = answer.data
  return (
    <>
      <PageHead title={bulletin.title} kicker={<a href="/frameworks">{t('bulletins.title')}</a>}>
        <p><State tone={tones[bulletin.state]}>{t(`bulletin.state.${bulletin.state}`)}</State> {t('bulletin.supersedes', { framework: bulletin.supersedes.name })}</p>
        <BulletinTabs id={bulletin.id} promulgated={bulletin.state === 'promulgated'} current="bulletin" />
      </PageHead>
      {bulletin.mayEdit ? <States bulletin={bulletin} /> : null}
      <Faults bulletin={bulletin} />
      {bulletin.mayEdit ? <TermsForm key={bulletin.version} bulletin={bulletin} /> : <Terms bulletin={bulletin} />}
      <Mappings bulletin={bulletin} search={search} setSearch={setSearch} />
      {bulletin.state === 'preparing' || bulletin.state === 'consulting' ? <Promulgation bulletin={bulletin} /> : null}
    </>
  )
}

function States({ bulletin: { id, version, state } }: { readonly bulletin: BulletinAnswer }) {
  const { t } = useLanguage()
  const act = useAct<typeof stateContract>('POST', '/api/v1/bulletins/{id}/state')
  const put = (to: 'preparing' | 'consulting' | 'withdrawn') => () => act.mutate({ params: { id }, body: { version, state: to } })
  return (
    <>
      {act.error ? <ProblemNotice error={act.error} /> : null}
      <Steps>
        {state === 'preparing'
          ? <Button kind="main" busy={act.isPending} onClick={put('consulting')}>{t('bulletin.consult')}</Button>
          : <Button busy={act.isPending} onClick={put('preparing')}>{t('bulletin.take-back')}</Button>}
        <Button busy={act.isPending} onClick={put('withdrawn')}>{t('bulletin.withdraw')}</Button>
      </Steps>
    </>
  )
}

function Faults({ bulletin }: { readonly bulletin: BulletinAnswer }) {
  const { t, name } = useLanguage()
  if (bulletin.state === 'promulgated') return <Notice kind="done" title={t('bulletin.done', { instrument: bulletin.instrument ?? '' })} />
  if (bulletin.state === 'withdrawn') return null
  const called = (about: string | null): string => {
    const found = [...bulletin.matters, ...bulletin.mappings.flatMap(({ from }) => (from ? [from] : []))].find(({ id }) => id === about)
    return found ? name(found.name, found.names) : about === 'first' ? t('bulletin.first') : about === 'until' ? t('bulletin.until') : (about ?? '')
  }
  const stopping = bulletin.faults.filter(({ weight }) => weight === 'stops').length
  return (
    <Section title={t('bulletin.checks')}>
      <p role="status">{t('bulletin.checks-count', { count: stopping })}</p>
      {bulletin.faults.length === 0 ? null : (
        <ul>
          {bulletin.faults.map(({ code, about, fields, weight }) => (
            <li key={`${code} ${about}`}>
              <State tone={weight === 'stops' ? 'no' : 'soon'}>{t(`bulletin.weight.${weight}`)}</State>{' '}
              {t(`bulletin.fault.${code}`, { about: called(about), fields: fields.map((field) => t(`matter-field.${field}`)).join(', '), count: fields.length })}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Terms({ bulletin: { terms, begunBy, group, instrument } }: { readonly bulletin: BulletinAnswer }) {
  const { t, day } = useLanguage()
  const date = (value: string | null) => (value === null ? t('bulletin.no-date') : day(value))
  return (
    <Section title={t('bulletin.terms')}>
      <Facts items={[
        { term: t('bulletin.first'), value: date(terms.first) },
        { term: t('bulletin.until'), value: date(terms.until) },
        { term: t('bulletin.running'), value: t(`bulletin.running.${terms.runningCases}`) },
        { term: t('bulletin.grades'), value: <bdi dir="ltr">{terms.grades.join(' · ')}</bdi> },
        { term: t('bulletin.begun-by'), value: <Name {...begunBy} /> },
        ...(group.length > 0 ? [{ term: t('bulletin.group'), value: group.map((person) => <span key={person.id}><Name {...person} /> </span>) }] : []),
        ...(instrument === null ? [] : [{ term: t('bulletin.instrument'), value: <a href={`/instruments/${encodeURIComponent(instrument)}`}><bdi>{instrument}</bdi></a> }]),
      ]} />
    </Section>
  )
}
