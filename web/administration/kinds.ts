/** The kinds of file, in the reader's language. What the catalogues do not know is shown in the words of the interface for programs. */
import { useAnswer } from '../app/api.ts'
import type { AnswerOf } from '../../platform/http/contract.ts'
import type { kindsContract } from '../../platform/imports/import-routes.ts'
import { useLanguage } from '../design/index.ts'

export type Kind = AnswerOf<typeof kindsContract>['kinds'][number]

export const useKinds = () => useAnswer<typeof kindsContract>('GET', '/api/v1/imports')

export interface KindWords {
  readonly name: (kind: string) => string
  readonly about: (kind: Kind) => string
  readonly aboutColumn: (kind: string, column: Kind['columns'][number]) => string
}

export function useKindWords(): KindWords {
  const { has, t } = useLanguage()
  const first = (keys: readonly string[], otherwise: string): string => {
    const key = keys.find(has)
    return key === undefined ? otherwise : t(key)
  }
  return {
    name: (kind) => first([`administration.kind.${kind}`], kind),
    about: ({ kind, about }) => first([`administration.about.${kind}`], about),
    aboutColumn: (kind, { name, about }) => first([`administration.column-of.${kind}.${name}`, `administration.column-of.${name}`], about),
  }
}
