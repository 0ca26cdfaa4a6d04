/** The last day inside a half-open span: its end is the next midnight ("until 31 March" keeps its 31 March). */
export const lastDay = (end: string): string => new Date(Date.parse(end) - 1).toISOString()
