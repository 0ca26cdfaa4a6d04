/** The evidence for a verdict or a recorded act, set for print, with the signed document to take away (rule 26). */
import { useAnswer } from '../../../web/app/api.ts'
import type { PageProps } from '../../../web/app/page.ts'
import { hrefOf } from '../../../web/app/places.ts'
import { Reading } from '../../../web/app/reading.tsx'
import { saveFile } from '../../../web/app/save-file.ts'
import {
  Button,
  Facts,
  Moment,
  PageHead,
  PrintDocument,
  Provenance,
  Section,
  Steps,
  useLanguage,
} from '../../../web/design/index.ts'
import type { DelegationFact } from '../../../kernel/authority/model.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import { answerSentence, reasonSentence, type MayAnswer } from '../sentences.ts'
import type { actEvidenceContract, evidenceContract } from '../views/evidence.ts'
import { queryOf } from './ask-query.ts'
import { DocumentLines } from './document-lines.tsx'
import { Elsewhere } from './elsewhere.tsx'
import { LookedAt } from './looked-at.tsx'
import { delegationHref, useHolderWords } from './words.tsx'
import './register.css'

type Evidence = AnswerOf<typeof evidenceContract>
type Document = Evidence['document']
type Link = MayAnswer['chain'][number]

export function Page({ search }: PageProps) {
  const { t } = useLanguage()
  const act = search['act']
  const asked = useAnswer<typeof evidenceContract>('GET', '/api/v1/evidence', { query: queryOf(search) as never }, { enabled: act === undefined })
  const recorded = useAnswer<typeof actEvidenceContract>(
    'GET',
    '/api/v1/evidence/acts/{number}',
    { params: { number: act ?? '' } },
    { enabled: act !== undefined },
  )
  const answer = act === undefined ? asked : recorded
  if (answer.error || !answer.data) {
    return <Reading answer={answer} title={t('evidence.title')} busy={t('evidence.busy')} elsewhere={<Elsewhere />} />
  }
  return <Produced evidence={answer.data} grade={search['grade']} />
}

function Produced({ evidence, grade }: { readonly evidence: Evidence; readonly grade: string | undefined }) {
  const { t, number, rich } = useLanguage()
  const { document } = evidence
  return (
    <>
      <PageHead title={t('evidence.title')}>
        <p className="lead">{t('evidence.intro')}</p>
        <Steps>
          <Button kind="main" onClick={() => download(evidence)}>
            {t('evidence.download')}
          </Button>
        </Steps>
      </PageHead>
      <PrintDocument
        number={t('evidence.heading', { entry: number(document.act ?? document.snapshot), what: document.act === null ? 'question' : 'act' })}
        title={document.asked === null ? t('evidence.of-act') : t(`answer-word.${document.asked.answer.answer}`)}
        foot={<Foot evidence={evidence} />}
      >
        {document.demonstration ? (
          <p>
            <b>{t('evidence.demonstration')}</b>
          </p>
        ) : null}
        {document.act === null ? null : <Act document={document} entry={document.act} />}
        {document.asked === null ? null : <Verdict answer={document.asked.answer} grade={grade} />}
        <Section title={t('evidence.instruments')}>
          {document.instruments.length === 0 ? <p>{t('evidence.no-instruments')}</p> : null}
          {document.instruments.map((instrument) => (
            <InstrumentAsItStood key={instrument.number} instrument={instrument} document={document} />
          ))}
        </Section>
        <Section title={t('evidence.stands-on')}>
          <p>
            {t('evidence.counts', { facts: document.facts.length, events: document.events.length })}{' '}
            {rich('evidence.read-up-to', { entry: number(document.snapshot), made: <Moment value={document.madeAt} /> })}
          </p>
        </Section>
      </PrintDocument>
    </>
  )
}

/** The act itself: a decision's own words, who took it, when. */
function Act({ document, entry }: { readonly document: Document; readonly entry: number }) {
  const { t, has, number } = useLanguage()
  const event = document.events.find((each) => each.number === entry)
  if (!event) return null
  const { what } = event.payload.details
  const kind = has(`event.${event.kind}`) ? t(`event.${event.kind}`) : event.kind
  const items = [
    { term: t('evidence.act'), value: kind },
    { term: t('evidence.entry'), value: number(entry) },
    { term: t('evidence.recorded'), value: <Moment value={event.recordedAt} /> },
    ...(typeof what === 'string' ? [{ term: t('evidence.decided'), value: <bdi>{what}</bdi> }] : []),
  ]
  return (
    <Section title={t('evidence.the-act')}>
      <Facts items={items} />
    </Section>
  )
}

