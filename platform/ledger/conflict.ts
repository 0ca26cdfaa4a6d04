/** Somebody else was first. */
export type ConflictCode =
  /** A fact was superseded while one was deciding on it. */
  | 'moved-on'
  /** The same act, with the same idempotency key, is being recorded at this moment: asked again, it gives the first result. */
  | 'repeated'
  /** An id that Mandate keeps for itself, as "operator". */
  | 'reserved'

const wording: Readonly<Record<ConflictCode, (subjects: string) => string>> = {
  'moved-on': (subjects) => `Somebody changed ${subjects} meanwhile; nothing was recorded.`,
  repeated: () => 'This act is already being recorded.',
  reserved: (subjects) => `The id ${subjects} is kept for Mandate itself; nothing was recorded.`,
}

export class Conflict extends Error {
  override readonly name = 'Conflict'

  constructor(readonly code: ConflictCode, readonly subjects: readonly string[], options?: ErrorOptions) {
    super(wording[code](subjects.join(', ')), options)
  }
}

const uniqueViolation = '23505'
const lostOrder = new Set(['40001', '40P01'])

const hasCode = (error: unknown): error is { code: string; constraint?: string } =>
  typeof error === 'object' && error !== null && 'code' in error

/** What the database says when a race is lost, as a Conflict; anything else as it is. */
export function asConflict(error: unknown, subjects: readonly string[]): unknown {
  if (!hasCode(error)) return error
  if (lostOrder.has(error.code)) return new Conflict('moved-on', subjects, { cause: error })
  if (error.code !== uniqueViolation) return error
  return new Conflict(error.constraint === 'event_once' ? 'repeated' : 'moved-on', subjects, { cause: error })
}
