/** Merging, splitting or closing an entity: what it becomes, what follows it, what would be lost, then one signature. */
import { useState } from 'react'

import { useAnswer } from '../../../../web/app/api.ts'
import { useFinder } from '../../../../web/app/finder.ts'
import { hrefOf } from '../../../../web/app/places.ts'
import type { PageProps } from '../../../../web/app/page.ts'
import { Busy, Button, ButtonLink, Combobox, FieldRow, PageHead, ProblemNotice, Section, SelectField, Steps, TextField, useLanguage, type Found } from '../../../../web/design/index.ts'
import type { entityContract } from '../../../organisation/index.ts'
import type { effectOfReorganisationContract } from '../../acts/reorganise-entities.ts'
import { useNamed } from '../use-named.ts'
import { ReorganiseEffect } from './reorganise-effect.tsx'
import { blank, planOf, ways, type Entered, type Successor, type Way } from './reorganise-plan.ts'
import '../register.css'

export function Page({ search, setSearch }: PageProps) {
  const { t, name } = useLanguage()
  const find = useFinder('entity')
  const { entity, into } = search
  const chosen = useNamed('entity', entity)
  const way = ways.find((each) => each === search['how']) ?? 'merge'
  return (
    <>
      <PageHead
        title={chosen ? t('reorganise.heading', { how: way, entity: name(chosen.name, chosen.names) }) : t('reorganise.title')}
        steps={entity === undefined ? null : <ButtonLink href={hrefOf('entity', entity)}>{t('revoke.back')}</ButtonLink>}
      >
        <p className="lead">{t('reorganise.intro')}</p>
      </PageHead>
      <FieldRow>
        <Combobox label={t('reorganise.entity')} value={chosen} onChoose={(found) => setSearch({ entity: found?.id, into: undefined })} find={find} required />
        <SelectField label={t('reorganise.how')} value={way} onChange={(value) => setSearch({ how: value, into: undefined })} choices={ways.map((value) => ({ value, label: t(`reorganise.how-${value}`) }))} />
      </FieldRow>
      {entity === undefined ? null : <Drawn key={`${entity} ${way}`} entity={entity} way={way} into={into} onInto={(id) => setSearch({ into: id })} />}
    </>
  )
}

interface DrawnProps {
  readonly entity: string
  readonly way: Way
  /** In the address: into which entity it is merged. */
  readonly into: string | undefined
  readonly onInto: (id: string | undefined) => void
}

function Drawn({ entity, way, into, onInto }: DrawnProps) {
  const { t } = useLanguage()
  const record = useAnswer<typeof entityContract>('GET', '/api/v1/entities/{id}', { params: { id: entity } })
  const named = useNamed('entity', into)
  const [entered, setEntered] = useState<Omit<Entered, 'parent'>>({
    entity, way, successors: blank(way), otherwise: way === 'close' ? 'falls' : 'moves', lines: {}, seats: {},
  })
  const change = (given: Partial<Entered>): void => setEntered((before) => ({ ...before, ...given }))
  const first = entered.successors[0]
  // The address names the entity it is merged into; what is entered here goes before it.
  const successors = named && first?.kind === 'existing' && first.entity === null ? [{ ...first, entity: named }, ...entered.successors.slice(1)] : entered.successors
  const whole: Entered = { ...entered, successors, parent: record.data?.entity.parent ?? null }
  const plan = planOf(whole)
  const effect = useAnswer<typeof effectOfReorganisationContract>('POST', '/api/v1/reorganisations/effect', plan === null ? {} : { body: plan }, { enabled: plan !== null, keepPrevious: true })
  const choose = (next: readonly Successor[]): void => {
    change({ successors: next })
    if (way === 'merge') onInto(next[0]?.kind === 'existing' ? next[0].entity?.id : undefined)
  }
  return (
    <>
      {way === 'close' ? null : <Successors way={way} successors={successors} onChange={choose} />}
      {plan === null ? <p className="quiet" role="status">{t('reorganise.name-first')}</p>
        : effect.error ? <ProblemNotice error={effect.error} onRetry={() => void effect.refetch()} />
        : effect.data ? <ReorganiseEffect entered={whole} plan={plan} effect={effect.data} onChange={change} />
        : <Busy>{t('revoke.busy')}</Busy>}
    </>
  )
}

interface SuccessorsProps {
  readonly way: Way
  readonly successors: readonly Successor[]
  readonly onChange: (successors: readonly Successor[]) => void
}

function Successors({ way, successors, onChange }: SuccessorsProps) {
  const { t } = useLanguage()
  const put = (at: number, next: Successor): void => onChange(successors.map((each, place) => (place === at ? next : each)))
  return (
    <Section title={t('reorganise.becomes')}>
      {successors.map((each, at) => (
        <OneSuccessor
          key={at} number={at + 1} successor={each} onChange={(next) => put(at, next)}
          {...(way === 'split' && successors.length > 2 ? { onRemove: () => onChange(successors.filter((_, place) => place !== at)) } : {})}
        />
      ))}
      {way === 'split' ? (
        <>
          <p className="quiet">{t('reorganise.first-takes')}</p>
          <Steps><Button onClick={() => onChange([...successors, { kind: 'new', id: '', name: '' }])}>{t('reorganise.add')}</Button></Steps>
        </>
      ) : null}
    </Section>
  )
}

interface OneProps {
  readonly number: number
  readonly successor: Successor
  readonly onChange: (next: Successor) => void
  readonly onRemove?: () => void
}

function OneSuccessor({ number, successor, onChange, onRemove }: OneProps) {
  const { t } = useLanguage()
  const find = useFinder('entity')
  return (
    <FieldRow>
      <SelectField
        label={t('reorganise.kind', { number })} value={successor.kind}
        onChange={(kind) => onChange(kind === 'new' ? { kind, id: '', name: '' } : { kind: 'existing', entity: null })}
        choices={[{ value: 'existing', label: t('reorganise.kind-existing') }, { value: 'new', label: t('reorganise.kind-new') }]}
      />
      {successor.kind === 'existing' ? (
        <Combobox label={t('reorganise.into', { number })} value={successor.entity} onChoose={(entity: Found | null) => onChange({ kind: 'existing', entity })} find={find} required />
      ) : (
        <>
          <TextField label={t('reorganise.new-name', { number })} value={successor.name} maxLength={300} onChange={(name) => onChange({ ...successor, name })} required />
          <TextField label={t('reorganise.new-code', { number })} hint={t('reorganise.new-code-hint')} value={successor.id} maxLength={200} onChange={(id) => onChange({ ...successor, id })} required />
        </>
      )}
      {onRemove ? <Button onClick={onRemove}>{t('reorganise.remove', { number })}</Button> : null}
    </FieldRow>
  )
}
