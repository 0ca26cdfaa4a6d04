import type { Examples } from '../example.ts'
import { Tabs } from './tabs.tsx'

export const tabsExamples: Examples = {
  component: 'tabs',
  examples: [
    {
      situation: 'usual',
      Shown: () => (
        <Tabs
          label="Parts of this delegation"
          tabs={[
            { href: '#tabs-usual', label: 'Limits', current: true },
            { href: '#instrument', label: 'Instrument', current: false },
            { href: '#tree', label: 'Passed on to', current: false },
          ]}
        />
      ),
    },
    {
      situation: 'right-to-left',
      language: 'ar',
      Shown: () => (
        <Tabs
          label="أجزاء التفويض"
          tabs={[
            { href: '#tabs-right-to-left', label: 'الحدود', current: true },
            { href: '#instrument', label: 'الصك', current: false },
          ]}
        />
      ),
    },
  ],
}
