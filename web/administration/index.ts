import type { PageMessages } from '../languages/load.ts'
import type { Page } from '../app/page.ts'

/** Columns, problems and remedies of every kind of import: much text, wanted only here. */
const messages: PageMessages = {
  ar: () => import('./messages/ar.json'),
  zh: () => import('./messages/zh.json'),
  en: () => import('./messages/en.json'),
  fr: () => import('./messages/fr.json'),
  es: () => import('./messages/es.json'),
}

export const administrationPages: readonly Page[] = [
  { path: '/administration', door: 'administration', messages, load: () => import('./about.tsx') },
  { path: '/administration/import', door: 'administration', room: '/administration', messages, load: () => import('./import.tsx') },
  { path: '/administration/export', door: 'administration', room: '/administration', messages, load: () => import('./export.tsx') },
]
