/** A gradient as `{ offset: colour }` or `{ offset: [colour, opacity] }`, offsets from 0 to 1. */
export type Stops = Readonly<Record<number, string | readonly [colour: string, opacity: number]>>

function stopTags(stops: Stops): string {
  // An object lists 0 and 1 before 0.5; SVG wants offsets in order.
  const inOrder = Object.entries(stops).sort(([one], [other]) => Number(one) - Number(other))
  return inOrder
    .map(([offset, stop]) => {
      const [colour, opacity] = typeof stop === 'string' ? [stop, 1] : stop
      return `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`
    })
    .join('')
}

/** A gradient along the line from one point to another, in picture units. Use it as `url(#id)`. */
export const linear = (id: string, [x1, y1, x2, y2]: readonly [number, number, number, number], stops: Stops): string =>
  `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stopTags(stops)}</linearGradient>`

/** A gradient from a centre outwards, in picture units. */
export const radial = (id: string, x: number, y: number, radius: number, stops: Stops): string =>
  `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" cx="${x}" cy="${y}" r="${radius}">${stopTags(stops)}</radialGradient>`

export const clip = (id: string, data: string): string => `<clipPath id="${id}"><path d="${data}"/></clipPath>`

/** One path or many as one: parts of one path never show where they overlap. */
type Data = string | readonly string[]

const joined = (data: Data) => (typeof data === 'string' ? data : data.join(''))

export const fill = (data: Data, colour: string, more = ''): string =>
  `<path d="${joined(data)}" fill="${colour}"${more && ` ${more}`}/>`

export const stroke = (data: Data, colour: string, width: number, more = ''): string =>
  `<path d="${joined(data)}" fill="none" stroke="${colour}" stroke-width="${width}"${more && ` ${more}`}/>`

export const group = (attributes: string, ...parts: readonly string[]): string =>
  `<g ${attributes}>${parts.join('')}</g>`

/** The whole picture in one paint. */
export const ground = (paint: string, more = ''): string =>
  `<rect width="1200" height="800" fill="${paint}"${more && ` ${more}`}/>`

/** Light that fades out around a point; takes the place of a blur, which costs ten times as much. */
export const glow = (id: string, x: number, y: number, radius: number, colour: string, opacity: number): string =>
  `${radial(id, x, y, radius, {
    0: [colour, opacity],
    0.35: [colour, opacity * 0.5],
    0.7: [colour, opacity * 0.12],
    1: [colour, 0],
  })}<circle cx="${x}" cy="${y}" r="${radius}" fill="url(#${id})"/>`

/**
 * A sheet of paper with the soft shadow it throws on what lies below: four faint outlines, wide to narrow.
 * Only edges are painted, which is what keeps a picture of fifty sheets under a quarter of a second.
 */
export const sheet = (data: string, paint: string, drop = 14): string =>
  group(
    `fill="none" stroke="#000000" stroke-opacity=".06" stroke-linejoin="round" transform="translate(${drop * 0.16} ${drop * -0.26})"`,
    ...[1.5, 1, 0.6, 0.28].map((share) => `<path d="${data}" stroke-width="${drop * share}"/>`),
  ) + fill(data, paint)
