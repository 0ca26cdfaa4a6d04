/** A stored version as it comes from wherever versions are kept, read field by field without making an object of it. */
import type { Texts } from './texts.ts'
import type { Values } from './values.ts'

export interface RowReader {
  isNull(field: number): boolean
  /** A whole number or an instant; NaN where there is none. */
  number(field: number): number
  flag(field: number): boolean
  /** The number of a text; -1 where there is none. */
  keep(field: number, texts: Texts): number
  text(field: number): string
  list(field: number): readonly string[]
  json<V>(field: number): V
  /** The number of a value that repeats; `read` makes it of the field where it is new. */
  value<V>(field: number, values: Values<V>, read: (field: number) => V): number
  /** How many bytes the field came in; 0 where there is none. */
  size(field: number): number
  byte(field: number, index: number): number
  /** Which of the few usual rests the row has; -1: one of its own. */
  readonly usual: number
  /** The fields that most rows of the kind fill alike, numbered from 0. */
  readonly rest: RowReader
}
