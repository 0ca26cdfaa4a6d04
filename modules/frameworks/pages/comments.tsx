/** What entities say of a bulletin, matter by matter, and what its preparers answered. */
import { useState } from 'react'

import { useAddress } from '../../../web/app/address.ts'
import { useAct, useAnswer } from '../../../web/app/api.ts'
import type { PageProps } from '../../../web/app/page.ts'
import { hrefOf } from '../../../web/app/places.ts'
import { Reading } from '../../../web/app/reading.tsx'
import {
  Button, ButtonLink, DataTable, Dialog, Empty, FilterChoice, FilterSentence, Moment, Name, PageHead, Pager, ProblemError, ProblemNotice, RadioGroup, Section,
  SelectField, State, Steps, TextArea, TextField, useLanguage, type Column,
} from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { answerContract, commentContract } from '../acts/comment.ts'
import type { bulletinContract } from '../views/bulletins.ts'
import type { commentsContract } from '../views/comments.ts'
import { BulletinTabs, bulletinHref } from './words.tsx'

type Comments = AnswerOf<typeof commentsContract>
type Comment = Comments['items'][number]
type Bulletin = AnswerOf<typeof bulletinContract>

const formats = ['csv', 'xlsx', 'json'] as const

export function Page({ param, search, setSearch }: PageProps) {
  const { t } = useLanguage()
  const id = param('id')
  const bulletin = useAnswer<typeof bulletinContract>('GET', '/api/v1/bulletins/{id}', { params: { id } })
  const { matter, entity, q, page } = search
  const state = (['open', 'accepted', 'not-accepted'] as const).find((each) => each === search['state'])
  const answer = useAnswer<typeof commentsContract>('GET', '/api/v1/bulletins/{id}/comments', { params: { id }, query: { matter, entity, q, state, page } }, { keepPrevious: true })
  const elsewhere = <ButtonLink href="/frameworks">{t('bulletins.title')}</ButtonLink>
  if (answer.error || !answer.data) return <Reading answer={answer} title={t('comments.title')} busy={t('comments.busy')} elsewhere={elsewhere} />
  if (bulletin.error || !bulletin.data) return <Reading answer={bulletin} title={t('comments.title')} busy={t('comments.busy')} elsewhere={elsewhere} />
  const open = bulletin.data.state === 'preparing' || bulletin.data.state === 'consulting'
  return (
    <>
      <PageHead title={t('comments.title')} kicker={<a href={bulletinHref(id)}><bdi>{answer.data.title}</bdi></a>}>
        <p>{t('comments.counts', answer.data.counts)}</p>
        <BulletinTabs id={id} promulgated={bulletin.data.state === 'promulgated'} current="comments" />
        <Filters comments={answer.data} bulletin={bulletin.data} search={search} setSearch={setSearch} />
      </PageHead>
      <List comments={answer.data} bulletin={bulletin.data} busy={answer.isPlaceholderData} search={search} />
      {open ? <Write bulletin={bulletin.data} /> : null}
    </>
  )
}

function mattersOf(bulletin: Bulletin) {
  const old = bulletin.mappings.flatMap(({ from, to }) => (from && !to ? [from] : []))
  return [...bulletin.matters, ...old]
}

function Filters({ comments, bulletin, search, setSearch }: Pick<PageProps, 'search' | 'setSearch'> & { readonly comments: Comments; readonly bulletin: Bulletin }) {
  const { t, name } = useLanguage()
  const [words, setWords] = useState(search['q'] ?? '')
  const choose = (key: string) => (value: string) => setSearch({ [key]: value === '' ? undefined : value, page: undefined }, 'push')
  return (
    <>
      <FilterSentence>
        {t('comments.sentence')}{' '}
        <FilterChoice label={t('comments.filter-state')} value={search['state'] ?? ''} onChoose={choose('state')}
          options={[{ value: '', label: t('comments.any') }, ...(['open', 'accepted', 'not-accepted'] as const).map((value) => ({ value, label: t(`comments.state.${value}`) }))]} />{' '}
        <FilterChoice label={t('comments.filter-entity')} value={search['entity'] ?? ''} onChoose={choose('entity')}
          options={[{ value: '', label: t('comments.every-entity') }, ...comments.entities.map((each) => ({ value: each.id, label: name(each.name, each.names) }))]} />{' '}
        <FilterChoice label={t('comments.filter-matter')} value={search['matter'] ?? ''} onChoose={choose('matter')}
          options={[{ value: '', label: t('comments.every-matter') }, ...mattersOf(bulletin).map((each) => ({ value: each.id, label: name(each.name, each.names) }))]} />
      </FilterSentence>
      <form role="search" onSubmit={(event) => { event.preventDefault(); choose('q')(words.trim()) }}>
        <TextField type="search" label={t('comments.words')} value={words} onChange={setWords} />
        <Steps><Button type="submit">{t('comments.find')}</Button></Steps>
      </form>
    </>
  )
}

