/** "May X decide Y?" and "who may?": the question in the address, the answer as a sentence with its chain beneath. */
import type { ReactNode } from 'react'

import { useAddress } from '../../../web/app/address.ts'
import { useAnswer } from '../../../web/app/api.ts'
import type { PageProps } from '../../../web/app/page.ts'
import { hrefOf } from '../../../web/app/places.ts'
import { useSession } from '../../../web/app/session.ts'
import {
  AnswerPanel, Busy, ButtonLink, Chain, Columns, DataTable, Day, Empty, Facts, Moment, Name, Notice, PageHead, Pager, ProblemNotice, Section, Tabs, useLanguage, type Column, type Tone,
} from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import { answerSentence, coded, reasonSentence, type MayAnswer } from '../sentences.ts'
import type { mayContract, whoMayContract } from '../views/ask.ts'
import { Question } from './ask-question.tsx'
import { delegationHref, HolderName, Limits } from './words.tsx'
import './register.css'

type Search = PageProps['search']
type WhoMay = AnswerOf<typeof whoMayContract>

const asked = ['person', 'matter', 'amount', 'method', 'category', 'fund', 'grade', 'term', 'entity', 'fact', 'on', 'known', 'capacity'] as const

/** The address holds one text a name: several facts stand in one, separated by ";". */
function queryOf(search: Search, leave: readonly string[] = []): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {}
  for (const name of asked) {
    const value = search[name]
    if (value === undefined || value === '' || leave.includes(name)) continue
    query[name] = name === 'fact' ? value.split(';') : value
  }
  return query
}

export function Page({ search, setSearch }: PageProps) {
  const { t } = useLanguage()
  const session = useSession()
  const who = search['who'] !== undefined
  const person = search['person'] ?? session.person?.id
  const complete = search['matter'] !== undefined
  const { href } = useAddress()
  return (
    <>
      <PageHead title={t(who ? 'ask.title-who' : 'ask.title-may')} />
      <Tabs label={t('ask.tabs')} tabs={[{ href: href({ who: undefined }), label: t('ask.tab-may'), current: !who }, { href: href({ who: '1' }), label: t('ask.tab-who'), current: who }]} />
      <Question key={JSON.stringify([search, who])} search={search} setSearch={setSearch} who={who} person={person} />
      {!complete ? <Empty title={t('ask.begin')}>{t('ask.begin-detail')}</Empty> : who ? <WhoAnswer search={search} /> : <MayAnswerOf search={search} person={person} />}
    </>
  )
}

const tones: Readonly<Record<MayAnswer['answer'], Exclude<Tone, 'soon'>>> = {
  permitted: 'yes', 'not-yet': 'wait', refused: 'no', refer: 'wait', reserved: 'no', outside: 'no', 'no-such-matter': 'no', 'before-register': 'none',
}

function MayAnswerOf({ search, person }: { readonly search: Search; readonly person: string | undefined }) {
  const { t } = useLanguage()
  const answer = useAnswer<typeof mayContract>('GET', '/api/v1/may', { query: { ...queryOf(search), person } as never }, { enabled: person !== undefined })
  if (answer.error) return <ProblemNotice error={answer.error} onRetry={() => void answer.refetch()} />
  if (!answer.data) return <Busy>{t('ask.busy')}</Busy>
  return <Verdict answer={answer.data} search={search} />
}

function Verdict({ answer, search }: { readonly answer: MayAnswer; readonly search: Search }) {
  const speech = useLanguage()
  const { t, rich } = speech
  const { times } = answer
  const { href } = useAddress()
  return (
    <>
      <AnswerPanel tone={answer.standing === 'now' ? tones[answer.answer] : 'none'} word={t(`answer-word.${answer.answer}`)} says={answerSentence(answer, speech)}
        when={rich(`ask.when-${times.standing}`, { on: <Moment value={times.on} />, known: <Moment value={times.known} />, entry: speech.number(times.number) })}>
        {answer.standing === 'now' ? null : <Notice kind="warning" title={t(`ask.authorises-nothing-${answer.standing}`)} />}
        {answer.reasons.length > 0 ? <ul className="reasons">{answer.reasons.map((reason, index) => <li key={index}>{reasonSentence(reason, answer.names, speech)}{reason.delegation ? <> <a href={delegationHref(reason.delegation)}>{reason.delegation}</a></> : null}</li>)}</ul> : null}
        {answer.missing.map(({ code, whoNamed }) => <p key={code}>{whoNamed.length > 0 ? t('ask.missing-by', { what: t(`missing.${code}`), who: whoNamed.map((each) => speech.name(each.name, each.names)).join(' · ') }) : t('ask.missing', { what: t(`missing.${code}`) })}</p>)}
        <WhoCould answer={answer} />
        <div className="steps"><ButtonLink href={href({ who: '1' })}>{t('ask.who-else')}</ButtonLink></div>
      </AnswerPanel>
      <Columns>
        <Section title={t('ask.where-from')}>{answer.chain.length > 0 ? <ChainOf answer={answer} /> : <p className="quiet">{t('ask.no-chain')}</p>}</Section>
        <Section title={t('ask.looked-at')}><LookedAt answer={answer} search={search} /></Section>
      </Columns>
    </>
  )
}

