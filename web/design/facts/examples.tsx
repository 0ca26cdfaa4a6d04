import type { Examples } from '../example.ts'
import { State } from '../state/state.tsx'
import { Amount, Day, Until } from '../values/values.tsx'
import { Facts } from './facts.tsx'

const legalBasis =
  'Regulation 12 of the Organisation, read with the bulletin on the delegation of authority in the administration ' +
  'of the staff regulations and rules and the financial regulations and rules, as amended'

export const factsExamples: Examples = {
  component: 'facts',
  examples: [
    {
      situation: 'usual',
      Shown: () => (
        <Facts
          items={[
            {
              term: 'Amount',
              value: (
                <>
                  <Amount money={{ currency: 'USD', value: '180000' }} /> <State tone="yes">within</State>
                </>
              ),
            },
            {
              term: 'Certificate',
              value: (
                <>
                  Procurement II <State tone="yes">valid</State>
                </>
              ),
            },
            {
              term: 'In force',
              value: (
                <>
                  <Day value="2025-05-14" /> to <Until end={null} />
                </>
              ),
            },
            {
              term: 'Committee',
              value: (
                <>
                  advice required over USD 150,000 <State tone="wait">open</State>
                </>
              ),
            },
          ]}
        />
      ),
    },
    {
      situation: 'long',
      Shown: () => (
        <Facts
          items={[
            {
              term: 'Legal basis of the framework under which this authority was first given',
              value: legalBasis,
            },
          ]}
        />
      ),
    },
    {
      situation: 'right-to-left',
      language: 'ar',
      Shown: () => (
        <Facts
          items={[
            { term: 'المبلغ', value: <Amount money={{ currency: 'USD', value: '180000' }} /> },
            { term: 'الشهادة', value: <State tone="yes">سارية</State> },
          ]}
        />
      ),
    },
  ],
}
