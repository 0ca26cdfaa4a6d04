/** Before somebody leaves or moves: what would be vacant, and what nobody else could decide. Changes nothing. */
import { useAnswer } from '../../../../web/app/api.ts'
import { hrefOf } from '../../../../web/app/places.ts'
import type { PageProps } from '../../../../web/app/page.ts'
import { Reading } from '../../../../web/app/reading.tsx'
import { ButtonLink, DataTable, Empty, Name, Notice, PageHead, useLanguage, type Column } from '../../../../web/design/index.ts'
import type { AnswerOf } from '../../../../platform/http/contract.ts'
import type { ifPersonLeavesContract } from '../../views/what-if.ts'
import { Elsewhere } from '../elsewhere.tsx'
import { Uncovered } from '../uncovered.tsx'
import { delegationHref, Limits } from '../words.tsx'
import '../register.css'

type Left = AnswerOf<typeof ifPersonLeavesContract>['loses'][number]

export function Page({ param }: PageProps) {
  const { t } = useLanguage()
  const person = param('id')
  const answer = useAnswer<typeof ifPersonLeavesContract>('GET', '/api/v1/if-person-leaves', { query: { person } })
  if (!answer.data) return <Reading answer={answer} title={t('if-left.title')} busy={t('if-left.busy')} elsewhere={<Elsewhere />} />
  const { loses, losesCount, uncovered, person: who } = answer.data
  const columns: readonly Column<Left>[] = [
    {
      key: 'matter',
      head: t('home.column-matter'),
      cell: ({ delegation }) => (
        <>
          <a href={delegationHref(delegation.id)}>
            <Name {...delegation.matter} />
          </a>
          <small>
            <Limits limits={delegation.limits} />
          </small>
        </>
      ),
    },
    { key: 'vacant', head: t('revoke.column-else'), cell: ({ vacant }) => t(vacant ? 'revoke.nobody-else' : 'revoke.somebody-else') },
    { key: 'below', head: t('home.column-passed-on'), cell: ({ below }) => (below > 0 ? t('if-left.below', { count: below }) : null) },
  ]
  return (
    <>
      <PageHead
        title={t('if-left.heading', { person: who.name })}
        steps={<ButtonLink href={hrefOf('person', person)}>{t('if-left.back')}</ButtonLink>}
      >
        <p className="lead">{t('if-left.intro')}</p>
      </PageHead>
      <Notice kind={losesCount > 0 ? 'warning' : 'note'} title={t('if-left.loses', { count: losesCount, shown: loses.length })} />
      <Uncovered uncovered={uncovered} />
      <DataTable
        caption={t('if-left.lines')}
        columns={columns}
        rows={loses}
        rowKey={({ delegation }) => delegation.id}
        empty={<Empty title={t('if-left.none')}>{t('if-left.none-detail')}</Empty>}
      />
    </>
  )
}
