/** Somebody exercises a matter without what it demands, or after it lapsed (rule 15; A/75/201 ¶14 "all prerequisites met", ¶31–32). */
import { prerequisiteFaults } from '../../prerequisites.ts'
import type { MatterFact } from '../../model.ts'
import type { World } from '../../world.ts'
import type { Reason } from '../../reasons.ts'
import { nothing, ref, type Found, type Ref } from '../finding.ts'
import type { LookedLine } from '../looked-line.ts'

const day = 86_400_000

/** What a lapse blocks only at issue, a monitor tells all the same. */
function faultsOf(world: World, matter: MatterFact, person: string): readonly Reason[] {
  const atIssue = matter.prerequisites.filter(({ onLapse }) => onLapse === 'blocks-issue')
  const atUse = prerequisiteFaults(world, matter, person, 'exercise')
  return atIssue.length === 0 ? atUse : [...atUse, ...prerequisiteFaults(world, { ...matter, prerequisites: atIssue }, person, 'issue')]
}

export function prerequisites(line: LookedLine): readonly Found[] {
  const { look, row, ground: { matter } } = line
  if (matter === null || matter.prerequisites.length === 0 || !row.mayExercise) return nothing
  const lacking: Record<'prerequisite-missing' | 'prerequisite-lapsed', { person: string; credential: string; since: number | null }[]> = {
    'prerequisite-missing': [], 'prerequisite-lapsed': [],
  }
  const graced = matter.prerequisites.some(({ graceDays }) => graceDays !== undefined)
  for (const person of line.persons) {
    if (graced) for (const { effectiveTo, credential } of look.world.credentialsOf(person)) {
      const grace = matter.prerequisites.find(needed => needed.credential === credential)?.graceDays ?? 0
      if (effectiveTo !== null && grace > 0) look.note(effectiveTo + grace * day)
    }
    for (const fault of faultsOf(look.world, matter, person)) {
      if (fault.code === 'prerequisite-missing') lacking[fault.code].push({ ...fault, since: null })
      if (fault.code === 'prerequisite-lapsed') lacking[fault.code].push(fault)
    }
  }
  return (['prerequisite-missing', 'prerequisite-lapsed'] as const).flatMap((rule): readonly Found[] => {
    const all = lacking[rule]
    if (all.length === 0) return nothing
    const once = (kind: 'person' | 'credential', ids: readonly string[]): readonly Ref[] => [...new Set(ids)].sort().map(id => ref(kind, id))
    return [{
      rule, since: all.reduce<number | null>((first, { since }) => (since === null ? first : Math.min(first ?? since, since)), null),
      cause: { people: once('person', all.map(({ person }) => person)), credentials: once('credential', all.map(({ credential }) => credential)) },
    }]
  })
}
