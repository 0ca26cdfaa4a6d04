/** Which programs hold a token: for administrators. */
import { useAnswer } from '../app/api.ts'
import { useSession } from '../app/session.ts'
import type { AnswerOf } from '../../platform/http/contract.ts'
import type { listTokens } from '../../platform/identity/token-routes.ts'
import { Busy, DataTable, Day, ProblemNotice, Section, State, useLanguage, type Column } from '../design/index.ts'

type Token = AnswerOf<typeof listTokens>['items'][number]

export function Tokens() {
  const { rich, t } = useLanguage()
  const { roles } = useSession()
  return (
    <Section title={t('administration.tokens')}>
      <p>{rich('administration.tokens-intro', { code: (words) => <code dir="ltr">{words}</code> })}</p>
      {roles.includes('administrator') ? <TokenTable /> : <p className="quiet">{t('administration.tokens-closed')}</p>}
    </Section>
  )
}

function TokenTable() {
  const { t } = useLanguage()
  const answer = useAnswer<typeof listTokens>('GET', '/api/v1/tokens')
  if (answer.error) return <ProblemNotice error={answer.error} onRetry={() => void answer.refetch()} />
  if (!answer.data) return <Busy />
  const columns: readonly Column<Token>[] = [
    { key: 'name', head: t('administration.token-name'), cell: ({ name }) => <bdi>{name}</bdi> },
    { key: 'made', head: t('administration.token-made'), cell: ({ createdAt }) => <Day value={createdAt} /> },
    {
      key: 'expires',
      head: t('administration.token-expires'),
      cell: ({ expiresAt }) => (expiresAt === null ? t('administration.token-no-end') : <Day value={expiresAt} />),
    },
    { key: 'state', head: t('administration.token-state'), cell: (token) => <TokenState token={token} /> },
  ]
  return (
    <DataTable
      caption={t('administration.tokens')}
      captionHidden
      columns={columns}
      rows={answer.data.items}
      rowKey={({ id }) => id}
      empty={<p className="quiet">{t('administration.tokens-empty')}</p>}
    />
  )
}

function TokenState({ token: { expiresAt, revokedAt } }: { readonly token: Token }) {
  const { t } = useLanguage()
  if (revokedAt !== null) return <State tone="no">{t('administration.token-revoked')}</State>
  if (expiresAt !== null && Date.parse(expiresAt) <= Date.now()) return <State tone="none">{t('administration.token-expired')}</State>
  return <State tone="yes">{t('administration.token-valid')}</State>
}
