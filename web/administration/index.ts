import type { Page } from '../app/page.ts'

export const administrationPages: readonly Page[] = [
  { path: '/administration', door: 'administration', load: () => import('./about.tsx') },
  { path: '/administration/import', door: 'administration', room: '/administration', load: () => import('./import.tsx') },
  { path: '/administration/export', door: 'administration', room: '/administration', load: () => import('./export.tsx') },
]
