import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CHANGE_MS } from './change-streams.ts'
import { OWN_LIMITS, openFilesAllowed, openFilesIn, SPARE_SOCKETS, socketRoom } from './socket-room.ts'

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

const limitsWith = (openFiles: string) => `\
Limit                     Soft Limit           Hard Limit           Units     
Max processes             96365                96365                processes 
${openFiles}
Max locked memory         8388608              8388608              bytes     
Max nice priority         0                    0                    
`

test.each([
  ['Max open files            20000                1048576              files     ', 20_000],
  ['Max open files            1073741816           1073741816           files     ', 1_073_741_816],
  ['Max open files            unlimited            unlimited            files     ', Number.POSITIVE_INFINITY],
  ['Max file locks            unlimited            unlimited            locks     ', Number.POSITIVE_INFINITY],
])('of Linux’s list of limits the soft one of descriptors counts: %s', (openFiles, descriptors) => {
  expect(openFilesIn(limitsWith(openFiles))).toBe(descriptors)
})

test.runIf(existsSync(OWN_LIMITS))('descriptors are as many as the shell says', () => {
  const said = execFileSync('/bin/sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }).trim()
  expect(openFilesAllowed()).toBe(said === 'unlimited' ? Number.POSITIVE_INFINITY : Number(said))
})
