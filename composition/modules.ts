/** The systems of the house. A new one is one folder and one line here (its pages: one line in web/pages.ts). */
import { authzen } from '../modules/authzen/index.ts'
import { catalogue } from '../modules/catalogue/index.ts'
import { findings } from '../modules/findings/index.ts'
import { frameworks } from '../modules/frameworks/index.ts'
import { organisation } from '../modules/organisation/index.ts'
import { register } from '../modules/register/index.ts'
import type { Module } from '../platform/module.ts'

export const modules: readonly Module[] = [organisation, catalogue, register, frameworks, authzen, findings]
