/** Words of findings, wanted only where findings are shown. */
import type { PageMessages } from '../../../web/app/page.ts'

export const messages: PageMessages = {
  ar: () => import('./messages/ar.json'),
  zh: () => import('./messages/zh.json'),
  en: () => import('./messages/en.json'),
  fr: () => import('./messages/fr.json'),
  es: () => import('./messages/es.json'),
}
