/** What waits for me: lines to accept, what a predecessor passed on, drafts to sign. */
import { Amount, ButtonLink, DataTable, Day, Empty, Name, useLanguage, type Column } from '../../../web/design/index.ts'
import type { AnswerOf } from '../../../platform/http/contract.ts'
import type { homeContract } from '../views/home.ts'
import { referralHref } from './referrals/addresses.ts'
import { draftHref, HolderName, instrumentHref, Limits } from './words.tsx'

type Home = AnswerOf<typeof homeContract>

interface Item {
  readonly key: string
  readonly what: React.ReactNode
  readonly note: string
  readonly from: React.ReactNode
  readonly since: string | null
  readonly step: React.ReactNode
}

export function Waiting({ home, waiting }: { readonly home: Home; readonly waiting: number }) {
  const { t } = useLanguage()
  const { acceptances, drafts, referrals, inherited } = home.waiting
  const items: Item[] = [
    ...acceptances.map((line): Item => ({
      key: line.id,
      what: (
        <>
          <Name {...line.matter} /> <Limits limits={line.limits} />
        </>
      ),
      note: t('home.accept-note'),
      from: line.from ? <HolderName holder={line.from} /> : line.legalBasis,
      since: line.signedAt,
      step: (
        <ButtonLink kind="main" href={instrumentHref(line.instrument)}>
          {t('home.read-and-accept')}
        </ButtonLink>
      ),
    })),
    ...(inherited > 0
      ? [
          {
            key: 'inherited',
            what: t('home.inherited', { count: inherited }),
            note: t('home.inherited-note'),
            from: t('home.register'),
            since: null,
            step: <ButtonLink href="/inherited">{t('home.review')}</ButtonLink>,
          },
        ]
      : []),
    ...referrals.map((referral): Item => ({
      key: referral.id,
      what: (
        <>
          <Name {...referral.matter} /> {referral.amount ? <Amount money={referral.amount} /> : null}
        </>
      ),
      note: t('home.referral-note', { what: referral.what }),
      from: <Name {...referral.askedBy} />,
      since: referral.askedAt,
      step: (
        <ButtonLink kind="main" href={referralHref(referral.id)}>
          {t('home.read-and-decide')}
        </ButtonLink>
      ),
    })),
    ...drafts.map((draft): Item => ({
      key: draft.id,
      what: (
        <>
          {draft.title ?? t('home.draft', { count: draft.lines })} {draft.entity ? <Name {...draft.entity} /> : null}
        </>
      ),
      note: draft.handedOver ? t('home.draft-handed', { note: draft.handedOver.note ?? '', noted: draft.handedOver.note === null ? 'no' : 'yes' }) : t('home.draft-note', { count: draft.lines }),
      from: <Name {...draft.preparedBy} />,
      since: draft.updatedAt,
      step: <ButtonLink href={draftHref(draft.id, draft.entity?.id ?? null)}>{t('home.go-on')}</ButtonLink>,
    })),
  ]
  const columns: readonly Column<Item>[] = [
    {
      key: 'what',
      head: t('home.column-what'),
      cell: ({ what, note }) => (
        <>
          {what}
          <small>{note}</small>
        </>
      ),
    },
    { key: 'from', head: t('home.column-from'), cell: ({ from }) => from },
    { key: 'since', head: t('home.column-since'), cell: ({ since }) => (since === null ? null : <Day value={since} />) },
    { key: 'step', head: t('home.column-step'), silent: true, cell: ({ step }) => step },
  ]
  return (
    <DataTable
      caption={t('home.waiting', { count: waiting })}
      columns={columns}
      rows={items}
      rowKey={({ key }) => key}
      empty={<Empty title={t('home.nothing-waits')}>{t('home.nothing-waits-detail')}</Empty>}
    />
  )
}
