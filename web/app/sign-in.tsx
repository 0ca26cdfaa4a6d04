import { useState } from 'react'

import { Button } from '../design/button/button.tsx'
import { TextField } from '../design/field/text-fields.tsx'
import { useLanguage } from '../design/language/language.tsx'
import { Notice, ProblemNotice } from '../design/notice/notice.tsx'
import { PageHead, Section } from '../design/page-head/page-head.tsx'
import { Busy } from '../design/progress/progress.tsx'
import { useDemonstrationPeople, useSignIn } from './session.ts'

/** In demonstration mode one becomes somebody invented; elsewhere signing in is the organisation's own. */
export function SignIn({ demonstration }: { readonly demonstration: boolean }) {
  const { t } = useLanguage()
  if (!demonstration) {
    return (
      <>
        <PageHead title={t('sign-in.title')} />
        <Notice title={t('sign-in.none')}>
          <p>{t('sign-in.none-detail')}</p>
        </Notice>
      </>
    )
  }
  return <Personas />
}

function Personas() {
  const { t, has, name } = useLanguage()
  const { data, error, refetch } = useDemonstrationPeople(true)
  const signIn = useSignIn()
  const enter = (person: string): void => signIn.mutate({ body: { person } })
  return (
    <>
      <PageHead title={t('sign-in.demonstration-title')}>
        <p>{t('sign-in.demonstration-intro')}</p>
      </PageHead>
      {signIn.error ? <ProblemNotice error={signIn.error} /> : null}
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
      {data ? (
        <ul className="personas">
          {data.map(({ id, person, name: called, title, titles, entityName, entityNames }) => (
            <li key={id}>
              <div>
                <b>
                  <bdi>{called}</bdi>
                </b>
                <small>{t('sign-in.post', { post: name(title, titles), entity: name(entityName, entityNames) })}</small>
                {has(`demo.persona.${id}`) ? <p>{t(`demo.persona.${id}`)}</p> : null}
              </div>
              <Button busy={signIn.isPending && signIn.variables.body?.person === person} onClick={() => enter(person)}>
                {t('sign-in.as', { name: called })}
              </Button>
            </li>
          ))}
        </ul>
      ) : error ? null : (
        <Busy />
      )}
      <Section title={t('sign-in.anyone')}>
        <AnyPerson enter={enter} busy={signIn.isPending} />
      </Section>
    </>
  )
}

/** Anybody in the register can be tried, not only those proposed. */
function AnyPerson({ enter, busy }: { readonly enter: (person: string) => void; readonly busy: boolean }) {
  const { t } = useLanguage()
  const [code, setCode] = useState('')
  return (
    <form
      className="field-row"
      onSubmit={(event) => {
        event.preventDefault()
        if (code.trim() !== '') enter(code.trim())
      }}
    >
      <TextField label={t('sign-in.person')} hint={t('sign-in.person-hint')} value={code} onChange={setCode} />
      <Button type="submit" busy={busy} closedBecause={code.trim() === '' ? t('sign-in.person-first') : undefined}>
        {t('sign-in.enter')}
      </Button>
    </form>
  )
}
