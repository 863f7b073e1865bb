import { fill } from './paint.ts'
import { ellipse } from './path.ts'

/** People who stand still, drawn in body heights: feet at y 0, crown near −1, facing us. */
const OUTLINES = {
  traveller: `M-.03 -.86C-.06 -.83 -.115 -.835 -.13 -.76L-.16 -.5L-.148 -.43L-.122 -.45L-.135 -.23L-.092 -.222L-.082 -.03L-.115 0H-.026L-.014 -.215H.014L.026 0H.115L.082 -.03L.092 -.222L.135 -.23L.122 -.45L.148 -.43L.16 -.5L.13 -.76C.115 -.835 .06 -.83 .03 -.86ZM-.12 -.935Q0 -.905 .12 -.935Q.06 -.965 .062 -1.02Q0 -1.05 -.062 -1.02Q-.06 -.965 -.12 -.935ZM-.047 -.93Q-.05 -.84 0 -.835Q.05 -.84 .047 -.93Z`,
  lady: `M-.022 -.87C-.03 -.83 -.08 -.835 -.085 -.78L-.108 -.6L-.115 -.45L-.096 -.43L-.083 -.58L-.062 -.7L-.052 -.6C-.07 -.48 -.14 -.32 -.155 -.2L-.05 -.185L-.04 -.025L-.06 0H-.012L-.008 -.18H.012L.02 0H.068L.048 -.025L.055 -.185L.155 -.2C.14 -.32 .07 -.48 .052 -.6L.062 -.7L.083 -.58L.096 -.43L.115 -.45L.108 -.6L.085 -.78C.08 -.835 .03 -.83 .022 -.87ZM0 -.99C-.06 -.99 -.062 -.93 -.06 -.89Q-.04 -.84 0 -.84Q.04 -.84 .06 -.89C.062 -.93 .06 -.99 0 -.99ZM-.03 -.985Q0 -1.06 .03 -.985Z`,
  child: `M-.04 -.68C-.09 -.66 -.13 -.64 -.14 -.58L-.2 -.4L-.17 -.37L-.12 -.47L-.13 -.25L-.1 -.24L-.095 -.03L-.13 0H-.02L-.012 -.22H.012L.02 0H.13L.095 -.03L.1 -.24L.13 -.25L.12 -.47L.17 -.37L.2 -.4L.14 -.58C.13 -.64 .09 -.66 .04 -.68ZM-.035 -.74V-.66H.035V-.74ZM0 -1C-.1 -1 -.15 -.94 -.15 -.86C-.15 -.8 -.16 -.75 -.18 -.73C-.12 -.71 .12 -.71 .18 -.73C.16 -.75 .15 -.8 .15 -.86C.15 -.94 .1 -1 0 -1Z`,
}

export type CharacterName = keyof typeof OUTLINES

/** A silhouette `height` tall with its feet at (x, y); a negative height faces the other way. */
export const character = (name: CharacterName, x: number, y: number, height: number, colour: string): string =>
  fill(OUTLINES[name], colour, `transform="translate(${x} ${y}) scale(${height} ${Math.abs(height)})"`)

/** Head and shoulders against the light, `size` being the height of the head. */
export const bust = (x: number, y: number, size: number, long: boolean): string => {
  const shoulders = `M${x - size * 1.25} ${y + size * 3}V${y + size * 1.35}Q${x - size * 1.15} ${y + size * 0.9} ${x - size * 0.3} ${y + size * 0.72}V${y}H${x + size * 0.3}V${y + size * 0.72}Q${x + size * 1.15} ${y + size * 0.9} ${x + size * 1.25} ${y + size * 1.35}V${y + size * 3}Z`
  const hair = long ? ellipse(x, y + size * 0.12, size * 0.52, size * 0.72) : ''
  return ellipse(x, y, size * 0.4, size * 0.52) + hair + shoulders
}
