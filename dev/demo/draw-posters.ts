import { ARTWORK_WIDTHS } from '#contracts/artwork-widths.ts'
import { toRecord } from './show-record.ts'
import { SHOWS } from './shows/all.ts'

/** Drawing takes a core each; more at once would only make each of them late. */
const AT_ONCE = 2

/**
 * Has core draw every poster that it has not drawn yet, so that the first visitor of a page with thirty of them does not
 * wait for that. Posters that are there cost a few milliseconds each.
 * @param core its base URL; the shows must be stored
 */
export async function drawPosters(core: string): Promise<void> {
  const records = SHOWS.map((show) => toRecord(show, new Date()))
  const keys = new Set(records.flatMap(({ artwork, images = [] }) => [artwork, ...images].map(({ key }) => key)))
  const wanted = [...keys].flatMap((key) => ARTWORK_WIDTHS.map((width) => `${core}/v1/artworks/${key}?width=${width}`))
  const hands = Array.from({ length: AT_ONCE }, async () => {
    for (let url = wanted.pop(); url !== undefined; url = wanted.pop()) await draw(url)
  })
  await Promise.all(hands)
}

async function draw(url: string): Promise<void> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
  await response.arrayBuffer()
}
