import type { Examples } from '../example.ts'
import { Notice, ProblemNotice } from './notice.tsx'
import { NoAnswerError, ProblemError } from './problem-error.ts'

const refused = new ProblemError(422, 'line-not-issued', 'One line cannot be issued', 'Nothing was signed; your draft is kept.', [
  {
    field: 'lines.4',
    message: 'Ivan Petrov’s property certificate ended on 1 November.',
    remedy: 'Renew it, or ask the Controller for a dated waiver.',
  },
  { field: 'lines.6', message: 'USD 600,000 is more than you hold.', remedy: 'Enter USD 500,000 or less.' },
])

export const noticeExamples: Examples = {
  component: 'notice',
  examples: [
    {
      situation: 'usual',
      Shown: () => (
        <>
          <Notice>
            <p>You answer for these decisions. Passing one on does not pass on the answer.</p>
          </Notice>
          <Notice kind="done" title="Signed and recorded as entry 48,211." />
          <Notice kind="warning" title="Fourteen subdelegations of your predecessor wait for you">
            <p>They stay valid meanwhile.</p>
          </Notice>
        </>
      ),
    },
    { situation: 'wrong', Shown: () => <ProblemNotice error={refused} /> },
    { situation: 'busy', Shown: () => <ProblemNotice error={new NoAnswerError('GET /api/v1/home')} onRetry={() => undefined} /> },
    {
      situation: 'right-to-left',
      language: 'ar',
      Shown: () => <ProblemNotice error={new NoAnswerError('GET /api/v1/home')} onRetry={() => undefined} />,
    },
  ],
}
