import { expect, it } from 'vitest'
import { ArtworkParams, ArtworkQuery } from './artworks.ts'

it.each(['night-train', 'a', 'poster-2026'])('looks for a picture under %s', (key) => {
  expect(ArtworkParams.safeParse({ key }).success).toBe(true)
})

it.each([
  '..%2f..%2fv1%2forders',
  '../orders',
  '..',
  'http://169.254.169.254/',
  '//evil.example',
  'A',
  '',
  'a?b',
  'a#b',
])('never asks core for %j', (key) => {
  expect(ArtworkParams.safeParse({ key }).success).toBe(false)
})

it('knows four widths', () => {
  const widths = ['480', '750', '960', '1600', '0', '481', '99999', '', '-480', '480.5', 'x']
  expect(widths.filter((w) => ArtworkQuery.safeParse({ w }).success)).toEqual(['480', '750', '960', '1600'])
})

it.each([{ z: '1' }, { W: '480' }, { _rsc: 'a' }])('refuses whatever else is asked beside it: %j', (more) => {
  expect(ArtworkQuery.safeParse({ w: '480', ...more }).success).toBe(false)
})