function Verdict({ answer, grade }: { readonly answer: MayAnswer; readonly grade: string | undefined }) {
  const speech = useLanguage()
  const { t, rich } = speech
  const { times } = answer
  return (
    <>
      <Section title={t('evidence.verdict')}>
        <p>
          <b>{answerSentence(answer, speech)}</b>
        </p>
        <p>
          {rich(`ask.when-${times.standing}`, {
            on: <Moment value={times.on} />,
            known: <Moment value={times.known} />,
            entry: speech.number(times.number),
          })}
        </p>
        {answer.standing === 'now' ? null : <p>{t(`ask.authorises-nothing-${answer.standing}`)}</p>}
        {answer.reasons.length > 0 ? (
          <ul className="reasons">
            {answer.reasons.map((reason, index) => (
              <li key={index}>{reasonSentence(reason, answer.names, speech)}</li>
            ))}
          </ul>
        ) : null}
      </Section>
      <Section title={t('ask.looked-at')}>
        <LookedAt answer={answer} grade={grade} />
      </Section>
      <Section title={t('ask.where-from')}>
        {answer.chain.length === 0 ? <p>{t('ask.no-chain')}</p> : <ChainAsSentences chain={answer.chain} />}
      </Section>
    </>
  )
}

function ChainAsSentences({ chain }: { readonly chain: readonly Link[] }) {
  const { t } = useLanguage()
  const holder = useHolderWords()
  return (
    <ol className="reasons">
      {chain.map((link) => (
        <li key={link.id}>
          {t('evidence.link', { holder: holder(link.holder), delegation: link.id, instrument: link.instrument })}{' '}
          {link.legalBasis === null ? null : <bdi>{link.legalBasis}</bdi>}
        </li>
      ))}
    </ol>
  )
}

/** The version of a delegation that counted at the snapshot. */
function delegationIn({ facts, events, snapshot }: Document, id: string): DelegationFact | null {
  const version = facts.findLast((fact) => fact.kind === 'delegation' && fact.id === id && fact.number <= snapshot)
  const event = events.find(({ number }) => number === version?.number)
  return (event?.payload.facts.findLast((fact) => fact.kind === 'delegation' && fact.id === id) ?? null) as DelegationFact | null
}

interface Named {
  readonly name: string
}

/** What names and titles the document holds for an id. */
function nameIn({ events }: Document, id: string): string {
  const facts = events.flatMap(({ payload }) => payload.facts).filter((fact) => fact.id === id && ('name' in fact || 'title' in fact))
  const last = facts.at(-1) as Partial<Named & { readonly title: string }> | undefined
  return last?.name ?? last?.title ?? id
}

function InstrumentAsItStood({ instrument, document }: { readonly instrument: Document['instruments'][number]; readonly document: Document }) {
  const { t } = useLanguage()
  // Of a long instrument the lines that carry the verdict; the signed document holds its whole text.
  const carrying = new Set(document.asked?.answer.chain.map(({ id }) => id) ?? instrument.delegations)
  const lines = instrument.delegations.filter((id) => carrying.has(id)).flatMap((id) => delegationIn(document, id) ?? [])
  const parties = ({ holder }: DelegationFact): string =>
    Object.entries(holder)
      .flatMap(([key, value]) => (['person', 'post', 'body', 'posts'].includes(key) ? [value].flat().map((id) => nameIn(document, String(id))) : []))
      .join(', ')
  return (
    <article className="evidence-instrument">
      <h4>{t('evidence.instrument', { number: instrument.number })}</h4>
      <p>{instrument.signedHere ? t('evidence.signed-here') : t('evidence.imported')}</p>
      {instrument.signedBy === null || instrument.signedAt === null ? null : (
        <p>
          {t('instrument.signed-by')} <a href={hrefOf('person', instrument.signedBy)}>{nameIn(document, instrument.signedBy)}</a>,{' '}
          <Moment value={instrument.signedAt} />
        </p>
      )}
      <DocumentLines
        label={t('instrument.lines')}
        lines={lines.map((line) => ({
          key: line.id,
          number: line.line,
          holder: parties(line),
          matter: nameIn(document, line.matter),
          limits: line.limits as never,
          places: line.entities.map((entity) => nameIn(document, entity)),
          from: new Date(line.effectiveFrom).toISOString(),
          until: line.effectiveTo === null ? null : line.effectiveTo - 1,
          mayExercise: line.mayExercise,
          depth: line.subdelegation?.depth ?? 0,
          conditions: line.conditions,
          aside: (
            <>
              <a href={delegationHref(line.id)}>{line.id}</a> <Provenance provenance={line.provenance} />
            </>
          ),
        }))}
      />
      <p>
        {t('instrument.digest')} <span className="digest">{instrument.digest}</span>
      </p>
    </article>
  )
}

/** The digest stands in the header that was signed with the document. */
function digestOf({ signature }: Evidence): string {
  const header = JSON.parse(atob(signature.protected.replaceAll('-', '+').replaceAll('_', '/'))) as { readonly sha256?: string }
  return header.sha256 ?? ''
}

function Foot({ evidence }: { readonly evidence: Evidence }) {
  const { t } = useLanguage()
  return (
    <>
      <p>
        {t('evidence.digest')} <span className="digest">{digestOf(evidence)}</span>
      </p>
      <p>
        {t('evidence.key')} <span className="digest">{evidence.key.kid}</span>
      </p>
      <p>{t('evidence.how-to-check', { command: 'npx mandate verify-evidence', keys: '/.well-known/mandate-keys.json' })}</p>
    </>
  )
}

const download = (evidence: Evidence): void =>
  saveFile(`evidence-${evidence.document.act ?? evidence.document.snapshot}.json`, [JSON.stringify(evidence, null, 2)], 'application/json')
