import { listed } from './listed.ts'

export const fund = listed('funds', 'fund', 'wrong-fund')
