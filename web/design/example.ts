/**
 * What a component looks like in each situation. The gallery, the tests, the accessibility check and the screenshots read the same
 * examples.
 */
import type { ReactNode } from 'react'

import type { Language } from '../../platform/messages/languages.ts'

export type Situation = 'usual' | 'empty' | 'long' | 'wrong' | 'busy' | 'right-to-left' | 'print'

export interface Example {
  readonly situation: Situation
  /** Set in this language (English where none is named), whatever the gallery is read in. */
  readonly language?: Language
  readonly Shown: () => ReactNode
}

export interface Examples {
  /** Slug; an example's anchor is "<component>-<situation>". */
  readonly component: string
  readonly examples: readonly Example[]
}
