import type { Page, PageMessages } from '../../../web/app/page.ts'

/** Evidence and audit samples: wanted only there. */
const evidence: PageMessages = {
  ar: () => import('./messages/ar.json'),
  zh: () => import('./messages/zh.json'),
  en: () => import('./messages/en.json'),
  fr: () => import('./messages/fr.json'),
  es: () => import('./messages/es.json'),
}

/** Suspension, absence, emergency, ratification, reorganisation: wanted only where one changes what stands. */
const changes: PageMessages = {
  ar: () => import('./changes/messages/ar.json'),
  zh: () => import('./changes/messages/zh.json'),
  en: () => import('./changes/messages/en.json'),
  fr: () => import('./changes/messages/fr.json'),
  es: () => import('./changes/messages/es.json'),
}

/** Words of schemes and what ends by an instrument: wanted only where one is drawn up, signed or read. */
const schemes: PageMessages = {
  ar: () => import('./scheme/messages/ar.json'),
  zh: () => import('./scheme/messages/zh.json'),
  en: () => import('./scheme/messages/en.json'),
  fr: () => import('./scheme/messages/fr.json'),
  es: () => import('./scheme/messages/es.json'),
}

export const pages: readonly Page[] = [
  { path: '/', door: 'mandate', load: () => import('./home.tsx') },
  { path: '/register', door: 'authority', load: () => import('./register.tsx') },
  { path: '/register/$id', door: 'authority', load: () => import('./record.tsx') },
  { path: '/register/$id/tree', door: 'authority', load: () => import('./delegation-tree.tsx') },
  { path: '/register/$id/revoke', door: 'authority', load: () => import('./revoke.tsx') },
  { path: '/register/$id/narrow', door: 'authority', messages: changes, load: () => import('./changes/narrow.tsx') },
  { path: '/register/$id/suspend', door: 'authority', messages: changes, load: () => import('./changes/suspend.tsx') },
  { path: '/instruments/$number', door: 'authority', room: '/register', messages: schemes, load: () => import('./instrument.tsx') },
  { path: '/ask', door: 'authority', load: () => import('./ask.tsx') },
  { path: '/pass-on', door: 'authority', load: () => import('./drafts.tsx') },
  { path: '/pass-on/$draft', door: 'authority', messages: schemes, load: () => import('./sheet.tsx') },
  { path: '/schemes/$entity', door: 'authority', room: '/register', messages: schemes, load: () => import('./scheme/schedule.tsx') },
  { path: '/schemes/$entity/$draft', door: 'authority', room: '/pass-on', messages: schemes, load: () => import('./scheme/designer.tsx') },
  { path: '/scheme-templates', door: 'authority', room: '/pass-on', messages: schemes, load: () => import('./scheme/templates.tsx') },
  { path: '/scheme-templates/$id', door: 'authority', room: '/pass-on', messages: schemes, load: () => import('./scheme/template.tsx') },
  { path: '/inherited', door: 'mandate', room: '/', load: () => import('./inherited.tsx') },
  { path: '/acting', door: 'mandate', room: '/', load: () => import('./acting.tsx') },
  { path: '/absences', door: 'mandate', room: '/', messages: changes, load: () => import('./changes/absences.tsx') },
  { path: '/referrals', door: 'mandate', room: '/', messages: changes, load: () => import('./referrals/referrals.tsx') },
  { path: '/referrals/$id', door: 'mandate', room: '/', messages: changes, load: () => import('./referrals/referral.tsx') },
  { path: '/people/$id/if-left', door: 'authority', room: '/organisation', messages: changes, load: () => import('./changes/if-left.tsx') },
  { path: '/reorganise', door: 'authority', room: '/organisation', messages: changes, load: () => import('./changes/reorganise.tsx') },
  { path: '/people/$id/if-moved', door: 'authority', room: '/organisation', messages: changes, load: () => import('./changes/if-moved.tsx') },
  { path: '/emergency', door: 'authority', room: '/register', messages: changes, load: () => import('./changes/emergency.tsx') },
  { path: '/exercises', door: 'authority', room: '/register', messages: changes, load: () => import('./changes/exercises.tsx') },
  { path: '/exercises/$id', door: 'authority', room: '/register', messages: changes, load: () => import('./changes/exercise.tsx') },
  { path: '/log', door: 'authority', load: () => import('./log.tsx') },
  { path: '/audit', door: 'accountability', messages: evidence, load: () => import('./audit/audit.tsx') },
  { path: '/evidence', door: 'authority', room: '/ask', messages: evidence, load: () => import('./evidence.tsx') },
]
