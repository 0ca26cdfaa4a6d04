/** Import: choose a kind and a file, try, take, and read what became of each row. */
import { useId, useState } from 'react'

import type { PageProps } from '../app/page.ts'
import { useSession } from '../app/session.ts'
import {
  Busy,
  Button,
  Field,
  Notice,
  PageHead,
  ProblemNotice,
  Progress,
  RadioGroup,
  SelectField,
  Steps,
  useLanguage,
  type FieldError,
} from '../design/index.ts'
import './administration.css'
import { ColumnsTable } from './columns-table.tsx'
import { useKinds, useKindWords, type Kind } from './kinds.ts'
import { Report } from './report.tsx'
import { formatOf, type FileToSend, type Mode } from './send-file.ts'
import { useSending, type Sender } from './sending.ts'

const largest = 50 * 1024 * 1024

export function Page({ search, setSearch }: PageProps) {
  const { t } = useLanguage()
  const { roles } = useSession()
  const kinds = useKinds()
  const sender = useSending()
  const kind = kinds.data?.kinds.find((each) => each.kind === search['kind']) ?? kinds.data?.kinds[0]
  return (
    <>
      <PageHead title={t('administration.import-title')}>
        <p>{t('administration.import-intro')}</p>
      </PageHead>
      {kinds.error ? <ProblemNotice error={kinds.error} onRetry={() => void kinds.refetch()} /> : null}
      {kinds.isPending ? <Busy /> : null}
      {kinds.data && kind ? (
        roles.includes('administrator') ? (
          <>
            <ImportForm
              kinds={kinds.data.kinds}
              kind={kind}
              mode={search['mode'] === 'rows' ? 'rows' : 'whole'}
              sender={sender}
              setSearch={setSearch}
            />
            <Outcome sender={sender} />
          </>
        ) : (
          <>
            <Notice title={t('administration.import-closed')} />
            <KindField kinds={kinds.data.kinds} kind={kind} setSearch={setSearch} />
          </>
        )
      ) : null}
      {kind ? <ColumnsTable kind={kind} /> : null}
    </>
  )
}

interface Choosing {
  readonly kinds: readonly Kind[]
  readonly kind: Kind
  readonly setSearch: PageProps['setSearch']
}

function KindField({ kinds, kind, setSearch }: Choosing) {
  const { t } = useLanguage()
  const words = useKindWords()
  return (
    <SelectField
      label={t('administration.choose-kind')}
      hint={t('administration.choose-kind-hint')}
      value={kind.kind}
      onChange={(chosen) => setSearch({ kind: chosen })}
      choices={kinds.map((each) => ({ value: each.kind, label: words.name(each.kind) }))}
    />
  )
}

function ImportForm({ kinds, kind, mode, sender, setSearch }: Choosing & { readonly mode: Mode; readonly sender: Sender }) {
  const { t } = useLanguage()
  const [file, setFile] = useState<File | null>(null)
  const [mapping, setMapping] = useState<File | null>(null)
  const [wrong, setWrong] = useState<FieldError | undefined>()
  const fileId = useId()
  const busy = sender.sending.state === 'sending' || sender.sending.state === 'reading'

  const begin = async (dryRun: boolean): Promise<void> => {
    const error = problemOfFile(file, t)
    setWrong(error)
    if (error || !file) return document.getElementById(fileId)?.querySelector('input')?.focus()
    await sender.start({
      kind: kind.kind,
      file,
      mode,
      dryRun,
      mapping: mapping && formatOf(file.name) === 'json' ? await mapping.text() : null,
    })
  }

  return (
    <form
      className="import"
      onSubmit={(event) => {
        event.preventDefault()
        void begin(false)
      }}
    >
      <KindField kinds={kinds} kind={kind} setSearch={setSearch} />
      <div id={fileId}>
        <Field label={t('administration.choose-file')} hint={t('administration.choose-file-hint')} error={wrong} required>
          {(control) => (
            <input
              {...control}
              type="file"
              accept=".csv,.tsv,.txt,.xlsx,.json"
              onChange={({ target }) => {
                setFile(target.files?.[0] ?? null)
                setWrong(undefined)
                sender.clear()
              }}
            />
          )}
        </Field>
      </div>
      {file && formatOf(file.name) === 'json' ? (
        <Field label={t('administration.choose-mapping')} hint={t('administration.choose-mapping-hint')}>
          {(control) => <input {...control} type="file" accept=".json" onChange={({ target }) => setMapping(target.files?.[0] ?? null)} />}
        </Field>
      ) : null}
      <RadioGroup
        label={t('administration.mode-legend')}
        value={mode}
        onChange={(chosen) => setSearch({ mode: chosen === 'rows' ? 'rows' : undefined })}
        choices={[
          { value: 'whole', label: t('administration.mode-whole') },
          { value: 'rows', label: t('administration.mode-rows') },
        ]}
      />
      <Steps>
        <Button busy={busy} onClick={() => void begin(true)}>
          {t('administration.try')}
        </Button>
        <Button kind="main" type="submit" busy={busy}>
          {t('administration.take')}
        </Button>
      </Steps>
    </form>
  )
}

function problemOfFile(file: File | null, t: (key: string) => string): FieldError | undefined {
  if (!file) return { message: t('administration.file-missing'), remedy: t('administration.file-missing-remedy') }
  if (file.size > largest) return { message: t('administration.file-large'), remedy: t('administration.file-large-remedy') }
  return undefined
}

function Outcome({ sender: { sending, start, stop } }: { readonly sender: Sender }) {
  const { t } = useLanguage()
  const take = (asked: FileToSend): void => void start({ ...asked, dryRun: false })
  switch (sending.state) {
    case 'idle':
      return null
    case 'sending':
      return (
        <Progress
          label={t('administration.sending', { name: sending.asked.file.name })}
          done={Math.round(sending.share * 100)}
          total={100}
          onStop={stop}
        />
      )
    case 'reading':
      return (
        <div className="steps">
          <Busy>{t('administration.checking', { name: sending.asked.file.name })}</Busy>
          <Button onClick={stop}>{t('administration.stop')}</Button>
        </div>
      )
    case 'reported':
      return <Report asked={sending.asked} report={sending.report} onTake={() => take(sending.asked)} />
    case 'refused':
      return <ProblemNotice error={sending.error} />
    case 'stopped':
      return (
        <Notice kind="warning" title={t('administration.stopped-title')}>
          <p>{t(`administration.stopped-${sending.while}`)}</p>
        </Notice>
      )
  }
}
