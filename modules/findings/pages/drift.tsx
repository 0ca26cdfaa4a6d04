/** Drift: roles of other systems against the register, and the one file that brings them together. */
import { useAddress } from '../../../web/app/address.ts'
import { useAnswer } from '../../../web/app/api.ts'
import type { PageProps } from '../../../web/app/page.ts'
import { hrefOf } from '../../../web/app/places.ts'
import {
  Busy, ButtonLink, Count, DataTable, Empty, Name, PageHead, Pager, ProblemNotice, Section, State, useLanguage, type Column,
} from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { driftContract } from '../views/drift.ts'

type Drift = AnswerOf<typeof driftContract>
type Step = Drift['items'][number]

const reasons = ['role-without-delegation', 'delegation-without-role', 'active-leaver'] as const

export function Page({ search }: PageProps) {
  const { t } = useLanguage()
  const { system, entity, page } = search
  const reason = reasons.find((each) => each === search['reason'])
  const answer = useAnswer<typeof driftContract>('GET', '/api/v1/drift', { query: { system, entity, reason, page } }, { keepPrevious: true })
  const query = new URLSearchParams(Object.entries({ system, entity, reason, format: 'csv' }).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])))
  return (
    <>
      <PageHead
        title={t('drift.title')}
        steps={
          <>
            <a className="button" href={`/api/v1/drift?${query}`} download>{t('drift.file')}</a>
            {system ?? reason ? <ButtonLink href="/drift">{t('drift.all')}</ButtonLink> : null}
            <ButtonLink href="/findings">{t('finding.back')}</ButtonLink>
          </>
        }
      >
        <p className="lead">{t('drift.intro')}</p>
        {answer.data ? <p className="quiet" role="status">{t('drift.count', { count: answer.data.total })}</p> : null}
      </PageHead>
      {answer.error ? <ProblemNotice error={answer.error} onRetry={() => void answer.refetch()} /> : answer.data ? <Shown drift={answer.data} busy={answer.isPlaceholderData} /> : <Busy>{t('drift.busy')}</Busy>}
    </>
  )
}

function Shown({ drift, busy }: { readonly drift: Drift; readonly busy: boolean }) {
  const { t } = useLanguage()
  const { href } = useAddress()
  const columns: readonly Column<Step>[] = [
    { key: 'person', head: t('drift.column-person'), cell: ({ person }) => <a href={hrefOf('person', person.id)}><Name {...person} /></a> },
    { key: 'system', head: t('drift.column-system'), cell: ({ system }) => <bdi>{system}</bdi> },
    { key: 'role', head: t('drift.column-role'), cell: ({ role }) => <bdi>{role}</bdi> },
    { key: 'entity', head: t('finding.column-entity'), cell: ({ entity }) => (entity ? <Name {...entity} /> : t('drift.everywhere')) },
    { key: 'action', head: t('drift.column-action'), cell: ({ action }) => <State tone={action === 'add' ? 'wait' : 'no'}>{t(`drift.${action}`)}</State> },
    { key: 'reason', head: t('drift.column-reason'), cell: ({ reason }) => t(`finding.rule-${reason}`) },
  ]
  return (
    <>
      {drift.counts.length > 0 ? (
        <DataTable
          caption={t('drift.counts')}
          columns={[
            { key: 'system', head: t('drift.column-system'), cell: ({ system }: Drift['counts'][number]) => <bdi>{system}</bdi> },
            { key: 'reason', head: t('drift.column-reason'), cell: ({ reason }) => t(`finding.rule-${reason}`) },
            { key: 'count', head: t('finding.column-count'), numeric: true, cell: ({ system, reason, count }) => <a href={href({ system, reason, page: undefined })}><Count value={count} /></a> },
          ]}
          rows={drift.counts}
          rowKey={({ system, reason }) => `${system} ${reason}`}
        />
      ) : null}
      <DataTable
        caption={t('drift.steps')}
        columns={columns}
        rows={drift.items}
        rowKey={(step) => [step.system, step.person.id, step.role, step.entity?.id, step.subject].join(' ')}
        busy={busy}
        empty={<Empty title={t('drift.none')}>{t('drift.none-detail')}</Empty>}
        foot={<Pager page={drift.page} size={drift.size} total={drift.total} href={(page) => href({ page: page === 1 ? undefined : String(page) })} />}
      />
      {drift.unmapped.length > 0 ? (
        <Section title={t('drift.unmapped')}>
          <p>{t('drift.unmapped-detail')}</p>
          <ul>{drift.unmapped.map(({ system, role, persons }) => <li key={`${system} ${role}`}><bdi>{`${system} ${role}`}</bdi> <Count value={persons} /></li>)}</ul>
        </Section>
      ) : null}
    </>
  )
}
