import { expect, it } from 'vitest'
import { previewAddress, previewHref } from './preview-href.ts'

const current = 'http://aurora.localhost:3000/preview/v7/shows'

it.each<[string, string | null]>([
  ['/', '/preview/v7'],
  ['/shows', '/preview/v7/shows'],
  ['/de/shows', '/preview/v7/de/shows'],
  ['/shows?q=a&category=dance#list', '/preview/v7/shows?q=a&category=dance#list'],
  ['http://aurora.localhost:3000/shows/42', '/preview/v7/shows/42'],
  ['/preview/v7/shows', null],
  ['/preview/v7', null],
  ['#tickets', null],
  ['https://elsewhere.example/', null],
  ['mailto:help@example.com', null],
  ['http://luna.localhost:3000/shows', null],
  ['/preview/v8/shows', null],
  ['/previews', '/preview/v7/previews'],
  ['//elsewhere.example/shows', null],
])('%s leads to %s', (href, expected) => {
  expect(previewHref('/preview/v7', href, current)).toBe(expected)
})

it.each([
  ['/', '/preview/v12'],
  ['/?q=a', '/preview/v12?q=a'],
  ['/shows?q=a', '/preview/v12/shows?q=a'],
  ['/de', '/preview/v12/de'],
  ['/de?q=a', '/preview/v12/de?q=a'],
  ['/de/shows', '/preview/v12/de/shows'],
])('the page %s has the address %s', (href, address) => expect(previewAddress('/preview/v12', href)).toBe(address))
