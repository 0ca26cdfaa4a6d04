/** Phrases of row-level security, and the tables in which facts are kept. */

/** True in a transaction of somebody. As a subquery it is asked once a statement, not once a row. */
export const signedIn = "(SELECT mandate_person() <> '')"

/** Closes a table, to its owner too, until policies open it. */
export const closed = (table: string): string =>
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY; ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;`

/**
 * The table of one kind of fact (`fact-table.ts`): its base columns, indexes, policies and grants, around the module's own `columns`
 * ("name text NOT NULL, names jsonb NOT NULL"). Readable by everybody signed in; versions are added, never edited.
 */
export function factTableSql(table: string, columns: string): string {
  if (!/^[a-z][a-z_]{0,40}$/.test(table)) throw new RangeError(`not a table's name: ${table}`)
  return `
CREATE TABLE ${table} (
  id text NOT NULL, version integer NOT NULL, event bigint NOT NULL REFERENCES event, superseded_by bigint REFERENCES event,
  effective_from timestamptz, effective_to timestamptz,
  ${columns},
  PRIMARY KEY (id, version));
CREATE UNIQUE INDEX ${table}_current ON ${table} (id) WHERE superseded_by IS NULL;
CREATE INDEX ${table}_by_event ON ${table} (event);
CREATE INDEX ${table}_superseded ON ${table} (superseded_by) WHERE superseded_by IS NOT NULL;
${closed(table)}
CREATE POLICY signed_in ON ${table} USING (${signedIn}) WITH CHECK (${signedIn});
GRANT SELECT, INSERT, UPDATE (superseded_by) ON ${table} TO mandate_app;
`
}
