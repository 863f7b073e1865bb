/** Sentences in a row, with a space between two of them; a full-width stop has its own room and takes none. */
export const sentences = (...said: readonly string[]): string =>
  said
    .filter(Boolean)
    .join(' ')
    .replace(/(?<=[。！？]) /g, '')
