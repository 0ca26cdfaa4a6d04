/** What befalls a line while it stands, as cells: suspensions, emergency authority, reviews; and the policies its conditions cite. */
import type { DelegationFact, Emergency } from '../../../kernel/authority/model.ts'
import { startOfDay } from '../../../kernel/time/instants.ts'
import type { Cells } from '../../../platform/imports/cells.ts'
import type { Row } from '../../../platform/imports/import-kind.ts'
import { firstDay, intervalWritten, listed, orNothing } from '../../../platform/imports/written.ts'

type Suspensions = DelegationFact['suspensions']
type Cites = DelegationFact['cites']

/** "2021-01-01/2021-01-31;2022-06-01/". */
export function suspensionsOf(cells: Cells): Suspensions {
  return cells.list('suspensions').flatMap((text) => {
    const span = cells.interval('suspensions', text)
    if (span === null) return []
    if (span.rest !== '') cells.wrong('suspensions', 'unreadable', `"${text.slice(0, 80)}" says more than a span of days.`, 'Write first/last day.')
    return [{ from: span.from, to: span.to }]
  })
}

/** "2020-03-11/2020-06-30/amina-diallo": when the trigger was declared, to when, by whom. */
function declaredOf(cells: Cells): Emergency['declared'] {
  const column = 'emergency_declared'
  return cells.list(column).flatMap((text) => {
    const span = cells.interval(column, text)
    if (span === null) return []
    if (span.rest === '') cells.wrong(column, 'missing', 'Somebody declares an emergency.', 'Write first day/last day/person.')
    cells.known(column, 'person', span.rest)
    return [{ from: span.from, to: span.to, by: span.rest }]
  })
}

export function emergencyOf(cells: Cells): Emergency | null {
  const [trigger, lapsesAfterDays, declared] = [cells.line('emergency_trigger', 200), cells.count('emergency_days', 1, 3660), declaredOf(cells)]
  if (trigger !== null) return { trigger, lapsesAfterDays, declared }
  for (const column of ['emergency_days', 'emergency_declared'])
    if (cells.has(column)) cells.wrong('emergency_trigger', 'missing', `${column} belongs to emergency authority.`, 'Fill in what must be declared.')
  return null
}

/** "ST/AI/2019/1", "ST/AI/2019/1 as amended", "ST/AI/2019/1 as of 2019-01-01". */
export function citesOf(cells: Cells): Cites {
  return cells.list('cites').map((text) => {
    const [, policy, day] = /^(.+) as (?:amended|of (\S+))$/.exec(text) ?? []
    if (policy === undefined) return { policy: text, asOf: null }
    return { policy: policy.trim(), asOf: day === undefined ? null : cells.instant('cites', day, startOfDay) }
  })
}

export const standingWritten = ({ suspensions, emergency, reviewedAt, cites }: DelegationFact, zone: string): Row => ({
  suspensions: listed(suspensions.map((span) => intervalWritten(span, zone))),
  emergency_trigger: orNothing(emergency?.trigger),
  emergency_days: orNothing(emergency?.lapsesAfterDays),
  emergency_declared: listed((emergency?.declared ?? []).map((span) => `${intervalWritten(span, zone)}/${span.by}`)),
  reviewed_on: firstDay(reviewedAt, zone),
  cites: listed(cites.map(({ policy, asOf }) => (asOf === null ? `${policy} as amended` : `${policy} as of ${firstDay(asOf, zone)}`))),
})
