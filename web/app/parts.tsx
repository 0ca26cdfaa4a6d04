/** What other systems show on a page, without the page knowing them: `<Parts place="person" id={id} />`. */
import { createContext, lazy, Suspense, useContext, type ComponentType, type ReactNode } from 'react'

import type { Part, PartPlace } from './page.ts'
import { WithMessages } from './with-messages.tsx'

interface Loaded extends Part {
  readonly Shown: ComponentType<{ readonly id: string }>
}

const Context = createContext<readonly Loaded[]>([])

export function PartsProvider({ parts, children }: { readonly parts: readonly Part[]; readonly children: ReactNode }) {
  return <Context value={parts.map((part) => ({ ...part, Shown: lazy(async () => ({ default: (await part.load()).Part })) }))}>{children}</Context>
}

export function Parts({ place, id }: { readonly place: PartPlace; readonly id: string }) {
  const here = useContext(Context).filter((part) => part.place === place)
  return here.map(({ Shown, messages }, index) => (
    <Suspense key={index} fallback={null}>
      {messages ? <WithMessages messages={messages}><Shown id={id} /></WithMessages> : <Shown id={id} />}
    </Suspense>
  ))
}
