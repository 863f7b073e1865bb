import { expect } from 'vitest'
import { ARTWORK_WIDTHS } from '#contracts/artwork-widths.ts'
import { nginxTest } from './nginx-test.fixture.ts'

const keptForGood = () => ({ headers: { 'content-type': 'image/webp', 'cache-control': 'public, max-age=31536000' } })

nginxTest('a picture is kept once for each width, whatever else is asked', async (edge, origin) => {
  origin.odd = keptForGood
  const asked = async (query: string, host = 'aurora.tickets.example') => {
    const answer = await edge.ask(`/media/artworks/night-train${query}`, { host })
    return /path=(\S+)/.exec(await answer.whole())?.[1]
  }
  for (const width of ARTWORK_WIDTHS) expect(await asked(`?w=${width}`)).toBe(`/media/artworks/night-train?w=${width}`)
  expect(origin.seen).toHaveLength(ARTWORK_WIDTHS.length)
  // What a storefront would read in another way than the key does is not said to it: the last of two, a name in escapes.
  for (const query of ['?w=480&z=1', '?z=2&w=480', '?w=480&w=1600', '?w=480&%77=1600', '?W=480', '?w=480&'])
    expect([query, await asked(query)]).toEqual([query, '/media/artworks/night-train?w=480'])
  for (const host of ['AURORA.tickets.example', 'aurora.tickets.example:81'])
    expect(await asked('?w=480', host)).toBe('/media/artworks/night-train?w=480')
  expect(origin.seen, 'none of them').toHaveLength(ARTWORK_WIDTHS.length)
  for (const query of ['', '?w=0480', '?w=480.0', '?w=0x1e0', '?w=%34%38%30', '?z=3'])
    expect([query, await asked(query)]).toEqual([query, '/media/artworks/night-train'])
  expect(origin.seen).toHaveLength(ARTWORK_WIDTHS.length + 1)
})

nginxTest('a picture of staff is kept for its host', async (edge, origin) => {
  origin.odd = keptForGood
  for (const query of ['', '?z=1', '?z=2']) await edge.ask(`/media/pictures/p/480.webp${query}`)
  expect(origin.seen.map(({ url }) => url)).toEqual(['/media/pictures/p/480.webp'])
  await edge.ask('/media/pictures/p/480.webp', { host: 'luna.tickets.example' })
  expect(origin.seen).toHaveLength(2)
})
