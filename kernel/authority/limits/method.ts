import { listed } from './listed.ts'

export const method = listed('methods', 'method', 'wrong-method')
