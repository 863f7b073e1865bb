/** More than a mail server's answer is; of a longer one the beginning says why. */
const WORDS_LIMIT = 2_000

/**
 * What a mail server said, without the addresses and links in it: servers quote the mail that they refuse, and why it was
 * not sent goes into the log and stays in its row, when what it said is long forgotten.
 */
export function wordsOf(answer: string): string {
  return answer.slice(0, WORDS_LIMIT).replace(/\S+/g, (word) => {
    if (isLink(word)) return '[link]'
    return word.includes('@') ? '[address]' : word
  })
}

/** With a scheme or without: what opens something stands behind the question mark. */
function isLink(word: string): boolean {
  const question = word.indexOf('?')
  return word.includes('://') || (question >= 0 && word.includes('=', question))
}
