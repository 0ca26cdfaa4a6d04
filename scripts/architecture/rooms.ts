/** Which room of the house a file stands in, and what it is there for. */

export type Room = 'kernel' | 'platform' | 'modules' | 'web' | 'cli' | 'demo' | 'composition' | 'tooling'

export interface Place {
  readonly path: string
  readonly room: Room
  /** The module's name, for files of modules. */
  readonly module: string | null
  /** A module's pages run in the browser; all else of a module on the server. */
  readonly pages: boolean
  /** The module's `index.ts`, by which the others know it. */
  readonly front: boolean
  /** Tests and what only tests use. */
  readonly proof: boolean
  /** Examples of the design system's components: for the gallery, the tests and the pictures. */
  readonly example: boolean
}

const rooms: ReadonlySet<string> = new Set<Room>(['kernel', 'platform', 'modules', 'web', 'cli', 'demo', 'composition'])
const isRoom = (name: string): name is Room => rooms.has(name)

const proofs = [
  /\.(test|cases)\.tsx?$/, /\/(proof|testing)\//, /\/(conformance|trial|test-database)\.ts$/, /\.house\.ts$/,
  /^web\/messages\/check-[\w-]+\.ts$/,
]
const examples = /^web\/design\/(?:[\w-]+\/)?examples\.tsx?$/

/** Builds the command line when its sources have changed, so it runs before there is any product. */
const launcher = 'cli/mandate.mjs'

/** Files outside the seven rooms (scripts, bench, e2e, settings of tools) are tooling: they may use all, and nothing may use them. */
export function placeOf(path: string): Place {
  const [first = '', second = '', third] = path.split('/')
  const room = isRoom(first) && path !== launcher ? first : 'tooling'
  const inModule = room === 'modules'
  return {
    path, room,
    module: inModule ? second : null,
    pages: inModule && third === 'pages',
    front: inModule && path === `modules/${second}/index.ts`,
    proof: proofs.some((pattern) => pattern.test(path)),
    example: examples.test(path),
  }
}
