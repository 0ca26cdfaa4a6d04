import { expect, it } from 'vitest'

import { roomOf } from './rooms.ts'

it('finds the room of an address', () => {
  expect(roomOf('/')).toBe('/')
  expect(roomOf('/register/2025-0312')).toBe('/register')
  expect(roomOf('/registers')).toBeUndefined()
  expect(roomOf('/policy/x')).toBe('/policy')
})
