/** "May X decide Y?" and "who may?": the question in the address, the answer as a sentence with its chain beneath. */
import { useAddress } from '../../../web/app/address.ts'
import { useAnswer } from '../../../web/app/api.ts'
import type { PageProps } from '../../../web/app/page.ts'
import { hrefOf } from '../../../web/app/places.ts'
import { useSession } from '../../../web/app/session.ts'
import {
  AnswerPanel,
  Busy,
  ButtonLink,
  Chain,
  Columns,
  Day,
  Empty,
  Moment,
  Name,
  Notice,
  PageHead,
  ProblemNotice,
  Section,
  Tabs,
  useLanguage,
  type Tone,
} from '../../../web/design/index.ts'
import { answerSentence, reasonSentence, type MayAnswer } from '../sentences.ts'
import type { mayContract } from '../views/ask.ts'
import { evidenceHref, queryOf } from './ask-query.ts'
import { Question } from './ask-question.tsx'
import { LookedAt } from './looked-at.tsx'
import { Refer } from './refer.tsx'
import { WhoAnswer } from './who-answer.tsx'
import { delegationHref, HolderName, Limits } from './words.tsx'
import './register.css'

type Search = PageProps['search']

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
      <Tabs
        label={t('ask.tabs')}
        tabs={[
          { href: href({ who: undefined }), label: t('ask.tab-may'), current: !who },
          { href: href({ who: '1' }), label: t('ask.tab-who'), current: who },
        ]}
      />
      <Question key={JSON.stringify([search, who])} search={search} setSearch={setSearch} who={who} person={person} />
      {!complete ? (
        <Empty title={t('ask.begin')}>{t('ask.begin-detail')}</Empty>
      ) : who ? (
        <WhoAnswer search={search} />
      ) : (
        <MayAnswerOf search={search} person={person} />
      )}
    </>
  )
}

const tones: Readonly<Record<MayAnswer['answer'], Exclude<Tone, 'soon'>>> = {
  permitted: 'yes',
  'not-yet': 'wait',
  refused: 'no',
  refer: 'wait',
  reserved: 'no',
  outside: 'no',
  'no-such-matter': 'no',
  'before-register': 'none',
}

function MayAnswerOf({ search, person }: { readonly search: Search; readonly person: string | undefined }) {
  const { t } = useLanguage()
  const answer = useAnswer<typeof mayContract>(
    'GET',
    '/api/v1/may',
    { query: { ...queryOf(search), person } as never },
    { enabled: person !== undefined },
  )
  if (answer.error) return <ProblemNotice error={answer.error} onRetry={() => void answer.refetch()} />
  if (!answer.data) return <Busy>{t('ask.busy')}</Busy>
  return <Verdict answer={answer.data} search={search} />
}

function Verdict({ answer, search }: { readonly answer: MayAnswer; readonly search: Search }) {
  const speech = useLanguage()
  const { t, rich } = speech
  const { times } = answer
  const { href } = useAddress()
  const me = useSession().person?.id
  return (
    <>
      <AnswerPanel
        tone={answer.standing === 'now' ? tones[answer.answer] : 'none'}
        word={t(`answer-word.${answer.answer}`)}
        says={answerSentence(answer, speech)}
        when={rich(`ask.when-${times.standing}`, {
          on: <Moment value={times.on} />,
          known: <Moment value={times.known} />,
          entry: speech.number(times.number),
        })}
      >
        {answer.standing === 'now' ? null : <Notice kind="warning" title={t(`ask.authorises-nothing-${answer.standing}`)} />}
        {answer.reasons.length > 0 ? (
          <ul className="reasons">
            {answer.reasons.map((reason, index) => (
              <li key={index}>
                {reasonSentence(reason, answer.names, speech)}
                {reason.delegation ? (
                  <>
                    {' '}
                    <a href={delegationHref(reason.delegation)}>{reason.delegation}</a>
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        ) : null}
        {answer.missing.map(({ code, whoNamed }) => (
          <p key={code}>
            {whoNamed.length > 0
              ? t('ask.missing-by', {
                  what: t(`missing.${code}`),
                  who: whoNamed.map((each) => speech.name(each.name, each.names)).join(' · '),
                })
              : t('ask.missing', { what: t(`missing.${code}`) })}
          </p>
        ))}
        <WhoCould answer={answer} />
        <div className="steps">
          <ButtonLink href={href({ who: '1' })}>{t('ask.who-else')}</ButtonLink>
          <ButtonLink href={evidenceHref(search, answer.person?.id)}>{t('ask.evidence')}</ButtonLink>
        </div>
      </AnswerPanel>
      {answer.standing === 'now' && answer.whoCould.length > 0 && answer.person?.id === me ? <Refer key={JSON.stringify(search)} answer={answer} search={search} /> : null}
      <Columns>
        <Section title={t('ask.where-from')}>
          {answer.chain.length > 0 ? <ChainOf answer={answer} /> : <p className="quiet">{t('ask.no-chain')}</p>}
        </Section>
        <Section title={t('ask.looked-at')}>
          <LookedAt answer={answer} grade={search['grade']} />
        </Section>
      </Columns>
    </>
  )
}

/** Answers after which somebody else might be asked. */
const leadsOn: ReadonlySet<MayAnswer['answer']> = new Set(['not-yet', 'refused', 'refer', 'reserved', 'outside'])

function WhoCould({ answer: { answer, whoCould, bodiesCould } }: { readonly answer: MayAnswer }) {
  const { t } = useLanguage()
  if (whoCould.length + bodiesCould.length === 0) return leadsOn.has(answer) ? <p>{t('ask.could-nobody')}</p> : null
  return (
    <p>
      {t('ask.could')}{' '}
      {whoCould.map(({ person, post, delegation }, index) => (
        <span key={`${person.id} ${delegation}`}>
          {index > 0 ? ' · ' : null}
          <a href={hrefOf('person', person.id)}>
            <Name {...person} />
          </a>
          {post ? (
            <>
              {' '}
              (<Name {...post} />)
            </>
          ) : null}
        </span>
      ))}
      {bodiesCould.map(({ body, delegation }, index) => (
        <span key={`${body.id} ${delegation}`}>
          {index + whoCould.length > 0 ? ' · ' : null}
          <Name {...body} /> (<a href={delegationHref(delegation)}>{delegation}</a>)
        </span>
      ))}
    </p>
  )
}

function ChainOf({ answer: { chain } }: { readonly answer: MayAnswer }) {
  const { t } = useLanguage()
  return (
    <Chain
      label={t('ask.where-from')}
      links={chain.map((link) => ({
        key: link.id,
        title: <HolderName holder={link.holder} />,
        detail: (
          <>
            <a href={delegationHref(link.id)}>{link.id}</a> · <Limits limits={link.limits} />
            {link.legalBasis ? (
              <>
                {' '}
                · <bdi>{link.legalBasis}</bdi>
              </>
            ) : null}
            {link.acceptedAt ? (
              <>
                {' '}
                · {t('ask.accepted')} <Day value={link.acceptedAt} />
              </>
            ) : null}
          </>
        ),
      }))}
    />
  )
}