function WhoCould({ answer: { whoCould } }: { readonly answer: MayAnswer }) {
  const { t } = useLanguage()
  if (whoCould.length === 0) return null
  return (
    <p>
      {t('ask.could')}{' '}
      {whoCould.map(({ person, post, delegation }, index) => <span key={`${person.id} ${delegation}`}>{index > 0 ? ' · ' : null}<a href={hrefOf('person', person.id)}><Name {...person} /></a>{post ? <> (<Name {...post} />)</> : null}</span>)}
    </p>
  )
}

function ChainOf({ answer: { chain } }: { readonly answer: MayAnswer }) {
  const { t } = useLanguage()
  return (
    <Chain label={t('ask.where-from')} links={chain.map((link) => ({
      key: link.id, title: <HolderName holder={link.holder} />,
      detail: <><a href={delegationHref(link.id)}>{link.id}</a> · <Limits limits={link.limits} />{link.legalBasis ? <> · <bdi>{link.legalBasis}</bdi></> : null}{link.acceptedAt ? <> · {t('ask.accepted')} <Day value={link.acceptedAt} /></> : null}</>,
    }))} />
  )
}

function LookedAt({ answer, search }: { readonly answer: MayAnswer; readonly search: Search }) {
  const speech = useLanguage()
  const { t } = speech
  const line = (term: string, value: ReactNode) => ({ term, value })
  const items = [
    line(t('ask.matter'), <a href={hrefOf('matter', answer.matter.id)}><Name {...answer.matter} /></a>),
    ...(answer.amount ? [line(t('ask.amount'), speech.money(answer.amount))] : []),
    ...(search['method'] ? [line(t('ask.method'), coded(speech, 'method', search['method']))] : []),
    ...(search['grade'] ? [line(t('ask.grade'), search['grade'])] : []),
    line(t('ask.entity'), answer.entity ? <Name {...answer.entity} /> : t('ask.own-entity')),
    line(t('ask.capacity'), answer.capacity ? <Name {...answer.capacity} /> : t('ask.any-capacity')),
    ...(answer.obligations.length > 0 ? [line(t('ask.obligations'), answer.obligations.map((each) => coded(speech, 'obligation', each)).join(' · '))] : []),
    line(t('ask.not-checked'), answer.notChecked.length > 0 ? answer.notChecked.map((each) => coded(speech, 'not-checked', each)).join(' · ') : t('ask.everything-checked')),
  ]
  return <Facts items={items} />
}

const perPage = 50

function WhoAnswer({ search }: { readonly search: Search }) {
  const { t } = useLanguage()
  const { href } = useAddress()
  const answer = useAnswer<typeof whoMayContract>('GET', '/api/v1/who-may', { query: queryOf(search, ['person', 'capacity']) as never })
  if (answer.error) return <ProblemNotice error={answer.error} onRetry={() => void answer.refetch()} />
  if (!answer.data) return <Busy>{t('ask.busy')}</Busy>
  const { people, posts, bodies, notYet, times } = answer.data
  const columns: readonly Column<WhoMay['people'][number]>[] = [
    { key: 'person', head: t('ask.column-person'), cell: (each) => <><a href={hrefOf('person', each.person)}><bdi>{each.name}</bdi></a>{each.assignment && each.assignment !== 'substantive' ? <small>{t(`assignment-word.${each.assignment}`)}</small> : null}</> },
    { key: 'post', head: t('ask.column-post'), cell: ({ post, entity }) => <>{post ? <Name {...post} /> : t('ask.personally')}{entity ? <small><Name {...entity} /></small> : null}</> },
    { key: 'limit', head: t('register.column-limit'), cell: ({ limit }) => <Limits limits={limit} /> },
    { key: 'under', head: t('ask.column-under'), cell: ({ delegation }) => <a href={delegationHref(delegation)}>{delegation}</a> },
  ]
  const vacant = posts.filter((post) => post.vacant)
  const page = Math.max(1, Number(search['page'] ?? 1) || 1)
  const shown = people.slice((page - 1) * perPage, page * perPage)
  return (
    <>
      {times.standing === 'now' ? null : <Notice kind="warning" title={t(`ask.authorises-nothing-${times.standing}`)} />}
      <DataTable caption={t('ask.people', { count: people.length })} columns={columns} rows={shown} rowKey={({ person, delegation }) => `${person} ${delegation}`}
        foot={people.length > perPage ? <Pager page={page} size={perPage} total={people.length} href={(to) => href({ page: to === 1 ? undefined : String(to) })} /> : null}
        empty={<Empty title={t('ask.nobody')}>{t('ask.nobody-detail')}</Empty>} />
      <Others title={t('ask.not-yet')} lines={notYet.map((each) => ({ key: `${each.person} ${each.delegation}`, name: <bdi>{each.name}</bdi>, delegation: each.delegation }))} />
      <Others title={t('ask.vacant')} lines={vacant.map((post) => ({ key: post.post, name: <Name name={post.name} names={post.names} />, delegation: post.delegation }))} />
      <Others title={t('ask.bodies')} lines={bodies.map((body) => ({ key: body.body, name: <Name name={body.name} names={body.names} />, delegation: body.delegation }))} />
    </>
  )
}

function Others({ title, lines }: { readonly title: string; readonly lines: readonly { readonly key: string; readonly name: ReactNode; readonly delegation: string }[] }) {
  if (lines.length === 0) return null
  return <Section title={title}><ul>{lines.map(({ key, name, delegation }) => <li key={key}>{name} · <a href={delegationHref(delegation)}>{delegation}</a></li>)}</ul></Section>
}
