/** The first and the last day of what a record holds for. */
import { Day, Until, useLanguage } from '../../../web/design/index.ts'

export function FirstDay({ at }: { readonly at: string | null }) {
  const { t } = useLanguage()
  return at === null ? <span className="quiet">{t('person.always')}</span> : <Day value={at} />
}

export function LastDay({ end }: { readonly end: string | null }) {
  return end === null ? (
    <span className="quiet">
      <Until end={null} />
    </span>
  ) : (
    <Until end={end} />
  )
}
