/** The delegation register (A1, A2; ¶13–14): delegations drafted, signed, accepted, passed on, asked about and revoked. */
import type { Module } from '../../platform/module.ts'
import { acceptanceRoutes } from './acts/accept-delegations.ts'
import { checkDraft } from './acts/check-draft.ts'
import { inheritedRoutes } from './acts/confirm-inherited.ts'
import { emergencyRoutes } from './acts/declare-emergency.ts'
import { actingRoutes } from './acts/designate-acting.ts'
import { notice } from './acts/give-notice.ts'
import { draftRoutes } from './acts/keep-draft.ts'
import { templateActs } from './acts/keep-template.ts'
import { narrowingRoutes } from './acts/narrow-delegation.ts'
import { ratify } from './acts/ratify-exercise.ts'
import { absenceRoutes } from './acts/record-absence.ts'
import { recordExercise } from './acts/record-exercise.ts'
import { recordMinute } from './acts/record-minute.ts'
import { referralActs } from './acts/refer-decision.ts'
import { reorganisationRoutes } from './acts/reorganise-entities.ts'
import { revocationRoutes } from './acts/revoke-delegation.ts'
import { signingRoutes } from './acts/sign-instrument.ts'
import { suspensionRoutes } from './acts/suspend-delegation.ts'
import { registerImports } from './imports/index.ts'
import { registerMigrations, registerTables } from './tables.ts'
import { questionRoutes } from './views/ask.ts'
import { oneDelegation } from './views/delegation.ts'
import { delegationTree } from './views/delegation-tree.ts'
import { exerciseRoutes } from './views/exercises.ts'
import { homeRoutes } from './views/home.ts'
import { auditRoutes } from './views/audit.ts'
import { emergencyViews } from './views/emergency.ts'
import { evidenceRoutes } from './views/evidence.ts'
import { oneInstrument } from './views/instrument.ts'
import { listDelegations } from './views/list-delegations.ts'
import { actLog } from './views/log.ts'
import { referralViews } from './views/referrals.ts'
import { entityScheme } from './views/scheme.ts'
import { templateViews } from './views/scheme-templates.ts'
import { search } from './views/search.ts'
import { whatIfRoutes } from './views/what-if.ts'

export { commit, type Told } from './commit.ts'
export { nextNumber } from './instrument-number.ts'
export { presentHolder, summary } from './present.ts'
export { signingPosts } from './signing-posts.ts'
export { delegationSummary, holder, type DelegationSummary, type HolderAnswer } from './shapes.ts'
export { timesOf } from './times.ts'
export { mustBeFresh, ownFirst } from './views/ask.ts'
export { timesAnswered, timesAsked } from './shapes.ts'
export { answerTimes, zoneOf } from './times.ts'
export { writeTemplate } from './scheme/template-store.ts'
export type { holdsContract, mayContract } from './views/ask.ts'

export const register: Module = {
  name: 'register',
  tables: registerTables,
  migrations: registerMigrations,
  routes: [
    ...templateViews, ...templateActs,
    ...homeRoutes, listDelegations, oneDelegation, delegationTree, oneInstrument, entityScheme, actLog, search, ...questionRoutes, ...whatIfRoutes,
    ...draftRoutes, checkDraft, ...signingRoutes, ...acceptanceRoutes, ...revocationRoutes, notice, ...narrowingRoutes, ...suspensionRoutes, ...reorganisationRoutes, ...inheritedRoutes, ...actingRoutes,
    ...absenceRoutes, ...emergencyViews, ...emergencyRoutes, recordMinute, recordExercise, ...exerciseRoutes, ratify, ...referralViews, ...referralActs, ...evidenceRoutes, ...auditRoutes,
  ],
  imports: registerImports,
}
