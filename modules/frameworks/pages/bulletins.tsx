/** The bulletins: those in preparation, those promulgated; and the first step to another. */
import { useState } from 'react'

import { useAct, useAnswer } from '../../../web/app/api.ts'
import { useAddress } from '../../../web/app/address.ts'
import { Reading } from '../../../web/app/reading.tsx'
import {
  Button, ButtonLink, Count, DataTable, Day, Empty, FieldRow, PageHead, ProblemError, ProblemNotice, Section, State, Steps, TextField, useLanguage, type Column,
} from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { beginContract } from '../acts/prepare-bulletin.ts'
import type { bulletinsContract } from '../views/bulletins.ts'
import { bulletinHref, tones } from './words.tsx'

type Item = AnswerOf<typeof bulletinsContract>['items'][number]

export function Page() {
  const { t } = useLanguage()
  const answer = useAnswer<typeof bulletinsContract>('GET', '/api/v1/bulletins')
  if (answer.error || !answer.data) return <Reading answer={answer} title={t('bulletins.title')} busy={t('bulletins.busy')} />
  const { items, mayBegin } = answer.data
  const columns: readonly Column<Item>[] = [
    { key: 'title', head: t('bulletins.column-title'), names: true, cell: ({ id, title }) => <><a href={bulletinHref(id)}><bdi>{title}</bdi></a><small><bdi>{id}</bdi></small></> },
    { key: 'state', head: t('bulletins.column-state'), cell: ({ state }) => <State tone={tones[state]}>{t(`bulletin.state.${state}`)}</State> },
    { key: 'supersedes', head: t('bulletins.column-supersedes'), cell: ({ supersedes }) => <bdi>{supersedes.name}</bdi> },
    { key: 'first', head: t('bulletins.column-first'), cell: ({ first }) => (first === null ? t('bulletin.no-date') : <Day value={first} />) },
    { key: 'until', head: t('bulletins.column-until'), cell: ({ until }) => (until === null ? t('bulletin.no-date') : <Day value={until} />) },
    { key: 'comments', head: t('bulletins.column-comments'), numeric: true, cell: ({ id, openComments }) => <a href={`${bulletinHref(id)}/comments?state=open`}><Count value={openComments} /></a> },
  ]
  return (
    <>
      <PageHead title={t('bulletins.title')} steps={<ButtonLink href="/guide">{t('bulletins.guide')}</ButtonLink>}>
        <p className="lead">{t('bulletins.intro')}</p>
      </PageHead>
      <DataTable caption={t('bulletins.title')} captionHidden columns={columns} rows={items} rowKey={({ id }) => id}
        empty={<Empty title={t('bulletins.empty')}>{t('bulletins.empty-detail')}</Empty>} />
      {mayBegin ? <Begin /> : null}
    </>
  )
}

function Begin() {
  const { t } = useLanguage()
  const { go } = useAddress()
  const [id, setId] = useState('')
  const [title, setTitle] = useState('')
  const begin = useAct<typeof beginContract>('POST', '/api/v1/bulletins')
  const wrong = (field: string) => (begin.error instanceof ProblemError ? begin.error.field(field) : undefined)
  return (
    <Section title={t('bulletins.begin')}>
      <form className="spaced" onSubmit={(event) => {
        event.preventDefault()
        begin.mutate({ body: { id, title } }, { onSuccess: (begun) => go(bulletinHref(begun.id)) })
      }}>
        <p>{t('bulletins.begin-detail')}</p>
        {begin.error ? <ProblemNotice error={begin.error} /> : null}
        <FieldRow>
          <TextField label={t('bulletin.title')} value={title} onChange={setTitle} error={wrong('title')} required />
          <TextField label={t('bulletin.id')} hint={t('bulletin.id-hint')} value={id} onChange={setId} error={wrong('id')} required />
        </FieldRow>
        <Steps><Button type="submit" kind="main" busy={begin.isPending} closedBecause={title === '' || id === '' ? t('bulletins.begin-first') : undefined}>{t('bulletins.begin')}</Button></Steps>
      </form>
    </Section>
  )
}
