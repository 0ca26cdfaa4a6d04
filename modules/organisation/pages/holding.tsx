/** A person's assignment to a post, as posts, people and entities show it. */
import { State, useLanguage } from '../../../web/design/index.ts'
import { useAssignmentName } from './words.ts'

interface Held {
  readonly assignment: string
  /** Whether it gives authority: substantive, or by a recorded instrument. */
  readonly recorded: boolean
}

/** Substantive, acting or in charge; acting without recorded authority is plainly said. */
export function AssignmentKind({ held }: { readonly held: Held }) {
  const { t } = useLanguage()
  const assignmentName = useAssignmentName()
  if (held.recorded) return <>{assignmentName(held.assignment)}</>
  return (
    <>
      {assignmentName(held.assignment)} <State tone="no">{t('assignment.unrecorded')}</State>
    </>
  )
}
