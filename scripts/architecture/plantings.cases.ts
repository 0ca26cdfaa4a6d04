/** A sound house in small, and a violation of every rule to plant in it. */

export type House = Readonly<Record<string, string>>

/** A small house in which all is right. */
export const sound: House = {
  'kernel/authority/may.ts':
    "import { Temporal } from 'temporal-polyfill'\n" +
    "import { amount } from './amount.ts'\n" +
    "export const may = [Temporal, amount]\n",
  'kernel/authority/amount.ts': 'export const amount = 1\n',
  'kernel/authority/may.test.ts':
    "import { it } from 'vitest'\n" +
    "import { may } from './may.ts'\n" +
    "import { world } from './proof/worlds.ts'\n" +
    "it('may', () => [may, world])\n",
  'kernel/authority/proof/worlds.ts': "import fc from 'fast-check'\nexport const world = fc\n",
  'platform/http/contract.ts':
    "import { z } from 'zod'\n" +
    "import { may } from '../../kernel/authority/may.ts'\n" +
    "export type Contract = typeof z\n" +
    "export const contract = may\n",
  'platform/messages/catalogue.ts': 'export const catalogue = 1\n',
  'modules/register/index.ts': "export { view } from './views/home.ts'\nexport type { View } from './views/home.ts'\n",
  'modules/register/sentences.ts': 'export const sentence = 1\n',
  'modules/register/views/home.ts':
    "import { contract } from '../../../platform/http/contract.ts'\n" +
    "export const view = contract\n" +
    "export type View = number\n",
  'modules/register/pages/index.ts':
    "import type { Page } from '../../../web/app/page.ts'\n" +
    "export const pages: Page[] = [() => import('./home.ts')]\n",
  'modules/register/pages/home.ts':
    "import type { View } from '../views/home.ts'\n" +
    "import { sentence } from '../sentences.ts'\n" +
    "import { button } from '../../../web/design/button.ts'\n" +
    "export const home: View[] = [sentence, button]\n",
  'modules/catalogue/index.ts': "import { view } from '../register/index.ts'\nexport const catalogue = view\n",
  'modules/catalogue/pages/matter.ts': "import type { View } from '../../register/index.ts'\nexport const matter: View = 1\n",
  'web/app/page.ts':
    "import { catalogue } from '../../platform/messages/catalogue.ts'\n" +
    "import type { Contract } from '../../platform/http/contract.ts'\n" +
    "export type Page = [typeof catalogue, Contract] | unknown\n",
  'web/pages.ts': "export const pages = import.meta.glob('../modules/*/pages/index.ts', { eager: true })\n",
  'web/languages/en.ts': "export const words = import.meta.glob('../../modules/*/messages/en.json', { eager: true })\n",
  'modules/register/messages/en.json': '{}\n',
  'web/design/button.ts': 'export const button = 1\n',
  'web/design/button.css': '.button { margin-inline-start: 1rem; text-align: start; inset-inline-end: 0 } /* never left: */\n',
  'cli/run.ts':
    "import { application } from '../composition/application.ts'\n" +
    "import { sentence } from '../modules/register/sentences.ts'\n" +
    "export const run = [application, sentence]\n",
  'demo/generate.ts': 'export const generate = 1\n',
  'composition/application.ts':
    "import { view } from '../modules/register/index.ts'\n" +
    "import { catalogue } from '../modules/catalogue/index.ts'\n" +
    "import { generate } from '../demo/generate.ts'\n" +
    "export const application = [view, catalogue, generate]\n",
  'scripts/measure.ts': "import { world } from '../kernel/authority/proof/worlds.ts'\nexport const measured = world\n",
}

const tooLong = 'export {}\n'.repeat(401)
/** Written so that the check does not find them here. */
const [ignore, nocheck] = ['ignore', 'nocheck'].map((word) => `@ts-${word}`)

