/** What becomes of each delegation passed on from one that is revoked or narrowed, and a choice for each (rule 11). */
import type { ReactNode } from 'react'

import { useSession } from '../../../web/app/session.ts'
import { DataTable, DateField, Notice, SelectField, useLanguage, type Column } from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { effectContract } from '../acts/revoke-delegation.ts'
import { reasonSentence } from '../sentences.ts'
import { LineList } from './line-list.tsx'
import { delegationHref, HolderName, Limits } from './words.tsx'

type Effect = Omit<AnswerOf<typeof effectContract>, 'version' | 'personalNotice'>
type Direct = Effect['direct'][number]
export type Kind = Direct['choice']
export type Choices = Readonly<Record<string, { readonly choice: Kind; readonly on: string | null }>>

/** As they are sent, and whether each that falls on a date has one. */
export function choicesGiven(choices: Choices) {
  const given = Object.entries(choices).map(([child, made]) => ({ child, choice: made.choice, on: made.on }))
  return { given, ready: given.every(({ choice, on }) => choice !== 'falls-on' || on !== null) }
}

/** `personal`: its holder is to be told in person before it ends. */
export function WhatFalls({ effect, personal = false }: { readonly effect: Effect; readonly personal?: boolean }) {
  const { t } = useLanguage()
  return (
    <Notice kind={effect.falls > 0 ? 'warning' : 'note'} title={t('revoke.effect', { falls: effect.falls, stands: effect.stands })}>
      <p>{t(personal ? 'revoke.on-personal-notice' : 'revoke.on-notice')}</p>
      {effect.falls > 0 ? (
        <details>
          <summary>{t('revoke.which-fall', { shown: effect.fallsFirst.length, falls: effect.falls })}</summary>
          <LineList lines={effect.fallsFirst} />
        </details>
      ) : null}
    </Notice>
  )
}

export function ChildChoices({
  effect,
  choices,
  onChoose,
  empty,
}: {
  readonly effect: Effect
  readonly choices: Choices
  readonly onChoose: (child: string, made: Choices[string]) => void
  /** Where there is none to choose for. */
  readonly empty: ReactNode
}) {
  const speech = useLanguage()
  const { t } = speech
  const today = useSession().now.slice(0, 10)
  const kinds: readonly Kind[] = ['falls', 'stands', 'falls-on']
  const columns: readonly Column<Direct>[] = [
    { key: 'to', head: t('home.column-to'), cell: ({ delegation }) => <HolderName holder={delegation.holder} /> },
    {
      key: 'limit',
      head: t('register.column-limit'),
      cell: ({ delegation, below }) => (
        <>
          <a href={delegationHref(delegation.id)}>{delegation.id}</a>
          <small>
            <Limits limits={delegation.limits} />
          </small>
          {below > 0 ? <small>{t('revoke.below', { count: below })}</small> : null}
        </>
      ),
    },
    {
      key: 'choice',
      head: t('revoke.column-choice'),
      cell: ({ delegation, choice, standsProblem }) => {
        const made = choices[delegation.id] ?? { choice, on: null }
        return (
          <div className="choice-row">
            <SelectField
              label={t('revoke.choice-for', { id: delegation.id })}
              value={made.choice}
              choices={kinds.map((kind) => ({ value: kind, label: t(`revoke.choice-${kind}`) }))}
              onChange={(value) => onChoose(delegation.id, { choice: value as Kind, on: made.on })}
              error={
                standsProblem[0] && made.choice !== 'falls'
                  ? { message: reasonSentence(standsProblem[0], effect.names, speech) }
                  : undefined
              }
            />
            {made.choice === 'falls-on' ? (
              <DateField
                label={t('revoke.last-day')}
                min={today}
                value={made.on ?? ''}
                onChange={(on) => onChoose(delegation.id, { choice: 'falls-on', on: on === '' ? null : on })}
              />
            ) : null}
          </div>
        )
      },
    },
  ]
  return (
    <DataTable
      caption={t('revoke.direct')}
      columns={columns}
      rows={effect.direct}
      rowKey={({ delegation }) => delegation.id}
      empty={empty}
    />
  )
}
