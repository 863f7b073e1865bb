import { expect, it } from 'vitest'
import { wordsOf } from './server-words.ts'

it.each([
  ['550 5.1.1 <ada@example.com>: Recipient address rejected', '550 5.1.1 [address] Recipient address rejected'],
  ['550 rfc822;Ada.Lovelace+box@mail.example.com', '550 [address]'],
  ['554 blocked: https://aurora.example/reset?token=s3cret (spam)', '554 blocked: [link] (spam)'],
  ['554 blocked by aurora.example/orders/o_1?key=s3cret', '554 blocked by [link]'],
  ['554 see\r\n<HTTP://aurora.example/verify?token=s3cret>', '554 see\r\n[link]'],
  ['451 come back later? id=7 says when', '451 come back later? id=7 says when'],
  ['connect ECONNREFUSED 127.0.0.1:25', 'connect ECONNREFUSED 127.0.0.1:25'],
])('of “%s” it keeps “%s”', (answer, kept) => {
  expect(wordsOf(answer)).toBe(kept)
})

it('is short, however much a server says', () => {
  expect(wordsOf('?='.repeat(5_000_000))).toBe('[link]')
  expect(wordsOf('no '.repeat(5_000_000)).length).toBe(2_000)
})
