import { expect, it } from 'vitest'
import { pressedHref } from './pressed-href.ts'

const HERE = '/shows?category=theatre&city=Berlin'
const said = { q: 'jazz', category: 'theatre', city: 'Berlin', from: '', view: '' }

it.each([
  ['another category', '/shows?category=concert&city=Berlin', '/shows?q=jazz&category=concert&city=Berlin'],
  ['every category', '/shows?city=Berlin', '/shows?q=jazz&city=Berlin'],
  ['a filter less', '/shows?category=theatre', '/shows?q=jazz&category=theatre'],
  ['no filter at all', '/shows', '/shows?q=jazz'],
  ['the calendar', `${HERE}&view=calendar`, '/shows?q=jazz&category=theatre&city=Berlin&view=calendar'],
  ['the same again', HERE, '/shows?q=jazz&category=theatre&city=Berlin'],
  ['the next page of another list', `${HERE}&cursor=abc`, '/shows?q=jazz&category=theatre&city=Berlin'],
])('a word that is not found yet goes along to %s', (_, link, href) => {
  expect(pressedHref(HERE, link, said)).toBe(href)
})

it('a link that takes a word away takes what became of it as well', () => {
  expect(pressedHref('/shows?q=jaz', '/shows', { q: 'jazz' })).toBe('/shows')
})

it('a link in another language is the same question', () => {
  expect(pressedHref('/shows', '/de/shows?category=concert', { q: 'jazz' })).toBe('/shows?q=jazz&category=concert')
})
