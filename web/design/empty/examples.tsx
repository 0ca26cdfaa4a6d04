import { Button } from '../button/button.tsx'
import type { Examples } from '../example.ts'
import { Empty } from './empty.tsx'

export const emptyExamples: Examples = {
  component: 'empty',
  examples: [
    {
      situation: 'usual',
      Shown: () => (
        <Empty title="No delegations yet" step={<Button>Import delegations</Button>}>
          Every delegation and subdelegation will stand here, with its instrument. Import a file, or pass on the first.
        </Empty>
      ),
    },
    { situation: 'right-to-left', language: 'ar', Shown: () => <Empty title="لا تفويضات بعد">ستدرج هنا جميع التفويضات مع صكوكها.</Empty> },
  ],
}