function List({ comments, bulletin, busy, search }: { readonly comments: Comments; readonly bulletin: Bulletin; readonly busy: boolean; readonly search: PageProps['search'] }) {
  const { t } = useLanguage()
  const { href } = useAddress()
  const [answered, setAnswered] = useState<Comment | null>(null)
  const columns: readonly Column<Comment>[] = [
    { key: 'who', head: t('comments.column-who'), names: true, cell: ({ entity, person }) => <><a href={hrefOf('entity', entity.id)}><Name {...entity} /></a><small><Name {...person} /></small></> },
    { key: 'matter', head: t('comments.column-matter'), cell: ({ matter }) => (matter ? <Name {...matter} /> : t('comments.the-whole')) },
    { key: 'words', head: t('comments.column-words'), cell: ({ words, at }) => <><bdi>{words}</bdi><small><Moment value={at} /></small></> },
    {
      key: 'answer', head: t('comments.column-answer'),
      cell: (comment) => comment.answer === null
        ? bulletin.mayEdit ? <Button onClick={() => setAnswered(comment)}>{t('comments.answer')}</Button> : <State tone="wait">{t('comments.state.open')}</State>
        : <><State tone={comment.answer === 'accepted' ? 'yes' : 'no'}>{t(`comments.state.${comment.answer}`)}</State> <bdi>{comment.answerWords}</bdi>{comment.answeredBy ? <small><Name {...comment.answeredBy} /></small> : null}</>,
    },
  ]
  const query = new URLSearchParams(Object.entries(search).flatMap(([key, value]) => (value !== undefined && ['matter', 'entity', 'q', 'state'].includes(key) ? [[key, value]] : [])))
  const file = (format: string) => `/api/v1/bulletins/${encodeURIComponent(bulletin.id)}/comments?${new URLSearchParams([...query, ['format', format]]).toString()}`
  return (
    <>
      <DataTable caption={t('comments.title')} captionHidden columns={columns} rows={comments.items} rowKey={({ id }) => id} busy={busy}
        exports={formats.map((format) => ({ label: format.toUpperCase(), href: file(format) }))}
        empty={<Empty title={t('comments.empty')}>{t('comments.empty-detail')}</Empty>}
        foot={<Pager page={comments.page} size={comments.size} total={comments.total} href={(page) => href({ page: page === 1 ? undefined : String(page) })} />} />
      {answered ? <Answer bulletin={bulletin.id} comment={answered} onClose={() => setAnswered(null)} /> : null}
    </>
  )
}

function Answer({ bulletin, comment, onClose }: { readonly bulletin: string; readonly comment: Comment; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const [said, setSaid] = useState<'accepted' | 'not-accepted'>('accepted')
  const [words, setWords] = useState('')
  const act = useAct<typeof answerContract>('POST', '/api/v1/bulletins/{id}/comments/{comment}/answer')
  const answer = () => act.mutate({ params: { id: bulletin, comment: comment.id }, body: { answer: said, words } }, { onSuccess: onClose })
  return (
    <Dialog open title={t('comments.answer')} onClose={onClose}
      steps={<Button kind="main" busy={act.isPending} closedBecause={words.trim() === '' ? t('comments.words-first') : undefined} onClick={answer}>{t('comments.answer')}</Button>}>
      {act.error ? <ProblemNotice error={act.error} /> : null}
      <p><bdi>{comment.words}</bdi></p>
      <RadioGroup label={t('comments.column-answer')} value={said} onChange={(value) => setSaid(value === 'accepted' ? value : 'not-accepted')}
        choices={(['accepted', 'not-accepted'] as const).map((value) => ({ value, label: t(`comments.state.${value}`) }))} />
      <TextArea label={t('comments.why')} value={words} onChange={setWords} required />
    </Dialog>
  )
}

function Write({ bulletin }: { readonly bulletin: Bulletin }) {
  const { t, name } = useLanguage()
  const [matter, setMatter] = useState('')
  const [words, setWords] = useState('')
  const act = useAct<typeof commentContract>('POST', '/api/v1/bulletins/{id}/comments')
  const wrong = (field: string) => (act.error instanceof ProblemError ? act.error.field(field) : undefined)
  return (
    <Section title={t('comments.write')}>
      <form className="spaced" onSubmit={(event) => {
        event.preventDefault()
        act.mutate({ params: { id: bulletin.id }, body: { matter: matter === '' ? null : matter, words } }, { onSuccess: () => setWords('') })
      }}>
        {act.error ? <ProblemNotice error={act.error} /> : null}
        <SelectField label={t('comments.column-matter')} value={matter} onChange={setMatter} none={t('comments.the-whole')} error={wrong('matter')}
          choices={mattersOf(bulletin).map((each) => ({ value: each.id, label: name(each.name, each.names) }))} />
        <TextArea label={t('comments.column-words')} hint={t('comments.write-hint')} value={words} onChange={setWords} error={wrong('words')} required />
        <Steps><Button type="submit" kind="main" busy={act.isPending} closedBecause={words.trim() === '' ? t('comments.words-first') : undefined}>{t('comments.send')}</Button></Steps>
      </form>
    </Section>
  )
}
