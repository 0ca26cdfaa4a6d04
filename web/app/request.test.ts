import { describe, expect, it } from 'vitest'

import { insideAddress } from './follow-links.ts'
import { chosenLanguage } from './language.tsx'
import { addressOf, NoAnswerError, ProblemError, problemOf, worthRetrying } from './request.ts'

describe('a request', () => {
  it('fills in its address', () => {
    expect(addressOf('/api/v1/delegations/{id}', { id: 'a/b 1' }, { page: 2, q: '', fact: ['x=1', 'y=2'], on: undefined })).toBe(
      '/api/v1/delegations/a%2Fb%201?page=2&fact=x%3D1&fact=y%3D2',
    )
    expect(addressOf('/api/v1/home', undefined, undefined)).toBe('/api/v1/home')
  })

  it('reads a refusal with its fields', async () => {
    const body = {
      type: '/problems/limit-exceeded',
      title: 'Too much',
      detail: 'Nothing was signed.',
      errors: [{ field: 'body.amount', code: 'limit-exceeded', message: 'More than you hold.', remedy: 'Enter less.' }],
    }
    const problem = await problemOf(new Response(JSON.stringify(body), { status: 422 }))
    expect([problem.code, problem.title, problem.field('amount')?.remedy]).toEqual(['limit-exceeded', 'Too much', 'Enter less.'])
  })

  it('reads even a refusal that is no problem document', async () => {
    expect((await problemOf(new Response('<html>', { status: 502 }))).code).toBe('http-502')
  })

  it('tries again only where that can help', () => {
    expect(worthRetrying(0, new NoAnswerError('x'))).toBe(true)
    expect(worthRetrying(0, new ProblemError(503, 'register-stale', '', ''))).toBe(true)
    expect(worthRetrying(0, new ProblemError(403, 'closed', '', ''))).toBe(false)
    expect(worthRetrying(3, new NoAnswerError('x'))).toBe(false)
  })
})

describe('links', () => {
  const link = (href: string, target = '', download = false) => ({ href, target, download: '', hasAttribute: () => download })

  it('are followed inside the product, and left to the browser elsewhere', () => {
    const origin = 'http://127.0.0.1:8080'
    expect(insideAddress(link(`${origin}/register?page=2#x`), origin)).toBe('/register?page=2#x')
    expect(insideAddress(link(`${origin}/api/v1/export/people`), origin)).toBeNull()
    expect(insideAddress(link('https://elsewhere.example/register'), origin)).toBeNull()
    expect(insideAddress(link(`${origin}/register`, '_blank'), origin)).toBeNull()
    expect(insideAddress(link(`${origin}/register`, '', true), origin)).toBeNull()
  })
})

describe('the language', () => {
  it('is what the address names, then what was chosen, then what the browser prefers', () => {
    expect(chosenLanguage('?language=ar', 'mandate_language=zh', ['fr'])).toBe('ar')
    expect(chosenLanguage('?language=xx', 'a=b; mandate_language=zh', ['fr'])).toBe('zh')
    expect(chosenLanguage('', '', ['ru-RU'])).toBe('ru')
  })
})
