import { Button } from '../button/button.tsx'
import type { Examples } from '../example.ts'
import { State } from '../state/state.tsx'
import { Columns, Section } from './page-head.tsx'

export const pageHeadExamples: Examples = {
  component: 'section',
  examples: [
    {
      situation: 'usual',
      Shown: () => (
        <Columns>
          <Section title="Limits" aside={<State tone="yes">In force</State>}>
            <p>
              Inside what the Head of Mission holds in every respect. May not be passed on. Needs a valid procurement certificate at every
              use.
            </p>
          </Section>
          <Section title="What happened">
            <Button>Print</Button>
          </Section>
        </Columns>
      ),
    },
    {
      situation: 'right-to-left',
      language: 'ar',
      Shown: () => (
        <Section title="الحدود">
          <p>ضمن ما تملكه رئيسة البعثة من كل وجه. ولا يجوز تفويضه.</p>
        </Section>
      ),
    },
  ],
}
