/** Why a database was not opened, in words an operator can act on. */
import type { FolderOwner } from './owner.ts'

export type RefusalCode =
  | 'in-use' | 'newer-schema' | 'wrong-locale' | 'changed-migration' | 'unreachable' | 'folder-unusable' | 'not-permitted'

export class DatabaseRefusal extends Error {
  override readonly name = 'DatabaseRefusal'

  constructor(
    readonly code: RefusalCode,
    readonly title: string,
    readonly detail: string,
    readonly remedy: string,
    /** Who has the folder, for `in-use`: the command line talks to its address. */
    readonly owner: FolderOwner | null = null,
    options?: ErrorOptions,
  ) {
    super(`${title}. ${detail} ${remedy}`, options)
  }
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
