import { mix } from '../colour.ts'
import { clip, fill, ground, group, glow as light, linear, sheet, stroke } from '../paint.ts'
import { circle, ellipse, range, sector } from '../path.ts'
import type { Composition } from '../scene.ts'
import { stars } from '../stars.ts'

const BODY = 'M600 168C760 168 800 300 796 400C792 540 712 628 600 628S408 540 404 400C400 300 440 168 600 168Z'

/** An owl on its branch before the moon, feathers row by row. */
export const owl: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const sky = night ? deep : mix(main, paper, 0.25)
  const coat = night ? main : deep
  const look = random.between(-9, 9)
  const rows = [mix(coat, pop, 0.1), mix(coat, pop, 0.35), mix(coat, paper, 0.3), mix(coat, glow, 0.45)]
  return [
    linear('sky', [0, 0, 0, 800], {
      0: mix(sky, ink, night ? 0.5 : 0),
      1: night ? mix(sky, main, 0.5) : mix(glow, paper, 0.4),
    }),
    ground('url(#sky)'),
    night ? stars(random, 120, 700, paper) : '',
    light('ring', 600, 380, 560, glow, 0.45),
    sheet(circle(600, 380, 318), night ? glow : paper, 16),
    fill(circle(420, 240, 34) + circle(800, 540, 46) + circle(760, 200, 20), mix(night ? glow : paper, main, 0.18)),
    sheet(
      'M-20 640C200 600 420 640 640 622S1000 640 1220 560V606C1000 690 800 664 640 668S220 690 -20 700Z',
      mix(ink, main, 0.18),
      14,
    ),
    ...[
      [130, 640, -50],
      [300, 620, -74],
      [985, 630, -40],
      [1090, 600, -66],
      [900, 650, 60],
      [230, 668, 70],
    ].map(
      ([x, y, turn]) =>
        `<g transform="translate(${x} ${y}) rotate(${turn})">${sheet('M0 0Q50 -38 118 0Q50 38 0 0Z', night ? mix(main, glow, 0.25) : main, 8)}${stroke('M0 0H104', ink, 2, 'stroke-opacity=".35"')}</g>`,
    ),
    sheet(BODY, coat, 22),
    sheet('M428 150 540 214 418 300Z' + 'M772 150 660 214 782 300Z', mix(coat, ink, 0.25), 10),
    clip('body', BODY),
    group(
      'clip-path="url(#body)"',
      ...range(6)
        .map(
          (row) =>
            fill(
              range(9)
                .map((column) => circle(408 + column * 54 + (row % 2) * 27, 676 - row * 44, 36))
                .join(''),
              rows[row % rows.length] as string,
            ) +
            stroke(
              range(9)
                .map((column) => circle(408 + column * 54 + (row % 2) * 27, 676 - row * 44, 36))
                .join(''),
              ink,
              2,
              'stroke-opacity=".18"',
            ),
        )
        .reverse(),
      fill('M390 330Q470 480 420 660L380 640Z', mix(coat, ink, 0.35)) +
        fill('M810 330Q730 480 780 660L820 640Z', mix(coat, ink, 0.45)),
      fill('M400 170H800V330Q700 420 600 392Q500 420 400 330Z', coat),
    ),
    ...[-1, 1].map(
      (side) =>
        sheet(
          `M${600 + side * 196} 330C${600 + side * 260} 430 ${600 + side * 250} 560 ${600 + side * 150} 640C${600 + side * 130} 520 ${600 + side * 140} 420 ${600 + side * 196} 330Z`,
          mix(coat, ink, side < 0 ? 0.3 : 0.42),
          10,
        ) +
        range(4)
          .map((line) =>
            stroke(
              `M${600 + side * (212 - line * 6)} ${400 + line * 46}q${-side * 30} 40 ${-side * 40} 70`,
              paper,
              3,
              'stroke-opacity=".3"',
            ),
          )
          .join(''),
    ),
    ...[-1, 1].map((side) => eye(600 + side * 84, 318, side, look, { coat, pop, glow, paper, ink })),
    sheet('M572 352 628 352 600 420Z', pop, 6) + fill('M600 352 628 352 600 420Z', ink, 'fill-opacity=".2"'),
    ...[-1, 1].map((side) =>
      fill(
        range(3)
          .map((toe) => ellipse(600 + side * 62 + (toe - 1) * 22, 634, 12, 20))
          .join(''),
        pop,
      ),
    ),
  ].join('')
}

function eye(
  x: number,
  y: number,
  side: number,
  look: number,
  colours: Record<'coat' | 'pop' | 'glow' | 'paper' | 'ink', string>,
): string {
  const petals = range(16).map((index) =>
    fill(
      sector(x, y, 0, 96, (index * Math.PI) / 8, ((index + 0.55) * Math.PI) / 8),
      mix(colours.coat, colours.paper, 0.6),
    ),
  )
  return [
    sheet(circle(x, y, 98), mix(colours.coat, colours.paper, 0.35), 8),
    ...petals,
    fill(circle(x, y, 68), colours.paper),
    fill(circle(x, y, 54), colours.pop),
    fill(circle(x, y, 46), colours.glow),
    fill(circle(x + look, y + 2, 30), colours.ink),
    fill(circle(x + look - 10, y - 9, 9) + circle(x + look + 10, y + 11, 4), colours.paper),
    fill(
      `M${x - side * 104} ${y - 46}Q${x} ${y - 92} ${x + side * 100} ${y - 96}L${x + side * 110} ${y - 70}Q${x} ${y - 62} ${x - side * 104} ${y - 46}Z`,
      mix(colours.coat, colours.ink, 0.25),
    ),
  ].join('')
}
