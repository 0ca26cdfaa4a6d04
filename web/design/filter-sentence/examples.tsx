import { useState } from 'react'

import type { Examples } from '../example.ts'
import { FilterChoice, FilterSentence } from './filter-sentence.tsx'

const states = [
  { value: 'in-force', label: 'in force today' },
  { value: 'waiting', label: 'waiting for acceptance' },
  { value: 'ended', label: 'ended' },
  { value: '', label: 'in any state' },
]
const areas = [
  { value: '', label: 'anything' },
  { value: 'procurement', label: 'procurement' },
  { value: 'property', label: 'property' },
]

function Sentence() {
  const [state, setState] = useState('in-force')
  const [area, setArea] = useState('procurement')
  return (
    <FilterSentence>
      Delegations <FilterChoice label="State" value={state} options={states} onChoose={setState} /> in peace operations for{' '}
      <FilterChoice label="Area" value={area} options={areas} onChoose={setArea} /> held by anyone.
    </FilterSentence>
  )
}

export const filterSentenceExamples: Examples = {
  component: 'filter-sentence',
  examples: [
    { situation: 'usual', Shown: () => <Sentence /> },
    {
      situation: 'right-to-left',
      language: 'ar',
      Shown: () => (
        <FilterSentence>
          التفويضات{' '}
          <FilterChoice
            label="الحالة"
            value="s"
            options={[
              { value: 's', label: 'السارية اليوم' },
              { value: 'e', label: 'المنتهية' },
            ]}
            onChoose={() => undefined}
          />{' '}
          في عمليات السلام.
        </FilterSentence>
      ),
    },
  ],
}
