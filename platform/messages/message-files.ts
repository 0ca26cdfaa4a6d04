/** Reads the catalogues from disk, for the server, the command line and tests: every module's and the browser's, merged by language. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { makeTranslator, type Messages, type Translator } from './catalogue.ts'
import { languages, type Language } from './languages.ts'

export interface MessageFile {
  /** "modules/register/messages" or "web/messages". */
  readonly folder: string
  readonly language: Language
  readonly messages: Messages
}

const here = dirname(fileURLToPath(import.meta.url))

const readJson = (path: string): Messages => JSON.parse(readFileSync(path, 'utf8')) as Messages

const foldersIn = (root: string): string[] => {
  const modules = join(root, 'modules')
  const names = existsSync(modules) ? readdirSync(modules).sort() : []
  const ofModules = names.flatMap((name) => [`modules/${name}/messages`, ...pageFolders(root, name)])
  return [...ofModules, 'demo/messages', 'web/messages', 'web/administration/messages'].filter((folder) => existsSync(join(root, folder)))
}

/** Those in `pages`, and in its folders, come with the pages that name them, not with every page. */
function pageFolders(root: string, module: string): string[] {
  const pages = `modules/${module}/pages`
  const within = existsSync(join(root, pages)) ? readdirSync(join(root, pages), { withFileTypes: true }) : []
  return [`${pages}/messages`, ...within.filter((entry) => entry.isDirectory()).map(({ name }) => `${pages}/${name}/messages`)]
}

/** Every catalogue of a source tree. */
export const messageFiles = (root: string): readonly MessageFile[] =>
  foldersIn(root).flatMap((folder) =>
    languages
      .filter((language) => existsSync(join(root, folder, `${language}.json`)))
      .map((language) => ({ folder, language, messages: readJson(join(root, folder, `${language}.json`)) })),
  )

/** One language of a source tree, all modules merged. */
export const mergedMessages = (root: string, language: Language): Messages =>
  Object.assign(
    {},
    ...messageFiles(root)
      .filter((file) => file.language === language)
      .map((file) => file.messages),
  ) as Messages

/** Messages of a language: beside the built server where there is one, else from the source tree. */
export function loadMessages(language: Language): Messages {
  const built = join(here, 'messages', `${language}.json`)
  return existsSync(built) ? readJson(built) : mergedMessages(join(here, '..', '..'), language)
}

/** A translator for the server and the command line. */
export const loadTranslator = (language: Language): Translator => makeTranslator(language, loadMessages(language), loadMessages('en'))
