/** One template: what it would give to whom, who wrote each version, and retiring it. */
import { useAddress } from '../../../../web/app/address.ts'
import { useAct, useAnswer } from '../../../../web/app/api.ts'
import type { PageProps } from '../../../../web/app/page.ts'
import { Reading } from '../../../../web/app/reading.tsx'
import { Button, ButtonLink, DataTable, Moment, Name, PageHead, ProblemNotice, Section, useLanguage, type Column } from '../../../../web/design/index.ts'
import type { AnswerOf } from '../../../../platform/http/contract.ts'
import type { retireTemplateContract } from '../../acts/keep-template.ts'
import type { templateContract } from '../../views/scheme-templates.ts'
import { termsWords } from './terms.ts'
import { useCategoryWords } from './use-category-words.ts'

type Shown = AnswerOf<typeof templateContract>
type Line = Shown['lines'][number]
type Version = Shown['versions'][number]

export function Page({ param, search }: PageProps) {
  const speech = useLanguage()
  const { t } = speech
  const { go } = useAddress()
  const words = useCategoryWords()
  const answer = useAnswer<typeof templateContract>('GET', '/api/v1/scheme-templates/{id}', { params: { id: param('id') }, query: search['version'] ? { version: search['version'] } : {} })
  const retire = useAct<typeof retireTemplateContract>('DELETE', '/api/v1/scheme-templates/{id}')
  if (!answer.data) return <Reading answer={answer} title={t('scheme.template')} busy={t('scheme.templates-busy')} elsewhere={<ButtonLink href="/scheme-templates">{t('scheme.templates')}</ButtonLink>} />
  const { template, lines, mine, versions } = answer.data
  const columns: readonly Column<Line>[] = [
    { key: 'matter', head: t('scheme.matter'), cell: ({ matterNamed }) => <Name {...matterNamed} /> },
    { key: 'to', head: t('scheme.to-post'), cell: ({ recipient: { title, grade } }) => <><bdi>{title}</bdi>{grade ? <> · <bdi>{grade}</bdi></> : null}</> },
    { key: 'gives', head: t('scheme.gives'), cell: ({ limits, share, mayExercise, depth, months, conditions }) => (
      <>
        {share === null ? null : t('scheme.share', { percent: share })} {share === null ? termsWords({ limits, places: [], until: null, mayExercise, depth, conditions }, speech) : t('document.use', { use: mayExercise ? (depth > 0 ? 'both' : 'decide') : 'passOn', depth })}
        {months === null ? null : <small>{t('scheme.months', { count: months })}</small>}
        {share !== null && conditions ? <small><bdi>{conditions}</bdi></small> : null}
      </>
    ) },
  ]
  const history: readonly Column<Version>[] = [
    { key: 'version', head: t('scheme.version-head'), cell: ({ version }) => <a href={`/scheme-templates/${encodeURIComponent(template.id)}?version=${version}`}>{t('scheme.version', { version })}</a> },
    { key: 'by', head: t('scheme.written-by'), cell: ({ writtenBy }) => <Name {...writtenBy} /> },
    { key: 'at', head: t('scheme.written'), cell: ({ writtenAt }) => <Moment value={writtenAt} /> },
  ]
  return (
    <>
      <PageHead
        title={template.name}
        kicker={<a href="/scheme-templates">{t('scheme.templates')}</a>}
        steps={mine && !search['version'] ? <Button kind="warn" busy={retire.isPending} onClick={() => retire.mutate({ params: { id: template.id } } as never, { onSuccess: () => go('/scheme-templates') })}>{t('scheme.retire')}</Button> : null}
      >
        <p>{words.name(template.category)}{template.from ? <> · {t('scheme.from-scheme')} <Name {...template.from} /></> : null}</p>
        {template.note ? <p className="lead"><bdi>{template.note}</bdi></p> : null}
        {retire.error ? <ProblemNotice error={retire.error} /> : null}
      </PageHead>
      <DataTable caption={t('scheme.template-lines', { count: lines.length })} columns={columns} rows={lines} rowKey={(line) => String(lines.indexOf(line))} />
      <Section title={t('scheme.versions')}><DataTable caption={t('scheme.versions')} captionHidden columns={history} rows={versions} rowKey={({ version }) => String(version)} /></Section>
    </>
  )
}
