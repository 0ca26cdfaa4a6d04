import { printLines } from '../own-process.ts'
import { measureLarge } from './large.ts'

await printLines(measureLarge())
