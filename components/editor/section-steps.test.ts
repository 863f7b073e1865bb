import { expect, it } from 'vitest'
import type { HomeSection } from '#contracts/reseller-config.ts'
import { withAlt, withPicture, withShows, withText } from './section-steps.ts'

const picture = { id: 'a', width: 10, height: 5 }
const hero: HomeSection = { type: 'hero', title: 'One', text: 'Words', picture: { ...picture, alt: 'A hall' } }
const upcoming: HomeSection = { type: 'upcoming', title: 'Two' }

it('changes a picture and leaves the words, also those that say what it shows', () => {
  expect(withPicture(hero, { ...picture, id: 'b' })).toEqual({
    ...hero,
    picture: { ...picture, id: 'b', alt: 'A hall' },
  })
  expect(withPicture(hero, undefined)).toEqual({ ...hero, picture: undefined })
  expect(withAlt(hero, 'A crowd')).toEqual({ ...hero, picture: { ...picture, alt: 'A crowd' } })
})

it('says nothing of a picture that was removed', () => {
  const bare: HomeSection = { type: 'text', title: 'Three', text: 'More' }
  expect(withAlt(bare, 'A crowd')).toBe(bare)
})

it('has no empty text in a hero, which needs none', () => {
  expect(withText(hero, '')).toEqual({ ...hero, text: undefined })
})

it('leaves a section as it is that has no such thing', () => {
  for (const same of [withPicture(upcoming, picture), withText(upcoming, 'x'), withShows(upcoming, ['a'])])
    expect(same).toBe(upcoming)
})
