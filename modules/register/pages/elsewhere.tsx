/** Where to look for a delegation or an instrument that is not at its address. */
import { ButtonLink, useLanguage } from '../../../web/design/index.ts'

export function Elsewhere() {
  const { t } = useLanguage()
  return <ButtonLink href="/register">{t('register.title')}</ButtonLink>
}
