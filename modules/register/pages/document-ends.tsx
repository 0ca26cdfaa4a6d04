/** What an instrument ends, as it says so itself: each delegation as it stood, and what falls or stands with it. */
import { Section, useLanguage } from '../../../web/design/index.ts'
import { limitSentence } from '../../../platform/messages/limit-words.ts'
import type { InstrumentDocument } from '../instrument-document.ts'
import { delegationHref } from './words.tsx'

export function DocumentEnds({ document: { ends, lines } }: { readonly document: InstrumentDocument }) {
  const speech = useLanguage()
  const { t } = speech
  if (!ends || ends.length === 0) return null
  const list = (ids: readonly string[]): string => new Intl.ListFormat(speech.locale, { type: 'conjunction' }).format(ids)
  return (
    <Section title={t('scheme.ends-title')}>
      <ul className="document-lines">
        {ends.map(({ id, matter, holder, limits, until, replaced, falls, stands }) => {
          const by = lines.filter((line) => line.replaces === id)
          return (
            <li key={id}>
              <p>
                {t('scheme.ended', {
                  holder: [holder.person, holder.post, holder.body].flatMap((each) => (each ? [each.name] : [])).join(' · '),
                  matter: matter.name, limit: limitSentence(limits, speech),
                  ends: until === null ? 'never' : 'day', until: until === null ? '' : speech.date(until),
                  how: replaced ? 'replaced' : 'withdrawn', lines: list(by.map(({ line }) => speech.number(line))),
                })}{' '}
                {by[0]?.change ? t(`scheme.mark-${by[0].change}`) : null} <a href={delegationHref(id)}>{id}</a>
              </p>
              {falls.length > 0 ? <p>{t('scheme.ended-falls', { count: falls.length, ids: list(falls) })}</p> : null}
              {stands.length > 0 ? <p>{t('scheme.ended-stands', { count: stands.length, ids: list(stands) })}</p> : null}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
