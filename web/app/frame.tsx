/** What stands round every page: search, languages, who I am, the doors. */
import { Outlet, useMatches } from '@tanstack/react-router'
import { useCallback, useRef, useState, type ReactNode } from 'react'

import { nativeNames } from '../../platform/messages/languages.ts'
import { useLanguage } from '../design/language/language.tsx'
import { Notice, ProblemNotice } from '../design/notice/notice.tsx'
import { Busy } from '../design/progress/progress.tsx'
import { useArrival } from './arrival.ts'
import { Doors } from './doors.tsx'
import { useFollowedLinks } from './follow-links.ts'
import { usePageKeys } from './keys.ts'
import { LanguageBar } from './language-bar.tsx'
import { useLanguageChoice } from './language.tsx'
import { useOffline } from './offline.ts'
import { SearchBox } from './search-box.tsx'
import { useSessionAnswer } from './session.ts'
import { Shortcuts } from './shortcuts.tsx'
import { SignIn } from './sign-in.tsx'
import { Who } from './who.tsx'

export function Frame() {
  const { t } = useLanguage()
  const { language, untranslated } = useLanguageChoice()
  const { data: session } = useSessionAnswer()
  const page = useMatches().at(-1)?.staticData.page
  const [help, setHelp] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const offline = useOffline()
  useFollowedLinks()
  useArrival()
  usePageKeys({ onSearch: useCallback(() => search.current?.focus(), []), onHelp: useCallback(() => setHelp(true), []) })

  return (
    <div className="frame">
      <a className="skip" href="#main">{t('frame.skip')}</a>
      <header>
        {session?.demonstration ? <p className="demonstration">{t('frame.demonstration')}</p> : null}
        <div className="top">
          <a className="brand" href="/">Mandate</a>
          {session?.person ? <SearchBox input={search} /> : null}
          <LanguageBar />
          <a className="help" href="/guide">{t('frame.help')}</a>
          <Who />
        </div>
      </header>
      <Doors page={page} />
      <main id="main">
        {offline ? <Notice kind="warning" title={t('frame.offline')}><p>{t('frame.offline-detail')}</p></Notice> : null}
        {untranslated ? <Notice><p>{t('frame.untranslated', { language: nativeNames[language] })}</p></Notice> : null}
        <Admitted open={page?.open ?? false}><Outlet /></Admitted>
      </main>
      <Shortcuts open={help} onClose={() => setHelp(false)} />
    </div>
  )
}

/** A page for people signed in waits until we know who it is; whoever is not signed in signs in here, and the address stays. */
function Admitted({ open, children }: { readonly open: boolean; readonly children: ReactNode }) {
  const { t } = useLanguage()
  const { data: session, error, refetch } = useSessionAnswer()
  if (open) return children
  if (session) return session.person ? children : <SignIn demonstration={session.demonstration} />
  if (error) return <><h1 className="spoken">{t('problem.no-answer')}</h1><ProblemNotice error={error} onRetry={() => void refetch()} /></>
  return <Busy />
}
