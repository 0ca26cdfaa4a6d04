/** In which order an empty register takes the kinds of import: each finds what it refers to (docs/import.md). */
export const importOrder = [
  'catalogue', 'organisation', 'people', 'assignments', 'credentials', 'bodies', 'facts', 'relations', 'absences', 'rates', 'delegations', 'acts',
  'roles',
] as const
