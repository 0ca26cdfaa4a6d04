/** On the designer's sheet: a template of the entity's kind laid over it, and the sheet kept as one. */
import { useState } from 'react'

import { useAct, useAnswer } from '../../../../web/app/api.ts'
import { Button, Notice, ProblemNotice, Section, SelectField, Steps, TextField, useLanguage } from '../../../../web/design/index.ts'
import type { AnswerOf } from '../../../../platform/http/contract.ts'
import type { templateFromSchemeContract } from '../../acts/keep-template.ts'
import type { DraftLine } from '../../shapes.ts'
import type { schemeContract } from '../../views/scheme.ts'
import type { applyTemplateContract, templatesContract } from '../../views/scheme-templates.ts'

interface TemplatePanelProps {
  readonly scheme: AnswerOf<typeof schemeContract>
  readonly of: string
  readonly draft: string
  readonly settle: () => Promise<number>
  readonly onLines: (lines: readonly DraftLine[]) => void
}

export function TemplatePanel({ scheme: { entity }, of, draft, settle, onLines }: TemplatePanelProps) {
  const { t, name } = useLanguage()
  const [chosen, setChosen] = useState('')
  const [title, setTitle] = useState('')
  const templates = useAnswer<typeof templatesContract>('GET', '/api/v1/scheme-templates', { query: { category: entity.category, size: '100' } })
  const apply = useAct<typeof applyTemplateContract>('POST', '/api/v1/scheme-templates/{id}/apply')
  const keep = useAct<typeof templateFromSchemeContract>('POST', '/api/v1/scheme-templates/from-scheme')
  const items = templates.data?.items ?? []
  const keepNow = async (): Promise<void> => {
    await settle()
    await keep.mutateAsync({ body: { name: title.trim(), category: entity.category, note: null, entity: entity.id, of, draft } })
    setTitle('')
  }
  return (
    <Section title={t('scheme.templates')}>
      <div className="field-row">
        <SelectField
          label={t('scheme.template')}
          hint={t('scheme.template-hint', { count: items.length })}
          value={chosen}
          none={t('scheme.template-none')}
          choices={items.map(({ id, name: label }) => ({ value: id, label }))}
          onChange={setChosen}
        />
        <Steps>
          <Button
            busy={apply.isPending}
            closedBecause={chosen === '' ? t('scheme.template-first') : undefined}
            onClick={() => apply.mutate({ params: { id: chosen }, body: { entity: entity.id, of } }, { onSuccess: ({ lines }) => onLines(lines) })}
          >
            {t('scheme.apply')}
          </Button>
        </Steps>
      </div>
      {apply.error ? <ProblemNotice error={apply.error} /> : null}
      {apply.data ? (
        <Notice kind={apply.data.unmatched.length > 0 ? 'warning' : 'done'} title={t('scheme.applied', { count: apply.data.lines.length })}>
          {apply.data.unmatched.length > 0 ? (
            <>
              <p>{t('scheme.unmatched', { count: apply.data.unmatched.length })}</p>
              <ul>
                {apply.data.unmatched.map(({ number, matter, title: post, why }) => (
                  <li key={number}>{t(`scheme.unmatched-${why}`, { matter: name(matter.name, matter.names), post })}</li>
                ))}
              </ul>
            </>
          ) : null}
        </Notice>
      ) : null}
      <div className="field-row">
        <TextField label={t('scheme.keep-name')} value={title} maxLength={200} onChange={setTitle} />
        <Steps>
          <Button busy={keep.isPending} closedBecause={title.trim() === '' ? t('scheme.keep-name-first') : undefined} onClick={() => void keepNow().catch(() => undefined)}>{t('scheme.keep')}</Button>
        </Steps>
      </div>
      {keep.error ? <ProblemNotice error={keep.error} /> : null}
      {keep.data ? (
        <Notice kind="done" title={t('scheme.kept-template', { count: keep.data.lines.length, leftOut: keep.data.leftOut })}>
          <a href={`/scheme-templates/${encodeURIComponent(keep.data.id)}`}>{t('scheme.see-template')}</a>
        </Notice>
      ) : null}
    </Section>
  )
}
