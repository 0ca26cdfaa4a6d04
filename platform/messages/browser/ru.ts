import type { Messages } from '../catalogue.ts'

const files = import.meta.glob<Messages>(
  ['../../../modules/*/messages/ru.json', '../../../demo/messages/ru.json', '../../../web/messages/ru.json'],
  { eager: true, import: 'default' },
)

export const messages: Messages = Object.assign({}, ...Object.values(files)) as Messages
