/** The hold that this browser has of a show, so that its other pages can lead back to it. */
const keyOf = (showId: string) => `marquee hold ${showId}`

export function rememberHold(showId: string, holdId: string): void {
  try {
    localStorage.setItem(keyOf(showId), holdId)
  } catch {
    // Forbidden or full: then there is no way back but the browser's own.
  }
}

export function forgetHold(showId: string): void {
  try {
    localStorage.removeItem(keyOf(showId))
  } catch {
    // As above.
  }
}

export function rememberedHold(showId: string): string | null {
  try {
    return localStorage.getItem(keyOf(showId))
  } catch {
    return null
  }
}
