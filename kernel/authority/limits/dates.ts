import type { Dimension } from './dimension.ts'

/** The decision is taken inside the span, half-open. */
export const dates: Dimension = {
  name: 'dates',
  states: box => box.dates !== null,
  asks: ({ dates: span }, { at }) => (span === null || (span.from <= at && at < span.to) ? null : { code: 'outside-dates' }),
  within: ({ dates: inner }, { dates: outer }) =>
    outer === null || (inner !== null && outer.from <= inner.from && inner.to <= outer.to),
}
