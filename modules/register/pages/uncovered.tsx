/** Who would lose which matter where, and whether anybody else could decide it. */
import { DataTable, Name, useLanguage, type Column } from '../../../web/design/index.ts'
import type { Named } from '../shapes.ts'

interface UncoveredLine {
  readonly matter: Named
  readonly entity: Named
  readonly persons: readonly Named[]
  readonly nobodyElse: boolean
}

export function Uncovered({ uncovered }: { readonly uncovered: readonly UncoveredLine[] }) {
  const { t } = useLanguage()
  if (uncovered.length === 0) return null
  const alone = uncovered.filter(({ nobodyElse }) => nobodyElse)
  const columns: readonly Column<UncoveredLine>[] = [
    { key: 'matter', head: t('home.column-matter'), cell: ({ matter }) => <Name {...matter} /> },
    { key: 'entity', head: t('revoke.column-where'), cell: ({ entity }) => <Name {...entity} /> },
    {
      key: 'persons',
      head: t('revoke.column-lose'),
      cell: ({ persons }) =>
        persons.map((person, index) => (
          <span key={person.id}>
            {index > 0 ? ' · ' : null}
            <Name {...person} />
          </span>
        )),
    },
    { key: 'else', head: t('revoke.column-else'), cell: ({ nobodyElse }) => t(nobodyElse ? 'revoke.nobody-else' : 'revoke.somebody-else') },
  ]
  return (
    <DataTable
      caption={t('revoke.uncovered', { count: alone.length })}
      columns={columns}
      rows={uncovered}
      rowKey={({ matter, entity }) => `${matter.id} ${entity.id}`}
    />
  )
}
