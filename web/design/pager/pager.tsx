import { useLanguage } from '../language/language.tsx'

interface PagerProps {
  /** From 1. */
  readonly page: number
  readonly size: number
  readonly total: number
  readonly href: (page: number) => string
}

/** Previous and next as links, and where one is in the whole. Says nothing where one page holds all. */
export function Pager({ page, size, total, href }: PagerProps) {
  const { t } = useLanguage()
  const last = Math.max(1, Math.ceil(total / size))
  if (last === 1) return null
  const from = (page - 1) * size + 1
  return (
    <nav className="pager" aria-label={t('design.pager')}>
      {page > 1 ? <a href={href(page - 1)} rel="prev">{t('design.previous')}</a> : null}
      <span className="figure">{t('design.page-of', { from, to: Math.min(page * size, total), total })}</span>
      {page < last ? <a href={href(page + 1)} rel="next">{t('design.next')}</a> : null}
    </nav>
  )
}
