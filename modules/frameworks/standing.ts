/** Who prepares a bulletin, and who may promulgate it: whoever holds what the framework in force leaves undelegated. */
import type { FrameworkFact, Times } from '../../kernel/authority/model.ts'
import { actingPerson } from '../../platform/access/admit.ts'
import type { Asker } from '../../platform/access/asker.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Services } from '../../platform/services.ts'
import { signingPosts } from '../register/index.ts'
import type { Bulletin } from './model.ts'

export const nowTimes = ({ register, clock }: Services): Times => {
  const now = clock.now()
  return { on: now, known: register.head, now }
}

export function frameworkInForce(services: Services): FrameworkFact {
  const framework = services.register.framework(nowTimes(services))
  if (framework) return framework
  throw new Problem(422, 'no-framework', 'There is no framework in force', 'Nothing was changed. Import the first framework with the file kind "catalogue"; a bulletin takes the place of one.')
}

/** In person and in substance: who merely acts for the head does not re-issue the framework (rule 14). */
export function maySign(services: Services, asker: Asker, framework: string): boolean {
  if (asker.kind !== 'person' || asker.capacity === null) return false
  const posts = signingPosts(services.register, framework)
  return posts.has(asker.capacity) && services.register.assignmentsOf(asker.person, nowTimes(services))
    .some(({ post, assignment }) => post === asker.capacity && assignment === 'substantive')
}

export const mayPrepare = (services: Services, asker: Asker, framework: string, bulletin: Bulletin | null): boolean =>
  asker.kind === 'person' && (asker.roles.includes('administrator') || maySign(services, asker, framework) ||
    (bulletin !== null && (bulletin.begunBy === asker.person || bulletin.group.includes(asker.person))))

/** The person who prepares; throws 403 for anybody else, 409 once it is promulgated or withdrawn. */
export function preparer(services: Services, asker: Asker, framework: string, bulletin: Bulletin | null) {
  const acting = actingPerson(asker)
  if (!mayPrepare(services, asker, framework, bulletin)) {
    throw new Problem(403, 'not-a-preparer', 'Only its preparers change a bulletin', 'Nothing was changed. Ask an administrator of the register, or one of the working group, to add you; everybody may comment.')
  }
  if (bulletin) refuseClosedBulletin(bulletin)
  return acting
}

export function refuseClosedBulletin({ state }: Bulletin): void {
  if (state === 'preparing' || state === 'consulting') return
  throw new Problem(409, 'bulletin-closed', `The bulletin is ${state}`, 'Nothing was changed. Begin another bulletin to change the framework again.')
}
