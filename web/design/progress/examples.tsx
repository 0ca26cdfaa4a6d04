import type { Examples } from '../example.ts'
import { Busy, Progress } from './progress.tsx'

export const progressExamples: Examples = {
  component: 'progress',
  examples: [
    { situation: 'usual', Shown: () => <Progress label="Importing delegations" done={1240} total={3000} onStop={() => undefined} /> },
    { situation: 'empty', Shown: () => <Busy /> },
    { situation: 'busy', Shown: () => <Progress label="Reading the file" done={812} /> },
    {
      situation: 'right-to-left',
      language: 'ar',
      Shown: () => <Progress label="استيراد التفويضات" done={1240} total={3000} onStop={() => undefined} />,
    },
  ],
}
