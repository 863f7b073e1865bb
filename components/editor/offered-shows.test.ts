import { describe, expect, it } from 'vitest'
import { offeredShows } from './offered-shows.ts'

const choice = (id: string, title: string, when = 'Fri 4 Dec, 19:30', venue = 'The Hall · Leeds') => ({
  ...{ id, title, when, venue },
})
const choices = [
  choice('a', 'Night Train'),
  choice('b', 'Night Train', 'Sat 5 Dec, 19:30'),
  choice('c', 'Élégie', 'Sun 6 Dec, 15:00', 'Opéra · Lyon'),
  choice('d', '夜の列車', '12月4日(金) 19:30', 'ホール · 東京'),
]
const many = Array.from({ length: 130 }, (_, at) => choice(`n${at}`, 'Night Train'))

describe('shows to tick', () => {
  it.each([
    ['', ['a', 'b', 'c', 'd']],
    ['  ', ['a', 'b', 'c', 'd']],
    ['night', ['a', 'b']],
    ['TRAIN sat', ['b']],
    ['elegie', ['c']],
    ['opera', ['c']],
    ['leeds', ['a', 'b']],
    ['列車', ['d']],
    ['１９:３０ 東京', ['d']],
    ['night lyon', []],
  ])('are for “%s”: %j', (typed, ids) => {
    expect(offeredShows(choices, [], typed).shown.map(({ id }) => id)).toEqual(ids)
  })

  it('are sixty at once, what is ticked always among them, and the others counted', () => {
    const { shown, more } = offeredShows(many, ['n3', 'n129'], 'night')
    expect([shown.length, more, shown.at(-1)?.id]).toEqual([61, 69, 'n129'])
  })
})
