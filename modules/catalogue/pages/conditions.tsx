/** What a matter asks for before a decision, and what a permit obliges to afterwards. */
import { Amount, DataTable, Section, useLanguage, type Column } from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { matterContract } from '../views/matters.ts'
import { Who } from './who.tsx'
import { useWords } from './words.ts'

type Matter = AnswerOf<typeof matterContract>['matter']
type Precondition = Matter['preconditions'][number]

export function BeforeDeciding({ matter }: { readonly matter: Matter }) {
  const { t } = useLanguage()
  const word = useWords()
  return (
    <>
      <Section title={t('matter.prerequisites')}>
        {matter.prerequisites.length === 0 ? (
          <p className="quiet">{t('matter.prerequisites-empty')}</p>
        ) : (
          <ul>
            {matter.prerequisites.map(({ credential, onLapse, graceDays }) => (
              <li key={credential}>
                <b>{word('credential', credential)}</b>. {t(`matter.prerequisite.${onLapse}`, { days: graceDays ?? 0 })}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Preconditions preconditions={matter.preconditions} />
      {matter.advisers.length === 0 ? null : (
        <Section title={t('matter.advisers')}>
          <ul>
            {matter.advisers.map((who) => (
              <li key={who.id}>
                <Who who={who} />
              </li>
            ))}
          </ul>
          <p className="quiet">{t('matter.advisers-why')}</p>
        </Section>
      )}
    </>
  )
}

function Preconditions({ preconditions }: { readonly preconditions: readonly Precondition[] }) {
  const { rich, t } = useLanguage()
  const word = useWords()
  const columns: readonly Column<Precondition>[] = [
    {
      key: 'needed',
      head: t('matter.column-needed'),
      cell: ({ kind, fact }) => (
        <>
          {word('matter.precondition-kind', kind)}
          <small>{word('fact', fact)}</small>
        </>
      ),
    },
    {
      key: 'when',
      head: t('matter.column-when'),
      cell: ({ over }) => (over ? rich('matter.precondition-over', { amount: <Amount money={over} /> }) : t('matter.precondition-always')),
    },
    {
      key: 'from',
      head: t('matter.column-from'),
      cell: ({ givenBy }) =>
        givenBy.length === 0 ? (
          <span className="quiet">{t('matter.anyone')}</span>
        ) : (
          givenBy.map((who) => (
            <div key={who.id}>
              <Who who={who} />
            </div>
          ))
        ),
    },
  ]
  return (
    <DataTable
      caption={t('matter.preconditions')}
      columns={columns}
      rows={preconditions}
      rowKey={({ kind, fact }) => `${kind} ${fact}`}
      empty={<p className="quiet">{t('matter.preconditions-empty')}</p>}
    />
  )
}

export function AfterDeciding({ matter: { obligations, notChecked } }: { readonly matter: Matter }) {
  const { t } = useLanguage()
  const word = useWords()
  return (
    <>
      <Section title={t('matter.obligations')}>
        {obligations.length === 0 ? (
          <p className="quiet">{t('matter.obligations-empty')}</p>
        ) : (
          <ul>
            {obligations.map((code) => (
              <li key={code}>{word('obligation', code)}</li>
            ))}
          </ul>
        )}
      </Section>
      {notChecked.length === 0 ? null : (
        <Section title={t('matter.not-checked')}>
          <ul>
            {notChecked.map((code) => (
              <li key={code}>{t('matter.not-checked-says', { what: word('not-checked', code) })}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
