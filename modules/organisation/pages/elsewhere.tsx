/** Where to look for a record of the organisation that is not at its address. */
import { ButtonLink, useLanguage } from '../../../web/design/index.ts'

export function Elsewhere() {
  const { t } = useLanguage()
  return (
    <>
      <ButtonLink href="/organisation">{t('organisation.title')}</ButtonLink>
      <ButtonLink href="/people">{t('people.title')}</ButtonLink>
    </>
  )
}
