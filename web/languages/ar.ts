import type { Messages } from '../../platform/messages/catalogue.ts'

const files = import.meta.glob<Messages>(
  ['../../modules/*/messages/ar.json', '../../demo/messages/ar.json', '../messages/ar.json'],
  { eager: true, import: 'default' },
)

export const messages: Messages = Object.assign({}, ...Object.values(files)) as Messages
