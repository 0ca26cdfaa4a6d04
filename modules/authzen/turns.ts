/**
 * Long work in short turns: a batch or a search gives the event loop back every few milliseconds, and however many run at once, only one
 * of them gets a turn each time round, so that other requests are never held up by their number.
 */
const turnMilliseconds = 4

const waiting: (() => void)[] = []
let scheduled = false

function giveTurn(): void {
  waiting.shift()?.()
  if (waiting.length > 0) setImmediate(giveTurn)
  else scheduled = false
}

/** Resolves when it is the caller's turn: first come, first served, one each time round the loop. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve)
    if (scheduled) return
    scheduled = true
    setImmediate(giveTurn)
  })
}

export interface Turns {
  /** Whether the caller's turn is over; then it awaits `next`. */
  over(): boolean
  next(): Promise<void>
}

/** Begins with a turn of its own. */
export async function takeTurns(): Promise<Turns> {
  await nextTurn()
  let ends = performance.now() + turnMilliseconds
  return {
    over: () => performance.now() >= ends,
    next: async () => {
      await nextTurn()
      ends = performance.now() + turnMilliseconds
    },
  }
}
