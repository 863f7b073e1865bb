import { expect, it } from 'vitest'
import { unhandledIn } from './unhandled.ts'

it.each([
  ' ⨯ unhandledRejection: Error: read ECONNRESET',
  '⨯ uncaughtException:  TypeError: x is not a function',
  '    triggerUncaughtException(err, true /* fromPromise */);',
  '[UnhandledPromiseRejection: This error originated either by throwing inside of an async function]',
])('finds %s', (line) => {
  expect(unhandledIn(`{"level":30,"msg":"ready"}\n${line}\n    at somewhere (file.js:1:1)\n`)).toEqual([line.trim()])
})

it('takes an error that was caught and logged for what it is', () => {
  const caught = '{"level":50,"err":{"type":"Error","message":"connect ECONNREFUSED"},"msg":"redis connection failed"}'
  expect(unhandledIn(`${caught}\n{"level":30,"msg":"stopping"}\n`)).toEqual([])
})

it('cuts what is endless', () => {
  expect(unhandledIn(`unhandledRejection ${'x'.repeat(10_000)}`)[0]?.length).toBe(200)
})
