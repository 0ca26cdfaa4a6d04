import type { ReactNode } from 'react'

import { useLanguage } from '../language/language.tsx'

export interface Column<Row> {
  readonly key: string
  /** The heading; with figures it names the unit ("Up to, USD"). */
  readonly head: string
  readonly cell: (row: Row) => ReactNode
  /** Figures: right-aligned, in columns of equal digits. */
  readonly numeric?: boolean
  /** The cell that names the row. The first column does where none says so. */
  readonly names?: boolean
  readonly sortable?: boolean
  /** Heading not shown, only read out (a column of steps). */
  readonly silent?: boolean
}

export interface Sorting {
  readonly key: string
  readonly descending: boolean
}

interface DataTableProps<Row> {
  readonly caption: string
  /** The heading stands above the table already: the caption is only read out. */
  readonly captionHidden?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly sorting?: Sorting
  /** The address of this list sorted otherwise. */
  readonly sortHref?: (sorting: Sorting) => string
  /** Cells of the last line, by column. */
  readonly totals?: Readonly<Record<string, ReactNode>>
  /** Stands in place of rows where there are none. */
  readonly empty?: ReactNode
  /** Read again at this moment: what is shown may be of before. */
  readonly busy?: boolean
  /** Files of the whole list: every list can be taken out. */
  readonly exports?: readonly { readonly label: string; readonly href: string }[]
  readonly foot?: ReactNode
}

/**
 * The main instrument. On a narrow page each row becomes a block with the headings before its values, so the roles are written out:
 * browsers forget that such a table is one.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden, columns, rows, rowKey, totals, empty, busy, exports = [], foot } = props
  const namer = columns.find(({ names }) => names)?.key ?? columns[0]?.key
  if (rows.length === 0 && empty) {
    return (
      <div className="table-place">
        {captionHidden ? null : <h2>{caption}</h2>}
        {empty}
      </div>
    )
  }
  return (
    <div className="table-place" aria-busy={busy || undefined}>
      <table className="table" role="table">
        <caption className={captionHidden ? 'spoken' : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <Heading key={column.key} column={column} {...props} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column) => (
                <Cell key={column.key} column={column} names={column.key === namer}>
                  {column.cell(row)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
        {totals ? (
          <tfoot role="rowgroup">
            <tr role="row">
              {columns.map((column) => (
                <Cell key={column.key} column={column} names={column.key === namer}>
                  {totals[column.key]}
                </Cell>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
      {foot || exports.length > 0 ? (
        <div className="table-foot">
          {foot}
          <Exports files={exports} />
        </div>
      ) : null}
    </div>
  )
}

function Exports({ files }: { readonly files: readonly { readonly label: string; readonly href: string }[] }) {
  const { t } = useLanguage()
  if (files.length === 0) return null
  return (
    <p className="exports">
      {t('design.export')}{' '}
      {files.map(({ label, href }) => (
        <a key={href} href={href} download>
          {label}
        </a>
      ))}
    </p>
  )
}

function Heading<Row>({ column, sorting, sortHref }: DataTableProps<Row> & { readonly column: Column<Row> }) {
  const { key, head, numeric, silent, sortable } = column
  const sorted = sorting?.key === key ? (sorting.descending ? 'descending' : 'ascending') : undefined
  return (
    <th role="columnheader" scope="col" className={numeric ? 'numeric' : undefined} aria-sort={sorted}>
      {silent ? (
        <span className="spoken">{head}</span>
      ) : sortable && sortHref ? (
        <a href={sortHref({ key, descending: sorted === 'ascending' })}>{head}</a>
      ) : (
        head
      )}
    </th>
  )
}

function Cell<Row>({ column, names, children }: { readonly column: Column<Row>; readonly names: boolean; readonly children: ReactNode }) {
  const className = column.numeric ? 'numeric' : undefined
  if (names)
    return (
      <th role="rowheader" scope="row" className={className}>
        {children}
      </th>
    )
  return (
    <td role="cell" className={className} data-th={column.silent ? '' : column.head}>
      {children}
    </td>
  )
}
