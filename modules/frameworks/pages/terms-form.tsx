/** The dates of a bulletin, its grades and the rule for running cases; a catalogue file; the working group. */
import { useState } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'

import { useAct } from '../../../web/app/api.ts'
import { useFinder } from '../../../web/app/finder.ts'
import { addressOf, problemOf } from '../../../web/app/request.ts'
import {
  Button, Combobox, DateField, Field, FieldRow, Name, Notice, ProblemError, ProblemNotice, Section, SelectField, Steps, TextField, useLanguage,
} from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { bringCatalogueContract } from '../acts/bring-catalogue.ts'
import type { groupContract, termsContract } from '../acts/prepare-bulletin.ts'
import type { BulletinAnswer } from './bulletin.tsx'

export function TermsForm({ bulletin }: { readonly bulletin: BulletinAnswer }) {
  const { t } = useLanguage()
  const [terms, setTerms] = useState(bulletin.terms)
  const [grades, setGrades] = useState(bulletin.terms.grades.join(' '))
  const act = useAct<typeof termsContract>('PUT', '/api/v1/bulletins/{id}')
  const wrong = (field: string) => (act.error instanceof ProblemError ? act.error.field(`terms.${field}`) : undefined)
  return (
    <Section title={t('bulletin.terms')}>
      <form className="spaced" onSubmit={(event) => {
        event.preventDefault()
        act.mutate({ params: { id: bulletin.id }, body: { version: bulletin.version, terms: { ...terms, grades: grades.split(/\s+/).filter(Boolean) } } })
      }}>
        {act.error ? <ProblemNotice error={act.error} /> : null}
        <FieldRow>
          <TextField label={t('bulletin.title')} value={terms.title} onChange={(title) => setTerms({ ...terms, title })} error={wrong('title')} required />
          <DateField label={t('bulletin.first')} hint={t('bulletin.first-hint')} value={terms.first ?? ''} onChange={(first) => setTerms({ ...terms, first: first === '' ? null : first })} error={wrong('first')} />
          <DateField label={t('bulletin.until')} hint={t('bulletin.until-hint')} value={terms.until ?? ''} onChange={(until) => setTerms({ ...terms, until: until === '' ? null : until })} error={wrong('until')} />
          <SelectField label={t('bulletin.running')} value={terms.runningCases} onChange={(value) => setTerms({ ...terms, runningCases: value === 'move' ? 'move' : 'keep' })}
            choices={(['keep', 'move'] as const).map((value) => ({ value, label: t(`bulletin.running.${value}`) }))} />
          <TextField label={t('bulletin.grades')} hint={t('bulletin.grades-hint')} value={grades} onChange={setGrades} error={wrong('grades')} />
        </FieldRow>
        <Steps><Button type="submit" kind="main" busy={act.isPending}>{t('bulletin.keep')}</Button></Steps>
      </form>
      <Group bulletin={bulletin} />
      <CatalogueFile id={bulletin.id} />
    </Section>
  )
}

function Group({ bulletin: { id, version, group } }: { readonly bulletin: BulletinAnswer }) {
  const { t, name } = useLanguage()
  const find = useFinder('person')
  const act = useAct<typeof groupContract>('PUT', '/api/v1/bulletins/{id}/group')
  const keep = (people: readonly string[]) => act.mutate({ params: { id }, body: { version, group: [...people] } })
  const ids = group.map((person) => person.id)
  return (
    <>
      {act.error ? <ProblemNotice error={act.error} /> : null}
      <Combobox label={t('bulletin.group')} hint={t('bulletin.group-hint')} value={null} find={find} onChoose={(found) => found && keep([...ids, found.id])} />
      {group.length === 0 ? null : (
        <ul>
          {group.map((person) => (
            <li key={person.id}><Name {...person} /> <Button onClick={() => keep(ids.filter((each) => each !== person.id))}>{t('bulletin.group-leave', { person: name(person.name, person.names) })}</Button></li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Sent as its bytes: a file is not JSON, so that it does not pass through `useAct`. */
async function sendCatalogue(id: string, file: File): Promise<AnswerOf<typeof bringCatalogueContract>> {
  const format = /\.(csv|xlsx|json)$/i.exec(file.name)?.[1]?.toLowerCase() ?? 'csv'
  const address = addressOf('/api/v1/bulletins/{id}/catalogue', { id }, { format })
  const answer = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: file })
  if (!answer.ok) throw await problemOf(answer)
  return (await answer.json()) as AnswerOf<typeof bringCatalogueContract>
}

function CatalogueFile({ id }: { readonly id: string }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const bring = useMutation({ mutationFn: (file: File) => sendCatalogue(id, file), onSuccess: () => client.invalidateQueries() })
  return (
    <>
      {bring.error ? <ProblemNotice error={bring.error} /> : null}
      {bring.data ? <Notice kind="done" title={t('bulletin.file-taken', { matters: bring.data.matters, mappings: bring.data.mappings })} /> : null}
      <Field label={t('bulletin.file')} hint={t('bulletin.file-hint')}>
        {(control) => <input {...control} type="file" accept=".csv,.xlsx,.json" onChange={({ target }) => { if (target.files?.[0]) bring.mutate(target.files[0]) }} />}
      </Field>
    </>
  )
}
