/** Passing on: drafts that lie with me, and where a new one begins. */
import { useEffect, useRef } from 'react'

import { useAddress } from '../../../web/app/address.ts'
import { useAct, useAnswer } from '../../../web/app/api.ts'
import type { PageProps } from '../../../web/app/page.ts'
import {
  Busy,
  Button,
  DataTable,
  Empty,
  Moment,
  Name,
  PageHead,
  ProblemNotice,
  useLanguage,
  type Column,
} from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { createDraftContract, deleteDraftContract, draftsContract } from '../acts/keep-draft.ts'
import type { delegationContract } from '../views/delegation.ts'
import { emptyLine, lineLike } from './sheet-lines.ts'
import { draftHref } from './words.tsx'
import './register.css'

type Draft = AnswerOf<typeof draftsContract>['items'][number]

export function Page({ search }: PageProps) {
  const { t } = useLanguage()
  const { go } = useAddress()
  const answer = useAnswer<typeof draftsContract>('GET', '/api/v1/drafts')
  const create = useAct<typeof createDraftContract>('POST', '/api/v1/drafts')
  const parent = search['parent']
  const like = useAnswer<typeof delegationContract>(
    'GET',
    '/api/v1/delegations/{id}',
    { params: { id: search['like'] ?? '' } },
    { enabled: search['like'] !== undefined },
  )
  const begun = useRef(false)
  const begin = (): void => {
    const line = like.data ? lineLike(like.data.delegation) : emptyLine(parent ?? '')
    create.mutate({ body: { title: null, lines: parent ? [line] : [] } }, { onSuccess: (draft) => go(`/pass-on/${draft.id}`) })
  }
  // A link "pass on" leads straight to a sheet with its line; once, whatever renders again.
  useEffect(() => {
    if (parent === undefined || begun.current || (search['like'] !== undefined && !like.data)) return
    begun.current = true
    begin()
  })
  if (parent !== undefined && !create.error) return <Busy>{t('drafts.beginning')}</Busy>
  return (
    <>
      <PageHead
        title={t('drafts.title')}
        steps={
          <Button kind="main" busy={create.isPending} onClick={begin}>
            {t('drafts.begin')}
          </Button>
        }
      >
        <p className="lead">{t('drafts.intro')}</p>
      </PageHead>
      {create.error ? <ProblemNotice error={create.error} /> : null}
      {answer.error ? (
        <ProblemNotice error={answer.error} onRetry={() => void answer.refetch()} />
      ) : answer.data ? (
        <List drafts={answer.data.items} />
      ) : (
        <Busy>{t('drafts.busy')}</Busy>
      )}
    </>
  )
}

function List({ drafts }: { readonly drafts: readonly Draft[] }) {
  const { t } = useLanguage()
  const remove = useAct<typeof deleteDraftContract>('DELETE', '/api/v1/drafts/{id}')
  const columns: readonly Column<Draft>[] = [
    {
      key: 'title',
      head: t('drafts.column-title'),
      cell: (draft) => <a href={draftHref(draft.id, draft.body.entity)}>{draft.body.title ?? t('home.draft', { count: draft.body.lines.length })}</a>,
    },
    { key: 'lines', head: t('drafts.column-lines'), numeric: true, cell: (draft) => draft.body.lines.length },
    { key: 'by', head: t('drafts.column-by'), cell: ({ preparedBy }) => <Name {...preparedBy} /> },
    { key: 'changed', head: t('drafts.column-changed'), cell: ({ updatedAt }) => <Moment value={updatedAt} /> },
    {
      key: 'steps',
      head: t('home.column-step'),
      silent: true,
      cell: (draft) => (
        <Button
          busy={remove.isPending && remove.variables.params?.id === draft.id}
          onClick={() => remove.mutate({ params: { id: draft.id } } as never)}
        >
          {t('drafts.delete', { title: draft.body.title ?? t('home.draft', { count: draft.body.lines.length }) })}
        </Button>
      ),
    },
  ]
  return (
    <>
      {remove.error ? <ProblemNotice error={remove.error} /> : null}
      <DataTable
        caption={t('drafts.mine')}
        columns={columns}
        rows={drafts}
        rowKey={({ id }) => id}
        empty={<Empty title={t('drafts.none')}>{t('drafts.none-detail')}</Empty>}
      />
    </>
  )
}
