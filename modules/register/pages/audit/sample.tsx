/** A seeded sample: how it is drawn is said, so that anybody draws the same; and its evidence, taken away in one file. */
import { useState } from 'react'

import { useAddress } from '../../../../web/app/address.ts'
import { useAnswer } from '../../../../web/app/api.ts'
import { fileLinks } from '../../../../web/app/file-links.ts'
import type { PageProps } from '../../../../web/app/page.ts'
import { Busy, Button, DataTable, Empty, FieldRow, Notice, Pager, ProblemNotice, Progress, Section, SelectField, Steps, TextField, useLanguage } from '../../../../web/design/index.ts'
import type { AnswerOf } from '../../../../platform/http/contract.ts'
import type { populationContract, sampleContract } from '../../views/audit.ts'
import { kindOf, methods, sampleOf, type Search } from './asked.ts'
import { useActColumns, type Act } from './acts-table.tsx'
import { usePack } from './use-pack.ts'

type Drawn = AnswerOf<typeof sampleContract>
type Asked = NonNullable<ReturnType<typeof sampleOf>>

const largest = 1000
const shownAtOnce = 50

interface SampleProps extends Pick<PageProps, 'search' | 'setSearch'> {
  readonly population: AnswerOf<typeof populationContract>
}

export function Sample({ search, setSearch, population }: SampleProps) {
  const { t } = useLanguage()
  const asked = sampleOf(search)
  const answer = useAnswer<typeof sampleContract>('GET', '/api/v1/audit/sample', { query: asked ?? {} }, { enabled: asked !== null })
  return (
    <Section title={t('audit.sample')}>
      <Draw search={search} setSearch={setSearch} population={population} />
      {asked === null ? null : answer.error ? (
        <ProblemNotice error={answer.error} onRetry={() => void answer.refetch()} />
      ) : answer.data ? (
        <TheSample drawn={answer.data} asked={asked} search={search} />
      ) : (
        <Busy>{t('audit.drawing')}</Busy>
      )}
    </Section>
  )
}

/** What was drawn stands in the address with the ledger number it was drawn at: the same address is the same sample for ever. */
function Draw({ search, setSearch, population: { totals, known } }: SampleProps) {
  const { t } = useLanguage()
  const [seed, setSeed] = useState(search['seed'] ?? '')
  const [size, setSize] = useState(search['draw'] ?? '25')
  const [method, setMethod] = useState<string>(search['method'] ?? methods[0])
  const many = Number(size)
  const closed =
    totals.count === 0 ? t('audit.nothing-to-draw')
    : seed.trim() === '' ? t('audit.seed-first')
    : !/^\d+$/.test(size) || many < 1 || many > largest ? t('audit.size-first', { largest })
    : method === 'monetary-unit' && totals.amounts.length !== 1 ? t('audit.one-currency-first')
    : undefined
  return (
    <form
      className="spaced"
      onSubmit={(event) => {
        event.preventDefault()
        setSearch({ seed: seed.trim(), draw: size, method, known: String(known), drawn: undefined, order: undefined }, 'push')
      }}
    >
      <FieldRow>
        <TextField label={t('audit.seed')} hint={t('audit.seed-hint')} value={seed} onChange={setSeed} maxLength={200} />
        <TextField label={t('audit.size')} value={size} onChange={setSize} maxLength={4} />
        <SelectField label={t('audit.method')} value={method} onChange={setMethod} choices={methods.map((value) => ({ value, label: t(`audit.method-${value}`) }))} />
      </FieldRow>
      <p className="quiet">{t(`audit.how-${method === 'monetary-unit' ? 'monetary-unit' : 'simple-random'}`)}</p>
      <Steps>
        <Button type="submit" kind="main" closedBecause={closed}>
          {t('audit.draw')}
        </Button>
      </Steps>
    </form>
  )
}

interface TheSampleProps {
  readonly drawn: Drawn
  readonly asked: Asked
  readonly search: Search
}

function TheSample({ drawn, asked, search }: TheSampleProps) {
  const { t, number } = useLanguage()
  return (
    <>
      <p role="status">
        {t('audit.drawn', { count: drawn.items.length, of: drawn.totals.count, entry: number(drawn.known), seed: drawn.seed, method: t(`audit.method-${drawn.method}`) })}
      </p>
      <Pack drawn={drawn} asked={asked} />
      <SampleTable drawn={drawn} asked={asked} search={search} />
    </>
  )
}

const orders: Readonly<Record<string, (act: Act) => string | number>> = {
  number: ({ number }) => number,
  matter: ({ matter }) => matter.name,
  actor: ({ actor }) => actor.name,
  amount: ({ amount }) => (amount === null ? -1 : Number(amount.value)),
  effective: ({ effectiveAt, recordedAt }) => effectiveAt ?? recordedAt,
}

/** A sample is small and whole: it is sorted and paged here. As drawn until somebody sorts it. */
function inOrder(items: readonly Act[], order: string | undefined): readonly Act[] {
  const keyOf = orders[order?.replace('-', '') ?? '']
  if (!keyOf) return items
  const turn = order?.startsWith('-') ? -1 : 1
  return items.toSorted((a, b) => {
    const [one, other] = [keyOf(a), keyOf(b)]
    return one === other ? 0 : one < other ? -turn : turn
  })
}

function SampleTable({ drawn, asked, search }: TheSampleProps) {
  const { t } = useLanguage()
  const { href } = useAddress()
  const columns = useActColumns(kindOf(search) === 'exercise')
  const { order } = search
  const page = Math.max(1, Number(search['drawn'] ?? '1') || 1)
  const items = inOrder(drawn.items, order).slice((page - 1) * shownAtOnce, page * shownAtOnce)
  return (
    <DataTable
      caption={t('audit.sampled')}
      columns={columns}
      rows={items}
      rowKey={({ id }) => id}
      {...(order === undefined ? {} : { sorting: { key: order.replace('-', ''), descending: order.startsWith('-') } })}
      sortHref={({ key, descending }) => href({ order: descending ? `-${key}` : key, drawn: undefined })}
      empty={<Empty title={t('audit.none-drawn')}>{t('audit.none-drawn-detail')}</Empty>}
      exports={fileLinks('/api/v1/audit/sample', { ...asked, known: drawn.known })}
      foot={<Pager page={page} size={shownAtOnce} total={drawn.items.length} href={(to) => href({ drawn: to === 1 ? undefined : String(to) })} />}
    />
  )
}

function Pack({ drawn, asked }: Pick<TheSampleProps, 'drawn' | 'asked'>) {
  const { t } = useLanguage()
  // Several units of one entry share its evidence.
  const documents = new Set(drawn.items.map(({ number }) => number)).size
  const { packing, start, stop } = usePack({ ...asked, known: drawn.known }, documents, `evidence-${asked.kind}-${drawn.known}.json`)
  if (documents === 0) return null
  return (
    <>
      {packing.at === 'work' ? (
        <Progress label={t('audit.packing')} done={packing.done} total={documents} onStop={stop} />
      ) : (
        <Steps>
          <Button onClick={start}>{t('audit.pack', { count: documents })}</Button>
        </Steps>
      )}
      {packing.at === 'done' ? (
        <Notice kind="done" title={t('audit.packed', { count: documents })}>
          <p>{t('audit.check-pack', { command: 'npx mandate verify-evidence' })}</p>
        </Notice>
      ) : null}
      {packing.at === 'stopped' ? <Notice kind="warning" title={t('audit.pack-stopped')} /> : null}
      {packing.at === 'wrong' ? <ProblemNotice error={packing.error} onRetry={start} /> : null}
    </>
  )
}
