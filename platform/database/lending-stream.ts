/** A stream that can use the memory of its pieces again: while it lends them, who reads must be done with each when its handler returns. */
export interface LendingStream {
  lends: boolean
}

export const isLending = (stream: object): stream is LendingStream => 'lends' in stream
