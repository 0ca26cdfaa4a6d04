import { useState } from 'react'

import type { Examples } from '../example.ts'
import { Combobox, type Found } from './combobox.tsx'

const people: readonly Found[] = [
  { id: 'p1', name: 'Leila Haddad', detail: 'Chief of Procurement · Lake Region' },
  { id: 'p2', name: 'Leilani Kealoha', detail: 'Certifying Officer · River Mission' },
  { id: 'p3', name: 'Amina Diallo', detail: 'Head of Mission · Lake Region' },
]
const find = async (words: string): Promise<readonly Found[]> =>
  people.filter(({ name }) => name.toLowerCase().includes(words.toLowerCase()))

function Chooser({ first }: { readonly first: Found | null }) {
  const [chosen, setChosen] = useState(first)
  return <Combobox label="Person" hint="Begin to type a name or a code." value={chosen} onChoose={setChosen} find={find} />
}

export const comboboxExamples: Examples = {
  component: 'combobox',
  examples: [
    { situation: 'usual', Shown: () => <Chooser first={people[0] ?? null} /> },
    { situation: 'empty', Shown: () => <Chooser first={null} /> },
    {
      situation: 'wrong',
      Shown: () => (
        <Combobox
          label="Person"
          value={null}
          onChoose={() => undefined}
          find={find}
          error={{ message: 'Nobody is chosen.', remedy: 'Type a name and choose one of the people found.' }}
          required
        />
      ),
    },
    {
      situation: 'right-to-left',
      language: 'ar',
      Shown: () => (
        <Combobox label="الشخص" hint="ابدأ بكتابة الاسم." value={{ id: 'p1', name: 'ليلى حداد' }} onChoose={() => undefined} find={find} />
      ),
    },
  ],
}
