/** My mandate: what waits for me, what I may decide, what I passed on, what is about to end, what changed. */
import { useAct, useAnswer } from '../../../web/app/api.ts'
import { Parts } from '../../../web/app/parts.tsx'
import { Reading } from '../../../web/app/reading.tsx'
import { useSession } from '../../../web/app/session.ts'
import { hrefOf } from '../../../web/app/places.ts'
import {
  Button,
  ButtonLink,
  Columns,
  DataTable,
  Empty,
  Moment,
  Name,
  Notice,
  PageHead,
  ProblemNotice,
  Section,
  State,
  useLanguage,
  type Column,
} from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { homeContract, readNoticesContract } from '../views/home.ts'
import { lastDay } from './last-day.ts'
import { AskBox } from './ask-box.tsx'
import { Waiting } from './home-waiting.tsx'
import { referralHref } from './referrals/addresses.ts'
import { delegationHref, DelegationState, Ends, HolderName, Limits } from './words.tsx'
import './register.css'

type Home = AnswerOf<typeof homeContract>
type Holding = Home['holds'][number]

export function Page() {
  const { t } = useLanguage()
  const answer = useAnswer<typeof homeContract>('GET', '/api/v1/home')
  if (answer.error || !answer.data) return <Reading answer={answer} title={t('home.title')} busy={t('home.busy')} />
  return <Mandate home={answer.data} />
}

function Mandate({ home }: { readonly home: Home }) {
  const { t, day } = useLanguage()
  const session = useSession()
  const { acceptances, drafts, referrals, inherited } = home.waiting
  const waiting = acceptances.length + drafts.length + referrals.length + (inherited > 0 ? 1 : 0)
  return (
    <>
      <PageHead
        title={t('home.greeting', { name: home.person.name, waiting })}
        steps={
          <>
            <ButtonLink href="/acting">{t('acting.title')}</ButtonLink>
            <ButtonLink href="/absences">{t('home.who-is-away')}</ButtonLink>
            <ButtonLink href="/referrals">{t('home.referrals')}</ButtonLink>
          </>
        }
      >
        <p className="quiet">{day(session.now)}</p>
      </PageHead>
      {home.absence ? (
        <Notice kind="note" title={home.absence.to ? t('home.away', { until: day(lastDay(home.absence.to)) }) : t('home.away-open')}>
          <p>{t('home.away-detail')}</p>
          <ButtonLink href="/absences">{t('home.away-see')}</ButtonLink>
        </Notice>
      ) : null}
      <Waiting home={home} waiting={waiting} />
      <Parts place="home" id={home.person.id} />
      <Section title={t('home.ask')}>
        <AskBox person={home.person} />
      </Section>
      <Columns>
        <Holdings holds={home.holds} />
        <div className="stack">
          <Changed notices={home.notices} />
          <Ending ending={home.ending} />
        </div>
      </Columns>
      <PassedOn home={home} />
    </>
  )
}

function Holdings({ holds }: { readonly holds: readonly Holding[] }) {
  const { t, has } = useLanguage()
  const columns: readonly Column<Holding>[] = [
    {
      key: 'matter',
      head: t('home.column-matter'),
      cell: ({ delegation }) => (
        <>
          <a href={delegationHref(delegation.id)}>
            <Name {...delegation.matter} />
          </a>
          <small>
            <Limits limits={delegation.limits} />
          </small>
        </>
      ),
    },
    { key: 'until', head: t('home.column-until'), cell: ({ delegation }) => <Ends end={delegation.effectiveTo} /> },
    {
      key: 'state',
      head: t('home.column-state'),
      cell: (holding) => (
        <>
          <DelegationState state={holding.delegation.state} />
          {holding.canExercise ? null : holding.delegation.state === 'in-force' ? <small>{t('home.only-pass-on')}</small> : null}
        </>
      ),
    },
    {
      key: 'passed',
      head: t('home.column-passed-on'),
      cell: ({ passedOn, delegation, canPassOn }) =>
        passedOn > 0 ? (
          <a href={`${delegationHref(delegation.id)}/tree`}>{t('home.passed-on-count', { count: passedOn })}</a>
        ) : canPassOn ? (
          <a href={`/pass-on?parent=${encodeURIComponent(delegation.id)}`}>{t('home.pass-on')}</a>
        ) : (
          <span className="quiet">{t('home.not-passed-on')}</span>
        ),
    },
  ]
  const areas = [...new Set(holds.map(({ delegation }) => delegation.matter.area))]
  if (holds.length === 0)
    return (
      <Empty title={t('home.holds-nothing')} step={<ButtonLink href="/ask">{t('home.ask-who')}</ButtonLink>}>
        {t('home.holds-nothing-detail')}
      </Empty>
    )
  return (
    <Section title={t('home.may-decide')} aside={<span className="quiet">{t('home.answer-for')}</span>}>
      {areas.map((area) => {
        const within = holds.filter(({ delegation }) => delegation.matter.area === area)
        return (
          <details key={area} className="area" open={holds.length <= 25 || area === areas[0]}>
            <summary>{t('home.area', { area: has(`area.${area}`) ? t(`area.${area}`) : area, count: within.length })}</summary>
            <DataTable
              caption={area}
              captionHidden
              columns={columns}
              rows={within}
              rowKey={({ delegation, capacity }) => `${delegation.id} ${capacity?.id}`}
            />
          </details>
        )
      })}
    </Section>
  )
}

