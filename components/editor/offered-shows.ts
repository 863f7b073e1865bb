import type { ShowChoice } from '#lib/admin/show-choices.ts'

/** So many stay usable as a list of boxes; whoever looks for another one types some of its words. */
const SHOWN = 60

/** The shows to tick: those that have every word that was typed, and how many more there are. What is ticked is never left out. */
export function offeredShows(
  choices: readonly ShowChoice[],
  ticked: readonly string[],
  typed: string,
): { readonly shown: readonly ShowChoice[]; readonly more: number } {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  const found = choices.filter((choice) => {
    const said = plain([choice.title, choice.when, choice.venue].join(' '))
    return words.every((word) => said.includes(word))
  })
  const shown = found.filter(({ id }, at) => at < SHOWN || ticked.includes(id))
  return { shown, more: found.length - shown.length }
}

/** In one spelling, whatever somebody's keyboard makes of it: width, capitals and accents do not count. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
