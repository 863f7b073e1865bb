import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { CHANGE_MS } from './change-streams.ts'
import { openFilesAllowed, SPARE_SOCKETS, socketRoom } from './socket-room.ts'

test.each([
  ['plenty', 19_900, 1_048_576, { viewers: 19_900, sockets: 21_700 }],
  ['without end', 19_900, Number.POSITIVE_INFINITY, { viewers: 19_900, sockets: 21_700 }],
  ['just enough', 19_900, 21_740, { viewers: 19_900, sockets: 21_700 }],
  ['one too few', 19_900, 21_739, { viewers: 19_899, sockets: 21_699 }],
  ['the usual 20,000', 19_900, 20_000, { viewers: 18_160, sockets: 19_960 }],
  ['those of a desk', 19_900, 1_024, { viewers: 882, sockets: 984 }],
  ['next to none', 19_900, 20, { viewers: 1, sockets: 3 }],
])('with descriptors that are %s, viewers leave room for others', (_what, wanted, descriptors, room) => {
  expect(socketRoom(wanted, descriptors)).toEqual(room)
})

test('changes of a full node’s viewers, each of whom turns a page every 20 s, find room while each of them hangs', () => {
  const { viewers } = socketRoom(19_900, 20_000)
  expect((viewers / 20) * (CHANGE_MS / 1_000)).toBeLessThan(SPARE_SOCKETS - 150)
})

test('of 20,000 descriptors two nodes can take the viewers of three at the autoscaler’s 12,000', () => {
  expect(2 * socketRoom(19_900, 20_000).viewers).toBeGreaterThan(3 * 12_000)
})

test('descriptors are as many as the shell says', () => {
  const said = execFileSync('/bin/sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }).trim()
  expect(openFilesAllowed()).toBe(said === 'unlimited' ? Number.POSITIVE_INFINITY : Number(said))
})
