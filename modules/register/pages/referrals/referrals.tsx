/** Decisions others referred to me, and those I referred. */
import { useAnswer } from '../../../../web/app/api.ts'
import { fileLinks } from '../../../../web/app/file-links.ts'
import { useListAddress } from '../../../../web/app/list-address.ts'
import type { PageProps } from '../../../../web/app/page.ts'
import { Reading } from '../../../../web/app/reading.tsx'
import { Amount, ButtonLink, DataTable, Day, Empty, FilterChoice, FilterSentence, Name, PageHead, Pager, State, useLanguage, type Column, type Tone } from '../../../../web/design/index.ts'
import type { AnswerOf } from '../../../../platform/http/contract.ts'
import type { referralsContract } from '../../views/referrals.ts'
import { referralHref } from './addresses.ts'
import '../register.css'

type Item = AnswerOf<typeof referralsContract>['items'][number]

const sides = ['to-me', 'by-me'] as const
const states = ['open', 'decided', 'declined', 'withdrawn'] as const

export const referralTones: Readonly<Record<Item['state'], Tone>> = { open: 'wait', decided: 'yes', declined: 'no', withdrawn: 'none' }

export function Page({ search, setSearch }: PageProps) {
  const { t, rich } = useLanguage()
  const list = useListAddress('-at')
  const filters = { side: sides.find((each) => each === search['side']), state: states.find((each) => each === search['state']) }
  const answer = useAnswer<typeof referralsContract>('GET', '/api/v1/referrals', { query: { ...filters, sort: list.sort as never, page: list.page } }, { keepPrevious: true })
  if (answer.error || !answer.data) return <Reading answer={answer} title={t('referral.list-title')} busy={t('referral.busy')} />
  const found = answer.data
  const choose = (name: string) => (value: string): void => setSearch({ [name]: value === '' ? undefined : value, page: undefined }, 'push')
  const columns: readonly Column<Item>[] = [
    { key: 'what', head: t('exercise.column-what'), names: true, cell: ({ id, what }) => <a href={referralHref(id)}><bdi>{what}</bdi></a> },
    { key: 'matter', head: t('register.column-matter'), cell: ({ matter }) => <Name {...matter} /> },
    { key: 'amount', head: t('exercise.amount'), numeric: true, cell: ({ amount }) => (amount ? <Amount money={amount} /> : null) },
    { key: 'by', head: t('referral.by'), cell: ({ askedBy }) => <Name {...askedBy} /> },
    { key: 'of', head: t('referral.of'), cell: ({ askedOf }) => <Name {...askedOf} /> },
    { key: 'at', head: t('referral.at'), sortable: true, cell: ({ askedAt }) => <Day value={askedAt} /> },
    { key: 'state', head: t('register.column-state'), sortable: true, cell: ({ state }) => <State tone={referralTones[state]}>{t(`referral.state-${state}`)}</State> },
  ]
  return (
    <>
      <PageHead title={t('referral.list-title')}>
        <p className="lead">{t('referral.list-intro')}</p>
        <FilterSentence>
          {rich('referral.sentence', {
            side: (
              <FilterChoice label={t('referral.filter-side')} value={search['side'] ?? ''} options={[{ value: '', label: t('referral.any-side') }, ...sides.map((value) => ({ value, label: t(`referral.side-${value}`) }))]} onChoose={choose('side')} />
            ),
            state: (
              <FilterChoice label={t('register.filter-state')} value={search['state'] ?? ''} options={[{ value: '', label: t('referral.any-state') }, ...states.map((value) => ({ value, label: t(`referral.state-${value}`) }))]} onChoose={choose('state')} />
            ),
          })}
        </FilterSentence>
      </PageHead>
      <DataTable
        caption={t('referral.count', { count: found.total })}
        columns={columns}
        rows={found.items}
        rowKey={({ id }) => id}
        busy={answer.isPlaceholderData}
        sorting={list.sorting}
        sortHref={list.sortHref}
        exports={fileLinks('/api/v1/referrals', { ...filters, sort: list.sort })}
        empty={<Empty title={t('referral.none')} step={<ButtonLink href="/ask">{t('ask.tab-may')}</ButtonLink>}>{t('referral.none-detail')}</Empty>}
        foot={<Pager page={found.page} size={found.size} total={found.total} href={list.pageHref} />}
      />
    </>
  )
}
