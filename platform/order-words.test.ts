import { describe, expect, it } from 'vitest'
import { wantedIn, wordOfCode, wordsOfName } from './order-words.ts'

/** As the database decides it: each word that was typed begins a word of the name, in one of its spellings. */
function finds(typed: string, name: string): boolean {
  const wanted = wantedIn(typed)
  if (wanted?.by !== 'words') return false
  const words = wordsOfName(name)
  return wanted.names.every((spellings) => spellings.some((one) => words.some((word) => word.startsWith(one))))
}

describe('a name is found', () => {
  it.each([
    ['ada', 'Ada Lovelace'],
    ['LOVE', 'Ada Lovelace'],
    ['lovelace ada', 'Ada Lovelace'],
    ['muller', 'Jürgen Müller'],
    ['mueller', 'Jürgen Müller'],
    ['Müller', 'Petra Mueller'],
    ['Müller', 'Petra Muller'],
    ['MÜLLER', 'ju\u0308rgen mu\u0308ller'],
    ['nunez', 'Iñaki Núñez'],
    ['strasse', 'Anna Straße'],
    ['sorensen', 'Søren Sørensen'],
    ['obrien', 'Kate O’Brien'],
    ["o'br", 'Kate OBrien'],
    ['anne-marie', 'Anne-Marie Dubois'],
    ['marie', 'Anne-Marie Dubois'],
    ['山田', '山田 太郎'],
    ['太郎', '山田太郎'],
    ['山田太郎', '山田 太郎'],
    ['山田　太郎', '山田 太郎'],
    ['やまだ', 'ヤマダ タロウ'],
    ['ﾔﾏﾀﾞ', 'やまだ たろう'],
    ['Ａｄａ', 'Ada Lovelace'],
    ['иван', 'Иван Петров'],
  ])('%s → %s', (typed, name) => expect(finds(typed, name)).toBe(true))
})

describe('a name is not found', () => {
  it.each([
    ['ada smith', 'Ada Lovelace'],
    ['velace', 'Ada Lovelace'],
    ['はなた', '花田 ばなだ'],
    ['', 'Ada Lovelace'],
    ['%', 'Ada Lovelace'],
    ['_da', 'Bda Lovelace'],
  ])('by %s: %s', (typed, name) => expect(finds(typed, name)).toBe(false))
})

describe('what somebody types', () => {
  it.each([
    ['k7qx 24pd', 'K7QX24PD'],
    ['K7QX-24PD', 'K7QX24PD'],
    ['k7', 'K7'],
    ['山田', null],
    ['a', null],
  ])('%s may be the beginning of the code %s', (typed, code) => {
    expect(wantedIn(typed)).toMatchObject({ by: 'words', code })
  })

  it('is an address as soon as there is an @ in it', () => {
    expect(wantedIn(' Ada@Example.com ')).toEqual({ by: 'mail', email: 'Ada@Example.com' })
    expect(wantedIn('ａｄａ＠example.com')).toEqual({ by: 'mail', email: 'ada@example.com' })
  })

  it.each(['', '   ', '—', '%_'])('is nothing: "%s"', (typed) => expect(wantedIn(typed)).toBeNull())

  it('is bounded, and so is what is kept of a name', () => {
    const wanted = wantedIn('a b c d e f g h')
    expect(wanted?.by === 'words' && wanted.names).toHaveLength(6)
    expect(wordsOfName('山'.repeat(120)).length).toBeLessThanOrEqual(250)
  })
})

it('a code is compared without what people leave out', () => {
  expect(wordOfCode('k7qx-24pd')).toBe('K7QX24PD')
})
