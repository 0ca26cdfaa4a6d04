import type { Examples } from '../example.ts'
import { Facts } from '../facts/facts.tsx'
import { Provenance } from '../provenance/provenance.tsx'
import { PrintDocument } from './print-document.tsx'

export const printDocumentExamples: Examples = {
  component: 'print-document',
  examples: [
    {
      situation: 'print',
      Shown: () => (
        <PrintDocument
          organisation="Assembly of River States (invented)"
          number="Instrument 2025/0312"
          title="Delegation of authority"
          foot={
            <>
              <p>SHA-256 7f2c 19ab 04d1 88e3 … entry 48,211 of the register</p>
              <p>
                <Provenance provenance={{ kind: 'invented' }} />
              </p>
            </>
          }
        >
          <p>
            I, Amina Diallo, acting as Head of Mission, Lake Region, delegate to Leila Haddad, Chief of Procurement, the authority to award
            contracts by open tender.
          </p>
          <Facts
            items={[
              { term: 'Up to', value: 'USD 500,000, whole contract with amendments' },
              { term: 'From', value: '14 May 2025, no end' },
              { term: 'Passing on', value: 'not permitted' },
            ]}
          />
        </PrintDocument>
      ),
    },
  ],
}
