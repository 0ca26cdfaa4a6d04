import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'

import type { TreeContent } from './tree.tsx'
import type { VisibleNode } from './tree-moves.ts'
import { windowOf } from './window-of.ts'

interface TreeWindowProps {
  readonly label: string
  readonly visible: readonly VisibleNode<TreeContent>[]
  readonly open: ReadonlySet<string>
  /** The node that receives the keys. */
  readonly at: string | null
  readonly onAt: (id: string) => void
  readonly onTurn: (id: string, opened: boolean) => void
  readonly onKey: (event: KeyboardEvent) => void
}

/** Height of a row in `tree.css`, in rem. */
const rowRem = 3.25

/** A large tree: only the rows in sight are drawn, and the one that has the focus, so that no key waits for thousands of others. */
export function TreeWindow({ label, visible, open, at, onAt, onTurn, onKey }: TreeWindowProps) {
  const place = useRef<HTMLDivElement>(null)
  const [sight, setSight] = useState({ top: 0, height: 800, row: 52 })
  const moved = useRef(false)
  const look = (): void => {
    const element = place.current
    if (!element) return
    const row = rowRem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    setSight({ top: element.scrollTop, height: element.clientHeight, row })
  }
  const index = visible.findIndex(({ node }) => node.id === at)
  useLayoutEffect(look, [])
  // What begins with the node one is looking at, or is reached by key, is brought into sight; scrolling by hand is left alone.
  useLayoutEffect(() => {
    const element = place.current
    if (!element || index < 0) return
    const [top, bottom] = [index * sight.row, (index + 1) * sight.row]
    if (top < element.scrollTop) element.scrollTop = top
    else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight
    if (moved.current) element.querySelector<HTMLElement>(`[data-node="${CSS.escape(at ?? '')}"]`)?.focus({ preventScroll: true })
    moved.current = false
  }, [at, index, sight.row])
  return (
    <div className="tree-window" ref={place} onScroll={look}>
      <ul
        className="tree"
        role="tree"
        aria-label={label}
        style={{ blockSize: visible.length * sight.row }}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return
          if (event.key === 'Enter' && event.target instanceof HTMLLIElement) {
            event.target.querySelector<HTMLElement>('a')?.click()
            event.preventDefault()
            return
          }
          moved.current = true
          onKey(event)
        }}
      >
        {windowOf(visible.length, sight, index).map((place) => {
          const { node: { id, content, children }, level, position, siblings } = visible[place]!
          const opened = open.has(id)
          return (
            <li
              key={id}
              role="treeitem"
              data-node={id}
              tabIndex={id === at ? 0 : -1}
              aria-level={level}
              aria-setsize={siblings}
              aria-posinset={position}
              aria-current={content.current || undefined}
              aria-expanded={children.length > 0 ? opened : undefined}
              style={{ insetBlockStart: place * sight.row, paddingInlineStart: `${(level - 1) * 1.5}rem` }}
              onFocus={() => onAt(id)}
            >
              <div className="tree-row">
                <span className={children.length > 0 ? 'twist' : 'no-twist'} aria-hidden="true" onClick={() => onTurn(id, !opened)} />
                <div className="tree-label">
                  {content.href ? <a href={content.href} tabIndex={-1}>{content.label}</a> : content.label}
                  {content.detail ? <small>{content.detail}</small> : null}
                </div>
              </div>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
