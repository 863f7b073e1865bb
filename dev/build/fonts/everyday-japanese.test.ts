import { expect, it } from 'vitest'
import { everydayJapanese } from './everyday-japanese.ts'

const letters = [...everydayJapanese()].map((point) => String.fromCodePoint(point))

it('has the first level of kanji and no other', () => {
  // One kanji stands among the signs.
  const kanji = letters.filter((letter) => letter >= '\u4e00' && letter <= '\u9fff' && letter !== '仝')
  expect(kanji).toHaveLength(2_965)
  for (const known of '亜腕高桟硝絃あンー、「★※￥') expect(letters, known).toContain(known)
  for (const rarer of '髙﨑弌鑰') expect(letters, rarer).not.toContain(rarer)
})
