import { mix } from '../colour.ts'
import { clip, fill, ground, group, stroke } from '../paint.ts'
import { box, circle, range } from '../path.ts'
import type { Composition } from '../scene.ts'

/** A record cut into strips, every strip turned by another beat. */
export const soundRings: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const back = tone === 'night' ? ink : paper
  const colours = tone === 'night' ? [pop, glow, main, paper] : [ink, pop, main, deep]
  const strips = random.pick([3, 5, 7])
  const tilt = random.pick([0, 0, -18, 30, 90])
  const rings = range(15).map((index) => {
    const colour = colours[index % colours.length] as string
    return stroke(
      circle(600, 400, 26 + index * 27),
      index > 11 ? mix(colour, back, 0.35) : colour,
      index % 3 === 0 ? 20 : 9,
    )
  })
  const strip = 840 / strips
  const turn = random.between(70, 120)
  const cut = range(strips).map((index) => {
    const y = -20 + index * strip
    const shift = (index - (strips - 1) / 2) % 2 === 0 ? 0 : turn * (index % 4 === 1 ? 1 : -1)
    const id = `strip${index}`
    return (
      clip(id, box(-400, y, 2000, strip + 0.6)) +
      group(
        `clip-path="url(#${id})"`,
        group(`transform="translate(${shift} 0)"`, ...rings, fill(circle(600, 400, 17), pop)),
      )
    )
  })
  return [ground(back), group(`transform="rotate(${tilt} 600 400)"`, ...cut)].join('')
}
