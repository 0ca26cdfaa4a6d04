/** Posts and matters crossed: who decides what in an entity at one look. Wide ones are set in blocks that fit a page. */
import { Fragment, type ReactNode } from 'react'

import { useLanguage } from '../../../../web/design/index.ts'

export interface MatrixLine {
  readonly key: string
  readonly holderKey: string
  readonly holder: ReactNode
  readonly matterKey: string
  readonly matter: string
  readonly cell: ReactNode
}

/** What fits across a landscape page beside the first column. */
const across = 8

function chunked<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size))
}

export function SchemeMatrix({ caption, lines }: { readonly caption: string; readonly lines: readonly MatrixLine[] }) {
  const { t } = useLanguage()
  const holders = [...new Map(lines.map((line) => [line.holderKey, line.holder]))]
  const matters = [...new Map(lines.map(({ matterKey, matter }) => [matterKey, matter]))]
  const cells = new Map<string, MatrixLine[]>()
  const at = (holder: string, matter: string): string => JSON.stringify([holder, matter])
  for (const line of lines) cells.set(at(line.holderKey, line.matterKey), [...(cells.get(at(line.holderKey, line.matterKey)) ?? []), line])
  return (
    <>
      {chunked(holders, across).map((block, index, blocks) => {
        const rows = matters.filter(([matter]) => block.some(([holder]) => cells.has(at(holder, matter))))
        return (
          <div className="table-place" key={index} role="region" tabIndex={0} aria-label={t('scheme.block', { caption, part: index + 1, parts: blocks.length })}>
            <table className="scheme-matrix">
              <caption className={index === 0 ? undefined : 'spoken'}>{blocks.length > 1 ? t('scheme.block', { caption, part: index + 1, parts: blocks.length }) : caption}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('scheme.matter')}</th>
                  {block.map(([key, holder]) => (
                    <th scope="col" key={key}>
                      {holder}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(([matter, name]) => (
                  <tr key={matter}>
                    <th scope="row">{name}</th>
                    {block.map(([holder]) => (
                      <td key={holder}>
                        {(cells.get(at(holder, matter)) ?? []).map(({ key, cell }) => (
                          <Fragment key={key}>{cell}</Fragment>
                        ))}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )
      })}
    </>
  )
}
