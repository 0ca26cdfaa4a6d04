import { ButtonLink, Steps } from '../design/button/button.tsx'
import { useLanguage } from '../design/language/language.tsx'
import { PageHead } from '../design/page-head/page-head.tsx'

export function NotFound() {
  const { t } = useLanguage()
  return (
    <>
      <PageHead title={t('not-found.title')}>
        <p>{t('not-found.detail')}</p>
      </PageHead>
      <Steps>
        <ButtonLink href="/">{t('not-found.home')}</ButtonLink>
        <ButtonLink href="/register">{t('not-found.register')}</ButtonLink>
      </Steps>
    </>
  )
}
