/** Pages of search results: in order of id, each page beginning after the last of the one before. Nothing is kept between them. */
import canonicalize from 'canonicalize'
import { createHash } from 'node:crypto'

import { isAbsent, misfit, objectOf, type JsonObject } from './misfit.ts'

const longest = 1000

export interface Paging {
  /** Stands for everything asked but the page; a token is good for the same only. */
  readonly request: string
  readonly limit: number
  /** Ids after this one; null = from the beginning. */
  readonly after: string | null
  /** The client spoke of pages, and wants to be told of them. */
  readonly wanted: boolean
}

function limitOf(limit: unknown): number | null {
  if (isAbsent(limit)) return null
  if (typeof limit === 'number' && Number.isSafeInteger(limit) && limit >= 1) return Math.min(limit, longest)
  throw misfit('page.limit', 'This is not a number of results.', 'Give a whole number from 1.')
}

interface Token {
  readonly request: string
  readonly after: string
  readonly limit: number
}

const writeToken = ({ request, after, limit }: Token): string => Buffer.from(JSON.stringify([request, limit, after])).toString('base64url')

function readToken(text: string): Token | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (!Array.isArray(read)) return null
    const [request, limit, after] = read as unknown[]
    const fits = typeof request === 'string' && typeof after === 'string' && typeof limit === 'number' && limit >= 1 && limit <= longest
    return fits && Number.isInteger(limit) ? { request, after, limit } : null
  } catch {
    return null
  }
}

/** `searched` tells the searches apart; the limit may change from page to page. */
export function pagingOf(searched: string, { page, ...rest }: JsonObject): Paging {
  const request = createHash('sha256').update(searched).update(canonicalize(rest) ?? '').digest('base64url').slice(0, 22)
  if (isAbsent(page)) return { request, limit: longest, after: null, wanted: false }
  const { token, limit } = objectOf(page, 'page')
  const asked = limitOf(limit)
  if (isAbsent(token) || token === '') return { request, limit: asked ?? longest, after: null, wanted: true }
  const read = typeof token === 'string' ? readToken(token) : null
  if (read === null) throw misfit('page.token', 'This is no token of ours.', 'Send next_token as it was given, or leave it out to begin anew.', 'wrong-token')
  if (read.request !== request) {
    throw misfit('page.token', 'The request is not the one this token was given for.', 'Change nothing but the page, or leave the token out to begin anew.', 'wrong-token')
  }
  return { request, limit: asked ?? read.limit, after: read.after, wanted: true }
}

export interface Page {
  readonly ids: readonly string[]
  readonly page?: { readonly next_token: string; readonly count: number; readonly total: number }
}

/** `found` in any order, each once. */
export function pageOf(found: readonly string[], { request, limit, after, wanted }: Paging): Page {
  const sorted = found.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const from = after === null ? 0 : sorted.findIndex((id) => id > after)
  const ids = from < 0 ? [] : sorted.slice(from, from + limit)
  const last = ids.at(-1)
  const more = last !== undefined && from + limit < sorted.length
  if (!wanted && !more) return { ids }
  return { ids, page: { next_token: more ? writeToken({ request, after: last, limit }) : '', count: ids.length, total: sorted.length } }
}
