import { expect, it } from 'vitest'
import { pictureName, readPictureName } from './picture-file.ts'

it('a picture is named by page, theme and width, and its name says so again', () => {
  for (const picture of [
    { page: 'show-sold-out', theme: 'luna', width: 390, scheme: 'light' },
    { page: 'admin', theme: 'kite', width: 1440, scheme: 'dark' },
  ] as const)
    expect(readPictureName(pictureName(picture))).toEqual(picture)
  expect(pictureName({ page: 'home', theme: 'aurora', width: 390, scheme: 'light' })).toBe('home-aurora-390.png')
  expect(readPictureName('index.html')).toBeNull()
})
