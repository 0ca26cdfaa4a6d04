import type { Examples } from '../example.ts'
import { State } from '../state/state.tsx'
import { Timeline } from './timeline.tsx'

export const timelineExamples: Examples = {
  component: 'timeline',
  examples: [
    {
      situation: 'usual',
      Shown: () => (
        <Timeline
          label="What happened"
          items={[
            { key: '1', at: '2025-05-02', what: 'Prepared by T. Nguyen' },
            { key: '2', at: '2025-05-09', what: 'Signed by Amina Diallo, as Head of Mission', detail: 'entry 48,207' },
            {
              key: '3',
              at: '2025-05-14',
              what: (
                <>
                  Accepted by Leila Haddad <State tone="yes">in force</State>
                </>
              ),
              detail: 'entry 48,211',
            },
          ]}
        />
      ),
    },
    {
      situation: 'right-to-left',
      language: 'ar',
      Shown: () => (
        <Timeline
          label="ما حدث"
          items={[
            { key: '1', at: '2025-05-09', what: 'وقعته أمينة ديالو' },
            { key: '2', at: '2025-05-14', what: 'قبلته ليلى حداد' },
          ]}
        />
      ),
    },
  ],
}
