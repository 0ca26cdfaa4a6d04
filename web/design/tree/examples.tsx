import type { Examples } from '../example.ts'
import { State } from '../state/state.tsx'
import { Tree, type Branch } from './tree.tsx'

const nodes: readonly Branch[] = [
  {
    id: 'head',
    content: { label: 'Amina Diallo, Head of Mission', href: '#tree-usual', detail: 'up to USD 1,000,000, may be passed on twice' },
    children: [
      {
        id: 'chief',
        content: { label: 'Leila Haddad, Chief of Procurement', href: '#tree-usual', detail: 'up to USD 500,000', current: true },
        children: [
          {
            id: 'officer',
            content: { label: 'Sun-hee Park, Contracts Officer', href: '#tree-usual', detail: 'up to USD 50,000' },
            children: [],
          },
          {
            id: 'second',
            content: {
              label: 'Marc Olivier, Contracts Officer',
              href: '#tree-usual',
              detail: <State tone="wait">waits for acceptance</State>,
            },
            children: [],
          },
        ],
      },
      { id: 'supply', content: { label: 'Chief of Supply', href: '#tree-usual', detail: 'post, nobody in it' }, children: [] },
    ],
  },
]

export const treeExamples: Examples = {
  component: 'tree',
  examples: [
    { situation: 'usual', Shown: () => <Tree label="Who passed it on to whom" nodes={nodes} /> },
    {
      situation: 'right-to-left',
      language: 'ar',
      Shown: () => (
        <Tree
          label="التفويض الفرعي"
          nodes={[
            {
              id: 'a',
              content: { label: 'أمينة ديالو', detail: 'رئيسة البعثة' },
              children: [
                {
                  id: 'b',
                  content: { label: 'ليلى حداد', current: true },
                  children: [{ id: 'c', content: { label: 'سون هي بارك' }, children: [] }],
                },
                { id: 'd', content: { label: 'رئيس الإمدادات', detail: 'وظيفة شاغرة' }, children: [] },
              ],
            },
          ]}
        />
      ),
    },
  ],
}
