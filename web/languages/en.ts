import type { Messages } from '../../platform/messages/catalogue.ts'

const files = import.meta.glob<Messages>(
  ['../../modules/*/messages/en.json', '../../demo/messages/en.json', '../messages/en.json'],
  { eager: true, import: 'default' },
)

export const messages: Messages = Object.assign({}, ...Object.values(files)) as Messages
