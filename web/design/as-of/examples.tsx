import type { Examples } from '../example.ts'
import { AsOf } from './as-of.tsx'

const still = (): void => undefined

export const asOfExamples: Examples = {
  component: 'as-of',
  examples: [
    { situation: 'usual', Shown: () => <AsOf asked={{}} onChange={still} /> },
    { situation: 'wrong', Shown: () => <AsOf asked={{ on: '2025-06-01', known: '2025-06-03' }} onChange={still} standing="history" /> },
    { situation: 'long', Shown: () => <AsOf asked={{ on: '2027-01-01', known: '48211' }} onChange={still} standing="forecast" /> },
    {
      situation: 'right-to-left',
      language: 'ar',
      Shown: () => <AsOf asked={{ on: '2025-06-01', known: '2025-06-03' }} onChange={still} standing="history" />,
    },
  ],
}
