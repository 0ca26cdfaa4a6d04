/** About this installation: is it ready, how far its register has got, what programs find where. */
import { useQuery } from '@tanstack/react-query'

import { ProblemError, send } from '../app/request.ts'
import { useSession } from '../app/session.ts'
import { Busy, ButtonLink, Columns, Count, Facts, Moment, PageHead, ProblemNotice, Section, State, useLanguage } from '../design/index.ts'
import './administration.css'
import { Tokens } from './tokens.tsx'

interface Health {
  readonly version: string
}
interface Readiness {
  readonly status: string
  readonly number: number
}

const everySoOften = 5000

/** "Not ready" is an answer too, though it comes as a refusal. */
async function askReady(signal: AbortSignal): Promise<Readiness | null> {
  try {
    return await send<Readiness>('GET', '/ready', { signal })
  } catch (error) {
    if (error instanceof ProblemError && error.status === 503) return null
    throw error
  }
}

export function Page() {
  const { t } = useLanguage()
  const health = useQuery({ queryKey: ['/health'], queryFn: ({ signal }) => send<Health>('GET', '/health', { signal }) })
  const ready = useQuery({ queryKey: ['/ready'], queryFn: ({ signal }) => askReady(signal), refetchInterval: everySoOften })
  const session = useSession()
  const error = health.error ?? ready.error
  return (
    <>
      <PageHead
        title={t('administration.title')}
        steps={
          <>
            <ButtonLink href="/administration/import">{t('administration.link-import')}</ButtonLink>
            <ButtonLink href="/administration/export">{t('administration.link-export')}</ButtonLink>
          </>
        }
      >
        <p>{t('administration.intro')}</p>
      </PageHead>
      {error ? <ProblemNotice error={error} /> : null}
      <Columns>
        <Section title={t('administration.state')}>
          {health.data && ready.data !== undefined ? (
            <>
              <p role="status">
                <State tone={ready.data ? 'yes' : 'no'}>{t(ready.data ? 'administration.ready' : 'administration.not-ready')}</State>{' '}
                {t(ready.data ? 'administration.ready-why' : 'administration.not-ready-why')}
              </p>
              <Facts
                items={[
                  ...(ready.data ? [{ term: t('administration.number'), value: <Count value={ready.data.number} /> }] : []),
                  { term: t('administration.version'), value: <bdi>{health.data.version}</bdi> },
                  {
                    term: t('administration.mode'),
                    value: t(session.demonstration ? 'administration.demonstration' : 'administration.real'),
                  },
                  { term: t('administration.time'), value: <Moment value={session.now} /> },
                ]}
              />
            </>
          ) : (
            <Busy>{t('administration.busy')}</Busy>
          )}
        </Section>
        <Section title={t('administration.programs')}>
          <p>{t('administration.programs-intro')}</p>
          <ul className="addresses">
            <li>
              <a href="/api/openapi.json">{t('administration.openapi')}</a>
            </li>
            <li>
              <a href="/health" target="_self">
                {t('administration.health')}
              </a>
            </li>
            <li>
              <a href="/ready" target="_self">
                {t('administration.ready-link')}
              </a>
            </li>
          </ul>
        </Section>
      </Columns>
      <Tokens />
    </>
  )
}
