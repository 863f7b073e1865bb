/*
 * What an order is found by at its reseller's desk: the words of its buyer's name, its code, and a digest of the address
 * (decision 0085). Words are kept and looked for in one form, whatever somebody's keyboard makes of them.
 */

/** Names are 120 characters at most; in Japanese every ending of one is a word, of its parts and of the whole. */
const WORDS_OF_A_NAME = 250
/** Whoever types more words than that knows the code. */
const WORDS_OF_A_QUESTION = 6

/** The words that a name is found by, each from its beginning. */
export function wordsOfName(name: string): string[] {
  const parts = wordsIn(name)
  // 山田 太郎 is also written 山田太郎, and neither is a word of its own: any part of it may be looked for.
  const unspaced = parts.filter((part) => UNSPACED.test(part))
  const wholes = unspaced.length > 1 ? [...parts, unspaced.join('')] : parts
  const words = wholes.flatMap((part) => (UNSPACED.test(part) ? endingsOf(part) : spellingsOf(part)))
  return [...new Set(words)].slice(0, WORDS_OF_A_NAME)
}

/** A code as it is compared: codes are read out and typed, so `k7qx 24pd` is K7QX-24PD. */
export const wordOfCode = (code: string): string => code.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** What somebody looks for. */
export type Wanted =
  | { readonly by: 'mail'; readonly email: string }
  /** Each of `names` has to be the beginning of some word, in one of its spellings; or the code begins with `code`. */
  | { readonly by: 'words'; readonly names: readonly (readonly string[])[]; readonly code: string | null }

/** What a text that was typed asks for; null when it asks for nothing. */
export function wantedIn(text: string): Wanted | null {
  const typed = text.normalize('NFKC').trim()
  if (typed.includes('@')) return { by: 'mail', email: typed }
  const names = wordsIn(typed).slice(0, WORDS_OF_A_QUESTION).map(spellingsOf)
  return names.length === 0 ? null : { by: 'words', names, code: codeIn(typed) }
}

/** Codes have four characters or more, and the first few of them are worth looking for. */
const codeIn = (typed: string): string | null =>
  /^[A-Za-z0-9][A-Za-z0-9\s-]{1,24}$/.test(typed) ? wordOfCode(typed) : null

/** Scripts that put no spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Letters that are letters of their own where they are used, and that others type without the mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/**
 * Parted at whatever is no letter or digit; full width, capitals and katakana like the others. Marks stay on here:
 * `spellingsOf` takes them off.
 */
function wordsIn(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[ァ-ヶ]/g, hiragana)
  return plain.match(/[\p{L}\p{M}\p{N}ー]+/gu) ?? []
}

const hiragana = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) - 0x60)

/** Müller is found as Muller and as Mueller, and finds both. */
function spellingsOf(word: string): string[] {
  return [...new Set([unmarked(word), unmarked(word.replace(/[äöü]/g, (letter) => `${letter}e`))])]
}

/** Only European marks go: か and が are two letters, and so are и and й to whoever is called so. */
function unmarked(word: string): string {
  const letters = word
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin}\p{M}*)[\u0300-\u036f]/gu, '')
    .normalize('NFC')
  return letters.replace(/[ßæœøłđðþı]/g, (letter) => PLAIN[letter] ?? letter)
}

function endingsOf(word: string): string[] {
  const letters = [...word]
  return letters.map((_, at) => letters.slice(at).join(''))
}
