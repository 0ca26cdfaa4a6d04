import type { Messages } from '../../platform/messages/catalogue.ts'

const files = import.meta.glob<Messages>(
  ['../../modules/*/messages/fr.json', '../../demo/messages/fr.json', '../messages/fr.json'],
  { eager: true, import: 'default' },
)

export const messages: Messages = Object.assign({}, ...Object.values(files)) as Messages
