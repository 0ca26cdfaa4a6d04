/** How bulletins, comments on them and the fate of each line are kept. A bulletin in preparation is a draft: outside the ledger. */
import type { Generated } from 'kysely'

import type { Migration } from '../../platform/database/database.ts'
import { closed, signedIn } from '../../platform/database/row-security.ts'
import type { Bulletin, BulletinState } from './model.ts'

interface BulletinTable {
  id: string
  version: Generated<number>
  state: BulletinState
  supersedes: string
  body: Pick<Bulletin, 'terms' | 'matters' | 'mappings' | 'reissue' | 'group'>
  begun_by: string
  instrument: string | null
  created_at: number
  updated_at: number
}

interface BulletinCommentTable {
  id: string
  bulletin: string
  /** A matter of the bulletin or of the framework before; null = the whole. */
  matter: string | null
  entity: string
  person: string
  words: string
  commented_at: number
  answer: 'accepted' | 'not-accepted' | null
  answer_words: string | null
  answered_by: string | null
  answered_at: number | null
}

/** What became of each delegation that stood under the framework before. */
interface TransitionLineTable {
  framework: string
  delegation: string
  entity: string
  matter: string
  fate: 'reissued' | 'decision' | 'lapses'
  reason: string
  reissued_as: string | null
}

declare module '../../platform/database/database.ts' {
  interface Tables {
    bulletin: BulletinTable
    bulletin_comment: BulletinCommentTable
    transition_line: TransitionLineTable
  }
}

const open = (table: string): string => `${closed(table)} CREATE POLICY signed_in ON ${table} USING (${signedIn}) WITH CHECK (${signedIn});`

export const frameworkMigrations: readonly Migration[] = [
  {
    name: '2026-11-26-bulletins-frameworks',
    why: 'A framework is prepared, commented on and promulgated as one dated act; what became of each line is kept for its holder and for headquarters.',
    sql: `
      CREATE TABLE bulletin (
        id text PRIMARY KEY, version integer NOT NULL DEFAULT 1, supersedes text NOT NULL, body jsonb NOT NULL, begun_by text NOT NULL,
        state text NOT NULL CHECK (state IN ('preparing', 'consulting', 'promulgated', 'withdrawn')),
        instrument text, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL);
      ${open('bulletin')}
      GRANT SELECT, INSERT, UPDATE (version, state, body, instrument, updated_at) ON bulletin TO mandate_app;
      CREATE TABLE bulletin_comment (
        id text PRIMARY KEY, bulletin text NOT NULL REFERENCES bulletin, matter text, entity text NOT NULL, person text NOT NULL,
        words text NOT NULL, at timestamptz NOT NULL, answer text CHECK (answer IN ('accepted', 'not-accepted')),
        answer_words text, answered_by text, answered_at timestamptz,
        CHECK ((answer IS NULL) = (answer_words IS NULL) AND (answer IS NULL) = (answered_by IS NULL)));
      CREATE INDEX bulletin_comment_of ON bulletin_comment (bulletin, at);
      ${open('bulletin_comment')}
      GRANT SELECT, INSERT, UPDATE (answer, answer_words, answered_by, answered_at) ON bulletin_comment TO mandate_app;
      CREATE TABLE transition_line (
        framework text NOT NULL, delegation text NOT NULL, entity text NOT NULL, matter text NOT NULL, reason text NOT NULL,
        fate text NOT NULL CHECK (fate IN ('reissued', 'decision', 'lapses')), reissued_as text, PRIMARY KEY (framework, delegation),
        CHECK ((fate = 'reissued') = (reissued_as IS NOT NULL)));
      CREATE INDEX transition_line_entity ON transition_line (framework, entity, fate);
      ${open('transition_line')}
      GRANT SELECT, INSERT ON transition_line TO mandate_app;`,
  },
  {
    name: '2026-11-26-comment-instants-frameworks',
    why: 'Columns of instants are known by their names.',
    sql: 'ALTER TABLE bulletin_comment RENAME at TO commented_at;',
  },
]
