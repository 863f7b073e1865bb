import { cloudBank } from '../cloud-bank.ts'
import { mix } from '../colour.ts'
import { clip, fill, ground, group, glow as light, linear, sheet, stroke } from '../paint.ts'
import { circle, range } from '../path.ts'
import type { Random } from '../random.ts'
import type { Composition } from '../scene.ts'
import { stars } from '../stars.ts'

const BODY =
  'M196 408C190 262 352 206 540 226C716 244 806 330 916 334C950 310 938 232 878 186C952 176 1008 222 1018 280C1048 226 1112 204 1168 226C1138 258 1120 342 1040 382C948 470 820 566 590 572C372 578 206 540 196 408Z'
const BELLY = 'M180 432C300 470 420 430 560 472C700 512 800 500 960 420L900 640H180Z'

/** A whale afloat among the clouds, with a village on its back. */
export const whale: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const [high, low] = night ? [ink, mix(deep, main, 0.7)] : [mix(main, paper, 0.15), mix(glow, paper, 0.35)]
  const skin = night ? mix(main, glow, 0.16) : deep
  const cloud = night ? mix(deep, main, 0.5) : paper
  return [
    linear('sky', [0, 0, 0, 720], { 0: high, 1: low }),
    ground('url(#sky)'),
    night ? stars(random, 130, 640, paper) : '',
    light('shine', 640, 330, 520, night ? pop : paper, 0.5),
    fill(circle(690, 270, 190), night ? glow : pop),
    cloudBank(random, 560, 46, mix(cloud, low, 0.55)),
    '<g transform="translate(126 58) scale(.84)">',
    ...village(random, palette, night),
    sheet(BODY, skin, 24),
    clip('body', BODY),
    group(
      'clip-path="url(#body)"',
      fill(BELLY, night ? mix(glow, paper, 0.4) : mix(paper, main, 0.12)),
      stroke(
        range(9).map(
          (index) =>
            `M${190 + index * 10} ${462 + index * 17}C${330 + index * 12} ${496 + index * 13} 460 ${462 + index * 15} ${640 - index * 14} ${500 + index * 13}`,
        ),
        mix(skin, paper, 0.35),
        4,
      ),
      fill(
        range(26).map(() => circle(random.between(260, 860), random.between(232, 330), random.between(2, 6))),
        paper,
        'fill-opacity=".35"',
      ),
    ),
    fill(circle(322, 404, 15), ink),
    fill(circle(317, 399, 5), paper),
    stroke('M290 378Q318 362 348 376', ink, 4, 'stroke-linecap="round"'),
    stroke('M212 446Q262 470 316 458', ink, 4, 'stroke-linecap="round"'),
    sheet('M470 470C530 480 570 520 560 640C500 640 420 560 420 492Z', mix(skin, ink, 0.22), 16),
    '</g>',
    cloudBank(random, 668, 64, mix(cloud, low, 0.25)),
    cloudBank(random, 742, 78, cloud),
  ].join('')
}

function village(
  random: Random,
  { deep, main, pop, glow, paper, ink }: Record<'deep' | 'main' | 'pop' | 'glow' | 'paper' | 'ink', string>,
  night: boolean,
): string[] {
  const walls = random.shuffle([paper, glow, mix(paper, pop, 0.25), paper])
  const roofs = random.shuffle([pop, mix(pop, ink, 0.3), mix(main, pop, 0.5), pop])
  const window = night ? glow : deep
  const spots = [388, 470, 560, 640]
  const houses = spots.map((x, index) => {
    const [w, h] = [random.between(44, 58), random.between(50, 104)]
    const base = 236 + (index === 3 ? 14 : 0) + (index === 0 ? 8 : 0)
    const panes = range(Math.floor(h / 30)).map(
      (row) =>
        `M${x + w * 0.2} ${base - h + 10 + row * 28}h10v14h-10ZM${x + w * 0.6} ${base - h + 10 + row * 28}h10v14h-10Z`,
    )
    return (
      sheet(`M${x} ${base + 30}v${-h - 30}h${w}v${h + 30}Z`, walls[index] as string, 6) +
      fill(
        `M${x - 7} ${base - h} ${x + w / 2} ${base - h - w * 0.8} ${x + w + 7} ${base - h}Z`,
        roofs[index] as string,
      ) +
      fill(panes, window)
    )
  })
  const trees = [352, 446, 534, 712].map(
    (x, index) =>
      fill(`M${x - 3} 262h6v-40h-6Z`, ink) +
      fill(
        `M${x - 19} ${238 + (index === 3 ? 16 : 0)} ${x} ${164 + (index === 3 ? 26 : 0)} ${x + 19} ${238 + (index === 3 ? 16 : 0)}Z`,
        mix(main, index % 2 === 0 ? deep : ink, 0.55),
      ),
  )
  return [...trees.slice(0, 2), ...houses, ...trees.slice(2)]
}
