import { expect, it } from 'vitest'
import { errorForLog } from './error-for-log.ts'

it('an error is told as it is', () => {
  const error = new RangeError('Invalid time zone specified: Europe/Londn')
  expect(errorForLog(error)).toBe(error)
})

it('one of Prisma’s is told without what was to be written', () => {
  const message = 'Invalid `createMany()` invocation: { recipient: "ada@example.com" }'
  const error = Object.assign(new Error(message), { name: 'PrismaClientKnownRequestError', code: 'P2025' })
  expect(errorForLog(error)).toEqual({ type: 'PrismaClientKnownRequestError', code: 'P2025', state: null })
})
