/** The organisation as a tree that is also a table. One stop for Tab; the arrow keys move from row to row. */
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'

import { useLanguage } from '../../../web/design/language/language.tsx'
import { treeMove, visibleNodes } from '../../../web/design/tree/tree-moves.ts'
import type { Branch, EntityNode } from './branches.ts'

interface TreeColumn {
  readonly key: string
  readonly head: string
  readonly cell: (branch: Branch) => ReactNode
  readonly numeric?: boolean
}

interface EntityTreeProps {
  readonly caption: string
  readonly help: string
  readonly nodes: readonly EntityNode[]
  readonly open: ReadonlySet<string>
  readonly onOpen: (open: ReadonlySet<string>) => void
  readonly nameHead: string
  readonly nameOf: (branch: Branch) => string
  readonly detailOf: (branch: Branch) => string | null
  /** Where its name and Enter lead; null for a group, which Enter opens. */
  readonly hrefOf: (branch: Branch) => string | null
  readonly columns: readonly TreeColumn[]
  readonly onFollow: (href: string) => void
}

export function EntityTree({ caption, help, nodes, open, onOpen, nameHead, nameOf, detailOf, hrefOf, columns, onFollow }: EntityTreeProps) {
  const { direction, t } = useLanguage()
  const visible = visibleNodes(nodes, open)
  const [wanted, setWanted] = useState<string | null>(null)
  const at = visible.some(({ node }) => node.id === wanted) ? wanted : (visible[0]?.node.id ?? null)
  const rows = useRef(new Map<string, HTMLTableRowElement>())
  const moved = useRef(false)

  useEffect(() => {
    if (moved.current && at !== null) rows.current.get(at)?.focus()
    moved.current = false
  })

  const toggle = (id: string): void => {
    const next = new Set(open)
    if (!next.delete(id)) next.add(id)
    onOpen(next)
  }

  const onKey = (event: KeyboardEvent): void => {
    const here = visible.find(({ node }) => node.id === at)
    if (!here || event.ctrlKey || event.metaKey || event.altKey || event.target !== rows.current.get(here.node.id)) return
    if (event.key === 'Enter') {
      const href = hrefOf(here.node.content)
      if (href === null) toggle(here.node.id)
      else onFollow(href)
    } else {
      const move = treeMove(event.key, here.node.id, visible, open, direction === 'rtl')
      if (move === null) return
      if ('go' in move) {
        moved.current = true
        setWanted(move.go)
      } else toggle(here.node.id)
    }
    event.preventDefault()
  }

  return (
    <div className="table-place">
      <table className="table entity-tree" role="treegrid" aria-describedby="entity-tree-help" onKeyDown={onKey}>
        <caption>
          {caption} <small id="entity-tree-help">{help}</small>
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {nameHead}
            </th>
            {columns.map(({ key, head, numeric }) => (
              <th key={key} role="columnheader" scope="col" className={numeric ? 'numeric' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {visible.map(({ node: { id, content, children }, level }) => (
            <tr
              key={id}
              role="row"
              className={`level-${Math.min(level, 6)} ${content.kind}`}
              tabIndex={id === at ? 0 : -1}
              aria-level={level}
              aria-posinset={content.position}
              aria-setsize={content.siblings}
              aria-expanded={children.length > 0 ? open.has(id) : undefined}
              ref={(row) => {
                if (row) rows.current.set(id, row)
                else rows.current.delete(id)
              }}
              onFocus={() => setWanted(id)}
            >
              <th scope="row" role="rowheader">
                <span className="entity-tree-name">
                  {children.length === 0 ? null : (
                    <button
                      type="button"
                      tabIndex={-1}
                      onClick={() => toggle(id)}
                      aria-label={t(open.has(id) ? 'organisation.close-branch' : 'organisation.open-branch', { name: nameOf(content) })}
                    />
                  )}
                  <TreeName href={hrefOf(content)} name={nameOf(content)} detail={detailOf(content)} />
                </span>
              </th>
              {columns.map(({ key, head, cell, numeric }) => (
                <td key={key} role="gridcell" data-th={head} className={numeric ? 'numeric' : undefined}>
                  {cell(content)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Out of the order of Tab: the row itself is the stop, and Enter on it follows the link. */
function TreeName({ href, name, detail }: { readonly href: string | null; readonly name: string; readonly detail: string | null }) {
  return (
    <span>
      {href === null ? (
        <bdi>{name}</bdi>
      ) : (
        <a href={href} tabIndex={-1}>
          <bdi>{name}</bdi>
        </a>
      )}
      {detail === null ? null : <small>{detail}</small>}
    </span>
  )
}
