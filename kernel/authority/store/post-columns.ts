/** Every version of every post. */
import { ByteColumn, IntColumn } from './columns.ts'
import { RowLinks } from './links.ts'
import type { Names } from './names.ts'
import type { RowReader } from './row-reader.ts'
import { Values } from './values.ts'
import { Versions } from './versions.ts'
import type { LedgerNumber, PostFact } from '../model.ts'

export class PostColumns {
  readonly versions = new Versions()
  readonly entity = new IntColumn(this.versions.room)
  readonly heads = new ByteColumn(this.versions.room)
  readonly grade = new IntColumn(this.versions.room)
  readonly ofEntity = new RowLinks(this.versions.room)
  readonly #title = new IntColumn(this.versions.room)
  readonly #titles = new IntColumn(this.versions.room)
  readonly #translations = new Values<PostFact['titles']>()

  constructor(private readonly names: Names) {}

  /** About so many versions are coming: room is made for them once. */
  expect(rows: number): void {
    this.versions.room.cells = rows
    this.names.posts.expect(rows)
  }

  add(fact: PostFact, number: LedgerNumber): void {
    const { posts, entities, words } = this.names
    const row = this.versions.add(posts.keep(fact.id), fact.effectiveFrom, fact.effectiveTo, number)
    const entity = entities.keep(fact.entity)
    this.entity.set(row, entity)
    this.ofEntity.add(entity, row)
    this.heads.set(row, fact.heads ? 1 : 0)
    this.grade.setOptional(row, words.keepOptional(fact.grade))
    this.#title.set(row, words.keep(fact.title))
    this.#titles.set(row, this.#translations.keep(fact.titles))
  }

  /** Takes a stored version: id, from, to, entity, title, titles, grade, heads. */
  load(row: RowReader, number: LedgerNumber): void {
    const { posts, entities, words } = this.names
    const at = this.versions.load(row.keep(0, posts), row.number(1), row.number(2), number)
    const entity = row.keep(3, entities)
    this.entity.set(at, entity)
    this.ofEntity.add(entity, at)
    this.#title.set(at, row.keep(4, words))
    this.#titles.set(at, row.value(5, this.#translations, field => row.json(field)))
    this.grade.setOptional(at, row.keep(6, words))
    this.heads.set(at, row.flag(7) ? 1 : 0)
  }

  known(id: string, known: LedgerNumber): number {
    return this.versions.known(this.names.posts.find(id), known)
  }

  /** Rows of an entity known at `known`, in order of recording. */
  of(entity: string, known: LedgerNumber): number[] {
    return this.ofEntity.known(this.names.entities.find(entity), this.versions, known)
  }

  fact(row: number): PostFact {
    const { versions, names } = this
    return {
      kind: 'post', id: names.posts.text(versions.identity.get(row)), entity: names.entities.text(this.entity.get(row)),
      title: names.words.text(this.#title.get(row)), titles: this.#translations.value(this.#titles.get(row)),
      grade: names.words.optional(this.grade.get(row)), heads: this.heads.get(row) === 1,
      effectiveFrom: versions.effectiveFrom.optional(row), effectiveTo: versions.effectiveTo.optional(row),
    }
  }
}
