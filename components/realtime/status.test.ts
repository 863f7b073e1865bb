import { expect, test } from 'vitest'
import { type Situation, statusOf } from './status.ts'
import { TIMINGS } from './timings.ts'

const start: Situation = { online: true, allReady: false, everReady: false, unreadyForMs: 0, failures: 0 }

const table: [string, Partial<Situation>, string][] = [
  ['a page that just opened', {}, 'connecting'],
  ['everything registered', { allReady: true, everReady: true }, 'live'],
  ['live although the browser believes it is offline', { allReady: true, online: false }, 'live'],
  ['a handover between tabs', { everReady: true, unreadyForMs: 1_000 }, 'live'],
  ['a handover that takes long', { everReady: true, unreadyForMs: 1_600 }, 'connecting'],
  ['a first failure', { everReady: true, unreadyForMs: 100, failures: 1 }, 'connecting'],
  ['the third failure', { failures: 3 }, 'polling'],
  ['silence for six seconds', { unreadyForMs: 6_000 }, 'polling'],
  ['no network', { online: false, failures: 9, unreadyForMs: 60_000 }, 'offline'],
]

test.each(table)('%s', (_name, situation, expected) => {
  expect(statusOf({ ...start, ...situation }, TIMINGS)).toBe(expected)
})
