import type { Examples } from '../example.ts'
import { Provenance } from './provenance.tsx'

export const provenanceExamples: Examples = {
  component: 'provenance',
  examples: [
    {
      situation: 'usual',
      Shown: () => (
        <p>
          <Provenance provenance={{ kind: 'invented' }} /> <Provenance provenance={{ kind: 'quoted', source: 'A/75/201 ¶35' }} />
        </p>
      ),
    },
    {
      situation: 'right-to-left',
      language: 'ar',
      Shown: () => (
        <p>
          <Provenance provenance={{ kind: 'invented' }} /> <Provenance provenance={{ kind: 'quoted', source: 'A/75/201 ¶35' }} />
        </p>
      ),
    },
  ],
}
