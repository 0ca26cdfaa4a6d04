/** Number spaces of ids, one a kind, so that what is kept by number of a person has no holes for posts. */
import { Texts } from './texts.ts'

export class Names {
  readonly persons = new Texts()
  readonly posts = new Texts()
  readonly entities = new Texts(true)
  readonly bodies = new Texts()
  readonly matters = new Texts(true)
  readonly delegations = new Texts()
  readonly assignments = new Texts()
  readonly credentials = new Texts()
  /** Everything that is only read back: titles, instruments, grades, currencies. */
  readonly words = new Texts()
}
