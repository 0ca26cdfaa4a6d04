import type { Examples } from '../example.ts'
import { Amount, Count, Day, Moment, Name, Until } from './values.tsx'

const Values = () => (
  <p>
    <Name name="Lake Region Mission" names={{ ar: 'بعثة منطقة البحيرة', zh: '湖区特派团' }} /> · <Count value={21906} /> ·{' '}
    <Amount money={{ currency: 'USD', value: '250000.50' }} /> · <Day value="2026-03-31" /> · <Moment value="2026-03-31T09:14:00Z" /> ·{' '}
    <Until end="2026-04-01T00:00:00Z" /> · <Until end={null} />
  </p>
)

export const valuesExamples: Examples = {
  component: 'values',
  examples: [
    { situation: 'usual', Shown: Values },
    { situation: 'long', language: 'zh', Shown: Values },
    { situation: 'right-to-left', language: 'ar', Shown: Values },
  ],
}
