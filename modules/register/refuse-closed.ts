/** Refuses a step that is closed, naming each delegation and every reason. */
import { Problem } from '../../platform/http/problem.ts'
import type { Step, StepReason } from './open-steps.ts'

const remedies: Record<string, string> = {
  'already-ended': 'It has ended; nothing more can be done with it.',
  'already-accepted': 'It was accepted before; read its history.',
  'not-your-line': 'Only its delegate can take this step; sign in as them or choose the post in which you hold it.',
  'not-the-delegator': 'Only its delegator, or somebody above in its chain, can take this step; choose the post in which you gave it.',
  'root-by-framework': 'A root stands on the framework itself; import the framework’s change instead.',
  'not-inherited': 'It was not passed on from a post you succeeded to.',
  'not-the-successor': 'Only the present holder of the post it was passed on from can confirm it.',
  'already-suspended': 'It is suspended, or a suspension is recorded; lift that one first.',
  'not-suspended': 'No suspension is running or to come; there is nothing to lift.',
  'not-emergency': 'It is ordinary authority; it needs no declaration.',
  'already-declared': 'Its trigger is declared; end that declaration first.',
  'not-declared': 'No declaration is running; there is nothing to end.',
  'already-confirmed': 'You confirmed it before.',
}

export function refuseClosed(step: Step, checked: readonly { readonly delegation: string; readonly reasons: readonly StepReason[] }[]): void {
  const errors = checked.flatMap(({ delegation, reasons }) => reasons.map(({ code }) => ({
    field: delegation, code, message: `The step ${step} is closed: ${code}.`, remedy: remedies[code] ?? 'Look at the delegation; it says which steps are open to you.',
  })))
  if (errors.length > 0) throw new Problem(422, 'step-closed', 'This step is not open to you', 'Nothing was changed. See what stands against it.', errors)
}
