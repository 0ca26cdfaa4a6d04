import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'

import { useLanguage } from '../language/language.tsx'
import { TreeWindow as Window } from './tree-window.tsx'
import { treeMove, visibleNodes, type TreeNode } from './tree-moves.ts'

export interface TreeContent {
  /** The node in words. */
  readonly label: ReactNode
  /** Where its label and Enter lead. Further links belong on that page: inside a tree Tab leads out, not on. */
  readonly href?: string
  readonly detail?: ReactNode
  /** The node one is looking at. */
  readonly current?: boolean
}

export type Branch = TreeNode<TreeContent>

interface TreeProps {
  readonly label: string
  readonly nodes: readonly Branch[]
  /** How many levels stand open at first; all by default. */
  readonly openLevels?: number
}

/** A page holds this many nodes well; of more it draws those in sight. */
const mostDrawn = 300

function idsDownTo(nodes: readonly Branch[], levels: number, into = new Set<string>()): Set<string> {
  if (levels > 0)
    for (const { id, children } of nodes) {
      if (children.length === 0) continue
      into.add(id)
      idsDownTo(children, levels - 1, into)
    }
  return into
}

/** Who passed what to whom, drawn as a tree. One stop for Tab; the arrow keys move inside. */
export function Tree({ label, nodes, openLevels = Infinity }: TreeProps) {
  const { direction } = useLanguage()
  const [open, setOpen] = useState<ReadonlySet<string>>(() => idsDownTo(nodes, openLevels))
  const visible = useMemo(() => visibleNodes(nodes, open), [nodes, open])
  const [wanted, setWanted] = useState<string | null>(null)
  const at = visible.some(({ node }) => node.id === wanted)
    ? wanted
    : (visible.find(({ node }) => node.content.current) ?? visible[0])?.node.id
  const list = useRef<HTMLUListElement>(null)

  const turn = (id: string, opened: boolean): void => {
    const next = new Set(open)
    if (opened) next.add(id)
    else next.delete(id)
    setOpen(next)
  }
  const onKey = (event: KeyboardEvent): void => {
    if (at === undefined || at === null || event.ctrlKey || event.metaKey || event.altKey) return
    const move = treeMove(event.key, at, visible, open, direction === 'rtl')
    if (event.key === 'Enter' && event.target instanceof HTMLLIElement) {
      event.target.querySelector<HTMLElement>(':scope > .tree-row a')?.click()
      event.preventDefault()
      return
    }
    if (!move) return
    event.preventDefault()
    if ('open' in move) turn(move.open, true)
    else if ('close' in move) turn(move.close, false)
    else {
      setWanted(move.go)
      list.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(move.go)}"]`)?.focus()
    }
  }

  const branch = (node: Branch, level: number): ReactNode => {
    const { id, content, children } = node
    const opened = open.has(id)
    return (
      <li
        key={id}
        role="treeitem"
        data-node={id}
        tabIndex={id === at ? 0 : -1}
        aria-level={level}
        aria-current={content.current || undefined}
        aria-expanded={children.length > 0 ? opened : undefined}
        onFocus={(event) => {
          event.stopPropagation()
          setWanted(id)
        }}
      >
        <div className="tree-row">
          {children.length > 0 ? <span className="twist" aria-hidden="true" onClick={() => turn(id, !opened)} /> : null}
          <div className="tree-label">
            {content.href ? (
              <a href={content.href} tabIndex={-1}>
                {content.label}
              </a>
            ) : (
              content.label
            )}
            {content.detail ? <small>{content.detail}</small> : null}
          </div>
        </div>
        {opened && children.length > 0 ? <ul role="group">{children.map((child) => branch(child, level + 1))}</ul> : null}
      </li>
    )
  }

  if (visible.length > mostDrawn)
    return (
      <Window
        label={label}
        visible={visible}
        open={open}
        at={at ?? null}
        onAt={setWanted}
        onTurn={turn}
        onKey={(event) => {
          if (event.key === 'Enter') return
          const move = at === undefined || at === null ? null : treeMove(event.key, at, visible, open, direction === 'rtl')
          if (!move) return
          event.preventDefault()
          if ('open' in move) turn(move.open, true)
          else if ('close' in move) turn(move.close, false)
          else setWanted(move.go)
        }}
      />
    )
  return (
    <ul ref={list} className="tree" role="tree" aria-label={label} onKeyDown={onKey}>
      {nodes.map((node) => branch(node, 1))}
    </ul>
  )
}
