import type { ReactNode } from 'react'

/** How a state is coloured and shaped; the word says which it is. */
export type Tone = 'yes' | 'no' | 'wait' | 'soon' | 'none'

export function State({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return <span className={`state ${tone}`}>{children}</span>
}
