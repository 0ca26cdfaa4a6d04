/** The document of a merger, split or closing, as it says so itself: what ended and began, where everything went, what became of each line. */
import { hrefOf } from '../../../web/app/places.ts'
import { Section, useLanguage } from '../../../web/design/index.ts'
import type { ReorganisationDocument } from '../reorganisation/document.ts'
import { delegationHref } from './words.tsx'

export function Reorganised({ document }: { readonly document: ReorganisationDocument }) {
  const speech = useLanguage()
  const { t } = speech
  const list = (names: readonly string[]): string => new Intl.ListFormat(speech.locale, { type: 'conjunction' }).format(names)
  const seats = [...document.posts, ...document.bodies, ...document.units]
  return (
    <>
      <p><bdi>{document.reason}</bdi></p>
      <ul>
        {document.ends.map(({ id, name, to }) => <li key={id}><a href={hrefOf('entity', id)}>{id}</a> {t('reorganised.ends', { entity: name, goes: to ? 'on' : 'nowhere', to: to?.name ?? '' })}</li>)}
        {document.founded.map(({ id, name, parent }) => <li key={id}><a href={hrefOf('entity', id)}>{id}</a> {t('reorganised.founded', { entity: name, parent: parent.name })}</li>)}
      </ul>
      {seats.length > 0 ? (
        <Section title={t('reorganised.seats')}>
          <ul>{seats.map(({ id, name, to }) => <li key={`${id} ${name}`}>{t('reorganised.seat', { name, goes: to ? 'on' : 'nowhere', to: to?.name ?? '' })}</li>)}</ul>
        </Section>
      ) : null}
      {document.lines.length > 0 ? (
        <Section title={t('reorganised.lines')}>
          <ul className="document-lines">
            {document.lines.map(({ id, matter, holder, fate, to, until }) => (
              <li key={id}>
                {t('reorganised.line', {
                  holder: [holder.person, holder.post, holder.body].flatMap((each) => (each ? [each.name] : [])).join(' · '), matter: matter.name,
                  fate, to: list(to.map(({ name }) => name)), until: until === null ? '' : speech.date(until),
                })}{' '}
                <a href={delegationHref(id)}>{id}</a>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  )
}
