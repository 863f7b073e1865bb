import { expect, it } from 'vitest'
import { readSlices } from './font-slices.ts'

it('reads files, weights and characters of a stylesheet, without italics and stand-ins', () => {
  const sheet = [
    "@font-face{font-family:'A';font-style:normal;font-weight:200 900;unicode-range:U+0000-00FF,U+131;font-display:swap;src:url(/fonts/a/latin.woff2) format('woff2')}",
    "@font-face{font-family:'A';font-style:italic;font-weight:400;font-display:swap;src:url(/fonts/a/i.woff2) format('woff2')}",
    "@font-face{font-family:'A';font-style:normal;font-weight:700;font-display:swap;src:url(/fonts/a/b.woff2) format('woff2')}",
    "@font-face{font-family:'A Fallback';font-style:normal;font-weight:1 599;size-adjust:104%;src:local('Arial')}",
  ].join('\n')
  expect(readSlices(sheet)).toEqual([
    {
      file: 'latin.woff2',
      weights: [200, 900],
      ranges: [
        [0, 255],
        [0x131, 0x131],
      ],
    },
    { file: 'b.woff2', weights: [700, 700], ranges: [[0, 0x10ffff]] },
  ])
})
