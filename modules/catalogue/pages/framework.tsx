/** The framework in force, in short. */
import { Day, Facts, Notice, Section, useLanguage } from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { mattersContract } from '../views/matters.ts'

type Framework = AnswerOf<typeof mattersContract>['framework']

export function FrameworkInForce({ framework }: { readonly framework: Framework }) {
  const { t } = useLanguage()
  if (!framework) return <Notice kind="warning">{t('catalogue.framework-none')}</Notice>
  const { effectiveFrom, longestActingDays } = framework
  return (
    <Section title={t('catalogue.framework')}>
      <Facts
        items={[
          { term: t('catalogue.framework-name'), value: <bdi>{framework.title}</bdi> },
          {
            term: t('catalogue.framework-since'),
            value: effectiveFrom === null ? t('catalogue.framework-always') : <Day value={effectiveFrom} />,
          },
          { term: t('catalogue.framework-accept'), value: t('catalogue.days', { days: framework.acceptWithinDays }) },
          {
            term: t('catalogue.framework-acting'),
            value: longestActingDays === null ? t('catalogue.no-longest') : t('catalogue.days', { days: longestActingDays }),
          },
          { term: t('catalogue.framework-fall'), value: t(`catalogue.fall.${framework.fallDefault}`) },
          { term: t('catalogue.framework-zone'), value: <bdi>{framework.zone}</bdi> },
          { term: t('catalogue.framework-grades'), value: <bdi dir="ltr">{framework.grades.join(' · ')}</bdi> },
        ]}
      />
    </Section>
  )
}
