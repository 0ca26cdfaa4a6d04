import type { Messages } from '../catalogue.ts'

const files = import.meta.glob<Messages>(
  ['../../../modules/*/messages/en.json', '../../../demo/messages/en.json', '../../../web/messages/en.json'],
  { eager: true, import: 'default' },
)

export const messages: Messages = Object.assign({}, ...Object.values(files)) as Messages
