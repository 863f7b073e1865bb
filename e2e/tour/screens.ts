/** What pages are looked at on: a usual phone, and a usual desk. */
export const SCREENS = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1440, height: 900 } },
} as const

export type Screen = keyof typeof SCREENS

export const screens = Object.keys(SCREENS) as Screen[]
