/** One matter of a bulletin, edited or added. What is not asked here is copied from the matter it is like, or brought by a file. */
import { useState } from 'react'

import { useAddress } from '../../../web/app/address.ts'
import { useAct, useAnswer } from '../../../web/app/api.ts'
import type { PageProps } from '../../../web/app/page.ts'
import { Reading } from '../../../web/app/reading.tsx'
import {
  Button, ButtonLink, CheckboxField, FieldRow, PageHead, ProblemError, ProblemNotice, SelectField, Steps, TextArea, TextField, useLanguage,
} from '../../../web/design/index.ts'
import type { dropContract, matterContract } from '../acts/prepare-bulletin.ts'
import type { bulletinContract } from '../views/bulletins.ts'
import type { BulletinAnswer } from './bulletin.tsx'
import { bulletinHref } from './words.tsx'

type Terms = BulletinAnswer['matters'][number]['terms']

export function Page({ param }: PageProps) {
  const { t } = useLanguage()
  const answer = useAnswer<typeof bulletinContract>('GET', '/api/v1/bulletins/{id}', { params: { id: param('id') } })
  const elsewhere = <ButtonLink href="/frameworks">{t('bulletins.title')}</ButtonLink>
  if (answer.error || !answer.data) return <Reading answer={answer} title={t('matter-page.title')} busy={t('bulletins.busy')} elsewhere={elsewhere} />
  const matter = answer.data.matters.find(({ id }) => id === param('matter'))
  const like = matter ?? answer.data.matters[0]
  if (!like) return <PageHead title={t('matter-page.title')}>{elsewhere}</PageHead>
  return <Edit key={`${answer.data.version} ${like.id}`} bulletin={answer.data} id={matter?.id ?? null} like={like} />
}

function Edit({ bulletin, id, like }: { readonly bulletin: BulletinAnswer; readonly id: string | null; readonly like: BulletinAnswer['matters'][number] }) {
  const { t, name } = useLanguage()
  const { go } = useAddress()
  const [newId, setNewId] = useState('')
  const [source, setSource] = useState(like.id)
  const [terms, setTerms] = useState<Terms>(id === null ? { ...like.terms, name: '', description: null, citation: null } : like.terms)
  const back = bulletinHref(bulletin.id)
  const keep = useAct<typeof matterContract>('PUT', '/api/v1/bulletins/{id}/matters/{matter}')
  const drop = useAct<typeof dropContract>('DELETE', '/api/v1/bulletins/{id}/matters/{matter}')
  const wrong = (field: string) => (keep.error instanceof ProblemError ? keep.error.field(`terms.${field}`) : undefined)
  const change = (given: Partial<Terms>) => setTerms({ ...terms, ...given })
  const text = (value: string) => (value === '' ? null : value)
  const target = id ?? newId.trim()
  const closed = bulletin.mayEdit ? (target === '' || terms.name === '' ? t('matter-page.name-first') : undefined) : t('matter-page.closed')
  return (
    <>
      <PageHead title={id === null ? t('matter-page.add') : name(like.name, like.names)} kicker={<a href={back}><bdi>{bulletin.title}</bdi></a>}>
        <p>{t('matter-page.intro')}</p>
      </PageHead>
      <form className="spaced" onSubmit={(event) => {
        event.preventDefault()
        if (closed === undefined) keep.mutate({ params: { id: bulletin.id, matter: target }, body: { version: bulletin.version, terms, like: id === null ? source : null } }, { onSuccess: () => go(back) })
      }}>
        {keep.error ? <ProblemNotice error={keep.error} /> : null}
        {drop.error ? <ProblemNotice error={drop.error} /> : null}
        {id === null ? (
          <FieldRow>
            <TextField label={t('bulletin.id')} value={newId} onChange={setNewId} required />
            <SelectField label={t('matter-page.like')} value={source} onChange={setSource} choices={bulletin.matters.map((matter) => ({ value: matter.id, label: name(matter.name, matter.names) }))} />
          </FieldRow>
        ) : null}
        <FieldRow>
          <TextField label={t('matter-page.name')} value={terms.name} onChange={(value) => change({ name: value })} error={wrong('name')} required />
          <TextField label={t('matter-page.area')} value={terms.area} onChange={(area) => change({ area })} error={wrong('area')} required />
          <TextField label={t('matter-page.citation')} value={terms.citation ?? ''} onChange={(value) => change({ citation: text(value) })} error={wrong('citation')} />
          <TextField label={t('matter-field.reservedTo')} value={terms.reservedTo} onChange={(reservedTo) => change({ reservedTo })} error={wrong('reservedTo')} required />
          <SelectField label={t('matter-field.acceptance')} value={terms.acceptance} onChange={(value) => change({ acceptance: value === 'after' ? 'after' : 'before-use' })}
            choices={(['before-use', 'after'] as const).map((value) => ({ value, label: t(`matter.acceptance.${value}`) }))} />
          <SelectField label={t('matter-field.delegable')} value={terms.delegable} onChange={(value) => change({ delegable: value === 'no' || value === 'once' ? value : 'yes' })}
            choices={(['yes', 'once', 'no'] as const).map((value) => ({ value, label: t(`matter-page.delegable.${value}`) }))} />
        </FieldRow>
        <CheckboxField label={t('matter-field.personalOnly')} checked={terms.personalOnly} onChange={(personalOnly) => change({ personalOnly })} />
        <TextArea label={t('matter-page.description')} value={terms.description ?? ''} onChange={(value) => change({ description: text(value) })} error={wrong('description')} />
        <Steps>
          <Button type="submit" kind="main" busy={keep.isPending} closedBecause={closed}>{t('bulletin.keep')}</Button>
          {id !== null && bulletin.mayEdit ? <Button busy={drop.isPending} onClick={() => drop.mutate({ params: { id: bulletin.id, matter: id } }, { onSuccess: () => go(back) })}>{t('matter-page.drop')}</Button> : null}
        </Steps>
      </form>
    </>
  )
}
