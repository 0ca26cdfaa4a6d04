/** A post holds authority and nobody is there to exercise it: empty, or its holder away with nobody in charge (rules 11, 14). */
import { stopOf } from '../../chain.ts'
import type { AssignmentFact } from '../../model.ts'
import type { DelegationRow } from '../../store/delegation-row.ts'
import { nothing, ref, type Found } from '../finding.ts'
import type { Look } from '../look.ts'

const day = 86_400_000

/** Lines a post holds that run by their own record. */
export function runningLines(look: Look, post: string): readonly DelegationRow[] {
  const running: DelegationRow[] = []
  for (const row of look.register.linked('post', post, look.times)) {
    if (row.holderKind !== 'post') continue
    look.watchLine(row)
    const stop = stopOf(look.ground(row.matter), row)
    if (stop === null || stop === 'not-accepted') running.push(row)
  }
  return running
}

const standsIn = ({ assignment, instrument }: AssignmentFact): boolean => assignment !== 'substantive' && instrument !== null

export function vacancy(look: Look, post: string): readonly Found[] {
  const { register, times, terms } = look
  const lines = runningLines(look, post)
  if (lines.length === 0) return nothing
  const known = register.assignmentsTo(post, times.known)
  const incumbents = known.filter(held => look.runs(held))
  if (incumbents.some(standsIn)) return nothing
  const holders = incumbents.filter(({ assignment }) => assignment === 'substantive')
  if (holders.length === 0) {
    const ends = known.filter(held => held.assignment === 'substantive' || standsIn(held))
      .map(({ effectiveTo }) => effectiveTo ?? Infinity).filter(end => end <= look.at)
    const emptied = ends.length === 0 ? Math.min(...lines.map(row => row.effectiveFrom)) : Math.max(...ends)
    const since = emptied + terms.vacancyDays * day
    return look.reached(since)
      ? [{ rule: 'vacancy', since: emptied, cause: { post: ref('post', post), lines: lines.length, at: { at: emptied } } }] : nothing
  }
  return awayWithNobodyInCharge(look, post, holders, lines.length)
}

function awayWithNobodyInCharge(look: Look, post: string, holders: readonly AssignmentFact[], lines: number): readonly Found[] {
  let since = -Infinity
  for (const { person } of holders) {
    const absence = look.register.mentioning('absence', person, look.times.known).find(fact => look.runs(fact))
    if (absence === undefined) return nothing
    since = Math.max(since, absence.effectiveFrom ?? -Infinity)
  }
  if (since > -Infinity && !look.reached(since + look.terms.vacancyDays * day)) return nothing
  const people = holders.map(({ person }) => ref('person', person))
  return [{ rule: 'holder-absent', since: since > -Infinity ? since : null, cause: { post: ref('post', post), people, lines } }]
}
