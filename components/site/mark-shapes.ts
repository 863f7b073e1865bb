import type { Logo } from '#contracts/reseller-config.ts'

/** The bundled marks as filled outlines in a box of 32 × 32; also drawn as the favicon. */
export const MARK_SHAPES: Record<Exclude<Logo['mark'], 'none'>, string> = {
  /** A curtain of light: five slanted bars. */
  aurora:
    'M1 28 5.5 12h4L5 28zM7.5 28 14 5h4l-6.500 23zM14.500 28 20 8.500h4L18.500 28zM21 28l3.500-12.500h4L25 28zM27.500 28l1.200-4.300h3L30.500 28z',
  /** A thin crescent holding a smaller circle. */
  moon: 'M20.500 2A14.200 14.200 0 1 0 30 21.600 12.200 12.200 0 1 1 20.500 2zM23.500 8.800a2.400 2.400 0 1 0 .001 0z',
  /** Eight strokes of a brush, crossing. */
  star: 'M15.200 1h1.600l.5 12.100 8.900-8.200 1.100 1.100-8.200 8.900 12 .4v1.500l-12 .5 8.200 8.900-1.100 1.100-8.900-8.200L16.800 31h-1.600l-.5-11.900-8.900 8.200-1.100-1.100 8.200-8.900-12-.5v-1.500l12-.4-8.200-8.900 1.100-1.100 8.900 8.200z',
  /** A kite with its spars and two bows on the tail. */
  kite: 'M19 1 29 10 17.600 21.300 9.600 10.200zM19.200 4.300l-.9 13 6.900-7zM17.300 5.300 12.500 10l4.500 6.200zM16.300 21.700c.9 2.600-.4 4.200-2.700 4.600l1.500 2.500-3.400-.6-1.600 3.100-1.500-3-3.400.7 1.500-2.600-1.700-2.400 3.300.4 1.700-2.600 1.500 2.300c2.300-.2 3.600-1 3.200-2.600z',
}
