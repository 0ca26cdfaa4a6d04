/** What a bulletin is held against: the register as it is now, and the comments still open. */
import type { FrameworkFact, MatterFact } from '../../kernel/authority/model.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import type { BulletinSurroundings } from './check-bulletin.ts'
import type { Bulletin } from './model.ts'

export const mattersOf = ({ register }: Services, framework: string): readonly MatterFact[] =>
  [...register.facts('matter')].filter((matter) => matter.framework === framework)

/** The framework the bulletin takes the place of, as the register has it. */
export function frameworkBefore({ register }: Services, { supersedes }: Bulletin): FrameworkFact {
  const before = register.fact('framework', supersedes)
  if (before) return before
  throw new RangeError(`A bulletin supersedes ${supersedes}, which the register does not hold`)
}

export const openComments = async (tx: Tx, bulletin: string): Promise<number> => {
  const { open } = await tx.selectFrom('bulletin_comment').select(({ fn }) => fn.countAll<string>().as('open'))
    .where('bulletin', '=', bulletin).where('answer', 'is', null).executeTakeFirstOrThrow()
  return Number(open)
}

export async function surroundingsOf(services: Services, tx: Tx, bulletin: Bulletin): Promise<BulletinSurroundings> {
  const { register, clock } = services
  return {
    now: clock.now(), before: frameworkBefore(services, bulletin), oldMatters: mattersOf(services, bulletin.supersedes),
    taken: { framework: (id) => register.fact('framework', id) !== null, matter: (id) => register.fact('matter', id) !== null },
    openComments: await openComments(tx, bulletin.id),
  }
}
