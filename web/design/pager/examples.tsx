import type { Examples } from '../example.ts'
import { Pager } from './pager.tsx'

const href = (page: number): string => `#page-${page}`

export const pagerExamples: Examples = {
  component: 'pager',
  examples: [
    { situation: 'usual', Shown: () => <Pager page={2} size={50} total={1284} href={href} /> },
    { situation: 'long', Shown: () => <Pager page={20000} size={50} total={1_000_000} href={href} /> },
    { situation: 'right-to-left', language: 'ar', Shown: () => <Pager page={2} size={50} total={1284} href={href} /> },
  ],
}
