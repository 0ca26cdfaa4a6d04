/**
 * Decisions referred to somebody who may take them. What is asked is between the two (row-level security); the ledger holds that something
 * was referred and a salted digest of it, by which either can prove later what was asked.
 */
import canonicalize from 'canonicalize'
import { createHash, randomBytes } from 'node:crypto'

import type { Instant, Question } from '../../kernel/authority/model.ts'
import type { Migration, Tx } from '../../platform/database/database.ts'
import { closed } from '../../platform/database/row-security.ts'
import { Problem } from '../../platform/http/problem.ts'

export const referralStates = ['open', 'decided', 'declined', 'withdrawn'] as const
export type ReferralState = (typeof referralStates)[number]

export interface Referral {
  id: string
  asked_by: string
  asked_of: string
  /** The decision, whoever takes it. */
  question: Omit<Question, 'person' | 'body'>
  what: string
  salt: string
  digest: string
  state: ReferralState
  asked_at: Instant
  closed_at: Instant | null
  /** Why it was declined. */
  reason: string | null
  /** The decision taken. */
  exercise: string | null
}

declare module '../../platform/database/database.ts' {
  interface Tables {
    referral: Referral
  }
}

const party = '(asked_by = mandate_person() OR asked_of = mandate_person())'

export const referralMigration: Migration = {
  name: '2026-11-25-referrals',
  why: 'Decisions referred to somebody who may take them, seen by the two alone.',
  sql: `CREATE TABLE referral (
      id text PRIMARY KEY, asked_by text NOT NULL, asked_of text NOT NULL CHECK (asked_of <> asked_by), question jsonb NOT NULL, what text NOT NULL,
      salt text NOT NULL, digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'), state text NOT NULL CHECK (state IN ('open', 'decided', 'declined', 'withdrawn')),
      asked_at timestamptz NOT NULL, closed_at timestamptz, reason text, exercise text,
      CHECK ((state = 'open') = (closed_at IS NULL)), CHECK ((state = 'declined') = (reason IS NOT NULL)), CHECK ((state = 'decided') = (exercise IS NOT NULL)));
    CREATE INDEX referral_asked_of ON referral (asked_of, state);
    CREATE INDEX referral_asked_by ON referral (asked_by, state);
    ${closed('referral')}
    CREATE POLICY between ON referral FOR SELECT USING (${party});
    CREATE POLICY own ON referral FOR INSERT WITH CHECK (asked_by = mandate_person());
    CREATE POLICY close ON referral FOR UPDATE USING (${party}) WITH CHECK (${party});
    GRANT SELECT, INSERT, UPDATE (state, closed_at, reason, exercise) ON referral TO mandate_app;`,
}

/** SHA-256 of the canonical JSON of what is asked, by whom, of whom, and the salt. */
export const referralDigest = ({ asked_by, asked_of, question, what, salt }: Pick<Referral, 'asked_by' | 'asked_of' | 'question' | 'what' | 'salt'>): string =>
  createHash('sha256').update(canonicalize({ askedBy: asked_by, askedOf: asked_of, question, what, salt })!).digest('hex')

export const newSalt = (): string => randomBytes(16).toString('hex')

/** Not told from one that is between others. */
export const noSuchReferral = () =>
  new Problem(404, 'no-such-referral', 'No such decision was referred by you or to you', 'Nothing was changed. What was is listed at GET /api/v1/referrals.')

export async function findReferral(tx: Tx, id: string): Promise<Referral> {
  const found = await tx.selectFrom('referral').selectAll().where('id', '=', id).executeTakeFirst()
  if (!found) throw noSuchReferral()
  return found
}

/** Locks one that is still open, so that it is closed once. */
export async function lockOpen(tx: Tx, id: string): Promise<Referral> {
  const found = await tx.selectFrom('referral').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!found) throw noSuchReferral()
  if (found.state === 'open') return found
  throw new Problem(409, 'referral-closed', 'It is closed already', `Nothing was changed. It was ${found.state}: look at it again.`)
}

export async function closeReferral(tx: Tx, id: string, closing: Pick<Referral, 'state'> & Partial<Pick<Referral, 'reason' | 'exercise'>>, at: Instant): Promise<void> {
  await tx.updateTable('referral').set({ ...closing, closed_at: at }).where('id', '=', id).execute()
}
