/** What is spelled in another way, or is another word, in small letters. */
const AMERICAN: Readonly<Record<string, string>> = {
  ...{ basket: 'cart', cancelled: 'canceled', category: 'level', colour: 'color' },
  ...{ 'e-mail': 'email', programme: 'program', theatre: 'theater' },
}

/** Not the names of what is put in, which stand in braces, and of categories only a price's: shows have some as well. */
const BRITISH = /(?<![{\w])(?:basket|cancelled|colour|e-mail|programme|theatre|(?<=price )category)(?=s?\b(?!\}))/gi

/** A text for Britons as Americans spell it. */
export const american = (text: string): string =>
  text.replace(BRITISH, (word) => {
    const said = AMERICAN[word.toLowerCase()] ?? word
    return word[0] === word[0]?.toUpperCase() ? said.charAt(0).toUpperCase() + said.slice(1) : said
  })
