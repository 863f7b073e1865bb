/** What search engines show of a description. */
const SUMMARY_LENGTH = 160

/** A text as a page's description: on one line, and cut after a whole word where there are words. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= SUMMARY_LENGTH) return line
  const cut = line.slice(0, SUMMARY_LENGTH - 1)
  const space = cut.lastIndexOf(' ')
  return `${space > SUMMARY_LENGTH / 2 ? cut.slice(0, space) : cut}…`
}
