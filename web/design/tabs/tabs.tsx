export interface Tab {
  readonly href: string
  readonly label: string
  readonly current: boolean
}

/** Parts of one record, each with an address of its own: links, not a widget. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ href, label: words, current }) => <a key={href} href={href} aria-current={current ? 'page' : undefined}>{words}</a>)}
    </nav>
  )
}
