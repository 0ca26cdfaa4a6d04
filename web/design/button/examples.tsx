import type { Examples } from '../example.ts'
import { Button, ButtonLink, Steps } from './button.tsx'

export const buttonExamples: Examples = {
  component: 'button',
  examples: [
    {
      situation: 'usual',
      Shown: () => (
        <Steps>
          <Button kind="main">Read and sign</Button>
          <Button>Change limits</Button>
          <Button kind="warn">Revoke …</Button>
          <ButtonLink href="#button-usual">Print the instrument</ButtonLink>
        </Steps>
      ),
    },
    {
      situation: 'long',
      Shown: () => (
        <Steps>
          <Button kind="main">
            Подписать все строки, которые могут быть выданы в соответствии с действующими положениями о передаче полномочий
          </Button>
        </Steps>
      ),
    },
    {
      situation: 'wrong',
      Shown: () => (
        <Steps>
          <Button
            kind="main"
            closedBecause="Ivan Petrov’s property certificate ended on 1 November. Renew it, or ask the Controller for a dated waiver."
          >
            Sign all 8 lines
          </Button>
        </Steps>
      ),
    },
    {
      situation: 'busy',
      Shown: () => (
        <Steps>
          <Button kind="main" busy>
            Sign
          </Button>
        </Steps>
      ),
    },
    {
      situation: 'right-to-left',
      language: 'ar',
      Shown: () => (
        <Steps>
          <Button kind="main">اقرأ ووقّع</Button>
          <Button>افتح</Button>
          <Button closedBecause="لا يجوز التفويض أكثر من ذلك.">فوّض</Button>
        </Steps>
      ),
    },
  ],
}
