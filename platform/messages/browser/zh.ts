import type { Messages } from '../catalogue.ts'

const files = import.meta.glob<Messages>(
  ['../../../modules/*/messages/zh.json', '../../../demo/messages/zh.json', '../../../web/messages/zh.json'],
  { eager: true, import: 'default' },
)

export const messages: Messages = Object.assign({}, ...Object.values(files)) as Messages
