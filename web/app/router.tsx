/** Every page at its address, inside the frame. Pages are loaded when first opened, or when their link is about to be followed. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, useParams, type AnyRouter } from '@tanstack/react-router'
import type { ComponentType } from 'react'

import { pages } from '../pages.ts'
import { useAddress } from './address.ts'
import { BrokenFrame, BrokenPage } from './broken-page.tsx'
import { Frame } from './frame.tsx'
import { NotFound } from './not-found.tsx'
import type { Page, PageProps } from './page.ts'
import { doors } from './rooms.ts'
import { ToCome } from './to-come.tsx'
import { searchText } from './search-text.ts'
import { WithMessages } from './with-messages.tsx'

function placed(Shown: ComponentType<PageProps>, messages: Page['messages']): ComponentType {
  return function Placed() {
    const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false })
    const { search, setSearch } = useAddress()
    const param = (name: string): string => {
      const value = params[name]
      if (value === undefined) throw new Error(`The address has no part "${name}"`)
      return value
    }
    const shown = <Shown param={param} search={search} setSearch={setSearch} />
    return messages ? <WithMessages messages={messages}>{shown}</WithMessages> : shown
  }
}

/** Rooms nobody has built yet are pages too: they say what will be here. */
function roomsToCome(): readonly Page[] {
  const built = new Set(pages.map(({ path }) => path))
  return doors
    .flatMap(({ door, href, rooms }) => [{ name: door as string, door, href }, ...rooms.map((room) => ({ ...room, door }))])
    .filter(({ href }, index, all) => !built.has(href) && all.findIndex((other) => other.href === href) === index)
    .map(({ name, door, href }) => ({ path: href, door, load: async () => ({ Page: () => <ToCome room={name} /> }) }))
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    readonly page?: Page
  }
}

export function makeRouter(): AnyRouter {
  const root = createRootRoute({ component: Frame, notFoundComponent: NotFound, errorComponent: BrokenFrame })
  const children = [...pages, ...roomsToCome()].map((page) =>
    createRoute({
      getParentRoute: () => root,
      path: page.path,
      component: lazyRouteComponent(async () => ({ default: placed((await page.load()).Page, page.messages) })),
      errorComponent: BrokenPage,
      staticData: { page },
    }))
  return createRouter({
    routeTree: root.addChildren(children),
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => searchText(search as Readonly<Record<string, string | undefined>>),
    defaultPreload: false,
    scrollRestoration: true,
  })
}
