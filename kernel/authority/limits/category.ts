import { listed } from './listed.ts'

export const category = listed('categories', 'category', 'wrong-category')
