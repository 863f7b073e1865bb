import { expect, it } from 'vitest'
import { type Previewed, previewed } from './previewed.ts'

const state = { liveVersion: 5, newestVersion: 9 }

it.each<[string, unknown, Parameters<typeof previewed>[1], Previewed]>([
  ['the newest beside what is live', undefined, state, { live: 5, version: 9, follows: true }],
  ['what was asked for, and stays with it', '3', state, { live: 5, version: 3, follows: false }],
  ['what is live as it is stored, not as this process knows it', '9', state, { live: 5, version: 9, follows: false }],
  ['the newest when what was asked for is no version', 'v3', state, { live: 5, version: 9, follows: true }],
  ['the newest when no version has that number', '9999999999', state, { live: 5, version: 9, follows: true }],
  ['the newest when two were asked for', ['3', '4'], state, { live: 5, version: 9, follows: true }],
  [
    'what the process has, while nothing is stored',
    '',
    { liveVersion: null, newestVersion: null },
    { live: 4, version: 4, follows: true },
  ],
])('the preview shows %s', (_, asked, stored, expected) => {
  expect(previewed(asked, stored, 4)).toEqual(expected)
})
