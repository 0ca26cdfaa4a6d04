import { useState } from 'react'

import { Button } from '../button/button.tsx'
import type { Examples } from '../example.ts'
import { Dialog } from './dialog.tsx'

function Confirmation({
  opener,
  title,
  words,
  step,
}: {
  readonly opener: string
  readonly title: string
  readonly words: string
  readonly step: string
}) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{opener}</Button>
      <Dialog
        open={open}
        title={title}
        onClose={() => setOpen(false)}
        steps={
          <Button kind="warn" onClick={() => setOpen(false)}>
            {step}
          </Button>
        }
      >
        <p>{words}</p>
      </Dialog>
    </>
  )
}

export const dialogExamples: Examples = {
  component: 'dialog',
  examples: [
    {
      situation: 'usual',
      Shown: () => (
        <Confirmation
          opener="Revoke …"
          title="Revoke this delegation?"
          words="Leila Haddad can no longer award contracts from now on. Two delegations under it fall with it."
          step="Revoke"
        />
      ),
    },
    {
      situation: 'right-to-left',
      language: 'ar',
      Shown: () => (
        <Confirmation
          opener="ألغِ …"
          title="هل تلغي هذا التفويض؟"
          words="لن يجوز لليلى حداد إرساء العقود من الآن."
          step="ألغِ"
        />
      ),
    },
  ],
}
