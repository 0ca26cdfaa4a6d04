import type { Messages } from '../catalogue.ts'

const files = import.meta.glob<Messages>(
  ['../../../modules/*/messages/ar.json', '../../../demo/messages/ar.json', '../../../web/messages/ar.json'],
  { eager: true, import: 'default' },
)

export const messages: Messages = Object.assign({}, ...Object.values(files)) as Messages
