/** Runs a suite on the embedded database, and on PostgreSQL where MANDATE_TEST_POSTGRES names a server. For tests only. */
import { describe } from 'vitest'

import { openEmbeddedForTest, openPostgresForTest, testServer, type OpenTestDatabase } from './test-database.ts'

export function describeDatabases(name: string, suite: (open: OpenTestDatabase, kind: 'embedded' | 'postgres') => void): void {
  describe(`${name}, embedded`, () => suite(openEmbeddedForTest, 'embedded'))
  const server = testServer()
  if (server) describe(`${name}, PostgreSQL`, () => suite(openPostgresForTest(server), 'postgres'))
  else describe.skip(`${name}, PostgreSQL (skipped: MANDATE_TEST_POSTGRES names no server)`, () => suite(openEmbeddedForTest, 'embedded'))
}