function Changed({ notices }: { readonly notices: Home['notices'] }) {
  const { t } = useLanguage()
  const read = useAct<typeof readNoticesContract>('POST', '/api/v1/notices/read')
  const unread = notices.filter((notice) => !notice.read).length
  return (
    <Section
      title={t('home.changed')}
      aside={
        unread > 0 ? (
          <Button busy={read.isPending} onClick={() => read.mutate({ body: {} })}>
            {t('home.mark-read')}
          </Button>
        ) : null
      }
    >
      {read.error ? <ProblemNotice error={read.error} /> : null}
      {notices.length === 0 ? (
        <p className="quiet">{t('home.nothing-changed')}</p>
      ) : (
        <ol className="timeline" aria-label={t('home.changed')}>
          {notices.map((notice) => (
            <li key={notice.id}>
              <Moment value={notice.at} />
              <div>
                <NoticeWords notice={notice} />
                {notice.read ? null : (
                  <>
                    {' '}
                    <State tone="soon">{t('home.new')}</State>
                  </>
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

/** A notice about a framework leads to what it changed for its reader; one about a delegation to the delegation. */
function NoticeWords({ notice: { kind, subject, about } }: { readonly notice: Home['notices'][number] }) {
  const { t } = useLanguage()
  const said = t(`notice.${kind}`, { matter: about?.name ?? subject })
  const framework = /^framework:(.+)$/.exec(subject)?.[1]
  if (framework !== undefined) return <a href={`/frameworks/${encodeURIComponent(framework)}/what-changed`}>{said}</a>
  const bulletin = /^bulletin:(.+)$/.exec(subject)?.[1]
  if (bulletin !== undefined) return <a href={`/frameworks/${encodeURIComponent(bulletin)}/comments`}>{said}</a>
  const referral = /^referral:(.+)$/.exec(subject)?.[1]
  if (referral !== undefined) return <a href={referralHref(referral)}>{said}</a>
  return about ? <a href={delegationHref(subject)}>{said}</a> : said
}

function Ending({ ending }: { readonly ending: Home['ending'] }) {
  const { t } = useLanguage()
  if (ending.length === 0) return null
  const columns: readonly Column<Home['ending'][number]>[] = [
    {
      key: 'matter',
      head: t('home.column-matter'),
      cell: (line) => (
        <>
          <a href={delegationHref(line.id)}>
            <Name {...line.matter} />
          </a>
          <small>
            <HolderWords holder={line.holder} />
          </small>
        </>
      ),
    },
    {
      key: 'ends',
      head: t('home.column-ends'),
      cell: ({ endsAt }) => (
        <State tone="soon">
          <Ends end={endsAt} />
        </State>
      ),
    },
  ]
  return <DataTable caption={t('home.ending')} columns={columns} rows={ending.slice(0, 10)} rowKey={({ id }) => id} />
}

function HolderWords({ holder }: { readonly holder: Home['ending'][number]['holder'] }) {
  const { t } = useLanguage()
  const [first] = holder.persons
  return first ? <Name {...first} /> : holder.post ? <Name {...holder.post} /> : <>{t('holder.nobody')}</>
}

function PassedOn({ home: { passedOn, passedOnTotal, person } }: { readonly home: Home }) {
  const { t } = useLanguage()
  if (passedOn.length === 0) return null
  const columns: readonly Column<Home['passedOn'][number]>[] = [
    { key: 'to', head: t('home.column-to'), cell: ({ holder }) => <HolderName holder={holder} /> },
    {
      key: 'matter',
      head: t('home.column-matter'),
      cell: (line) => (
        <>
          <a href={delegationHref(line.id)}>
            <Name {...line.matter} />
          </a>
          <small>
            <Limits limits={line.limits} />
          </small>
        </>
      ),
    },
    { key: 'state', head: t('home.column-state'), cell: ({ state }) => <DelegationState state={state} /> },
  ]
  return (
    <DataTable
      caption={t('home.passed-on')}
      columns={columns}
      rows={passedOn.slice(0, 20)}
      rowKey={({ id }) => id}
      foot={
        <span className="quiet">
          {t('home.passed-on-of', { shown: Math.min(20, passedOn.length), total: passedOnTotal })}{' '}
          <a href={hrefOf('person', person.id)}>{t('home.all-of-mine')}</a>
        </span>
      }
    />
  )
}
