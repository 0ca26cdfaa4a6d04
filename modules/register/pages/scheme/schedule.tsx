/** An entity's scheme on one sheet, as of any day: to read, to print, and where a change of it begins. */
import { useAddress } from '../../../../web/app/address.ts'
import { useAct, useAnswer } from '../../../../web/app/api.ts'
import type { PageProps } from '../../../../web/app/page.ts'
import { hrefOf } from '../../../../web/app/places.ts'
import { Reading } from '../../../../web/app/reading.tsx'
import { useTimes } from '../../../../web/app/times.ts'
import {
  AsOf, Button, ButtonLink, Empty, Name, Notice, PageHead, PrintDocument, ProblemNotice, Provenance, SelectField, useLanguage,
} from '../../../../web/design/index.ts'
import type { AnswerOf } from '../../../../platform/http/contract.ts'
import { limitSentence } from '../../../../platform/messages/limit-words.ts'
import type { createDraftContract } from '../../acts/keep-draft.ts'
import type { schemeContract } from '../../views/scheme.ts'
import { Elsewhere } from '../elsewhere.tsx'
import { delegationHref, useHolderWords } from '../words.tsx'
import { SchemeMatrix } from './scheme-matrix.tsx'
import type { SchemeLine } from './scheme-rows.ts'
import './scheme.css'

type Scheme = AnswerOf<typeof schemeContract>

export function Page({ param, search, setSearch }: PageProps) {
  const { t, name } = useLanguage()
  const times = useTimes()
  const entity = param('entity')
  const of = search['of']
  const answer = useAnswer<typeof schemeContract>('GET', '/api/v1/entities/{id}/scheme', { params: { id: entity }, query: { ...(of && of !== 'all' ? { of } : { whose: of === 'all' ? 'all' : 'head' }), ...times.asked } }, { keepPrevious: true })
  if (!answer.data) return <Reading answer={answer} title={t('scheme.title')} busy={t('scheme.busy')} elsewhere={<Elsewhere />} />
  const scheme = answer.data
  const giver = scheme.head?.persons[0]
  return (
    <>
      <AsOf asked={times.asked} onChange={times.set} standing={scheme.times.standing} />
      <PageHead
        title={t('scheme.heading', { entity: name(scheme.entity.name, scheme.entity.names) })}
        kicker={<a href={hrefOf('entity', entity)}><Name {...scheme.entity} /></a>}
        steps={<Begin scheme={scheme} now={times.now} />}
      >
        <p className="lead">{t('scheme.intro')}</p>
        <SelectField
          label={t('scheme.which')}
          value={scheme.of?.id ?? ''}
          none={t('scheme.whole')}
          choices={[...new Map([giver, scheme.signatory, scheme.of].flatMap((each) => (each ? [[each.id, each] as const] : []))).values()]
            .map((each) => ({ value: each.id, label: t('scheme.passed-on-by', { who: name(each.name, each.names) }) }))}
          onChange={(next) => setSearch({ of: next === '' ? 'all' : next })}
        />
      </PageHead>
      {scheme.cut ? <Notice kind="warning" title={t('scheme.cut', { count: scheme.lines.length, total: scheme.total })} /> : null}
      {scheme.lines.length === 0 ? <Empty title={t('scheme.none')}>{t('scheme.none-detail')}</Empty> : <Schedule scheme={scheme} />}
    </>
  )
}

function Begin({ scheme, now }: { readonly scheme: Scheme; readonly now: boolean }) {
  const { t } = useLanguage()
  const { go } = useAddress()
  const create = useAct<typeof createDraftContract>('POST', '/api/v1/drafts')
  const begin = (): void =>
    create.mutate(
      { body: { title: null, entity: scheme.entity.id, of: scheme.signatory?.id ?? null, lines: [], withdraws: [] } },
      { onSuccess: ({ id }) => go(`/schemes/${encodeURIComponent(scheme.entity.id)}/${id}`) },
    )
  return (
    <>
      <Button kind="main" busy={create.isPending} closedBecause={now ? undefined : t('scheme.only-now')} onClick={begin}>{t('scheme.begin')}</Button>
      <ButtonLink href={`/scheme-templates?category=${encodeURIComponent(scheme.entity.category)}`}>{t('scheme.templates')}</ButtonLink>
      {create.error ? <ProblemNotice error={create.error} /> : null}
    </>
  )
}

/** Notes under the table: each text once, by its number. */
function notesOf(lines: readonly SchemeLine[], noteOf: (line: SchemeLine) => readonly string[]) {
  const notes = new Map<string, number>()
  const numbers = new Map(lines.map((line) => [line.id, noteOf(line).map((text) => {
    const number = notes.get(text) ?? notes.size + 1
    notes.set(text, number)
    return number
  })]))
  return { notes: [...notes.keys()], numbersOf: (id: string) => numbers.get(id) ?? [] }
}

function Schedule({ scheme: { entity, head, of, lines, times } }: { readonly scheme: Scheme }) {
  const speech = useLanguage()
  const { t, name } = speech
  const holder = useHolderWords()
  const places = (line: SchemeLine): string => line.entities.map((each) => name(each.name, each.names)).join(' · ')
  const { notes, numbersOf } = notesOf(lines, (line) => [
    ...(line.state === 'in-force' ? [] : [t(`state.${line.state}`)]),
    ...(line.until === null ? [] : [t('scheme.note-until', { until: speech.date(line.until) })]),
    ...(line.depth > 0 ? [t('document.use', { use: line.mayExercise ? 'both' : 'passOn', depth: line.depth })] : []),
    ...(line.entities.some(({ id }) => id !== entity.id) ? [t('scheme.note-where', { where: places(line) })] : []),
    ...(line.conditions === null ? [] : [line.conditions]),
  ])
  const title = name(entity.name, entity.names)
  return (
    <div className="schedule">
      <PrintDocument
        number={t('scheme.as-of', { day: speech.date(times.on), number: times.number })}
        title={t('scheme.schedule-of', { entity: title })}
        foot={
          <>
            {notes.length > 0 ? (
              <ol className="schedule-notes">{notes.map((note) => <li key={note}><bdi>{note}</bdi></li>)}</ol>
            ) : null}
            <p><Provenance provenance={lines[0]?.provenance ?? entity.provenance} /> {t('scheme.from-register', { count: lines.length, number: times.number })}</p>
          </>
        }
      >
        {head ? <p>{of ? t('scheme.given-by', { who: name(of.name, of.names) }) : t('scheme.headed-by', { who: holder(head) })}</p> : null}
        <SchemeMatrix
          caption={t('scheme.who-decides', { count: lines.length })}
          lines={lines.map((line) => ({
            key: line.id,
            holderKey: (line.holder.post ?? line.holder.person ?? line.holder.body)?.id ?? line.id,
            holder: holder(line.holder),
            matterKey: line.matter.id,
            matter: name(line.matter.name, line.matter.names),
            cell: (
              <span className="matrix-cell">
                <a href={delegationHref(line.id)}>{limitSentence(line.limits, speech)}</a>
                {numbersOf(line.id).map((number) => <sup key={number}>{speech.number(number)}</sup>)}
              </span>
            ),
          }))}
        />
      </PrintDocument>
    </div>
  )
}
