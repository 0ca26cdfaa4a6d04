/** What a module hands to the browser: its pages, each loaded when first opened. */
import type { ComponentType } from 'react'

import type { PageMessages } from '../languages/load.ts'

export type { PageMessages }

/** The five doors, and administration. */
export type Door = 'mandate' | 'authority' | 'accountability' | 'policy' | 'support' | 'administration'

/** The address after "?", one text a name. Pages keep filters, sorting, page and times here, so that an address restores them whole. */
export type Search = Readonly<Record<string, string | undefined>>

export interface PageProps {
  /** A part of the address: for "/register/$id", `param('id')`. */
  readonly param: (name: string) => string
  readonly search: Search
  /** Changes some of the search; `undefined` removes one. Replaces the address unless told to `push`. */
  readonly setSearch: (change: Search, how?: 'replace' | 'push') => void
}

/** The component is exported as `Page`; it begins with `<PageHead title=…>`, whose h1 receives the focus on arrival. */
export interface PageFile {
  readonly Page: ComponentType<PageProps>
}

export interface Page {
  /** "/register/$id". */
  readonly path: string
  readonly door: Door
  /** The room of the door it belongs to, by its address ("/register"), where the page's own address does not begin with it. */
  readonly room?: string
  /** Open to people not signed in. */
  readonly open?: boolean
  /** Messages only this page needs; a module's own come with every page. */
  readonly messages?: PageMessages
  readonly load: () => Promise<PageFile>
}

/** Where a system may show something on another's page. */
export type PartPlace = 'home' | 'delegation' | 'person' | 'entity'

/** What a system shows on another's page: loaded with that page, silent where it has nothing to say. */
export interface Part {
  readonly place: PartPlace
  readonly messages?: PageMessages
  /** `id`: the record the page is about; the person signed in at home. */
  readonly load: () => Promise<{ readonly Part: ComponentType<{ readonly id: string }> }>
}
