/** Names, numbers, money and time in running text, each isolated so that no script turns its neighbours round. */
import type { Money } from '../../../kernel/authority/model.ts'
import { useLanguage, type Names } from '../language/language.tsx'

export function Name({ name, names }: { readonly name: string; readonly names?: Names | undefined }) {
  const speech = useLanguage()
  return <bdi>{speech.name(name, names)}</bdi>
}

export function Count({ value }: { readonly value: number | string }) {
  return <bdi className="figure">{useLanguage().number(value)}</bdi>
}

export function Amount({ money }: { readonly money: Money }) {
  return <bdi className="figure">{useLanguage().money(money)}</bdi>
}

const iso = (value: string | number): string => (typeof value === 'string' ? value : new Date(value).toISOString())

/** A day, in full: from a calendar date or an instant. */
export function Day({ value }: { readonly value: string | number }) {
  return <time dateTime={iso(value)}><bdi>{useLanguage().date(value)}</bdi></time>
}

/** A day and its time. */
export function Moment({ value }: { readonly value: string | number }) {
  return <time dateTime={iso(value)}><bdi>{useLanguage().moment(value)}</bdi></time>
}

/** The last day before an exclusive end; the words "no end" where there is none. */
export function Until({ end }: { readonly end: string | number | null }) {
  const { t } = useLanguage()
  return end === null ? <>{t('design.no-end')}</> : <Day value={new Date(end).getTime() - 1} />
}
