/** What each matter becomes: old beside new, how, and whether its delegations are re-issued by the same act. */
import { useState } from 'react'

import { useAct } from '../../../web/app/api.ts'
import type { PageProps } from '../../../web/app/page.ts'
import { hrefOf } from '../../../web/app/places.ts'
import {
  Button, ButtonLink, CheckboxField, DataTable, Dialog, Empty, FilterChoice, FilterSentence, Name, ProblemNotice, Section, SelectField, useLanguage, type Column,
} from '../../../web/design/index.ts'
import type { mappingContract } from '../acts/prepare-bulletin.ts'
import type { How } from '../mapping.ts'
import type { BulletinAnswer } from './bulletin.tsx'
import { bulletinHref } from './words.tsx'

const hows: readonly How[] = ['identical', 'narrower', 'wider', 'changed', 'dropped', 'new']

type Mapping = BulletinAnswer['mappings'][number]

export function Mappings({ bulletin, search, setSearch }: Pick<PageProps, 'search' | 'setSearch'> & { readonly bulletin: BulletinAnswer }) {
  const { t } = useLanguage()
  const [edited, setEdited] = useState<Mapping | null>(null)
  const wanted = search['how']
  const rows = bulletin.mappings.filter(({ how }) => wanted === undefined || how === wanted)
  const columns: readonly Column<Mapping>[] = [
    { key: 'from', head: t('mappings.from'), cell: ({ from }) => (from ? <a href={hrefOf('matter', from.id)}><Name {...from} /></a> : t('mappings.none-before')) },
    { key: 'to', head: t('mappings.to'), cell: ({ to }) => (to ? <a href={`${bulletinHref(bulletin.id)}/matters/${encodeURIComponent(to.id)}`}><Name {...to} /></a> : t('mappings.none-after')) },
    { key: 'how', head: t('mappings.how'), cell: ({ how }) => t(`mapping-word.${how}`) },
    { key: 'reissue', head: t('mappings.reissue'), cell: ({ reissue, from }) => (from === null ? null : t(reissue ? 'mappings.reissued' : 'mappings.decided-later')) },
    ...(bulletin.mayEdit ? [{
      key: 'step', head: t('mappings.change'), silent: true,
      cell: (mapping: Mapping) => <Button onClick={() => setEdited(mapping)}>{t('mappings.change')}</Button>,
    }] : []),
  ]
  return (
    <Section title={t('mappings.title')}>
      <FilterSentence>
        {t('mappings.sentence')}{' '}
        <FilterChoice label={t('mappings.how')} value={wanted ?? ''} options={[{ value: '', label: t('mappings.any') }, ...hows.map((how) => ({ value: how, label: t(`mapping-word.${how}`) }))]}
          onChoose={(how) => setSearch({ how: how === '' ? undefined : how }, 'push')} />
      </FilterSentence>
      <DataTable caption={t('mappings.title')} captionHidden columns={columns} rows={rows} rowKey={({ from, to }) => `${from?.id} ${to?.id}`} empty={<NoMatters id={bulletin.id} />} />
      {bulletin.mayEdit ? <p><ButtonLink href={`${bulletinHref(bulletin.id)}/matters/new`}>{t('matter-page.add')}</ButtonLink></p> : null}
      {edited ? <EditMapping bulletin={bulletin} mapping={edited} onClose={() => setEdited(null)} /> : null}
    </Section>
  )
}

function EditMapping({ bulletin, mapping, onClose }: { readonly bulletin: BulletinAnswer; readonly mapping: Mapping; readonly onClose: () => void }) {
  const { t, name } = useLanguage()
  const [how, setHow] = useState<How>(mapping.how)
  const [to, setTo] = useState(mapping.to?.id ?? '')
  const [reissue, setReissue] = useState(mapping.reissue)
  const act = useAct<typeof mappingContract>('PUT', '/api/v1/bulletins/{id}/mappings')
  const carried = how === 'identical' || how === 'narrower'
  const keep = () => act.mutate({
    params: { id: bulletin.id },
    body: { version: bulletin.version, from: mapping.from?.id ?? null, to: how === 'dropped' || to === '' ? null : to, how, reissue: carried && reissue },
  }, { onSuccess: onClose })
  return (
    <Dialog open title={t('mappings.change-of', { matter: name(mapping.from?.name ?? mapping.to?.name ?? '', mapping.from?.names ?? mapping.to?.names) })} onClose={onClose}
      steps={<Button kind="main" busy={act.isPending} onClick={keep}>{t('bulletin.keep')}</Button>}>
      {act.error ? <ProblemNotice error={act.error} /> : null}
      <SelectField label={t('mappings.how')} value={how} onChange={(value) => setHow(hows.find((each) => each === value) ?? how)}
        choices={hows.filter((each) => (each === 'new') === (mapping.from === null)).map((value) => ({ value, label: t(`mapping-word.${value}`) }))} />
      {how === 'dropped' ? null : (
        <SelectField label={t('mappings.to')} value={to} onChange={setTo} none={t('mappings.none-after')}
          choices={bulletin.matters.map((matter) => ({ value: matter.id, label: name(matter.name, matter.names) }))} />
      )}
      {carried ? <CheckboxField label={t('mappings.reissue-these')} hint={t('mappings.reissue-hint')} checked={reissue} onChange={setReissue} /> : null}
    </Dialog>
  )
}

function NoMatters({ id }: { readonly id: string }) {
  const { t } = useLanguage()
  return <Empty title={t('mappings.none')} step={<ButtonLink href={bulletinHref(id)}>{t('mappings.all')}</ButtonLink>}>{t('mappings.none-detail')}</Empty>
}
