import type { ReactNode } from 'react'

import { State, type Tone } from '../state/state.tsx'

interface AnswerPanelProps {
  readonly tone: Exclude<Tone, 'soon'>
  /** The answer in one word or two: "Not yet". */
  readonly word: string
  /** When it holds: "as it stands now". */
  readonly when?: ReactNode
  /** The answer as a sentence. */
  readonly says: ReactNode
  /** Steps, and what was not looked at. */
  readonly children?: ReactNode
}

export function AnswerPanel({ tone, word, when, says, children }: AnswerPanelProps) {
  return (
    <section className={`answer ${tone}`} aria-live="polite">
      <div className="answer-head"><State tone={tone}>{word}</State>{when ? <small>{when}</small> : null}</div>
      <p className="says">{says}</p>
      {children}
    </section>
  )
}
