import type { Messages } from '../../platform/messages/catalogue.ts'

const files = import.meta.glob<Messages>(
  ['../../modules/*/messages/es.json', '../../demo/messages/es.json', '../messages/es.json'],
  { eager: true, import: 'default' },
)

export const messages: Messages = Object.assign({}, ...Object.values(files)) as Messages
