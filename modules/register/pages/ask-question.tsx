/** The question as a form: only what its matter asks for, and the two times where somebody wants another day. */
import { useState } from 'react'

import { useAnswer } from '../../../web/app/api.ts'
import { useFinder } from '../../../web/app/finder.ts'
import type { PageProps } from '../../../web/app/page.ts'
import {
  Button,
  CheckboxField,
  Combobox,
  DateField,
  FieldGroup,
  FieldRow,
  SelectField,
  Steps,
  TextField,
  useLanguage,
  type Found,
} from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { matterContract, mattersContract } from '../../catalogue/index.ts'
import { coded } from '../../../platform/messages/speaker.ts'
import type { delegationsContract } from '../views/list-delegations.ts'
import { useNamed } from './use-named.ts'

type Matter = AnswerOf<typeof matterContract>
type Search = PageProps['search']

interface QuestionProps extends Pick<PageProps, 'search' | 'setSearch'> {
  /** "Who may?" asks about nobody in particular. */
  readonly who: boolean
  readonly person: string | undefined
}

export function Question({ search, setSearch, who, person }: QuestionProps) {
  const { t } = useLanguage()
  const [values, setValues] = useState<Search>({ ...search, person })
  const matter =
    useAnswer<typeof matterContract>(
      'GET',
      '/api/v1/matters/{id}',
      { params: { id: values['matter'] ?? '' } },
      { enabled: values['matter'] !== undefined },
    ).data?.matter ?? null
  const set =
    (name: string) =>
    (value: string): void =>
      setValues({ ...values, [name]: value === '' ? undefined : value })
  const choose =
    (name: string) =>
    (found: Found | null): void =>
      set(name)(found?.id ?? '')
  const findPerson = useFinder('person')
  const findMatter = useFinder('matter')
  const findEntity = useFinder('entity')
  const named = {
    person: useNamed('person', values['person']),
    matter: useNamed('matter', values['matter']),
    entity: useNamed('entity', values['entity']),
  }
  return (
    <form
      className="question"
      onSubmit={(event) => {
        event.preventDefault()
        setSearch({ ...values, who: who ? '1' : undefined, page: undefined }, 'push')
      }}
    >
      <FieldRow>
        {who ? null : <Combobox label={t('ask.person')} value={named.person} onChoose={choose('person')} find={findPerson} />}
        <Combobox label={t('ask.matter')} value={named.matter} onChoose={choose('matter')} find={findMatter} required />
        {matter === null || matter.dimensions.includes('amount') ? (
          <TextField label={t('ask.amount')} hint={t('ask.amount-hint')} value={values['amount'] ?? ''} onChange={set('amount')} />
        ) : null}
        {matter ? <Dimensions matter={matter} values={values} set={set} /> : null}
        <Combobox label={t('ask.entity')} hint={t('ask.entity-hint')} value={named.entity} onChoose={choose('entity')} find={findEntity} />
      </FieldRow>
      {matter ? <Facts matter={matter} given={values['fact'] ?? ''} onChange={set('fact')} /> : null}
      <details open={values['on'] !== undefined || values['known'] !== undefined || undefined}>
        <summary>{t('ask.another-day')}</summary>
        <FieldRow>
          <DateField label={t('ask.on')} value={values['on'] ?? ''} onChange={set('on')} />
          <DateField label={t('ask.known')} value={values['known'] ?? ''} onChange={set('known')} />
        </FieldRow>
      </details>
      <Steps>
        <Button type="submit" kind="main">
          {t('ask.ask')}
        </Button>
      </Steps>
    </form>
  )
}

interface DimensionsProps {
  readonly matter: Matter['matter']
  readonly values: Search
  readonly set: (name: string) => (value: string) => void
}

/** Codes that delegations of the matter speak of, so that nobody has to know them. */
function useCodes(matter: string, enabled: boolean): Readonly<Record<'method' | 'category' | 'fund', readonly string[]>> {
  const { data } = useAnswer<typeof delegationsContract>('GET', '/api/v1/delegations', { query: { matter, size: '100' } }, { enabled })
  const boxes = (data?.items ?? []).flatMap(({ limits }) => limits)
  const sorted = (codes: readonly string[]): readonly string[] => [...new Set(codes)].sort()
  return {
    method: sorted(boxes.flatMap(({ methods }) => methods ?? [])),
    category: sorted(boxes.flatMap(({ categories }) => categories ?? [])),
    fund: sorted(boxes.flatMap(({ funds }) => funds ?? [])),
  }
}

function Dimensions({ matter, values, set }: DimensionsProps) {
  const speech = useLanguage()
  const { t } = speech
  const catalogue = useAnswer<typeof mattersContract>('GET', '/api/v1/matters', { query: {} }).data
  const listed = (['method', 'category', 'fund'] as const).filter((dimension) => matter.dimensions.includes(dimension))
  const codes = useCodes(matter.id, listed.length > 0)
  return (
    <>
      {listed.map((dimension) => {
        const value = values[dimension] ?? ''
        const known = value === '' || codes[dimension].includes(value) ? codes[dimension] : [value, ...codes[dimension]]
        return (
          <SelectField
            key={dimension}
            label={t(`ask.${dimension}`)}
            none={t('ask.not-stated')}
            value={value}
            onChange={set(dimension)}
            choices={known.map((code) => ({ value: code, label: coded(speech, dimension, code) }))}
          />
        )
      })}
      {matter.dimensions.includes('grade') ? (
        <SelectField
          label={t('ask.grade')}
          none={t('ask.not-stated')}
          value={values['grade'] ?? ''}
          onChange={set('grade')}
          choices={(catalogue?.framework?.grades ?? []).map((grade) => ({ value: grade, label: grade }))}
        />
      ) : null}
      {matter.dimensions.includes('term') ? (
        <TextField label={t('ask.term')} value={values['term'] ?? ''} onChange={set('term')} maxLength={4} />
      ) : null}
    </>
  )
}

/** What must come before the decision, to be ticked where it has. */
function Facts({
  matter,
  given,
  onChange,
}: {
  readonly matter: Matter['matter']
  readonly given: string
  readonly onChange: (facts: string) => void
}) {
  const speech = useLanguage()
  const { t, has } = speech
  const facts = given.split(';').filter((fact) => fact !== '')
  if (matter.preconditions.length === 0) return null
  const put =
    (fact: string) =>
    (met: boolean): void =>
      onChange([...facts.filter((each) => each !== fact), ...(met ? [fact] : [])].join(';'))
  return (
    <FieldGroup legend={t('ask.facts')}>
      {matter.preconditions.map(({ fact, kind, over }) => (
        <CheckboxField
          key={fact}
          checked={facts.includes(`${fact}=true`)}
          onChange={put(`${fact}=true`)}
          label={t('ask.fact', {
            fact: has(`fact.${fact}`) ? t(`fact.${fact}`) : t(`precondition.${kind}`),
            over: over ? 'yes' : 'no',
            amount: over ? speech.money(over) : '',
          })}
        />
      ))}
    </FieldGroup>
  )
}
