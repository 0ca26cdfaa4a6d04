/** Before somebody moves to another post: what they would leave, keep and come to hold there, and what stands against it. Changes nothing. */
import { useAnswer } from '../../../../web/app/api.ts'
import { useFinder } from '../../../../web/app/finder.ts'
import { hrefOf } from '../../../../web/app/places.ts'
import type { PageProps } from '../../../../web/app/page.ts'
import { Busy, ButtonLink, Combobox, DataTable, Empty, FieldRow, Name, Notice, PageHead, ProblemNotice, useLanguage, type Column } from '../../../../web/design/index.ts'
import type { AnswerOf } from '../../../../platform/http/contract.ts'
import { reasonSentence } from '../../sentences.ts'
import type { ifPersonMovesContract } from '../../views/what-if.ts'
import type { DelegationSummary } from '../../shapes.ts'
import { Uncovered } from '../uncovered.tsx'
import { useNamed } from '../use-named.ts'
import { delegationHref, DelegationState, HolderName, Limits } from '../words.tsx'
import '../register.css'

type Effect = AnswerOf<typeof ifPersonMovesContract>
type Reasons = Effect['unfit'][number]['because']

export function Page({ param, search, setSearch }: PageProps) {
  const { t, name } = useLanguage()
  const person = param('id')
  const { post } = search
  const [who, where] = [useNamed('person', person), useNamed('post', post)]
  const find = useFinder('post')
  return (
    <>
      <PageHead
        title={t('if-moved.heading', { person: who ? name(who.name, who.names) : person })}
        steps={<><ButtonLink href={hrefOf('person', person)}>{t('if-left.back')}</ButtonLink><ButtonLink href={`${hrefOf('person', person)}/if-left`}>{t('if-moved.if-left')}</ButtonLink></>}
      >
        <p className="lead">{t('if-moved.intro')}</p>
      </PageHead>
      <FieldRow>
        <Combobox label={t('if-moved.post')} hint={t('if-moved.post-hint')} value={where} onChoose={(found) => setSearch({ post: found?.id })} find={find} required />
      </FieldRow>
      {post === undefined ? null : <Moved person={person} post={post} />}
    </>
  )
}

function Moved({ person, post }: { readonly person: string; readonly post: string }) {
  const { t } = useLanguage()
  const answer = useAnswer<typeof ifPersonMovesContract>('GET', '/api/v1/if-person-moves', { query: { person, post } }, { keepPrevious: true })
  if (answer.error) return <ProblemNotice error={answer.error} onRetry={() => void answer.refetch()} />
  if (!answer.data) return <Busy>{t('if-left.busy')}</Busy>
  return <Changes effect={answer.data} />
}

function Changes({ effect }: { readonly effect: Effect }) {
  const { t } = useLanguage()
  const { loses, losesCount, keeps, keepsCount, gains, gainsCount, unfit, unfitCount, uncovered, names } = effect
  const stopped = gains.filter(({ against }) => against.length > 0).length
  return (
    <>
      <Notice kind={losesCount + unfitCount + stopped > 0 ? 'warning' : 'note'} title={t('if-moved.sum', { loses: losesCount, keeps: keepsCount, gains: gainsCount })}>
        {stopped > 0 ? <p>{t('if-moved.against', { count: stopped })}</p> : null}
        {unfitCount > 0 ? <p>{t('if-moved.unfit-sum', { count: unfitCount })}</p> : null}
      </Notice>
      <Uncovered uncovered={uncovered} />
      <Lines caption={t('if-moved.gains', { count: gainsCount, shown: gains.length })} names={names} none="if-moved.gains-none"
        rows={gains.map(({ delegation, state, against }) => ({ delegation, state, because: against, below: 0, vacant: false }))} last="if-moved.column-against" />
      <Lines caption={t('if-moved.loses', { count: losesCount, shown: loses.length })} names={names} none="if-moved.loses-none" rows={loses.map((each) => ({ ...each, state: null }))} last="if-moved.column-why" />
      <Lines caption={t('if-moved.keeps', { count: keepsCount, shown: keeps.length })} names={names} none="if-moved.keeps-none"
        rows={keeps.map((delegation) => ({ delegation, state: null, because: [], below: 0, vacant: false }))} last={null} />
      {unfitCount > 0 ? (
        <Lines caption={t('if-moved.unfit', { count: unfitCount, shown: unfit.length })} names={names} none="if-moved.unfit-none" held
          rows={unfit.map((each) => ({ ...each, state: null, below: 0, vacant: false }))} last="if-moved.column-why" />
      ) : null}
    </>
  )
}

interface Row {
  readonly delegation: DelegationSummary
  readonly state: string | null
  readonly because: Reasons
  readonly below: number
  readonly vacant: boolean
}

interface LinesProps {
  readonly caption: string
  readonly rows: readonly Row[]
  readonly names: Effect['names']
  /** Key of the words where there is none. */
  readonly none: string
  /** Key of the heading of the last column; null: there is nothing to say there. */
  readonly last: string | null
  /** Held by others. */
  readonly held?: boolean
}

function Lines({ caption, rows, names, none, last, held = false }: LinesProps) {
  const speech = useLanguage()
  const { t } = speech
  const columns: readonly Column<Row>[] = [
    {
      key: 'matter', head: t('home.column-matter'), names: true,
      cell: ({ delegation, state }) => (
        <>
          <a href={delegationHref(delegation.id)}><Name {...delegation.matter} /></a>
          <small><Limits limits={delegation.limits} /></small>
          {state === null || state === 'in-force' || state === 'vacant' ? null : <DelegationState state={state} />}
        </>
      ),
    },
    { key: 'where', head: t('revoke.column-where'), cell: ({ delegation: { entities } }) => entities.map((entity) => <div key={entity.id}><Name {...entity} /></div>) },
    ...(held ? [{ key: 'holder', head: t('home.column-to'), cell: ({ delegation }: Row) => <HolderName holder={delegation.holder} /> }] : []),
    ...(last === null ? [] : [{
      key: 'why', head: t(last),
      cell: ({ because, vacant, below }: Row) => (
        <>
          {because.map((reason, at) => <p key={at}>{reasonSentence(reason, names, speech)}</p>)}
          {vacant ? <p>{t('if-moved.vacant')}</p> : null}
          {below > 0 ? <small>{t('if-left.below', { count: below })}</small> : null}
        </>
      ),
    }]),
  ]
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ delegation }) => delegation.id} empty={<Empty title={t(none)}>{t('if-moved.nothing')}</Empty>} />
}
