/** From what was asked ("as it stood on D, as known on R") to the two times of a question. */
import type { z } from 'zod'

import type { Instant, Standing, Times } from '../../kernel/authority/model.ts'
import { askedAt, DateProblem } from '../../kernel/time/instants.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Services } from '../../platform/services.ts'
import type { timesAnswered } from './shapes.ts'

const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/

/** The zone in which entered dates are midnights; UTC before there is a framework. */
export function zoneOf(services: Pick<Services, 'register'>, now: Instant): string {
  const { register } = services
  return register.framework({ on: now, known: register.head, now })?.zone ?? 'UTC'
}

function wrong(field: string, message: string, remedy: string): Problem {
  return new Problem(400, 'wrong-time', 'The time asked about cannot be used', 'Nothing was answered. Correct the time and ask again.', [{ field, code: 'wrong-time', message, remedy }])
}

function instantOf(field: string, text: string, zone: string, now: Instant): Instant {
  if (instantForm.test(text)) {
    const at = Date.parse(text)
    if (Number.isFinite(at) && at > Date.UTC(1900, 0) && at < Date.UTC(2201, 0)) return at
    throw wrong(field, 'This instant does not exist or lies outside 1900–2200.', 'Give a real instant, for example 2026-03-31T12:00:00Z.')
  }
  try {
    return askedAt(text, zone, now)
  } catch (problem) {
    if (!(problem instanceof DateProblem)) throw problem
    throw wrong(field, problem.code === 'out-of-range' ? 'This date lies outside 1900–2200.' : 'This is not a date.', 'Give a date as year-month-day, for example 2026-03-31.')
  }
}

/** Default of both is now. R later than now is a wrong question (SEMANTICS, Time). */
export function timesOf(services: Services, asked: { on?: string | undefined; known?: string | undefined }): Times {
  const now = services.clock.now()
  const zone = zoneOf(services, now)
  const on = asked.on === undefined ? now : instantOf('on', asked.on, zone, now)
  return { on, known: knownOf(services, asked.known, zone, now), now }
}

function knownOf({ register }: Services, text: string | undefined, zone: string, now: Instant): number {
  if (text === undefined) return register.head
  if (/^\d{1,15}$/.test(text)) {
    const number = Number(text)
    if (number > register.head) throw wrong('known', `The register has ${register.head} entries.`, 'Give a ledger number that exists, or a date.')
    return number
  }
  const at = instantOf('known', text, zone, now)
  if (at > now) throw wrong('known', 'The register cannot know the future.', 'Give today or an earlier date.')
  return register.numberAt(at)
}

export const standingOf = ({ on, now }: Times): Standing => (on === now ? 'now' : on < now ? 'history' : 'forecast')

export function answerTimes({ register }: Services, times: Times): z.infer<typeof timesAnswered> {
  return {
    on: new Date(times.on).toISOString(),
    known: new Date(times.known === register.head ? times.now : register.recordedAt(times.known)).toISOString(),
    number: times.known,
    standing: standingOf(times),
  }
}
