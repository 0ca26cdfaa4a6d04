/**
 * How many examples the property tests draw: MANDATE_PROPERTY_RUNS, which `npm run prove` sets so that a million questions are asked;
 * fewer in mutation tests, which run them thousands of times.
 */
export const runs = Number(process.env['MANDATE_MUTATION'] ?? process.env['MANDATE_PROPERTY_RUNS'] ?? 1200)

/** A law asks several times for each example it draws, and what it might break is found early or not at all. */
export const lawRuns = Math.min(runs / 2, 5000)
