import type { Messages } from '../../platform/messages/catalogue.ts'

const files = import.meta.glob<Messages>(
  ['../../modules/*/messages/zh.json', '../../demo/messages/zh.json', '../messages/zh.json'],
  { eager: true, import: 'default' },
)

export const messages: Messages = Object.assign({}, ...Object.values(files)) as Messages