/** [what is planted, where, its text, what is said of it] */
export const plantings: readonly (readonly [string, string, string, string])[] = [
  ['the kernel reads a file', 'kernel/time/now.ts', "import { readFileSync } from 'node:fs'\nexport { readFileSync }\n",
    '1 kernel-pure: the kernel may not import node:fs'],
  ['the kernel takes a package', 'kernel/time/now.ts', "\nexport { z } from 'zod'\n", '2 kernel-pure: the kernel may not import zod'],
  ['the kernel takes a type of a package', 'kernel/time/now.ts', "export type Z = import('zod').ZodType\n",
    '1 kernel-pure: the kernel may not import zod'],
  ['the kernel knows the platform', 'kernel/time/now.ts',
    "import type { Contract } from '../../platform/http/contract.ts'\nexport type A = Contract\n",
    '1 arrow: kernel may not import platform/http/contract.ts'],
  ['the platform knows a module', 'platform/http/x.ts', "import { view } from '../../modules/register/index.ts'\nexport { view }\n",
    '1 arrow: platform may not import modules/register/index.ts'],
  ['the platform knows a module when it runs', 'platform/http/x.ts', "export const x = () => import('../../modules/register/index.ts')\n",
    '1 arrow: platform may not import modules/register/index.ts'],
  ['the platform requires a module', 'platform/http/x.ts', "export const x = require('../../modules/register/index.ts')\n",
    '1 arrow: platform may not import modules/register/index.ts'],
  ['the platform knows the demonstration', 'platform/http/x.ts', "export { generate } from '../../demo/generate.ts'\n",
    '1 arrow: platform may not import demo/generate.ts'],
  ['a module goes round another’s front', 'modules/catalogue/x.ts', "export { view } from '../register/views/home.ts'\n",
    '1 arrow: modules/catalogue may not import modules/register/views/home.ts'],
  ['a module takes a type round another’s front', 'modules/catalogue/x.ts', "export type { View } from '../register/views/home.ts'\n",
    '1 arrow: modules/catalogue may not import modules/register/views/home.ts'],
  ['a module knows the web', 'modules/catalogue/x.ts', "export { button } from '../../web/design/button.ts'\n",
    '1 arrow: modules/catalogue may not import web/design/button.ts'],
  ['a module’s server side runs its pages', 'modules/register/x.ts', "export { home } from './pages/home.ts'\n",
    '1 arrow: modules/register may not import modules/register/pages/home.ts'],
  ['a module knows the composition', 'modules/catalogue/x.ts', "export { application } from '../../composition/application.ts'\n",
    '1 arrow: modules/catalogue may not import composition/application.ts'],
  ['a page runs its module’s server side', 'modules/register/pages/x.ts', "import { view } from '../views/home.ts'\nexport { view }\n",
    '1 arrow: modules/register/pages may not import modules/register/views/home.ts but as types'],
  ['a page runs the server side for a type', 'modules/register/pages/x.ts',
    "import { type View } from '../views/home.ts'\nexport type X = View\n",
    '1 arrow: modules/register/pages may not import modules/register/views/home.ts but as types'],
  ['a page runs another module', 'modules/catalogue/pages/x.ts', "export { view } from '../../register/index.ts'\n",
    '1 arrow: modules/catalogue/pages may not import modules/register/index.ts but as types'],
  ['a page runs the platform', 'modules/register/pages/x.ts', "export { contract } from '../../../platform/http/contract.ts'\n",
    '1 arrow: modules/register/pages may not import platform/http/contract.ts but as types'],
  ['a page reads a file', 'modules/register/pages/x.ts', "export { readFileSync } from 'node:fs'\n",
    '1 arrow: node:fs is not to be had in the browser'],
  ['the shell knows a module', 'web/app/x.ts', "export type { View } from '../../modules/register/index.ts'\n",
    '1 arrow: web may not import modules/register/index.ts'],
  ['the shell finds modules by a pattern', 'web/app/x.ts', "export const x = import.meta.glob(['../../modules/*/pages/index.ts'])\n",
    '1 arrow: web may not import modules/register/pages/index.ts'],
  ['the words are collected elsewhere', 'web/app/x.ts', "export const x = import.meta.glob('../../modules/*/messages/en.json')\n",
    '1 arrow: web may not import modules/register/messages/en.json'],
  ['the list of pages takes a server file', 'web/pages.ts', "export const pages = import.meta.glob('../modules/**/views/home.ts')\n",
    '1 arrow: web may not import modules/register/views/home.ts'],
  ['the design system knows the shell', 'web/design/x.ts', "export type { Page } from '../app/page.ts'\n",
    '1 arrow: web may not import web/app/page.ts'],
  ['the command line knows a module', 'cli/x.ts', "export { view } from '../modules/register/index.ts'\n",
    '1 arrow: cli may not import modules/register/index.ts'],
  ['the demonstration knows a module', 'demo/x.ts', "export { view } from '../modules/register/index.ts'\n",
    '1 arrow: demo may not import modules/register/index.ts'],
  ['the composition goes round a front', 'composition/x.ts', "export { view } from '../modules/register/views/home.ts'\n",
    '1 arrow: composition may not import modules/register/views/home.ts'],
  ['the product uses the tooling', 'platform/http/x.ts', "export { measured } from '../../scripts/measure.ts'\n",
    '1 arrow: scripts/measure.ts is tooling: the product does not use it'],
  ['the product uses a test', 'platform/http/x.ts', "export { x } from './y.test.ts'\n",
    '1 proof-in-product: platform/http/y.test.ts is for tests only'],
  ['the product uses cases', 'kernel/authority/x.ts', "export { x } from './may.cases.ts'\n",
    '1 proof-in-product: kernel/authority/may.cases.ts is for tests only'],
  ['the product uses a proof', 'kernel/authority/x.ts', "export { world } from './proof/worlds.ts'\n",
    '1 proof-in-product: kernel/authority/proof/worlds.ts is for tests only'],
  ['the product uses a trial', 'composition/x.ts', "export { x } from './trial.ts'\n",
    '1 proof-in-product: composition/trial.ts is for tests only'],
  ['the product uses a test database', 'platform/http/x.ts', "export { x } from '../database/test-database.ts'\n",
    '1 proof-in-product: platform/database/test-database.ts is for tests only'],
  ['the product uses the conformance tests', 'platform/http/x.ts', "export { x } from '../database/conformance.ts'\n",
    '1 proof-in-product: platform/database/conformance.ts is for tests only'],
  ['a page uses a component’s examples', 'modules/register/pages/x.ts', "export { x } from '../../../web/design/button/examples.tsx'\n",
    '1 proof-in-product: web/design/button/examples.tsx is for the gallery and tests only'],
  ['an address is computed', 'platform/http/x.ts', 'export const x = (name: string) => import(`../${name}.ts`)\n',
    '1 unreadable-import: the address of an import is computed'],
  ['a file imports itself', 'kernel/authority/x.ts', "import { x } from './x.ts'\nexport const y = x\n",
    '1 cycle: kernel/authority/x.ts → kernel/authority/x.ts'],
  ['two files import each other', 'kernel/authority/amount.ts', "import { may } from './may.ts'\nexport const amount = () => may\n",
    '1 cycle: kernel/authority/amount.ts → kernel/authority/may.ts → kernel/authority/amount.ts'],
  ['two scripts import each other', 'scripts/measure.ts', "import './more.ts'\n",
    '1 cycle: scripts/measure.ts → scripts/more.ts → scripts/measure.ts'],
  ['a stylesheet says left', 'web/design/x.css', '.x {\n  left: 0;\n}\n', '2 physical-side: left:'],
  ['a stylesheet has a margin at the right', 'web/design/x.css', '.x { color: red; margin-right: 0 }\n', '1 physical-side: margin-right:'],
  ['a stylesheet has a border at the left', 'web/design/x.css', '.x{border-left-color: red}\n', '1 physical-side: border-left-color:'],
  ['a stylesheet rounds a corner at the left', 'web/design/x.css', '.x{border-top-left-radius:0}\n',
    '1 physical-side: border-top-left-radius:'],
  ['a stylesheet aligns to the right', 'web/design/x.css', '.x { text-align: right }\n', '1 physical-side: text-align: right'],
  ['a component has padding at the left', 'web/design/x.tsx', 'export const x = <p style={{ paddingLeft: 4 }} />\n',
    '1 physical-side: paddingLeft'],
  ['a file is too long', 'web/design/x.ts', tooLong, '401 too-long: 401 lines; at most 400'],
  ['a file has an empty name', 'web/design/utils.ts', 'export {}\n', '1 empty-name: "utils" says nothing of what is inside'],
  ['a file’s name ends emptily', 'web/design/date-helpers.ts', 'export {}\n', '1 empty-name: "helpers" says nothing of what is inside'],
  ['a folder has an empty name', 'platform/common/dates.ts', 'export {}\n', '1 empty-name: "common" says nothing of what is inside'],
  ['a type is any', 'platform/http/x.ts', 'export const x = (value: unknown): any => value\n', '1 type-escape: any'],
  ['a type is any, deep down', 'platform/http/x.ts', '\nexport type X = Map<string, any[]>\n', '2 type-escape: any'],
  ['an error of types is ignored', 'platform/http/x.ts', `export const x = 1\n// ${ignore}\nexport const y = x.z\n`,
    `2 type-escape: // ${ignore}`],
  ['a file is not checked', 'platform/http/x.ts', `/* ${nocheck} */\nexport const y = 1\n`, `1 type-escape: /* ${nocheck}`],
]
/** What a planting needs beside it. */
export const beside: House = { 'scripts/more.ts': "import './measure.ts'\n" }
