import { mix } from '../colour.ts'
import { crowdRow } from '../crowd.ts'
import { clip, fill, ground, group, glow as light, linear, stroke } from '../paint.ts'
import { box, ellipse, range } from '../path.ts'
import type { Composition } from '../scene.ts'
import { stars } from '../stars.ts'

/** Festival night: paper lanterns near and far, roofs below. */
export const lanterns: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const dusk = tone === 'night' ? deep : mix(deep, ink, 0.35)
  const papers = random.shuffle([pop, pop, glow, mix(pop, glow, 0.5), main])
  const far = range(9).map(
    (index) => [80 + index * 130 + random.between(-30, 30), random.between(90, 330), random.between(24, 36)] as const,
  )
  const near = [
    [238, 300, 84],
    [600, 262, 150],
    [958, 320, 92],
  ] as const
  return [
    linear('dusk', [0, 0, 0, 700], { 0: mix(dusk, ink, 0.6), 0.6: dusk, 1: mix(main, pop, 0.4) }),
    ground('url(#dusk)'),
    stars(random, 80, 420, paper),
    light('street', 600, 700, 620, pop, 0.6),
    fill(roof(170, 600, 440) + roof(1020, 585, 470), mix(ink, dusk, 0.55)),
    fill(roof(-40, 660, 520) + roof(1230, 650, 560), mix(ink, dusk, 0.25)),
    fill(
      range(12).map((index) => box(index * 104 + random.between(0, 30), random.between(668, 700), 26, 36)),
      glow,
      'fill-opacity=".75"',
    ),
    ...far.map(([x, y, r], index) => lantern(`f${index}`, x, y, r, papers[index % 5] as string, paper, ink, 0.55)),
    stroke('M-20 120Q600 190 1220 110', ink, 4),
    ...near.map(([x, y, r], index) =>
      lantern(
        `n${index}`,
        x + random.between(-22, 22),
        y + random.between(-16, 16),
        r,
        index === 1 ? pop : (papers[index + 1] as string),
        paper,
        ink,
        1,
      ),
    ),
    fill(crowdRow(random, 690, 34, 0), mix(ink, dusk, 0.25)),
    fill(crowdRow(random, 742, 50, 0.06), ink),
    linear('dark', [0, 600, 0, 800], { 0: [ink, 0], 1: [ink, 0.9] }),
    ground('url(#dark)'),
  ].join('')
}

function lantern(
  id: string,
  x: number,
  y: number,
  r: number,
  cloth: string,
  paper: string,
  ink: string,
  strength: number,
): string {
  const shell = ellipse(x, y, r, r * 1.12)
  return [
    light(`g${id}`, x, y, r * 2.3, cloth, 0.75 * strength),
    stroke(`M${x} -20V${y - r * 1.2}`, ink, Math.max(1.5, r * 0.03)),
    fill(shell, cloth),
    light(`h${id}`, x, y + r * 0.15, r * 1.02, paper, 0.95),
    clip(`c${id}`, shell),
    group(
      `clip-path="url(#c${id})"`,
      ...range(8).map((rib) =>
        stroke(
          `M${x - r} ${y - r + rib * r * 0.29}Q${x} ${y - r + rib * r * 0.29 + r * 0.07} ${x + r} ${y - r + rib * r * 0.29}`,
          mix(cloth, ink, 0.45),
          Math.max(1, r * 0.022),
          'stroke-opacity=".6"',
        ),
      ),
      fill(
        ellipse(x - r * 1.25, y, r * 0.62, r * 1.6) + ellipse(x + r * 1.25, y, r * 0.62, r * 1.6),
        mix(cloth, ink, 0.5),
        'fill-opacity=".45"',
      ),
      r > 60 ? crest(x, y, r, mix(cloth, ink, 0.75)) : '',
    ),
    fill(box(x - r * 0.42, y - r * 1.24, r * 0.84, r * 0.2) + box(x - r * 0.42, y + r * 1.04, r * 0.84, r * 0.2), ink),
    r > 60
      ? stroke(
          range(5).map((thread) => `M${x - r * 0.12 + thread * r * 0.06} ${y + r * 1.24}v${r * 0.42}`),
          cloth,
          r * 0.03,
        )
      : '',
  ].join('')
}

/** A round crest of three petals, as families and guilds wear. */
const crest = (x: number, y: number, r: number, colour: string) =>
  stroke(ellipse(x, y, r * 0.42, r * 0.46), colour, r * 0.045) +
  range(3)
    .map(
      (petal) =>
        `<g transform="rotate(${petal * 120} ${x} ${y})">${fill(`M${x} ${y}C${x - r * 0.26} ${y - r * 0.1} ${x - r * 0.2} ${y - r * 0.36} ${x} ${y - r * 0.36}C${x + r * 0.2} ${y - r * 0.36} ${x + r * 0.26} ${y - r * 0.1} ${x} ${y}Z`, colour)}</g>`,
    )
    .join('')

const roof = (x: number, y: number, w: number) =>
  `M${x - w / 2 - 30} ${y}Q${x - w * 0.28} ${y - 26} ${x - w * 0.2} ${y - 92}H${x + w * 0.2}Q${x + w * 0.28} ${y - 26} ${x + w / 2 + 30} ${y}L${x + w / 2 + 20} ${y + 22}H${x + w / 2 - 30}V820H${x - w / 2 + 30}V${y + 22}H${x - w / 2 - 20}ZM${x - w * 0.23} ${y - 104}h${w * 0.46}v14h${-w * 0.46}Z`
