import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { fillOf } from './price-group.ts'
import { TierPatterns } from './tier-patterns.tsx'

it('draws the pattern of each price group that has one', () => {
  const drawn = renderToStaticMarkup(<TierPatterns count={50} />)
  const ids = new Set([...drawn.matchAll(/ id="([^"]+)"/g)].map(([, id]) => `url(#${id})`))
  const wanted = Array.from({ length: 50 }, (_, group) => fillOf(group)).filter((fill) => fill !== undefined)
  expect(wanted.filter((fill) => !ids.has(fill))).toEqual([])
  expect(drawn.match(/<pattern /g), 'and none twice').toHaveLength(ids.size)
})
