/** Under a refusal: the decision sent to somebody who may take it. */
import { useState } from 'react'

import { useAct } from '../../../web/app/api.ts'
import type { PageProps } from '../../../web/app/page.ts'
import { Button, ButtonLink, Notice, ProblemError, ProblemNotice, Section, SelectField, Steps, TextArea, useLanguage } from '../../../web/design/index.ts'
import type { referContract } from '../acts/refer-decision.ts'
import type { MayAnswer } from '../sentences.ts'
import { referralHref } from './referrals/addresses.ts'

type Search = PageProps['search']

/** The decision as it was asked about, with its amount as the register read it. */
function decisionOf(search: Search, { matter, amount }: MayAnswer) {
  const { method, category, fund, grade, entity, term, fact } = search
  const facts = Object.fromEntries((fact ?? '').split(';').filter((each) => each.includes('=')).map((each) => [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)]))
  const stated = Object.entries({ method, category, fund, grade, entity }).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '')
  return {
    matter: matter.id, ...Object.fromEntries(stated), ...(amount === null ? {} : { amount }), ...(term === undefined || term === '' ? {} : { term: Number(term) }),
    ...(Object.keys(facts).length === 0 ? {} : { facts }),
  }
}

export function Refer({ answer, search }: { readonly answer: MayAnswer; readonly search: Search }) {
  const { t, name } = useLanguage()
  const people = [...new Map(answer.whoCould.map((each) => [each.person.id, each])).values()]
  const [to, setTo] = useState(people[0]?.person.id ?? '')
  const [what, setWhat] = useState('')
  const act = useAct<typeof referContract>('POST', '/api/v1/referrals')
  const whom = people.find(({ person }) => person.id === to)?.person.name ?? ''
  if (act.data) {
    return (
      <Notice kind="done" title={t('refer.sent', { person: whom })}>
        <ButtonLink href={referralHref(act.data.referral)}>{t('refer.look')}</ButtonLink>
      </Notice>
    )
  }
  const wrong = (field: string) => (act.error instanceof ProblemError ? act.error.field(field) : undefined)
  return (
    <Section title={t('refer.title')}>
      <form
        className="spaced"
        onSubmit={(event) => {
          event.preventDefault()
          act.mutate({ body: { ...decisionOf(search, answer), to, what: what.trim() } })
        }}
      >
        <p className="quiet">{t('refer.intro')}</p>
        {act.error ? <ProblemNotice error={act.error} /> : null}
        <SelectField
          label={t('refer.to')}
          value={to}
          onChange={setTo}
          error={wrong('to')}
          choices={people.map(({ person, post }) => ({ value: person.id, label: post ? t('holder.in-post', { person: person.name, post: name(post.name, post.names) }) : person.name }))}
        />
        <TextArea label={t('refer.what')} value={what} onChange={setWhat} error={wrong('what')} />
        <Steps>
          <Button type="submit" busy={act.isPending} closedBecause={what.trim() === '' ? t('refer.what-first') : undefined}>
            {t('refer.send', { person: whom })}
          </Button>
        </Steps>
      </form>
    </Section>
  )
}
