/** How delegation works here: for heads, officers, auditors and programs, and the questions people ask. Searchable; each part has an address. */
import { useEffect } from 'react'

import type { PageProps } from '../../../web/app/page.ts'
import { Empty, PageHead, Section, TextField, useLanguage } from '../../../web/design/index.ts'
import { audiences, guideParts, says, type GuidePart } from './guide-parts.ts'

/** The page comes with its words, after the browser has looked for the place an address names. */
function useNamedPlace(): void {
  useEffect(() => {
    document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }, [])
}

export function Page({ search, setSearch }: PageProps) {
  const { t } = useLanguage()
  useNamedPlace()
  const words = search['q'] ?? ''
  const found = guideParts.filter(({ key, cites }) => says([t(`guide.${key}.title`), t(`guide.${key}.text`), ...cites].join(' '), words))
  return (
    <>
      <PageHead title={t('guide.title')}>
        <p className="lead">{t('guide.intro')}</p>
        <form role="search" onSubmit={(event) => event.preventDefault()}>
          <TextField type="search" label={t('guide.search')} value={words} onChange={(q) => setSearch({ q: q === '' ? undefined : q })} />
        </form>
        <p role="status" className="quiet">{t('guide.found', { count: found.length })}</p>
      </PageHead>
      {found.length === 0 ? <Empty title={t('guide.none')}>{t('guide.none-detail')}</Empty> : (
        <nav aria-label={t('guide.contents')}>
          <ul>
            {audiences.filter((audience) => found.some((each) => each.for === audience)).map((audience) => <li key={audience}><a href={`#guide-${audience}`}>{t(`guide.for.${audience}`)}</a></li>)}
          </ul>
        </nav>
      )}
      {audiences.map((audience) => <Parts key={audience} audience={audience} parts={found.filter((each) => each.for === audience)} />)}
    </>
  )
}

function Parts({ audience, parts }: { readonly audience: GuidePart['for']; readonly parts: readonly GuidePart[] }) {
  const { t } = useLanguage()
  if (parts.length === 0) return null
  return (
    <div id={`guide-${audience}`}>
      <Section title={t(`guide.for.${audience}`)}>
        {parts.map(({ key, cites, leadsTo }) => (
          <article key={key} id={`guide-${key}`}>
            <h3><a href={`#guide-${key}`}>{t(`guide.${key}.title`)}</a></h3>
            <p>{t(`guide.${key}.text`)}</p>
            <p className="quiet">
              {cites.map((cite) => <span key={cite}><cite><bdi dir="ltr">{cite}</bdi></cite>{' '}</span>)}
              {leadsTo === null ? null : <a href={leadsTo}>{t(`guide.${key}.link`)}</a>}
            </p>
          </article>
        ))}
      </Section>
    </div>
  )
}
